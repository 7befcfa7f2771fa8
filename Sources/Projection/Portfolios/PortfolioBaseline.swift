import RealModule
import Sampling
import Scenarios

/// Sizes of a portfolio's units at `start`, drawn to agree with what is known.
///
/// For each member, repeat: draw the size distribution (median, sd of logs),
/// draw every unit without a figure from it and every ranged figure from its
/// range; reconcile the parts with the total where one is known; accept when
/// every known count holds. Rejection acts on all of it together, so that the
/// known counts also say which size distributions are plausible.
struct PortfolioBaseline: Sendable {
    private let units: [Source]
    private let median: ParameterDraw?
    private let logDeviation: ParameterDraw?
    private let localShareOnce: ParameterDraw?
    private let total: (value: ParameterDraw, growth: ParameterDraw?, years: Int)?
    private let known: [KnownCount]
    private let portfolio: String
    /// Whether the starting total differs between members.
    let isUncertain: Bool
    /// Worst letter of what the starting sizes rest on.
    let quality: Quality?

    private enum Source: Sendable {
        /// A published figure or range; `logDeviation` says how free reconciliation is to move it.
        case figure(ParameterDraw, logDeviation: Double, localShare: ParameterDraw?)
        case sizeDistribution(RandomStream)
    }

    static let maximumAttempts = 5_000

    init(_ portfolio: PortfolioSpecification, start: Int, seed: UInt64) {
        self.portfolio = portfolio.id
        let perUnit = portfolio.localShare?.redraw == .unit
        func localShare(_ item: String) -> ParameterDraw? {
            guard perUnit, let share = portfolio.localShare else { return nil }
            return ParameterDraw(share, seed: seed, item: item)
        }
        localShareOnce = perUnit ? nil : portfolio.localShare.map { ParameterDraw($0, seed: seed) }
        var sources = portfolio.units.map { unit -> Source in
            guard let output = unit.output else {
                return .sizeDistribution(
                    RandomStream(seed: seed, purpose: "size", item: "\(portfolio.id)/\(unit.id)"))
            }
            let distribution = output.distribution
            // An exact revenue of which a drawn share is local output is not an exact output.
            let spread = (distribution.relativeVariance + (portfolio.localShare?.distribution.relativeVariance ?? 0))
                .squareRoot()
            return .figure(
                ParameterDraw(output, seed: seed), logDeviation: spread, localShare: localShare(unit.id))
        }
        sources += (0..<(portfolio.unnamed?.count ?? 0)).map {
            .sizeDistribution(RandomStream(seed: seed, purpose: "size", item: "\(portfolio.id)/unnamed-\($0 + 1)"))
        }
        units = sources
        median = portfolio.size.map { ParameterDraw($0.median, seed: seed) }
        logDeviation = portfolio.size.map { ParameterDraw($0.logDeviation, seed: seed) }
        total = portfolio.total.map {
            (ParameterDraw($0.value, seed: seed), $0.growth.map { ParameterDraw($0, seed: seed) }, start - $0.year)
        }
        known = portfolio.known
        let hasSized = sources.contains { if case .sizeDistribution = $0 { true } else { false } }
        isUncertain =
            hasSized || portfolio.units.contains { $0.output.map { !$0.distribution.isConstant } ?? true }
            || portfolio.localShare.map { !$0.distribution.isConstant } ?? false
            || portfolio.total.map {
                !$0.value.distribution.isConstant || !($0.growth?.distribution.isConstant ?? true)
            } ?? false
        var letters = portfolio.units.compactMap { $0.output?.quality }
        if hasSized { letters.append(portfolio.size?.median.quality ?? .u) }
        if let share = portfolio.localShare { letters.append(share.quality ?? .u) }
        if let total = portfolio.total { letters.append(total.value.quality ?? .u) }
        quality = letters.max()
    }

