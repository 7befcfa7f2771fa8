import CSV

/// A CSV file with figures: what it holds, and how far its figures can be trusted.
public struct DataFile: Sendable, Equatable {
    /// What the header says that a file is.
    public enum Content: String, Sendable, CaseIterable {
        /// An input-output table.
        case table
        /// Published series.
        case observations
        /// The units of a portfolio.
        case units
        /// A register of dated projects.
        case projects
        /// Control totals for `milepost table update`.
        case controls
        /// Regions by year.
        case panel
        case other
    }

    public var path: String
    public var content: Content
    /// Rows below the header.
    public var rows: Int
    /// How many rows carry each quality letter; empty where the file has none.
    public var qualities: [Quality: Int]

    /// Nil for a file that is no CSV; rows with an unknown letter are not counted.
    init?(path: String, bytes: [UInt8]) {
        guard let csv = try? CSVFile(bytes: bytes, path: path) else { return nil }
        self.path = path
        content = Self.content(of: csv)
        rows = csv.rows.count
        qualities = [:]
        guard let column = csv.column("quality") else { return }
        for row in csv.rows {
            if let letter = Quality(rawValue: row[column].trimmed) { qualities[letter, default: 0] += 1 }
        }
    }

    private static func content(of csv: CSVFile) -> Content {
        func has(_ names: String...) -> Bool { names.allSatisfy(csv.header.contains) }
        if has("row", "output") { return .table }
        if has("indicator", "year", "value") { return .observations }
        if has("id", "sector_weights") { return .units }
        if has("id", "host", "capacity", "start") { return .projects }
        if has("name", "measure", "sectors", "value") { return .controls }
        guard let region = csv.column("region"), let year = csv.column("year") else { return .other }
        // One row per region and year; where there are more, the rows are about something else.
        let keys = csv.rows.map { [$0[region], $0[year]] }
        return Set(keys).count == keys.count ? .panel : .other
    }
}
