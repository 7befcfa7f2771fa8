import CSV
import Goals
import Scenarios

/// What became of forecasts: figures that were published, or only whether a goal was met.
public struct Actuals: Sendable {
    public private(set) var figures: [ActualFigure]

    /// Columns of a file of actual figures; only `target`, `year` and one of `value` and `met` are needed.
    public static let columns = [
        "region", "target", "reading", "name", "indicator", "unit", "year", "goal", "value", "met", "source", "note",
    ]

    /// Joins figures from several files.
    public init(_ parts: [Actuals]) { figures = parts.flatMap(\.figures) }

    /// Reads a file of actual figures. Rows with neither `value` nor `met` are still to be filled in, and skipped.
    ///
    /// - Parameter path: named in errors; nothing is read from it.
    public init(bytes: [UInt8], path: String) throws(LedgerError) {
        let file: CSVFile
        do throws(CSVError) {
            file = try CSVFile(bytes: bytes, path: path)
            _ = try (file.requiredColumn("target"), file.requiredColumn("year"))
            if file.column("met") == nil { _ = try file.requiredColumn("value") }
        } catch {
            throw .csv(error)
        }
        var figures: [ActualFigure] = []
        for row in file.rows where !row.isBlank {
            if let figure = try ActualFigure(row, of: file) { figures.append(figure) }
        }
        self.figures = figures
    }

    /// The figures that a scenario names as published for its targets and tracked quantities (the first series of
    /// each reading), so that the observations that a projection learns from also score its forecasts. Bounds, and
    /// figures of another definition, are no outcomes.
    public init(publishedIn scenario: Scenario) {
        let targets = scenario.targets.flatMap { target in
            target.readings.flatMap { reading in
                ActualFigure.published(
                    reading.observed, target: target.id, reading: reading.id, indicator: reading.indicator,
                    in: scenario, at: reading.location)
            }
        }
        figures =
            targets
            + scenario.tracked.flatMap { tracked in
                ActualFigure.published(
                    tracked.observed, target: tracked.id, reading: Question.tracked, indicator: tracked.indicator,
                    in: scenario, at: tracked.location)
            }
    }

    /// The questions of a ledger as a file of actual figures to be filled in, by year: each figure once, whichever
    /// scenarios ask for it, and once per goal. Columns as ``columns``, cells as text.
    ///
    /// - Parameter answers: questions that these answer already are left out.
    public static func template(for ledger: Ledger, besides answers: Actuals) throws(LedgerError) -> [[String]] {
        let outcomes = try Outcomes(of: ledger, actuals: answers)
        var open: [Question: String] = [:]
        for entry in ledger.entries {
            let outcome = outcomes.outcome(of: entry)
            if outcome.value == nil && outcome.met == nil { open[entry.question] = entry.name }
        }
        // The deadline's row carries the goal and asks for the figure too.
        let withGoal = Set(open.keys.filter { $0.goal != nil }.map(\.withoutGoal))
        return open.filter { $0.key.goal != nil || !withGoal.contains($0.key) }
            .map { question, name in
                [
                    question.region, question.target, question.reading, name, question.indicator, question.unit,
                    String(question.year), question.goal?.text ?? "", "", "", "", "",
                ]
            }
            .sorted { a, b in ([a[6]] + a).lexicographicallyPrecedes([b[6]] + b) }
    }
}

/// One row of actual figures. Where a column is empty the row speaks of every forecast that the others allow.
public struct ActualFigure: Sendable {
    public var place: ActualPlace
    public var region: String
    public var scenario: String
    public var target: String
    public var reading: String
    public var indicator: String
    public var unit: String
    public var year: Int
    /// Text of the goal that `met` speaks of.
    public var goal: String
    /// In the ledger's unit.
    public var value: Double?
    /// Whether the file says `15.2%`: then the value is in percent whatever its size.
    public var hasPercentSign: Bool
    public var met: Bool?
    /// Whether the row was written to score forecasts: one that no forecast asks for is then worth a word.
    public var isForLedger: Bool
}

extension ActualFigure {
    /// nil for a row that is not filled in yet.
    fileprivate init?(_ row: CSVFile.Row, of file: CSVFile) throws(LedgerError) {
        func text(_ column: String) -> String {
            guard let index = file.column(column) else { return "" }
            return row[index].trimmed
        }
        func number(_ column: String) throws(LedgerError) -> Double? {
            guard let index = file.column(column) else { return nil }
            do throws(CSVError) {
                return try file.number(row: row, column: index)
            } catch {
                throw .csv(error)
            }
        }
        func bad(_ column: String, _ expected: String) -> LedgerError {
            .badCell(path: file.path, line: row.line, column: column, value: text(column), expected: expected)
        }
        let value: Double?
        let percent = text("value").withoutPercentSign
        if let percent {
            guard let number = Double(percent), number.isFinite else { throw bad("value", "percent, e.g. 15.2%") }
            value = number
        } else {
            value = try number("value")
        }
        let met = Self.answer(text("met"))
        if met == nil, !text("met").isEmpty { throw bad("met", "yes or no, or nothing") }
        guard value != nil || met != nil else { return nil }
        guard !text("target").isEmpty else {
            throw .incompleteActual(ActualPlace(path: file.path, line: row.line), missing: "the target")
        }
        guard let stated = try number("year"), let year = Int(exactly: stated), (1900...2200).contains(year) else {
            throw bad("year", "a year, e.g. 2027")
        }
        self.init(
            place: ActualPlace(path: file.path, line: row.line), region: text("region"), scenario: text("scenario"),
            target: text("target"), reading: text("reading"), indicator: text("indicator"), unit: text("unit"),
            year: year, goal: text("goal"), value: value, hasPercentSign: percent != nil, met: met, isForLedger: true)
    }

    private static func answer(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "yes", "true", "1", "是": true
        case "no", "false", "0", "否": false
        default: nil
        }
    }

    fileprivate static func published(
        _ series: [ObservedSeries], target: String, reading: String, indicator: Indicator, in scenario: Scenario,
        at location: SourceLocation
    ) -> [ActualFigure] {
        let display = indicator.display(in: scenario)
        guard let first = series.first, first.learning?.sense ?? .value == .value else { return [] }
        return first.points.filter { $0.exclusion != .otherDefinition }.map { point in
            ActualFigure(
                place: ActualPlace(path: location.file, line: location.line), region: scenario.region, scenario: "",
                target: target, reading: reading, indicator: indicator.phrase, unit: display.iamcUnit,
                year: point.year, goal: "", value: point.value * display.scale, hasPercentSign: false, met: nil,
                isForLedger: false)
        }
    }
}

extension Question {
    /// The question for the figure alone.
    var withoutGoal: Question {
        var question = self
        question.goal = nil
        return question
    }
}

extension String {
    /// Without blanks at the ends, which spreadsheets do not show.
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// What stands before a percent sign at the end; nil without one.
    fileprivate var withoutPercentSign: String? {
        guard let last, "%％".contains(last) else { return nil }
        return String(dropLast()).trimmed
    }
}
