import Projection
import Scenarios

/// What levers are held against, and the money behind it.
struct LeverMeasure {
    let subject: LeverOutcome.Subject
    let money: LeverOutcome.Money
    /// A quantity to be followed for the money, where it is another than the outcome's own.
    let followed: (name: String, indicator: Indicator)?

    /// Every reading of every target.
    static func targets(of scenario: Scenario) -> [LeverMeasure] {
        scenario.targets.flatMap { target in
            target.readings.map { reading in
                let (money, indicator) = money(behind: reading.indicator)
                return LeverMeasure(
                    subject: .target(target, reading), money: money,
                    followed: indicator.map { ("lever test of \(target.id)/\(reading.id)", $0) })
            }
        }
    }

    /// The named industries, then the value added of the region.
    static func industries(of scenario: Scenario) -> [LeverMeasure] {
        scenario.themes.map {
            LeverMeasure(subject: .theme($0), money: $0.size == nil ? .none : .outcome, followed: nil)
        } + [LeverMeasure(subject: .valueAdded, money: .outcome, followed: nil)]
    }

    /// The money that an indicator is made of: of a share its numerator, of a count the total of its portfolio.
    private static func money(behind indicator: Indicator) -> (LeverOutcome.Money, Indicator?) {
        switch indicator {
        case .total, .unit, .level, .satellite(_, unit: .money): (.outcome, nil)
        // Jobs, energy, shares: no money stands behind them.
        case .satellite: (.none, nil)
        case .cumulative(let id), .count(let id, _, _): (.total(portfolio: id), .total(portfolio: id))
        case .share(let group, _, let measure):
            (
                measure == .output ? .output(group: group) : .valueAdded(group: group),
                .level(group: group, measure: measure, constantPrices: false)
            )
        case .growth(let inner):
            switch money(behind: inner) {
            // Growth is of the level that it grows from.
            case (.outcome, _): (Self.money(of: inner), inner)
            case (let money, let indicator): (money, indicator)
            }
        }
    }

    private static func money(of indicator: Indicator) -> LeverOutcome.Money {
        switch indicator {
        case .total(let id), .unit(_, let id): .total(portfolio: id)
        case .level(let group, .output, _): .output(group: group)
        case .level(let group, .valueAdded, _): .valueAdded(group: group)
        default: .none
        }
    }
}

extension LeverMeasure {
    /// - Parameter comparisons: of the scenario without levers with each alone, then, where there are several, with all.
    func outcome(of levers: [Lever], _ comparisons: [ComparisonResult]) -> LeverOutcome? {
        guard let first = side(comparisons[0]) else { return nil }
        var effects = zip(levers, comparisons).compactMap { lever, comparison in
            effect(.lever(lever), comparison)
        }
        if levers.count > 1, let together = effect(.together, comparisons[levers.count]) {
            effects += [together, interaction(of: together, with: effects, beside: first.without)]
        }
        return LeverOutcome(
            subject: subject, year: first.year, display: first.display, money: money, without: first.without,
            gap: first.reading.map(gap),
            oddsWithout: first.reading?.base.odds, effects: effects)
    }

    /// What the median without levers lacks; nothing where it meets the goal.
    private func gap(_ reading: ReadingComparison) -> Double {
        guard case .target(let target, _) = subject, !target.goal.isMet(by: reading.base.atDeadline.p50) else {
            return 0
        }
        return max(target.goal.isCap ? -reading.base.gap : reading.base.gap, 0)
    }

    /// The variable that it is read from, beside targets.
    var variables: [String] {
        let own: String? =
            switch subject {
            case .target: nil
            case .theme(let theme): Self.variable(of: theme)
            case .valueAdded: Self.valueAdded
            }
        return [own, followed.map { Self.following($0.name) }].compactMap { $0 }
    }

    private static func variable(of theme: Theme) -> String {
        "Theme|\(theme.name)|\(theme.size == nil ? "Output Index" : "Size")"
    }

    private static func following(_ name: String) -> String { "Tracked|\(name)" }

    private static let valueAdded = "Value Added"

    /// The outcome in one comparison.
    private struct Side {
        let year: Int
        let display: Display
        let without: Summary
        let difference: Summary?
        let reading: ReadingComparison?
    }

    private func side(_ comparison: ComparisonResult) -> Side? {
        switch subject {
        case .target(let target, let reading):
            guard
                let found = comparison.targets.first(where: { $0.target.id == target.id })?.readings
                    .first(where: { $0.base.reading.id == reading.id })
            else { return nil }
            return Side(
                year: target.deadline, display: found.base.display, without: found.base.atDeadline,
                difference: found.difference, reading: found)
        case .theme(let theme):
            return side(
                comparison, Self.variable(of: theme),
                theme.size != nil ? Self.money : Display(measure: .index, iamcUnit: "index"))
        case .valueAdded: return side(comparison, Self.valueAdded, Self.money)
        }
    }

    private static let money = Display(measure: .money, iamcUnit: IAMC.money)

    private func side(_ comparison: ComparisonResult, _ name: String, _ display: Display) -> Side? {
        guard let point = comparison.variables.first(where: { $0.name == name })?.years.last else { return nil }
        return Side(year: point.year, display: display, without: point.base, difference: point.difference, reading: nil)
    }

    private func effect(_ source: LeverEffect.Source, _ comparison: ComparisonResult) -> LeverEffect? {
        guard let side = side(comparison), let difference = side.difference else { return nil }
        let outcome = LeverEffect.Change(difference, beside: side.without)
        return LeverEffect(
            source: source, outcome: outcome, money: money == .outcome ? outcome : followed(comparison, side.year),
            oddsDifference: side.reading.map { clean($0.oddsDifference, beside: 1) },
            standardError: side.reading?.standardError)
    }

    private func followed(_ comparison: ComparisonResult, _ year: Int) -> LeverEffect.Change? {
        guard let followed else { return nil }
        let variable = comparison.variables.first { $0.name == Self.following(followed.name) }
        guard let point = variable?.years.first(where: { $0.year == year }), let difference = point.difference else {
            return nil
        }
        return LeverEffect.Change(difference, beside: point.base)
    }

    private func interaction(
        of together: LeverEffect, with alone: [LeverEffect], beside without: Summary
    ) -> LeverEffect {
        func rest(_ whole: Double?, _ part: (LeverEffect) -> Double?, beside level: Double) -> Double? {
            whole.map { whole in clean(alone.reduce(whole) { $0 - (part($1) ?? 0) }, beside: level) }
        }
        let money = together.money?.mean
        return LeverEffect(
            source: .interaction,
            outcome: LeverEffect.Change(
                mean: rest(together.outcome.mean, { $0.outcome.mean }, beside: without.p95) ?? 0),
            money: rest(money, { $0.money?.mean }, beside: money ?? 0).map { LeverEffect.Change(mean: $0) },
            oddsDifference: rest(together.oddsDifference, { $0.oddsDifference }, beside: 1), standardError: nil)
    }
}

/// 0 where a difference is nothing beside a level: sums taken in another order differ in their last digits.
private func clean(_ difference: Double, beside level: Double) -> Double {
    abs(difference) <= 1e-9 * abs(level) ? 0 : difference
}

extension LeverEffect.Change {
    /// - Parameter level: of what differs, without levers.
    fileprivate init(_ difference: Summary, beside level: Summary) {
        self.init(
            mean: clean(difference.mean, beside: level.p95), p5: clean(difference.p5, beside: level.p95),
            p95: clean(difference.p95, beside: level.p95))
    }
}
