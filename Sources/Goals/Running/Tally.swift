import Projection
import RealModule

/// What members of a run have recorded, in a form that can be added up, kept and joined.
///
/// Members that learn from figures are worth the more the better they had expected them: a cohort, which has learned by
/// itself, weighs its members times its evidence, the mean likelihood of the figures (an island of particles; Vergé,
/// Dubarry, Del Moral & Moulines 2015). Where nothing is learned all weigh the same, and the result has the bytes of
/// one that was never split.
struct Tally: Sendable {
    /// Members that have learned together.
    struct Cohort: Sendable {
        var members: Range<Int>
        /// One per model.
        let learning: [LearningReport?]
        var sums: DyadicSums

        /// Of each member, by what the base has learned: pairs of base and alternative stay pairs.
        var weight: CohortWeight { CohortWeight(logEvidence: learning[0]?.logEvidence ?? 0) }
    }

    /// In the order of their members.
    private(set) var cohorts: [Cohort] = []
    /// As many as a ``RunObserver`` keeps; their masses are the weights over 2^`exponent`.
    private(set) var sketches: [WeightedSketch] = []
    private(set) var exponent = 0

    /// Nothing recorded yet.
    init() {}

    /// Adds the members that follow.
    mutating func add(_ cohort: RunPlan.Cohort) {
        append(Cohort(members: cohort.members, learning: cohort.learning, sums: cohort.sums))
        let weight = cohorts[cohorts.count - 1].weight
        raise(to: weight.exponent)
        if sketches.isEmpty {
            sketches = [WeightedSketch](repeating: WeightedSketch(), count: cohort.observers[0].sketchCount)
        }
        for observer in cohort.observers {
            var index = 0
            observer.forEachSketch {
                sketches[index].add($0, weight: weight.value(over: exponent))
                index += 1
            }
        }
    }

    /// Adds a tally of the members that follow, whose sketches come one by one: there may be hundreds of megabytes of
    /// them.
    mutating func join<Failure: Error>(
        _ others: [Cohort], exponent other: Int, sketches count: Int,
        next: () throws(Failure) -> WeightedSketch
    ) throws(Failure) {
        for cohort in others { append(cohort) }
        raise(to: other)
        if sketches.isEmpty { sketches = [WeightedSketch](repeating: WeightedSketch(), count: count) }
        let factor = CohortWeight(significand: 1, exponent: other).value(over: exponent)
        for index in sketches.indices { sketches[index].join(try next(), times: factor) }
    }

    private mutating func append(_ cohort: Cohort) {
        precondition(cohorts.last.map { $0.members.upperBound == cohort.members.lowerBound } ?? true)
        guard !cohorts.isEmpty, cohort.learning.allSatisfy({ $0 == nil }) else { return cohorts.append(cohort) }
        // Members that learn nothing are one cohort, wherever they were projected.
        cohorts[0].members = cohorts[0].members.lowerBound..<cohort.members.upperBound
        cohorts[0].sums.join(cohort.sums)
    }

    private mutating func raise(to other: Int) {
        if sketches.isEmpty { exponent = other }
        guard other > exponent else { return }
        let factor = CohortWeight(significand: 1, exponent: exponent).value(over: other)
        for index in sketches.indices { sketches[index].scale(by: factor) }
        exponent = other
    }

    // MARK: Joined

    /// What all members have recorded, each as much as it weighs: sums and counts are those of so many equal members.
    /// The sketches are gone from the tally thereafter.
    ///
    /// - Parameter plan: of the run that the tally is of.
    mutating func takeRecord(by plan: RunPlan) -> RunPlan.Record {
        let members = cohorts.reduce(0) { $0 + $1.members.count }
        let total = cohorts.reduce(0) { $0 + Double($1.members.count) * $1.weight.value(over: exponent) }
        let factor = Double(members) / total
        let observer = plan.makeObserver()
        var index = 0
        observer.forEachSketch {
            $0 = sketches[index].sketch(times: factor)
            sketches[index] = WeightedSketch()
            index += 1
        }
        return RunPlan.Record(observer: observer, sums: sums(factor), learning: learning())
    }

    private func sums(_ factor: Double) -> [Double] {
        guard cohorts.count > 1 else { return cohorts[0].sums.total }
        var sums: [Double] = []
        for cohort in cohorts {
            let (own, weight) = (cohort.sums.total, factor * cohort.weight.value(over: exponent))
            if sums.isEmpty { sums = own.map { _ in 0 } }
            for index in sums.indices { sums[index] += weight * own[index] }
        }
        return sums
    }

    private func learning() -> [LearningReport?] {
        guard cohorts.count > 1 else { return cohorts[0].learning }
        return cohorts[0].learning.indices.map { model in
            guard cohorts[0].learning[model] != nil else { return nil }
            return LearningReport(joining: cohorts.map { ($0.learning[model]!, $0.members.count) })
        }
    }
}

/// How much each member of a cohort weighs, to 16 significant bits: m · 2^e with 1 ≤ m < 2.
struct CohortWeight: Sendable, Equatable {
    let significand: Double
    let exponent: Int

    init(significand: Double, exponent: Int) {
        self.significand = significand
        self.exponent = exponent
    }

    /// exp(logEvidence), rounded.
    init(logEvidence: Double) {
        let binary = logEvidence / Double.log(2)
        let rounded = (Double.exp2(binary - binary.rounded(.down)) * 0x1p15).rounded() * 0x1p-15
        // Just below 2 is rounded up.
        significand = rounded < 2 ? rounded : 1
        exponent = Int(binary.rounded(.down)) + (rounded < 2 ? 0 : 1)
    }

    /// The weight over 2^exponent.
    func value(over other: Int) -> Double {
        Double(sign: .plus, exponent: max(exponent - other, -1000), significand: significand)
    }
}
