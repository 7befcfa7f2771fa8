import CSV
import Scenarios

/// The rows of a file that has a ledger's columns.
struct LedgerTable {
    let file: CSVFile
    private let places: [String: Int]

    init(bytes: [UInt8], path: String) throws(LedgerError) {
        do throws(CSVError) {
            file = try CSVFile(bytes: bytes, path: path)
        } catch {
            throw .csv(error)
        }
        var places: [String: Int] = [:]
        for name in Ledger.columns {
            guard let place = file.column(name) else {
                throw .notALedger(path: path, missing: name, header: file.header)
            }
            places[name] = place
        }
        self.places = places
    }

    func entry(_ row: CSVFile.Row) throws(LedgerError) -> LedgerEntry {
        var quantiles: [Double] = []
        for name in Ledger.quantileColumns { quantiles.append(try required(name, row)) }
        if !zip(quantiles, quantiles.dropFirst()).allSatisfy(<=) {
            throw bad("p95", row, expected: "quantiles that do not descend from p5 to p95")
        }
        let odds = try number("odds", row)
        if let odds, !(0...1).contains(odds) { throw bad("odds", row, expected: "a probability from 0 to 1") }
        let (latest, latestYear) = (try number("latest_value", row), try year("latest_year", row))
        guard text("made_on", row).isTimestamp else {
            throw bad("made_on", row, expected: "a time such as 2026-11-24T06:57:04Z")
        }
        return LedgerEntry(
            madeOn: text("made_on", row), scenario: text("scenario", row), digest: text("scenario_sha256", row),
            version: text("version", row), seed: text("seed", row),
            members: try whole("members", row), asOf: try year("as_of", row), question: try question(row),
            name: text("name", row), isHeadline: text("headline", row) == "true", odds: odds,
            oddsError: try number("odds_standard_error", row), quantiles: quantiles,
            countProbabilities: try chances(row),
            latest: latest.flatMap { value in latestYear.map { .init(value: value, year: $0) } },
            quality: text("quality", row))
    }

    private func question(_ row: CSVFile.Row) throws(LedgerError) -> Question {
        Question(
            region: text("region", row), target: text("target", row), reading: text("reading", row),
            indicator: text("indicator", row), unit: text("unit", row), year: try whole("year", row),
            goal: try goal(row))
    }

    private func goal(_ row: CSVFile.Row) throws(LedgerError) -> LedgerGoal? {
        let word = text("comparator", row)
        guard !word.isEmpty else { return nil }
        guard let comparator = Goal.Comparator(rawValue: word) else {
            throw bad("comparator", row, expected: "a comparator such as \"more than\" or \"at least\"")
        }
        return LedgerGoal(
            comparator: comparator, value: try required("goal_value", row), upper: try number("goal_upper", row),
            byAnyYear: text("by_any_year", row) == "true")
    }

    /// `0:0.1|1:0.9`, numbers from 0 on.
    private func chances(_ row: CSVFile.Row) throws(LedgerError) -> [Double] {
        var chances: [Double] = []
        for item in text("count_probabilities", row).split(separator: "|") {
            let parts = item.split(separator: ":")
            guard parts.count == 2, Int(parts[0]) == chances.count, let chance = Double(parts[1]),
                (0...1).contains(chance)
            else { throw bad("count_probabilities", row, expected: "chances such as 0:0.1|1:0.9") }
            chances.append(chance)
        }
        return chances
    }

    // MARK: Cells

    /// Without the apostrophe that keeps spreadsheets from running text as a formula.
    private func text(_ column: String, _ row: CSVFile.Row) -> String {
        let text = row[places[column]!]
        guard text.first == "'", let second = text.dropFirst().first, "=+-@\t\r＝＋－＠".contains(second) else {
            return text
        }
        return String(text.dropFirst())
    }

    private func number(_ column: String, _ row: CSVFile.Row) throws(LedgerError) -> Double? {
        do throws(CSVError) {
            return try file.number(row: row, column: places[column]!)
        } catch {
            throw .csv(error)
        }
    }

    private func required(_ column: String, _ row: CSVFile.Row) throws(LedgerError) -> Double {
        guard let value = try number(column, row) else { throw bad(column, row, expected: "a number") }
        return value
    }

    private func whole(_ column: String, _ row: CSVFile.Row) throws(LedgerError) -> Int {
        guard let value = Int(exactly: try required(column, row)), value > 0 else {
            throw bad(column, row, expected: "a whole number")
        }
        return value
    }

    private func year(_ column: String, _ row: CSVFile.Row) throws(LedgerError) -> Int? {
        try number(column, row) == nil ? nil : try whole(column, row)
    }

    private func bad(_ column: String, _ row: CSVFile.Row, expected: String) -> LedgerError {
        .badCell(path: file.path, line: row.line, column: column, value: text(column, row), expected: expected)
    }
}

extension String {
    /// `2026-11-24T06:57:04Z`, or with less behind the year and month, as spreadsheets may leave it.
    fileprivate var isTimestamp: Bool {
        let year = prefix(4)
        return year.count == 4 && year.allSatisfy(\.isWholeNumber) && dropFirst(4).first == "-"
    }
}
