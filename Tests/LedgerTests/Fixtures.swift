import CSV
import Ledger

/// Forecasts made by hand.
enum Fixtures {
    static func entry(
        _ target: String = "output", year: Int = 2027, scenario: String = "valley", madeOn: String = "2026-11-24",
        asOf: Int? = 2025, reading: String = "main", goal: LedgerGoal? = nil, odds: Double? = nil,
        median: Double = 100, members: Int = 1000, counts: [Double] = [], latest: Double? = nil
    ) -> LedgerEntry {
        LedgerEntry(
            madeOn: madeOn + "T06:00:00Z", scenario: scenario, digest: "ab12", version: "1.2.3", seed: "7",
            members: members, asOf: asOf,
            question: Question(
                region: "region", target: target, reading: reading, indicator: "{total: \(target)}", unit: "t",
                year: year, goal: goal),
            name: "Name of \(target)", isHeadline: true, odds: odds, oddsError: odds.map { _ in 0.01 },
            quantiles: [-3, -2, -1, 0, 1, 2, 3].map { median * (1 + $0 / 10) }, countProbabilities: counts,
            latest: latest.map { .init(value: $0, year: 2024) }, quality: "B")
    }

    static let more = LedgerGoal(comparator: .moreThan, value: 120)

    static func ledger(_ entries: [LedgerEntry]) throws -> Ledger {
        try Ledger(bytes: Ledger.appending(entries, to: [], path: "l.csv").bytes, path: "l.csv")
    }

    static func actuals(_ lines: [String], columns: String = "target,year,value,met") throws -> Actuals {
        let text = ([columns] + lines).map { $0 + "\n" }.joined()
        return try Actuals(bytes: Array(text.utf8), path: "a.csv")
    }

    static func scores(_ entries: [LedgerEntry], _ lines: [String]) throws -> LedgerScores {
        try LedgerScores(of: ledger(entries), actuals: actuals(lines))
    }
}