    /// The standard normals of the first attempt, for a block of members: one column
    /// per unit; those of units with a figure are left alone.
    ///
    /// Most members need one attempt, and a block of draws costs a third of single ones.
    func fillFirstAttempt(_ draws: BlockDraws, into normals: BlockColumns) {
        for (index, source) in units.enumerated() {
            guard case .sizeDistribution(let stream) = source else { continue }
            draws.unmoved(stream, step: 0, into: normals.column(index))
            normalQuantile(inPlace: normals.column(index))
        }
    }

    /// Draws the sizes of one member; returns the attempts that it took, or nil
    /// when `maximumAttempts` did not do.
    ///
    /// - Parameters:
    ///   - row: the member's row in `normals`, which `fillFirstAttempt` has filled.
    ///   - sizes: one per initial unit, 亿元.
    func draw(
        _ draws: BlockDraws, row: Int, normals: BlockColumns, sizes: UnsafeMutableBufferPointer<Double>,
        freedoms: inout [Double]
    ) -> Int? {
        let member = UInt64(draws.origin(of: row))
        for attempt in 0..<Self.maximumAttempts {
            let luck = AttemptLuck(
                draws: draws, attempt: UInt32(attempt), member: member, row: row, normals: normals)
            guard compose(luck, sizes: sizes, freedoms: &freedoms) else { continue }
            if agrees(UnsafeBufferPointer(sizes)) { return attempt + 1 }
        }
        return nil
    }

    /// Fills a column with the scores of the accepted draws of one stream.
    ///
    /// - Parameter attempts: the accepted one of each row, from 0.
    func fillAccepted(
        _ stream: RandomStream, attempts: [Int], _ draws: BlockDraws, into scores: UnsafeMutableBufferPointer<Double>
    ) {
        for row in scores.indices {
            scores[row] = draws.unmoved(
                stream, attempt: UInt32(attempts[row]), member: UInt64(draws.origin(of: row)))
        }
        normalQuantile(inPlace: scores)
    }

    /// The sizes of one member from scores that observations have moved.
    ///
    /// - Parameters:
    ///   - scores: rows × `streams`.
    ///   - places: of each stream in the scores, by its identity.
    /// - Returns: whether the moved sizes still agree with what is known.
    func settle(
        row: Int, scores: BlockColumns, places: [UInt64: Int], sizes: UnsafeMutableBufferPointer<Double>,
        freedoms: inout [Double]
    ) -> Bool {
        compose(SettledLuck(scores: scores, places: places, row: row), sizes: sizes, freedoms: &freedoms)
            && agrees(UnsafeBufferPointer(sizes))
    }

    /// What the sizes of all units depend on.
    var sizeDraws: [ParameterDraw] {
        [median, logDeviation, localShareOnce, total?.value, total?.growth].compactMap { $0 }
    }

    /// Figures of single units, with their shares of local output.
    var figureDraws: [ParameterDraw] {
        units.flatMap { source -> [ParameterDraw] in
            guard case .figure(let draw, _, let localShare) = source else { return [] }
            return [draw] + [localShare].compactMap { $0 }
        }
    }

    /// Every stream that the sizes are drawn from, constants left out.
    var streams: [RandomStream] {
        let sized = units.compactMap { if case .sizeDistribution(let stream) = $0 { stream } else { nil } }
        return (sizeDraws + figureDraws).filter { !$0.isConstant }.map(\.stream) + sized
    }

    /// Sizes from one set of draws; false when they cannot add up to the known total.
    private func compose<Luck: BaselineLuck>(
        _ luck: Luck, sizes: UnsafeMutableBufferPointer<Double>, freedoms: inout [Double]
    ) -> Bool {
        func value(_ draw: ParameterDraw) -> Double { draw.value(luck.uniform(draw.stream)) }
        let spread = logDeviation.map(value) ?? 0
        let center = Double.log(max(median.map(value) ?? 1, 1e-9))
        let share = localShareOnce.map(value) ?? 1
        for (index, source) in units.enumerated() {
            switch source {
            case .figure(let draw, let deviation, let localShare):
                sizes[index] = value(draw) * share * (localShare.map(value) ?? 1)
                freedoms[index] = deviation * deviation
            case .sizeDistribution(let stream):
                sizes[index] = Double.exp(center + spread * luck.normal(stream, unit: index))
                freedoms[index] = spread * spread
            }
        }
        guard let total else { return true }
        let growth = total.growth.map { logGrowth(value($0)) } ?? 0
        return reconcile(
            sizes, freedoms: freedoms, total: value(total.value) * Double.exp(growth * Double(total.years)))
    }

