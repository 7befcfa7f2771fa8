import ArgumentParser
import CSV
import Panels
import Reporting

struct CalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Estimate growth and its uncertainty from a panel of regions.",
        usage: "milepost calibrate <panel> --value <column> [<options>]",
        discussion: """
            Estimates trends, volatility, common growth and shifts at breaks on the logarithms of a panel: each \
            region's growth is pulled toward the group's as far as its own years do not tell it apart, trends are \
            damped in forecasts, missing years need no filling. With --out it writes the growth of one region as a \
            part of a scenario, to be named in `extends:`.

              milepost calibrate seeds/high-tech.csv --value ht_revenue_100m_yuan --leave-out china --break 2018
              milepost calibrate seeds/high-tech-over-gdp.csv --value ht_revenue_100m_yuan --over gdp_100m_yuan \
            --leave-out china --break 2018 --break 2019 --through 2022 --for zhejiang --out growth.part.yaml
            """)

    @Argument(help: "CSV file with a row per region and year.", completion: .file(extensions: ["csv"]))
    var panel: String

    @OptionGroup var layout: PanelOptions

    @Option(help: "Last year to learn from (default: the panel's last).")
    var through: Int?

    @Option(name: .customLong("for"), help: "Region to show, and to write the prior of (default: show all).")
    var target: String?

    @Option(help: "Years ahead that are forecast.")
    var horizon: Int = 5

    @Option(
        name: .shortAndLong, help: "Scenario part to write: the relative growth of the region that --for names.",
        completion: .file(extensions: ["yaml"]))
    var out: String?

    @Option(help: "Id of the relative growth in the part that --out writes (default: high-tech).")
    var id: String?

    @Flag(help: "Write over the file that --out names.")
    var force = false

    @Option(help: "Language of the summary.")
    var lang: Language = .english

    @Option(help: "What to print: a summary, or one row per estimate and forecast.")
    var format: OutputOptions.Format = .table

    @Flag(name: .shortAndLong, help: "Print nothing but errors.")
    var quiet = false

    @OptionGroup var appearance: AppearanceOptions

    private static let defaultID = "high-tech"

    func validate() throws {
        if !(1...100).contains(horizon) {
            throw ValidationError("--horizon is \(horizon); give a number of years from 1 to 100.")
        }
        try layout.check(target: target)
        if out != nil, target == nil {
            throw ValidationError("--out writes the growth of one region; name it with --for.")
        }
        if let out, out.isEmpty { throw ValidationError("--out is empty; name a file, e.g. growth.part.yaml.") }
        if out == nil, id != nil || force {
            throw ValidationError(
                "\(id == nil ? "--force" : "--id") is about the part that --out writes; name it with --out.")
        }
        let id = id ?? Self.defaultID
        let isName = id.unicodeScalars.allSatisfy {
            $0 == "-" || $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0)
        }
        if id.isEmpty || !isName { throw ValidationError("--id is \"\(id)\"; give letters, digits, - and _.") }
    }

    mutating func run() throws {
        try Failure.reporting(panel) {
            let levels = try layout.panel(at: panel)
            let region = try target.map { try Self.position(of: $0, in: levels) }
            let last = try lastYear(of: levels)
            let line = ProgressLine(label: "calibrate", language: lang, quiet: quiet)
            defer { line.finish() }
            let fit = try PanelGrowthModel().growthFit(try levels.logarithms(), through: last)
            line.finish()
            if let out, let region {
                if fit.panel.latest(of: region) == nil {
                    throw PanelError.nothingToDo(
                        reason: "\(levels.regions[region]) has no value up to \(last); its growth is the group's")
                }
                let text = GrowthPriorFile.text(
                    of: fit, region: region, id: id ?? Self.defaultID, file: panel, leftOut: layout.leaveOut,
                    command: command)
                try NewFile.write(text, to: out, replacing: force, hint: "choose another name, or --force")
            }
            if !quiet { show(fit, regions: region.map { [$0] } ?? Array(levels.regions.indices)) }
        }
    }

    /// What writes the same again, but for where to.
    private var command: [String] {
        var words = ["milepost", "calibrate", panel, "--value", layout.value ?? ""]
        if layout.region != "region" { words += ["--region", layout.region] }
        if layout.year != "year" { words += ["--year", layout.year] }
        if let over = layout.over { words += ["--over", over] }
        for region in layout.leaveOut { words += ["--leave-out", region] }
        for year in layout.breaks { words += ["--break", String(year)] }
        if let through { words += ["--through", String(through)] }
        if let target { words += ["--for", target] }
        if let id, id != Self.defaultID { words += ["--id", id] }
        return words
    }

    private static func position(of name: String, in panel: Panel) throws(PanelError) -> Int {
        guard let region = panel.index(of: name) else {
            throw .unknownRegion(name, nearest: nearestName(to: name, among: panel.regions))
        }
        return region
    }

    private func lastYear(of panel: Panel) throws -> Int {
        let (first, last) = (panel.years[0], panel.years[panel.years.count - 1])
        guard let through else { return last }
        guard through > first, through <= last else {
            throw PanelError.nothingToDo(
                reason: "--through is \(through), expected a year from \(first + 1) to \(last), the panel's last")
        }
        return through
    }

    private func show(_ fit: PanelGrowthFit, regions: [Int]) {
        let text = appearance.text(lang)
        switch format {
        case .table:
            Terminal.write(CalibrationSummary.text(of: fit, regions: regions, horizon: horizon, format: text))
            if let out { Terminal.write("\nWrote \(out); name it in `extends:`.\n") }
        case .csv:
            Terminal.write(CalibrationTables.table(of: fit, regions: regions, horizons: 1...horizon).csv())
        case .json:
            Terminal.write(CalibrationTables.table(of: fit, regions: regions, horizons: 1...horizon).json().text)
        }
    }
}
