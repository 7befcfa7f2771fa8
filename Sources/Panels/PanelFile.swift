import CSV

/// Reads a panel from a long CSV file: one row per region and year, in any order.
///
/// A cell that is empty is a gap, and so is a year without a row.
public struct PanelFile: Sendable, Equatable {
    /// Name of the column with the regions' ids.
    public var region: String
    /// Name of the column with the years.
    public var year: String
    /// Name of the column with the values.
    public var value: String
    /// Name of a column that each value is divided by, for shares and intensities; nil for none.
    public var divisor: String?
    /// Regions that do not enter, such as the sum of all others.
    public var leftOut: [String]
    /// First year of each new classification.
    public var breaks: [Int]
    /// Unit of the values, as text.
    public var unit: String

    /// Columns and what to leave out.
    public init(
        region: String = "region", year: String = "year", value: String, divisor: String? = nil,
        leftOut: [String] = [], breaks: [Int] = [], unit: String = ""
    ) {
        self.region = region
        self.year = year
        self.value = value
        self.divisor = divisor
        self.leftOut = leftOut
        self.breaks = breaks
        self.unit = unit
    }

    /// The years that a file may span; more are taken for a slip in a year.
    public static let longestSpan = 500

    /// Parses the bytes of a file; regions keep the order of their first rows.
    ///
    /// - Parameter path: named in errors; nothing is read from it.
    public func panel(bytes: [UInt8], path: String) throws(PanelFileError) -> Panel {
        let rows = try rows(bytes: bytes, path: path)
        guard let first = rows.map(\.year).min(), let last = rows.map(\.year).max() else {
            throw PanelFileError(path: path, line: nil, kind: .noRows)
        }
        guard last - first < Self.longestSpan else {
            throw PanelFileError(path: path, line: nil, kind: .spanTooLong(first: first, last: last))
        }
        var regions: [String] = []
        var positions: [String: Int] = [:]
        var values: [[Double?]] = []
        for row in rows where !leftOut.contains(row.region) {
            let position = positions[row.region] ?? regions.count
            if position == regions.count {
                positions[row.region] = position
                regions.append(row.region)
                values.append([Double?](repeating: nil, count: last - first + 1))
            }
            values[position][row.year - first] = row.value
        }
        let known = Set(rows.map(\.region))
        for name in leftOut where !known.contains(name) {
            let nearest = nearestName(to: name, among: known.sorted())
            throw PanelFileError(path: path, line: nil, kind: .panel(.unknownRegion(name, nearest: nearest)))
        }
        do throws(PanelError) {
            return try Panel(
                name: divisor.map { "\(value) / \($0)" } ?? value, unit: unit, regions: regions,
                years: Array(first...last), values: values, breaks: breaks)
        } catch {
            throw PanelFileError(path: path, line: nil, kind: .panel(error))
        }
    }

    /// The panel of what stands above the line, which says how large a region is; the panel itself without a divisor.
    public func sizes(bytes: [UInt8], path: String) throws(PanelFileError) -> Panel {
        var file = self
        file.divisor = nil
        return try file.panel(bytes: bytes, path: path)
    }

    private struct Columns {
        var region: Int
        var year: Int
        var value: Int
        var divisor: Int?
    }

    private struct Row {
        var region: String
        var year: Int
        var value: Double?
    }

    private func rows(bytes: [UInt8], path: String) throws(PanelFileError) -> [Row] {
        let csv: CSVFile
        let columns: Columns
        do throws(CSVError) {
            csv = try CSVFile(bytes: bytes, path: path)
            columns = Columns(
                region: try csv.requiredColumn(region), year: try csv.requiredColumn(year),
                value: try csv.requiredColumn(value), divisor: try divisor.map(csv.requiredColumn))
        } catch {
            throw PanelFileError(error)
        }
        var rows: [Row] = []
        var lines: [String: [Int: Int]] = [:]
        for record in csv.rows {
            let row = try row(record, of: csv, columns: columns)
            if let earlier = lines[row.region, default: [:]].updateValue(record.line, forKey: row.year) {
                throw PanelFileError(
                    path: path, line: record.line,
                    kind: .duplicateRow(region: row.region, year: row.year, firstLine: earlier))
            }
            rows.append(row)
        }
        return rows
    }

    private func row(_ record: CSVFile.Row, of csv: CSVFile, columns: Columns) throws(PanelFileError) -> Row {
        func error(_ kind: PanelFileError.Kind) -> PanelFileError {
            PanelFileError(path: csv.path, line: record.line, kind: kind)
        }
        let name = record[columns.region]
        if name.allSatisfy(\.isWhitespace) { throw error(.emptyRegion(column: region)) }
        guard let year = Int(record[columns.year].filter { $0 != " " }), (1000...9999).contains(year) else {
            throw error(.notAYear(column: self.year, value: record[columns.year]))
        }
        let number: Double?
        let divided: Double?
        do throws(CSVError) {
            number = try csv.number(row: record, column: columns.value)
            divided = if let column = columns.divisor { try csv.number(row: record, column: column) } else { 1 }
        } catch {
            throw PanelFileError(error)
        }
        guard let number, let divided else { return Row(region: name, year: year, value: nil) }
        if divided == 0 { throw error(.zeroDivisor(column: divisor ?? "")) }
        let quotient = number / divided
        guard quotient.isFinite else { throw error(.quotientNotFinite(number, divided)) }
        return Row(region: name, year: year, value: quotient)
    }
}
