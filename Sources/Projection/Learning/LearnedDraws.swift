import Sampling

/// One draw of every member: a stream and its step.
struct DrawKey: Hashable, Sendable {
    let stream: UInt64
    let step: UInt32

    init(_ stream: RandomStream, step: UInt32) {
        self.stream = stream.identity
        self.step = step
    }
}

/// What observations have taught an ensemble: how its draws have moved, and which members have gone on.
///
/// Every draw of the model is a standard normal score ζ behind a uniform u = Φ(ζ). An update of one kind moves
/// scores, ζ_dm ← ζ_dm + g_d · w_m, with a row of gains g_d per draw and a vector of weights w_m per member (one entry
/// per observation); an update of the other kind replaces the population by a resampled one, member k by its ancestor
/// a(k). Both are small: nothing of the size draws × members is kept, since the draws come anew from their streams.
///
/// A draw belongs to the population in which its year was first projected. Draws that are settled by the year of an
/// update go with the member that was observed; later ones are the new member's own luck, so that copies of one
/// ancestor part ways.
public struct LearnedDraws: Sendable {
    /// One update.
    struct Update: Sendable {
        /// Last year that the observations spoke of.
        let year: Int
        let observations: Int
        /// One for each observation, draw after draw.
        let gains: [Double]
        /// observations × members, all of one observation together, by member of the population before the update.
        let weights: [Double]
        /// Ancestor of each member, ascending; nil when the population has not changed.
        let ancestors: [UInt32]?
    }

    /// What an update does to a draw.
    struct Move: Sendable {
        /// Number of the update.
        let update: Int
        /// Where the draw's gains begin among those of the update.
        let firstGain: Int
    }

    /// Numbers of the members; updates and lineages count from the first of them.
    let range: Range<Int>
    private(set) var updates: [Update] = []
    /// By draw, in the order of the updates; draws that none has moved are left out.
    private(set) var moves: [DrawKey: [Move]] = [:]
    /// For each update, how many observations all before it have.
    private(set) var observationsBefore: [Int] = []
    /// For each update: which member of the population before it a member of the last population comes from; nil where
    /// it is the same one.
    private(set) var lineages: [[UInt32]?] = []
    /// Figures of single units, which are built into the units' luck.
    public private(set) var guides: [UnitGuide] = []

    /// Nothing learned yet, by these members.
    public init(_ range: Range<Int>) { self.range = range }

    var members: Int { range.count }

    /// Observations of all updates.
    var observations: Int { (observationsBefore.last ?? 0) + (updates.last?.observations ?? 0) }

    /// How many updates there have been.
    public var count: Int { updates.count }

    /// Whether nothing has been learned.
    public var isEmpty: Bool { updates.isEmpty && guides.isEmpty }

    /// Builds figures into the luck of their units. Members must then be weighed by
    /// ``PortfolioBlock/guideWeights(_:)`` of the figures' year.
    public mutating func guide(by figures: [UnitGuide]) { guides += figures }

    /// - Parameter draws: those that the update moves, in the order of its gains.
    mutating func append(_ update: Update, moving draws: [DrawKey] = []) {
        for (row, draw) in draws.enumerated() {
            moves[draw, default: []].append(Move(update: updates.count, firstGain: row * update.observations))
        }
        observationsBefore.append(observations)
        updates.append(update)
        lineages.append(nil)
        guard let ancestors = update.ancestors else { return }
        for index in lineages.indices {
            lineages[index] = lineages[index].map { lineage in ancestors.map { lineage[Int($0)] } } ?? ancestors
        }
    }

    /// The first update that a draw has part in: one of a year in which it was settled; `count` when there is none.
    ///
    /// - Parameter year: nil for what is drawn once, before the first year.
    func firstUpdate(settled year: Int?) -> Int {
        guard let year else { return 0 }
        return updates.firstIndex { $0.year >= year } ?? updates.count
    }
}
