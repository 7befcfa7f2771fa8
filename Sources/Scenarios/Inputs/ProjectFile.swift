import CSV
import Sampling

/// A register of dated projects, a row each: `id,host,capacity,start,ramp,utilisation,probability,displaced,source`, and
/// where there are `name`, `name_zh`, `unit`, `quality`, `note`; `capacity`, `ramp`, `utilisation`, `probability` and
/// `displaced` have a range where there are `…_low` and `…_high` (P5 and P95), `start` where it is `2025..2028`, each year as likely.
struct ProjectFile {
    let context: DecodingContext
    let portfolios: [PortfolioSpecification]
    /// Levers that have their ids already.
    let levers: [Lever]

    /// One lever per project, those with an error left out; nil where the file cannot be read.
    func read(_ node: ConfigNode) -> [Lever]? {
        guard let table = InputTable(namedBy: node, catalog: context.catalog, log: context.log),
            table.columns(
                "id", "host", "capacity", "start", "ramp", "utilisation", "probability", "displaced", "source") != nil
        else { return nil }
        var lines: [String: Int] = [:]
        return table.csv.rows.compactMap { row in
            let reader = ProjectRow(context: context, portfolios: portfolios, table: table, row: row)
            let id = reader.text("id")
            var isUsable = false
            if !isIdentifier(id) {
                reader.report("id", "found \"\(id)\", expected \(ValueType.identifier.expectation)")
            } else if let line = lines[id] {
                reader.report("id", "the id \"\(id)\" is taken already, on line \(line)")
            } else if let lever = levers.first(where: { $0.id == id }) {
                reader.report("id", "the id \"\(id)\" is taken already, by the lever at \(lever.location)")
            } else {
                lines[id] = row.line
                isUsable = true
            }
            // The rest of the row is read all the same, so that all errors are reported at once.
            let lever = reader.lever(id)
            return isUsable ? lever : nil
        }
    }
}

/// One project.
private struct ProjectRow {
    let context: DecodingContext
    let portfolios: [PortfolioSpecification]
    let table: InputTable
    let row: CSVFile.Row

    func text(_ column: String) -> String { table.text(row, table.column(column)) }

    func report(_ column: String, _ message: String, suggestion: String? = nil) {
        let id = text("id")
        context.log.error(
            table.location(row, id.isEmpty ? column : "\(id).\(column)"), message, suggestion: suggestion)
    }

    private func fail<Value>(_ column: String, _ message: String, suggestion: String? = nil) -> Value? {
        report(column, message, suggestion: suggestion)
        return nil
    }

    func lever(_ id: String) -> Lever? {
        let quality = table.quality(row, table.column("quality"), id)
        let source = text("source")
        if source.isEmpty { report("source", "found an empty cell, expected where the project is known from") }
        // Each is read whatever the others are, so that all of a row's errors are reported at once.
        let (host, years) = (host(), years())
        let capacity = figure("capacity", factor: factor(), limits: 0...Double.infinity, quality)
        let ramp = figure("ramp", limits: 0...100, quality)
        let (utilisation, displaced) = (
            figure("utilisation", limits: 0...1, quality), figure("displaced", limits: 0...1, quality)
        )
        let probability = figure("probability", limits: 0...1, quality)
        guard !source.isEmpty, let host, let years, let capacity, let ramp, let utilisation, let displaced,
            let probability
        else { return nil }
        let project = Project(
            host: host, capacity: capacity, start: start(years, quality), ramp: ramp, utilisation: utilisation,
            displaced: displaced, probability: probability,
            luck: value("luck", Self.uniform(0, 1), quality))
        return Lever(
            id: id, name: text("name").nonEmpty, nameChinese: text("name_zh").nonEmpty, from: years.lowerBound,
            to: context.end, effect: .project(project),
            reason: [source, text("note")].filter { !$0.isEmpty }.joined(separator: ". "), because: nil, source: [],
            location: table.location(row, id))
    }

    // MARK: Cells

