import CSV
import InputOutput

/// A control total with how far it can be trusted.
public struct TableControl: Sendable, Equatable {
    public var control: BaseYearControl
    /// Nil where the file does not say.
    public var quality: Quality?
    public var source: String
}

/// Control totals for the update of a table: `name,measure,sectors,value`, and where there are
/// `gives_way`, `quality`, `source`; other columns are ignored.
///
/// `measure` is `value_added` or `output`; `sectors` is `all`, a group of the sector file, a sector, or several
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
        guard let kind = ["value_added": BaseYearControl.Measure.valueAdded, "output": .output][measure] else {
            table.log.error(
                table.location(row, "\(name).measure"), "found \"\(measure)\", expected value_added or output")
            return nil
        }
        guard let weights = weights(table.text(row, columns[2]), table.location(row, "\(name).sectors"), table, sectors)
        else { return nil }
        guard let value = table.number(row, columns[3]) else {
            if row[columns[3]].trimmed.isEmpty {
                table.log.error(table.location(row, "\(name).value"), "found nothing, expected a total")
            }
            return nil
        }
        let givesWay = table.text(row, table.column("gives_way"))
        guard ["", "true", "false"].contains(givesWay) else {
            table.log.error(table.location(row, "\(name).gives_way"), "found \"\(givesWay)\", expected true or false")
            return nil
        }
        let letter = table.text(row, table.column("quality")).nonEmpty
        return TableControl(
            control: BaseYearControl(
                name: name, measure: kind, weights: weights, value: value, givesWay: givesWay == "true"),
            quality: letter == nil ? nil : table.quality(row, table.column("quality"), name),
            source: table.text(row, table.column("source")))
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
