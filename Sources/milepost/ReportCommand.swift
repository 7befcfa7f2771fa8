import ArgumentParser
import Goals
import HTMLReport
import Reporting
import Scenarios

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Make a report to read, to print and to pass on: one HTML file.",
        usage: "milepost report <scenarios> ... [<options>]",
        discussion: """
            The file needs nothing but itself: no network, no script. It reads on a phone and prints on A4, and has the \
            verdict per target with its chart, what the result leans on, the pages of portfolios and sectors, the \
            method, the sources, and how to repeat it.

            Scenarios of one region that share a target are compared with the first of them, with the same members and \
            the same luck; others stand one after another.

              milepost report zhejiang/platforms
              milepost report zhejiang/platforms --lang zh --out 平台.html
              milepost report hunan/high-tech-share hunan/high-tech-share-adverse --out hunan.html
            """)

    @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml", "yml"]))
    var scenarios: [String]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "File to write, or a directory for it, or - for standard output (default: the scenario's name, or "
                + "report.html for several). A report of Milepost is replaced; any other file is left alone.",
            valueName: "file"),
        completion: .file(extensions: ["html"]))
    var out: String?

    @OptionGroup var ensemble: EnsembleOptions

    @Option(help: "Language of the report.")
    var lang: Language = .english

    @Flag(name: .shortAndLong, help: "Print nothing but errors.")
    var quiet = false

    func validate() throws {
        if let out, out.isEmpty { throw ValidationError("--out is empty; name a file, e.g. report.html.") }
    }

    mutating func run() throws {
        try Failure.reporting {
            let loaded = try RunCommand.loadAll(scenarios, quiet: quiet)
            let place = ReportFile(out, name: loaded.count == 1 ? loaded[0].id : "report")
            try place.check()
            var results: [ScenarioResult] = []
            var comparisons: [ComparisonResult] = []
            for group in Self.groups(loaded) {
                let (own, compared) = try project(group)
                results += own
                comparisons += compared
            }
            let text = HTMLReport.text(
                of: results, comparisons: comparisons,
                origin: ReportOrigin(version: Milepost.version, scenarios: scenarios), language: lang)
            try place.write(text)
            if !quiet, let path = place.path { Terminal.write(ReportNote.text(path: path, language: lang)) }
        }
    }

    /// Scenarios that can be compared with the first of their group, in the order of the first ones.
    private static func groups(_ scenarios: [Scenario]) -> [[Scenario]] {
        var groups: [[Scenario]] = []
        for scenario in scenarios {
            if let index = groups.firstIndex(where: { shareTarget($0[0], scenario) }) {
                groups[index].append(scenario)
            } else {
                groups.append([scenario])
            }
        }
        return groups
    }

    private static func shareTarget(_ first: Scenario, _ second: Scenario) -> Bool {
        first.region == second.region
            && first.targets.contains { target in second.targets.contains { $0.id == target.id } }
    }

    /// The first of a group by itself, with what its judgements and the loop do; the others as compared with it.
    private func project(
        _ group: [Scenario]
    ) throws -> (results: [ScenarioResult], comparisons: [ComparisonResult]) {
        let base = try Execution.project(group[0], ensemble: ensemble, language: lang, quiet: quiet).result
        guard group.count > 1 else { return ([base], []) }
        let progress = ensemble.progress(of: group[0], label: "compare", language: lang, quiet: quiet)
        defer { progress.finish() }
        let comparisons = try Failure.reporting(group[0].inputs.first?.path) {
            try Goals.compare(
                group[0], with: Array(group.dropFirst()), options: ensemble.run, progress: progress.report)
        }
        return ([base] + comparisons.map(\.alternative), comparisons)
    }
}