    private func agrees(_ sizes: UnsafeBufferPointer<Double>) -> Bool {
        for condition in known {
            var count = 0
            for size in sizes where size > condition.threshold { count += 1 }
            if !condition.range.contains(count) { return false }
        }
        return true
    }

    /// Makes the sizes add up to `total`: ln y_i moves by λ times the variance of
    /// its log, so an exact figure stays and an uncertain one gives most.
    ///
    /// Newton's method on λ; false when the figures that cannot move exceed the total.
    private func reconcile(
        _ sizes: UnsafeMutableBufferPointer<Double>, freedoms: [Double], total: Double
    ) -> Bool {
        var fixed = 0.0
        for (size, freedom) in zip(sizes, freedoms) where freedom == 0 { fixed += size }
        guard total > fixed, let freest = freedoms.max(), freest > 0 else { return false }
        // Where hardly anything can move, Newton's first step would pass the largest double.
        let longest = 50 / freest
        var lambda = 0.0
        for _ in 0..<100 {
            var (sum, slope) = (0.0, 0.0)
            var factor = (freedom: 0.0, value: 1.0)
            for (size, freedom) in zip(sizes, freedoms) {
                // Units drawn from the size distribution stand together and are equally free.
                if freedom != factor.freedom { factor = (freedom, Double.exp(lambda * freedom)) }
                let moved = size * factor.value
                sum += moved
                slope += moved * freedom
            }
            // In logs the total is close to linear in λ: Newton from either side converges in a few steps.
            let step = min(Double.log(total / sum) * sum / slope, longest)
            lambda += step
            if abs(step) * slope < 1e-12 * sum { break }
        }
        for index in sizes.indices { sizes[index] *= Double.exp(lambda * freedoms[index]) }
        return true
    }

    /// What the sizes must agree with, in words.
    var conditions: String {
        var parts = known.map { condition in
            let range =
                condition.range.lowerBound == condition.range.upperBound
                ? "\(condition.range.lowerBound)" : "\(condition.range.lowerBound)..\(condition.range.upperBound)"
            return "\(range) above \(condition.threshold) 亿元"
        }
        if total != nil { parts.append("the total") }
        return parts.joined(separator: ", ")
    }
}

/// Where the draws of one member's starting sizes come from.
private protocol BaselineLuck {
    func uniform(_ stream: RandomStream) -> Double
    func normal(_ stream: RandomStream, unit: Int) -> Double
}

/// The draws of one attempt; its number is the step of the streams.
private struct AttemptLuck: BaselineLuck {
    let draws: BlockDraws
    let attempt: UInt32
    let member: UInt64
    let row: Int
    /// Of the first attempt.
    let normals: BlockColumns

    @inline(__always)
    func uniform(_ stream: RandomStream) -> Double {
        draws.unmoved(stream, attempt: attempt, member: member)
    }

    @inline(__always)
    func normal(_ stream: RandomStream, unit: Int) -> Double {
        attempt == 0 ? normals.column(unit)[row] : normalQuantile(uniform(stream))
    }
}

/// Accepted draws, moved.
private struct SettledLuck: BaselineLuck {
    let scores: BlockColumns
    let places: [UInt64: Int]
    let row: Int

    func uniform(_ stream: RandomStream) -> Double { openUniform(normalCumulative(normal(stream, unit: 0))) }
    func normal(_ stream: RandomStream, unit: Int) -> Double { scores.column(places[stream.identity]!)[row] }
}

extension Distribution {
    /// Variance over the squared mean: about the variance of the logarithm.
    fileprivate var relativeVariance: Double { isConstant ? 0 : variance / max(mean * mean, 1e-18) }
}
