import Sampling
import Scenarios

/// What the sizes of a portfolio's units at `start` are drawn from, and what they must agree with.
///
/// For each member, repeat: draw the size distribution (median, sd of logs),
/// draw every unit without a figure from it and every ranged figure from its
/// range; reconcile the parts with the total where one is known; accept when
/// every known count holds. Rejection acts on all of it together, so that the
/// known counts also say which size distributions are plausible. ``BaselineBlock``
/// does it for a block of members.
struct PortfolioBaseline: Sendable {
    /// All numbers but the luck of units without a figure: first what the sizes of all units depend on, then figures of
    /// single units.
    let parameters: [ParameterDraw]
    private let sharedCount: Int
    let units: [Source]
    /// Luck of the units without a figure, standard normal.
    let unitStreams: [RandomStream]
    /// Indices in `parameters`.
    let median: Int?
    let logDeviation: Int?
    let localShare: Int?
    let total: (value: Int, growth: Int?, years: Int)?
    let known: [KnownCount]
    private let portfolio: String
    /// Whether the starting total differs between members.
    let isUncertain: Bool
    /// Worst letter of what the starting sizes rest on.
    let quality: Quality?

    /// Where a unit's size comes from.
    enum Source: Sendable {
        /// A published figure or range, with the part of it that is made here: indices in `parameters`. `logDeviation` says
        /// how free reconciliation is to move it.
        case figure(Int, logDeviation: Double, localShare: Int?)
        /// Index in `unitStreams`.
        case sizeDistribution(Int)
    }

    static let maximumAttempts = 5_000

    init(_ portfolio: PortfolioSpecification, start: Int, seed: UInt64) {
        self.portfolio = portfolio.id
        var parameters: [ParameterDraw] = []
        func add(_ value: UncertainValue?, item: String = "") -> Int? {
            guard let value else { return nil }
            parameters.append(ParameterDraw(value, seed: seed, item: item))
            return parameters.count - 1
        }
        let perUnit = portfolio.localShare?.redraw == .unit
        median = add(portfolio.size?.median)
        logDeviation = add(portfolio.size?.logDeviation)
        localShare = perUnit ? nil : add(portfolio.localShare)
        total = portfolio.total.map { (add($0.value)!, add($0.growth), start - $0.year) }
        sharedCount = parameters.count
        var streams: [RandomStream] = []
        func sized(_ unit: String) -> Source {
            streams.append(RandomStream(seed: seed, purpose: "size", item: "\(portfolio.id)/\(unit)"))
            return .sizeDistribution(streams.count - 1)
        }
        units =
            portfolio.units.map { unit -> Source in
                guard let output = unit.output else { return sized(unit.id) }
                // An exact revenue of which a drawn share is local output is not an exact output.
                let variance =
                    output.distribution.relativeVariance + (portfolio.localShare?.distribution.relativeVariance ?? 0)
                return .figure(
                    add(output)!, logDeviation: variance.squareRoot(),
                    localShare: perUnit ? add(portfolio.localShare, item: unit.id) : nil)
            } + (0..<(portfolio.unnamed?.count ?? 0)).map { sized("unnamed-\($0 + 1)") }
        self.parameters = parameters
        unitStreams = streams
        known = portfolio.known
        let ofDistribution = [median, logDeviation]
        isUncertain =
            !streams.isEmpty
            || parameters.indices.contains { !ofDistribution.contains($0) && !parameters[$0].isConstant }
        var letters = portfolio.units.compactMap { $0.output?.quality }
        if !streams.isEmpty { letters.append(portfolio.size?.median.quality ?? .u) }
        if let share = portfolio.localShare { letters.append(share.quality ?? .u) }
        if let total = portfolio.total { letters.append(total.value.quality ?? .u) }
        quality = letters.max()
    }

    /// What the sizes of all units depend on.
    var sharedParameters: [ParameterDraw] { Array(parameters[..<sharedCount]) }

    /// Figures of single units, with their shares of local output.
    var figures: [ParameterDraw] { Array(parameters[sharedCount...]) }

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

extension Distribution {
    /// Variance over the squared mean: about the variance of the logarithm.
    fileprivate var relativeVariance: Double {
        guard !isConstant else { return 0 }
        let (mean, variance) = moments
        return variance / max(mean * mean, 1e-18)
    }
}
