import CSV
import InputOutput

/// A control with how far it can be trusted.
public struct TableControl: Sendable, Equatable {
    public var control: BaseYearControl
    /// Nil where the file does not say.
    public var quality: Quality?
    public var source: String
}

extension [TableControl] {
    /// Quality by name of control; without those that have no letter.
    public var letters: [String: Quality] {
        var letters: [String: Quality] = [:]
        for control in self { letters[control.control.name] = control.quality }
        return letters
    }
}

/// Controls for the update of a table: `name,measure,sectors,value`, and where there are
/// `price`, `relative_to`, `gives_way`, `quality`, `source`; other columns are ignored.
///
/// `measure` is `value_added` or `output` with a total, or `growth` (of value added) or `output_growth` with a growth
/// since the year of the table, e.g. `25%`: at current prices, or in constant prices with the change of the price in
/// `price`; with `relative_to`, ahead of the control of that name. `sectors` is `all`, a group of the sector file, a sector, or several
/// with `|`, each with a share where only part of it is covered: `electronics|instruments:0.7`.
public enum ControlFile {
    /// The controls of a file for the sectors of a table.
    ///
    /// - Throws: `ScenarioError` with everything that does not fit.
    public static func read(
        _ path: String, sectors: [Sector], fileSystem: FileAccess = .real
    ) throws(ScenarioError) -> [TableControl] {
        let log = DiagnosticLog()
        let catalog = FileCatalog(access: fileSystem, log: log)
        var controls: [TableControl] = []
        if let table = InputTable(path: path, catalog: catalog, log: log),
            let columns = table.columns("name", "measure", "sectors", "value")
        {
            controls = table.csv.rows.compactMap { control($0, columns, table, sectors) }
            if controls.isEmpty, !log.hasErrors { log.error(SourceLocation(file: table.path), "found no controls") }
        }
        if log.hasErrors { throw ScenarioError(diagnostics: log.sorted) }
        return controls
    }

    private static func control(
        _ row: CSVFile.Row, _ columns: [Int], _ table: InputTable, _ sectors: [Sector]
    ) -> TableControl? {
        let (name, measure) = (table.text(row, columns[0]), table.text(row, columns[1]))
        guard let (kind, isGrowth) = measures[measure] else {
            table.log.error(
                table.location(row, "\(name).measure"),
                "found \"\(measure)\", expected value_added, output, growth or output_growth",
                suggestion: nearestName(to: measure, among: measures.keys.sorted()).map { "did you mean `\($0)`?" })
            return nil
        }
        guard let weights = weights(table.text(row, columns[2]), table.location(row, "\(name).sectors"), table, sectors)
        else { return nil }
        let givesWay = table.text(row, table.column("gives_way"))
        guard ["", "true", "false"].contains(givesWay) else {
            table.log.error(table.location(row, "\(name).gives_way"), "found \"\(givesWay)\", expected true or false")
            return nil
        }
        let letter = table.text(row, table.column("quality")).nonEmpty
        let yields = givesWay == "true"
        var control: BaseYearControl
        if isGrowth {
            guard let growth = growth(row, columns[3], name, table) else { return nil }
            control = BaseYearControl(name: name, measure: kind, weights: weights, growth: growth, givesWay: yields)
        } else {
            for key in ["price", "relative_to"] where table.text(row, table.column(key)).nonEmpty != nil {
                table.log.error(
                    table.location(row, "\(name).\(key)"), "`\(key)` belongs to a growth, \(measure) is a total",
                    suggestion: "state the total at current prices, or use the measure growth")
                return nil
            }
            guard let value = total(row, columns[3], name, table) else { return nil }
            control = BaseYearControl(name: name, measure: kind, weights: weights, value: value, givesWay: yields)
        }
        return TableControl(
            control: control, quality: letter == nil ? nil : table.quality(row, table.column("quality"), name),
            source: table.text(row, table.column("source")))
    }

    private static let measures: [String: (BaseYearControl.Measure, isGrowth: Bool)] = [
        "value_added": (.valueAdded, false), "output": (.output, false), "growth": (.valueAdded, true),
        "output_growth": (.output, true),
    ]

    private static func total(_ row: CSVFile.Row, _ column: Int, _ name: String, _ table: InputTable) -> Double? {
        if let value = table.number(row, column) { return value }
        if row[column].trimmed.isEmpty {
            table.log.error(table.location(row, "\(name).value"), "found nothing, expected a total")
        }
        return nil
    }

    private static func growth(
        _ row: CSVFile.Row, _ column: Int, _ name: String, _ table: InputTable
    ) -> BaseYearControl.Growth? {
        func rate(_ column: Int, _ key: String) -> Double? {
            do throws(QuantityError) {
                return try Quantity(table.text(row, column), as: .rate).value
            } catch {
                table.log.error(
                    table.location(row, "\(name).\(key)"), error.description, suggestion: error.suggestion)
                return nil
            }
        }
        var price: Double? = 0
        if let column = table.column("price"), table.text(row, column).nonEmpty != nil { price = rate(column, "price") }
        guard let rate = rate(column, "value"), let price else { return nil }
        return BaseYearControl.Growth(
            rate: rate, price: price, relativeTo: table.text(row, table.column("relative_to")).nonEmpty)
    }

    private static func weights(
        _ text: String, _ location: SourceLocation, _ table: InputTable, _ sectors: [Sector]
    ) -> [Double]? {
        var weights = [Double](repeating: 0, count: sectors.count)
        let groups = Set(sectors.map(\.group)).subtracting([""])
        for part in text.split(separator: "|") {
            let (name, share) = String(part).trimmed.halves(around: ":") ?? (String(part).trimmed, "1")
            guard let weight = Double(share), weight > 0, weight <= 1 else {
                table.log.error(location, "found the share \"\(share)\", expected a number above 0 and up to 1")
                return nil
            }
            let members = sectors.indices.filter {
                name == "all" || sectors[$0].code == name || sectors[$0].group == name
            }
            guard !members.isEmpty else {
                table.log.error(
                    location, "found \"\(name)\", expected all, a sector or a group",
                    suggestion: hint(for: name, among: groups.sorted() + sectors.map(\.code)))
                return nil
            }
            for member in members { weights[member] = weight }
        }
        return weights
    }
}
