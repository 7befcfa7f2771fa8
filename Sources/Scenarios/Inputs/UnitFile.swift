import CSV
import Sampling

/// The units of a portfolio: `id,sector_weights`, and where there are `name_en`,
/// `name_zh`, `output_year`, `output`, `low`, `high`, `unit`, `quality`, `source`, `note`.
struct UnitFile {
    let context: DecodingContext
    /// Key path of the portfolio, for the ids of uncertain numbers.
    let owner: String

    func read(_ node: ConfigNode) -> [PortfolioUnit]? {
        guard let table = InputTable(namedBy: node, catalog: context.catalog, log: context.log),
            let columns = table.columns("id", "sector_weights")
        else { return nil }
        let places = Dictionary(zip(context.sectors.map(\.code), context.sectors.indices)) { first, _ in first }
        var units: [PortfolioUnit] = []
        var lines: [String: Int] = [:]
        for row in table.csv.rows {
            func cell(_ name: String) -> String? { table.text(row, table.column(name)).nonEmpty }
            let id = table.text(row, columns[0])
            if !isIdentifier(id) {
                context.log.error(
                    table.location(row, "id"), "found \"\(id)\", expected \(ValueType.identifier.expectation)")
                continue
            }
            if let line = lines[id] {
                context.log.error(table.location(row, "id"), "the id \"\(id)\" is taken already, on line \(line)")
                continue
            }
            lines[id] = row.line
            let location = table.location(row, "\(id).sector_weights")
            // A unit with an error keeps its place, so that its uses are not reported as well.
            let weights = weights(table.text(row, columns[1]), places, location) ?? context.sectors.map { _ in 0 }
            let quality = table.quality(row, table.column("quality"), id)
            units.append(
                PortfolioUnit(
                    id: id, name: cell("name_en") ?? id, nameChinese: cell("name_zh"), weights: weights,
                    output: output(table, row.line, id, quality), quality: quality, source: cell("source") ?? "",
                    note: cell("note")))
        }
        return units
    }

    /// `electronics:0.7|instruments:0.3`
    ///
    /// - Parameter places: of the sectors, by code.
    private func weights(_ text: String, _ places: [String: Int], _ location: SourceLocation) -> [Double]? {
        var weights = [Double](repeating: 0, count: context.sectors.count)
        for part in text.split(separator: "|") {
            guard let (code, number) = String(part).halves(around: ":"), let weight = Double(number), weight >= 0 else {
                context.log.error(
                    location,
                    "found \"\(text)\", expected sectors with weights, e.g. \"electronics:0.7|instruments:0.3\"")
                return nil
            }
            guard let index = places[code] else {
                context.log.error(
                    location, "found \"\(code)\", expected a sector",
                    suggestion: nearestName(to: code, among: context.sectors.map(\.code)).map {
                        "did you mean `\($0)`?"
                    })
                return nil
            }
            weights[index] += weight
        }
        return checkSum(weights, location, context.log) ? weights : nil
    }

    private func output(_ table: InputTable, _ line: Int, _ id: String, _ quality: Quality) -> UncertainValue? {
        guard let row = table.csv.rows.first(where: { $0.line == line }) else { return nil }
        func number(_ name: String) -> Double? { table.number(row, table.column(name)) }
        let (value, low, high) = (number("output"), number("low"), number("high"))
        if value == nil && low == nil && high == nil { return nil }
        func fail(_ column: String, _ message: String) -> UncertainValue? {
            context.log.error(table.location(row, "\(id).\(column)"), message)
            return nil
        }
        let year = table.text(row, table.column("output_year"))
        if Int(year) != context.start {
            return fail(
                "output_year", "found \"\(year)\", expected the base year \(context.start) where an output is given")
        }
        let unit = table.text(row, table.column("unit"))
        guard let factor = ["": 1.0, "100m yuan": 1, "10k yuan": 1e-4][unit] else {
            return fail("unit", "found \"\(unit)\", expected \"100m yuan\" or \"10k yuan\"")
        }
        var quantiles: [(p: Double, x: Double)] = []
        if let low, let high {
            quantiles = [(0.05, low * factor), (0.95, high * factor)]
            // A figure at an end of its range says nothing about the middle.
            if let value, low < value, value < high { quantiles.insert((0.5, value * factor), at: 1) }
        } else if low != nil || high != nil {
            return fail(low == nil ? "low" : "high", "found one end of a range, expected both low and high")
        }
        if let value, value < 0 { return fail("output", "found \(plain(value)), expected an output of 0 or more") }
        do throws(DistributionError) {
            let distribution =
                quantiles.isEmpty
                ? Distribution.constant((value ?? 0) * factor) : try Distribution(quantiles: quantiles, positive: true)
            let path = "\(owner).units[\(id)].output"
            return UncertainValue(
                id: path, distribution: distribution, redraw: .once, quality: quality,
                source: table.text(row, table.column("source")).nonEmpty, note: nil,
                location: table.location(row, "\(id).output"))
        } catch {
            return fail("low", error.description)
        }
    }
}

/// Whether weights add up to 1; the message states the sum.
func checkSum(_ weights: [Double], _ location: SourceLocation, _ log: DiagnosticLog) -> Bool {
    let sum = weights.reduce(0, +)
    if abs(sum - 1) <= 1e-6 { return true }
    log.error(location, "the weights add up to \(plain(sum)), expected 1")
    return false
}
