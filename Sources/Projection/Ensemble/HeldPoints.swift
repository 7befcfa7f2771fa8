import Sampling

/// Points of a scrambled Sobol sequence in place of independent numbers, for what is drawn once per member.
///
/// A member is a point. Every draw that is held over the years has a dimension of its own, in the order in which the
/// model's inputs are registered, those of levers last: what a lever adds leaves the other dimensions as they are. Draws
/// of single years and the luck of units stay with their streams; there are too many of them, and each matters little.
/// Where a draw is rejected and made again, only its first attempt is a coordinate.
///
/// Each member by itself is drawn as without points. Together they are spread more evenly, so that means and quantiles
/// vary less between seeds.
public struct HeldPoints: Sendable {
    /// By the identity of the stream that the dimension stands for.
    private let dimensions: [UInt64: SobolDimension]
    /// Numbers of a model that are drawn once per member, and how many of them are coordinates.
    public func count(in model: Model) -> (drawn: Int, coordinates: Int) {
        let drawn = Set((model.heldStreams + model.heldLeverStreams).map(\.identity))
        return (drawn.count, drawn.count { dimensions[$0] != nil })
    }

    /// - Parameter models: of one seed; what several of them draw has the same dimension in all, that of the first one.
    /// - Precondition: at least one model.
    public init(for models: [Model]) {
        var streams: [UInt64] = []
        var seen: Set<UInt64> = []
        for stream in models.flatMap({ $0.heldStreams + $0.heldLeverStreams })
        where seen.insert(stream.identity).inserted {
            streams.append(stream.identity)
        }
        let seed = models[0].seed
        dimensions = Dictionary(
            uniqueKeysWithValues: streams.prefix(SobolDimension.count).enumerated().map {
                ($1, SobolDimension($0, seed: seed))
            })
    }

    /// The dimension of what a stream is for, in its first attempt; nil where it has none.
    func dimension(of stream: RandomStream, step: UInt32) -> SobolDimension? {
        step == 0 ? dimensions[stream.identity] : nil
    }
}

extension ParameterDraw {
    /// The stream of a number that is drawn once per member; none where it is certain or drawn anew.
    fileprivate var heldStreams: [RandomStream] { isConstant || redraw != .once ? [] : [stream] }
}

extension Model {
    /// Streams of what is drawn once per member, but for levers, in the order of the inputs.
    fileprivate var heldStreams: [RandomStream] {
        economy.heldStreams + portfolios.flatMap(\.heldStreams) + baselines.flatMap(\.draws).flatMap(\.heldStreams)
            + satellites.compactMap(\.productivity).flatMap(\.heldStreams)
    }

    fileprivate var heldLeverStreams: [RandomStream] {
        (economy.levers.flatMap(\.draws) + portfolios.flatMap { $0.levers.flatMap(\.draws) }).flatMap(\.heldStreams)
    }
}

extension EconomyModel {
    fileprivate var heldStreams: [RandomStream] {
        let rates = growth.filter { !$0.draw.heldStreams.isEmpty }.map(\.stream)
        let common = rates.isEmpty || growthCorrelation <= 0 ? [] : [growthStream]
        let sizes = [shocks.commonDeviation, shocks.sectorDeviation, shocks.correlation] + priceRules.map(\.draw)
        return common + rates + relativeGrowth.flatMap(\.heldStreams) + sizes.flatMap(\.heldStreams)
            + (science?.held.flatMap(\.heldStreams) ?? [])
    }
}

extension RelativeGrowthModel {
    fileprivate var heldStreams: [RandomStream] {
        let first =
            switch differential {
            case .shrunk(let prior, let stream): prior.deviation == 0 ? [] : [stream]
            case .stated(let trend): trend.heldStreams
            }
        return first + (shocks?.deviation.heldStreams ?? [])
    }
}

extension ScienceModel {
    fileprivate var held: [ParameterDraw] {
        [
            draws.elasticity, draws.spillover, draws.tradeResponse, draws.stockGrowth, draws.pricePassThrough,
            draws.conversion, draws.realShare, draws.misuse, draws.additionality,
        ] + draws.depreciation + intensity.entries
    }
}

extension PortfolioModel {
    fileprivate var heldStreams: [RandomStream] {
        let entry = entry.map { [$0.achieved, $0.newOutput] } ?? []
        return
            (baseline.sharedParameters + premium.prefix(1) + [deviation, sizeExponent] + entry
            + [exit].compactMap { $0 }
            + baseline.figures).flatMap(\.heldStreams)
    }
}
