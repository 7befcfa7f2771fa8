import CSV
import Scenarios

/// Forecasts on record: plain CSV that only ever grows at its end.
public struct Ledger: Sendable {
    /// In the file's order, which is that of recording.
    public private(set) var entries: [LedgerEntry]

    /// Forecasts that need no file, such as those of a run that goes back in time.
    public init(entries: [LedgerEntry]) { self.entries = entries }

    /// Columns of a ledger; a file may have more, in any order.
    public static let columns =
        [
            "made_on", "region", "scenario", "scenario_sha256", "version", "seed", "members", "as_of", "target",
            "reading", "headline", "name", "indicator", "comparator", "goal_value", "goal_upper", "by_any_year", "unit",
            "year", "odds", "odds_standard_error",
        ] + quantileColumns + ["count_probabilities", "latest_value", "latest_year", "quality"]

    static let quantileColumns = ["p5", "p10", "p25", "p50", "p75", "p90", "p95"]

    /// Reads a ledger.
    ///
    /// - Parameter path: named in errors; nothing is read from it.
    public init(bytes: [UInt8], path: String) throws(LedgerError) {
        let table = try LedgerTable(bytes: bytes, path: path)
        var entries: [LedgerEntry] = []
        for row in table.file.rows where !row.isBlank { entries.append(try table.entry(row)) }
        self.entries = entries
    }

    /// The forecasts of one scenario.
    ///
    /// - Throws: `unknownScenario` where there are none.
    public func ofScenario(_ id: String, path: String) throws(LedgerError) -> Ledger {
        var own = self
        own.entries = entries.filter { $0.scenario == id }
        guard own.entries.isEmpty else { return own }
        let known = Set(entries.map(\.scenario)).sorted()
        throw .unknownScenario(path: path, name: id, nearest: nearestName(to: id, among: known), known: known)
    }

    /// The bytes of a ledger with more forecasts at its end.
    public struct Appended: Sendable, Equatable {
        public var bytes: [UInt8]
        public var added: Int
        /// Forecasts that the ledger has already, the same in everything but the time.
        public var unchanged: Int

        /// Its parts, as documented on each.
        public init(bytes: [UInt8], added: Int, unchanged: Int) {
            self.bytes = bytes
            self.added = added
            self.unchanged = unchanged
        }
    }

    /// Adds forecasts at the end of a ledger; what it holds stays as it is, byte for byte.
    ///
    /// A forecast that says in everything but the time what the last one on the same question by the same
    /// scenario says is not repeated: stating it again makes it neither better nor earlier.
    ///
    /// - Parameter bytes: of the ledger so far; empty for a new one.
    public static func appending(
        _ entries: [LedgerEntry], to bytes: [UInt8], path: String
    ) throws(LedgerError) -> Appended {
        let isNew = bytes.isEmpty
        let table = isNew ? nil : try LedgerTable(bytes: bytes, path: path)
        let header = table?.file.header ?? columns
        var writer = CSVWriter(header: header)
        let headerCount = writer.bytes.count
        var last: [LedgerKey: LedgerEntry] = [:]
        for row in table?.file.rows ?? [] where !row.isBlank {
            let entry = try table!.entry(row)
            last[LedgerKey(entry)] = entry
        }
        var added = 0
        for entry in entries {
            if let previous = last[LedgerKey(entry)], previous.isSameForecast(as: entry) { continue }
            writer.append(entry, columns: header)
            last[LedgerKey(entry)] = entry
            added += 1
        }
        var grown = bytes
        if added > 0 || isNew {
            if let end = grown.last, end != 0x0A, end != 0x0D { grown += [0x0D, 0x0A] }
            grown += isNew ? writer.bytes[...] : writer.bytes[headerCount...]
        }
        return Appended(bytes: grown, added: added, unchanged: entries.count - added)
    }
}

/// What tells forecasts apart that replace each other in time.
struct LedgerKey: Hashable {
    var scenario: String
    var question: Question

    init(_ entry: LedgerEntry) {
        scenario = entry.scenario
        question = entry.question
    }
}

extension LedgerEntry {
    func isSameForecast(as other: LedgerEntry) -> Bool {
        var moved = other
        moved.madeOn = madeOn
        return moved == self
    }
}

extension CSVFile.Row {
    /// A line of commas, as spreadsheets leave below their tables.
    var isBlank: Bool { fields.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
}

extension CSVWriter {
    /// One row under the columns of a file, which may have others besides a ledger's.
    fileprivate mutating func append(_ entry: LedgerEntry, columns: [String]) {
        let goal = entry.question.goal
        for column in columns {
            switch column {
            case "made_on": append(entry.madeOn)
            case "region": append(entry.question.region)
            case "scenario": append(entry.scenario)
            case "scenario_sha256": append(entry.digest)
            case "version": append(entry.version)
            case "seed": append(entry.seed)
            case "members": append(entry.members)
            case "as_of": append(entry.asOf.map(Double.init))
            case "target": append(entry.question.target)
            case "reading": append(entry.question.reading)
            case "headline": append(entry.isHeadline ? "true" : "false")
            case "name": append(entry.name)
            case "indicator": append(entry.question.indicator)
            case "comparator": append(goal?.comparator.rawValue ?? "")
            case "goal_value": append(goal?.value)
            case "goal_upper": append(goal?.upper)
            case "by_any_year": append(goal.map { $0.byAnyYear ? "true" : "false" } ?? "")
            case "unit": append(entry.question.unit)
            case "year": append(entry.question.year)
            case "odds": append(entry.odds)
            case "odds_standard_error": append(entry.oddsError)
            case "count_probabilities":
                append(
                    entry.countProbabilities.enumerated().map { "\($0.offset):\(plainNumber($0.element))" }
                        .joined(separator: "|"))
            case "latest_value": append(entry.latest?.value)
            case "latest_year": append(entry.latest.map { Double($0.year) })
            case "quality": append(entry.quality)
            default:
                if let index = Ledger.quantileColumns.firstIndex(of: column) {
                    append(entry.quantiles[index])
                } else {
                    appendEmpty()
                }
            }
        }
        endRow()
    }
}
