import CSV
import Charts
import Goals

/// A chart with its place in a result directory and the table that it is drawn from.
public struct NamedChart: Sendable, Equatable {
    /// Below the result directory, without the suffix of a file: `charts/fan-total-output`.
    public var path: String
    /// Unit of the figures in the table, as files have it; empty where columns have different ones.
    public var unit: String
    public var table: DataTable
    public var chart: Chart

    /// `charts/fan-total-output` is `fan-total-output`.
    public var name: String { String(path.dropFirst(Self.folder.utf8.count)) }

    static let folder = "charts/"

    /// Its CSV file, the Vega-Lite specification that reads it, and the SVG file.
    func files(prefix: String, byteOrderMark: Bool) -> [OutputFile] {
        [
            OutputFile(relativePath: prefix + path + ".csv", byteOrderMark: byteOrderMark) { table },
            OutputFile(relativePath: prefix + path + ".vl.json") { VegaLite.bytes(of: chart, data: name + ".csv") },
            OutputFile(relativePath: prefix + path + ".svg") { SVG.bytes(of: chart) },
        ]
    }

    /// `charts/index.csv`: files, title and unit of each chart.
    static func index(of charts: [NamedChart]) -> DataTable {
        var index = DataTable(columns: ["file", "title", "unit", "vega_lite", "svg"])
        for chart in charts {
            index.append([
                .text(chart.name + ".csv"), .text(chart.chart.title), .text(chart.unit), .text(chart.name + ".vl.json"),
                .text(chart.name + ".svg"),
            ])
        }
        return index
    }
}

extension [NamedChart] {
    /// All files of the charts, then their index; nothing where there is no chart.
    func files(prefix: String = "", byteOrderMark: Bool) -> [OutputFile] {
        guard !isEmpty else { return [] }
        let charts = self
        let index = OutputFile(relativePath: prefix + NamedChart.folder + "index.csv", byteOrderMark: byteOrderMark) {
            NamedChart.index(of: charts)
        }
        return flatMap { $0.files(prefix: prefix, byteOrderMark: byteOrderMark) } + [index]
    }
}

extension DataTable {
    /// A text as it stands in the CSV file, where text that a spreadsheet would run is made harmless.
    static func harmless(_ text: String) -> String { CSVWriter.harmless(text) }

    /// Figures of a column for a chart.
    func series(_ column: String, name: String) -> Series {
        guard let index = columns.firstIndex(of: column) else {
            return Series(name: name, column: CSVWriter.harmless(column), values: rows.map { _ in nil })
        }
        return Series(name: name, column: CSVWriter.harmless(column), values: rows.map { $0[index].figure })
    }

    /// The whole numbers of the first column: years.
    var leadingIntegers: [Int] {
        rows.compactMap { if case .integer(let value) = $0[0] { value } else { nil } }
    }
}

extension DataTable.Cell {
    /// The figure in a cell; nil for text and where there is none.
    var figure: Double? {
        switch self {
        case .number(let value): value
        case .integer(let value): Double(value)
        case .text, .boolean, .empty: nil
        }
    }
}
