import CSV
import Goals

/// What actual figures say about the questions of a ledger.
struct Outcomes {
    /// What came of one forecast.
    struct Outcome {
        var value: Double?
        /// Whether the goal was met; nil without a goal, and where it cannot be said yet.
        var met: Bool?
    }

    private let outcomes: [LedgerKey: Outcome]
    /// Rows of actual figures that no forecast asks for.
    let unused: [ActualFigure]

    /// - Throws: what contradicts itself, and rows that do not say enough to know what they are about.
    init(of ledger: Ledger, actuals: Actuals) throws(LedgerError) {
        var keys: [LedgerKey] = []
        var seen: Set<LedgerKey> = []
        for entry in ledger.entries where seen.insert(LedgerKey(entry)).inserted { keys.append(LedgerKey(entry)) }
        let forecasts = Dictionary(grouping: ledger.entries) { $0.question.withoutGoal }
        for figure in actuals.figures {
            try Self.check(figure, against: keys)
            for key in keys where figure.isForLedger && figure.isAbout(key) && figure.year == key.question.year {
                try figure.checkValue(of: key.question, forecasts: forecasts[key.question.withoutGoal] ?? [])
            }
        }
        var outcomes: [LedgerKey: Outcome] = [:]
        for key in keys { outcomes[key] = try Self.outcome(of: key, actuals.figures) }
        self.outcomes = outcomes
        unused = actuals.figures.filter { figure in figure.isForLedger && !keys.contains { figure.speaks(of: $0) } }
    }

    func outcome(of entry: LedgerEntry) -> Outcome { outcomes[LedgerKey(entry)] ?? Outcome() }

    // MARK: What rows must say

    private static func check(_ figure: ActualFigure, against keys: [LedgerKey]) throws(LedgerError) {
        let sameTarget = keys.filter { figure.isAbout($0) }
        guard let first = sameTarget.first else { return }
        if figure.reading.isEmpty {
            let readings = Set(sameTarget.map(\.question.reading))
            if readings.count > 1 {
                throw .ambiguousReading(figure.place, target: figure.target, readings: readings.sorted())
            }
        }
        if !figure.unit.isEmpty, !sameTarget.contains(where: { $0.question.unit == figure.unit }) {
            throw .otherUnit(
                figure.place, target: figure.target, found: figure.unit, expected: first.question.unit)
        }
        if figure.hasPercentSign, let unit = sameTarget.map(\.question.unit).first(where: { $0 != "%" }) {
            throw .otherUnit(figure.place, target: figure.target, found: "%", expected: unit)
        }
        let ofYear = sameTarget.filter { $0.question.year == figure.year }
        if figure.met != nil, keys.contains(where: figure.speaks), ofYear.allSatisfy({ $0.question.goal == nil }) {
            let deadlines = Set(sameTarget.filter { $0.question.goal != nil }.map(\.question.year))
            throw .metWithoutGoal(
                figure.place, target: figure.target, year: figure.year, deadlines: deadlines.sorted())
        }
        if figure.met != nil, figure.goal.isEmpty {
            let goals = Set(ofYear.compactMap(\.question.goal?.text))
            if goals.count > 1 {
                throw .ambiguousGoal(figure.place, target: figure.target, goals: goals.sorted())
            }
        }
    }

    // MARK: What they say

    private static func outcome(of key: LedgerKey, _ figures: [ActualFigure]) throws(LedgerError) -> Outcome {
        let series = figures.filter { $0.isAbout(key) && ($0.unit.isEmpty || $0.unit == key.question.unit) }
        let own = series.filter { $0.year == key.question.year }
        let value = try agreed(own, about: "the figure of \(key.question.target) in \(key.question.year)", \.value)
        guard let goal = key.question.goal else { return Outcome(value: value) }
        let told = try agreed(
            own.filter { $0.goal.isEmpty || $0.goal == goal.text },
            about: "whether \(key.question.target) was met in \(key.question.year)", \.met)
        let figured = isMet(goal, by: key.question.year, series, value: value)
        if let told, let figured, told != figured, let row = own.first(where: { $0.met != nil }) {
            throw .contradiction(
                first: own.first { $0.value != nil }?.place ?? row.place, second: row.place,
                about: "whether the goal \"\(goal.text)\" was met by \(value.map(plainNumber) ?? "an earlier figure")")
        }
        return Outcome(value: value, met: told ?? figured)
    }

    /// By the figure of the deadline; with a goal for any year, by that of any year up to it.
    private static func isMet(_ goal: LedgerGoal, by deadline: Int, _ series: [ActualFigure], value: Double?) -> Bool? {
        if goal.byAnyYear {
            let earlier = series.filter { $0.year <= deadline }.compactMap(\.value)
            if earlier.contains(where: goal.isMet(by:)) { return true }
        }
        return value.map(goal.isMet(by:))
    }

    /// What all rows that say anything say.
    private static func agreed<Value: Equatable>(
        _ figures: [ActualFigure], about: String, _ value: (ActualFigure) -> Value?
    ) throws(LedgerError) -> Value? {
        var first: (figure: ActualFigure, value: Value)?
        for figure in figures {
            guard let own = value(figure) else { continue }
            if let first, first.value != own {
                throw .contradiction(first: first.figure.place, second: figure.place, about: about)
            }
            if first == nil { first = (figure, own) }
        }
        return first?.value
    }
}

extension ActualFigure {
    /// Whether the row is about the target and reading of a forecast, for whatever year and in whatever unit.
    fileprivate func isAbout(_ key: LedgerKey) -> Bool {
        func agrees(_ own: String, _ other: String) -> Bool { own.isEmpty || own == other }
        let question = key.question
        return target == question.target && agrees(region, question.region) && agrees(scenario, key.scenario)
            && agrees(reading, question.reading) && agrees(indicator, question.indicator)
    }

    fileprivate func speaks(of key: LedgerKey) -> Bool {
        isAbout(key) && (key.question.year == year || key.question.goal?.byAnyYear == true && year <= key.question.year)
    }
}
