import CSV
import JSON

/// A rectangular table of named columns: what every CSV file of a run is made from.
public struct DataTable: Sendable, Equatable {
    /// One value. Numbers keep full precision; formatting for people happens elsewhere.
    public enum Cell: Sendable, Equatable {
        case text(String)
        case number(Double)
        case integer(Int)
        case boolean(Bool)
        case empty

        /// `empty` for nil and for numbers that are not finite: a gap plots as a gap.
        static func optional(_ value: Double?) -> Cell {
            value.flatMap { $0.isFinite ? .number($0) : nil } ?? .empty
        }

        static func optional(_ value: Int?) -> Cell { value.map { .integer($0) } ?? .empty }

        static func optional(_ value: String?) -> Cell { value.map { .text($0) } ?? .empty }
    }

    public var columns: [String]
    public private(set) var rows: [[Cell]]

    /// A table without rows.
    public init(columns: [String]) {
        self.columns = columns
        self.rows = []
    }

    /// Adds a row with one cell per column.
    public mutating func append(_ row: [Cell]) {
        precondition(row.count == columns.count, "\(row.count) cells for \(columns.count) columns")
        rows.append(row)
    }

    /// RFC 4180 text in UTF-8: comma, CRLF, `.` decimals that round-trip, text that a spreadsheet would
    /// run as a formula made harmless. `byteOrderMark` is for Excel, which takes UTF-8 for the local code
    /// page without one.
    public func csv(byteOrderMark: Bool = false) -> [UInt8] {
        var writer = CSVWriter(header: columns, byteOrderMark: byteOrderMark)
        for row in rows {
            for cell in row {
                switch cell {
                case .text(let text): writer.append(text)
                case .number(let value): writer.append(value)
                case .integer(let value): writer.append(value)
                case .boolean(let value): writer.append(value ? "true" : "false")
                case .empty: writer.appendEmpty()
                }
            }
            writer.endRow()
        }
        return writer.bytes
    }

    /// An array of objects with the column names as keys; empty cells are null.
    public func json() -> JSONValue {
        .array(rows.map { row in .object(zip(columns, row).map { ($0, $1.json) }) })
    }
}

extension DataTable.Cell {
    var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .number(let value): .number(value)
        case .integer(let value): .integer(value)
        case .boolean(let value): .boolean(value)
        case .empty: .null
        }
    }
}

extension DataTable {
    /// Column names that differ from each other and from those taken already.
    static func distinct(_ labels: [String], besides taken: [String]) -> [String] {
        var used = Set(taken)
        return labels.map { label in
            var candidate = label
            var number = 2
            while !used.insert(candidate).inserted {
                candidate = "\(label) \(number)"
                number += 1
            }
            return candidate
        }
    }
}