    private func host() -> Project.Host? {
        let name = text("host")
        if context.groups.contains(where: { $0.id == name }) { return .group(name) }
        let units = portfolios.flatMap { portfolio in portfolio.units.map { (unit: $0.id, portfolio: portfolio.id) } }
        let found = units.filter { $0.unit == name || "\($0.portfolio)/\($0.unit)" == name }
        if found.count == 1 { return .unit(found[0].unit, portfolio: found[0].portfolio) }
        if found.count > 1 {
            let names = found.map { "\($0.portfolio)/\($0.unit)" }
            return fail("host", "found \"\(name)\", expected one of \(list(names))")
        }
        return fail(
            "host", "found \"\(name)\", expected a sector, a group, or a unit of a portfolio",
            suggestion: hint(for: name, among: context.groups.map(\.id) + units.map(\.unit)))
    }

    private func years() -> ClosedRange<Int>? {
        let cell = text("start")
        guard let years = YearRange(cell)?.years else {
            return fail("start", "found \"\(cell)\", expected a year or years, e.g. \"2026\" or \"2025..2028\"")
        }
        if years.lowerBound <= context.start {
            return fail(
                "start",
                "found \"\(cell)\", expected a year after the base year \(context.start), which has the "
                    + "output of what runs already")
        }
        // Part of a range may lie beyond: then the project comes within the horizon in some members.
        if years.lowerBound > context.end {
            return fail(
                "start",
                "found \"\(cell)\", expected a first year from \(context.start + 1) to \(context.end): it would change nothing"
            )
        }
        return years
    }

    private func start(_ years: ClosedRange<Int>, _ quality: Quality) -> UncertainValue {
        years.count == 1
            ? value("start", .constant(Double(years.lowerBound)), quality)
            : value("start", Self.uniform(Double(years.lowerBound), Double(years.upperBound + 1)), quality)
    }

    private func factor() -> Double {
        let unit = text("unit")
        if let factor = ["": 1.0, "100m yuan": 1, "10k yuan": 1e-4][unit] { return factor }
        report("unit", "found \"\(unit)\", expected \"100m yuan\" or \"10k yuan\"")
        return 1
    }

    /// A figure, with P5 and P95 where the columns beside it have them.
    private func figure(
        _ column: String, factor: Double = 1, limits: ClosedRange<Double>, _ quality: Quality
    ) -> UncertainValue? {
        var numbers: [Double?] = []
        for name in [column, column + "_low", column + "_high"] {
            let number = table.number(row, table.column(name))
            if number == nil, !text(name).isEmpty { return nil }
            if let number, !limits.contains(number) {
                let expected =
                    limits.upperBound < .infinity
                    ? "a number from \(plain(limits.lowerBound)) to \(plain(limits.upperBound))"
                    : "a number of 0 or more"
                return fail(name, "found \(plain(number)), expected \(expected)")
            }
            numbers.append(number.map { $0 * factor })
        }
        let (central, low, high) = (numbers[0], numbers[1], numbers[2])
        guard let low, let high else {
            if low != nil || high != nil {
                return fail(
                    low == nil ? column + "_low" : column + "_high",
                    "found one end of a range, expected both \(column)_low and \(column)_high")
            }
            guard let central else { return fail(column, "found an empty cell, expected a number") }
            return value(column, .constant(central), quality)
        }
        var quantiles = [(p: 0.05, x: low), (p: 0.95, x: high)]
        // A figure at an end of its range says nothing about the middle.
        if let central, low < central, central < high { quantiles.insert((0.5, central), at: 1) }
        do throws(DistributionError) {
            let positive = limits.upperBound == .infinity
            let drawn = try Distribution(quantiles: quantiles, positive: positive)
            return value(column, positive ? drawn : try Distribution(drawn.shape, bounds: limits), quality)
        } catch {
            return fail(column + "_low", error.description)
        }
    }

    private func value(_ key: String, _ distribution: Distribution, _ quality: Quality) -> UncertainValue {
        UncertainValue(
            id: "projects[\(text("id"))].\(key)", distribution: distribution, redraw: .once, quality: quality,
            source: text("source").nonEmpty, note: nil, location: table.location(row, "\(text("id")).\(key)"))
    }

    /// - Precondition: `low` is below `high`.
    private static func uniform(_ low: Double, _ high: Double) -> Distribution {
        do throws(DistributionError) {
            return try Distribution(.uniform(low: low, high: high))
        } catch {
            preconditionFailure("\(error)")
        }
    }
}
