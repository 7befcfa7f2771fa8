import Glibc

/// Progress toward a target by Eurostat's rule: growth so far over growth required.
///
/// With CAGR(a, b, n) = (b / a)^(1 / n) - 1, the ratio is
/// CAGR(base, latest, latest year - base year) / CAGR(base, target, deadline - base year).
/// From 95% `significant` (on track), from 60% `moderate`, from 0 `insufficient`,
/// below `moving away`; a target that the latest value meets is `achieved`.
///
/// Edges, in this order; each says in the label what holds, and has no ratio:
/// a figure that is not finite; deadline not after the base year; latest year
/// before the base year; met already; latest year after the deadline (missed);
/// no year between base and latest; base of zero or below; latest or target
/// below zero; a base that met the target already. With the deadline reached
/// and the target not met the ratio stands and the label says `missed`.
///
/// Source: Eurostat, Sustainable development in the European Union: monitoring
/// report, annex on the assessment of indicator trends.
///
/// - Parameters:
///   - atMost: the target is met at or below its value, so the way leads down.
///   - isShare: values are fractions of 1; if growth so far would carry the share
///     past 100% by the deadline, the label says so, since no share grows like that.
public func eurostatProgress(
    base: Double, baseYear: Int, latest: Double, latestYear: Int, target: Double, deadline: Int,
    atMost: Bool = false, isShare: Bool = false
) -> ProgressResult {
    let path = ProgressPath(
        base: base, baseYear: baseYear, latest: latest, latestYear: latestYear, target: target, deadline: deadline,
        atMost: atMost)
    if let edge = path.edge { return edge }
    guard let soFar = path.growthSoFar,
        let required = compoundGrowth(from: base, to: target, years: deadline - baseYear), required != 0
    else { return .notDefined(.growthUndefined) }
    let ratio = soFar / required
    let grade: ProgressResult.Grade =
        switch ratio {
        case 0.95...: .significant
        case 0.60...: .moderate
        case 0...: .insufficient
        default: .movingAway
        }
    return path.result(ratio: ratio, grade: grade, growthSoFar: soFar, isShare: isShare)
}

/// Progress toward a target by the rule of the UN progress chart 2023: where the
/// growth so far leads by the deadline, as a share of the way.
///
/// With g the compound growth from base to latest value, the ratio is
/// (latest (1 + g)^(deadline - latest year) - base) / (target - base). From 0.95
/// `on track`, from 0.10 `fair`, below `poor`; a target that the latest value
/// meets is `achieved`.
///
/// Edges and parameters are those of ``eurostatProgress(base:baseYear:latest:latestYear:target:deadline:atMost:isShare:)``.
///
/// Source: United Nations Statistics Division, SDG progress chart 2023, technical note.
public func unitedNationsProgress(
    base: Double, baseYear: Int, latest: Double, latestYear: Int, target: Double, deadline: Int,
    atMost: Bool = false, isShare: Bool = false
) -> ProgressResult {
    let path = ProgressPath(
        base: base, baseYear: baseYear, latest: latest, latestYear: latestYear, target: target, deadline: deadline,
        atMost: atMost)
    if let edge = path.edge { return edge }
    guard let soFar = path.growthSoFar, target != base else { return .notDefined(.growthUndefined) }
    let ratio = (path.extrapolated(growth: soFar) - base) / (target - base)
    let grade: ProgressResult.Grade =
        switch ratio {
        case 0.95...: .onTrack
        case 0.10...: .fair
        default: .poor
        }
    return path.result(ratio: ratio, grade: grade, growthSoFar: soFar, isShare: isShare)
}

/// The figures that both rules judge.
private struct ProgressPath {
    var base: Double
    var baseYear: Int
    var latest: Double
    var latestYear: Int
    var target: Double
    var deadline: Int
    var atMost: Bool

    /// The outcome where no ratio is defined; nil in the regular case.
    var edge: ProgressResult? {
        guard base.isFinite, latest.isFinite, target.isFinite else { return .notDefined(.figureMissing) }
        if deadline <= baseYear { return .notDefined(.deadlineNotLater) }
        if latestYear < baseYear { return .notDefined(.figureOlder) }
        if isMet(latest) {
            let isLate = latestYear > deadline
            return ProgressResult(ratio: nil, outcome: isLate ? .achievedLate : .achieved)
        }
        if latestYear > deadline { return ProgressResult(ratio: nil, outcome: .deadlinePassed) }
        if latestYear == baseYear { return .notDefined(.noFigure) }
        if base <= 0 { return .notDefined(base == 0 ? .baseZero : .baseNegative) }
        if latest < 0 { return .notDefined(.latestNegative) }
        if target < 0 { return .notDefined(.targetNegative) }
        if isMet(base) { return .notDefined(.baseMet) }
        return nil
    }

    var growthSoFar: Double? { compoundGrowth(from: base, to: latest, years: latestYear - baseYear) }

    func extrapolated(growth: Double) -> Double { latest * pow(1 + growth, Double(deadline - latestYear)) }

    private func isMet(_ value: Double) -> Bool { atMost ? value <= target : value >= target }

    /// A regular outcome, with what the reader must know beside the grade.
    func result(
        ratio: Double, grade: ProgressResult.Grade, growthSoFar: Double, isShare: Bool
    ) -> ProgressResult {
        if latestYear == deadline { return ProgressResult(ratio: ratio, outcome: .missed(grade)) }
        let passes = isShare && extrapolated(growth: growthSoFar) > 1
        return ProgressResult(ratio: ratio, outcome: passes ? .pastWhole(grade) : .graded(grade))
    }
}

extension ProgressResult {
    fileprivate static func notDefined(_ reason: Reason) -> ProgressResult {
        ProgressResult(ratio: nil, outcome: .notDefined(reason))
    }
}
