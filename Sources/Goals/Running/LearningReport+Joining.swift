import Projection
import RealModule

extension LearningReport {
    /// ln of the mean likelihood of all figures.
    var logEvidence: Double { vintages.reduce(0) { $0 + $1.logEvidence } }

    /// What cohorts that have learned from the same figures, each by itself, have learned together.
    ///
    /// What was expected of a year's figures is the mean over the cohorts, by their members and what the years before make
    /// them weigh.
    init(joining parts: [(report: LearningReport, members: Int)]) {
        var logs = parts.map { Double.log(Double($0.members)) }
        var vintages: [Vintage] = []
        for index in parts[0].report.vintages.indices {
            let own = parts.map { $0.report.vintages[index] }
            vintages.append(Vintage(joining: own, weights: shares(logs)))
            for part in logs.indices { logs[part] += own[part].logEvidence }
        }
        self.init(vintages: vintages, excluded: parts[0].report.excluded)
    }
}

/// exp of the logarithms over their sum.
private func shares(_ logs: [Double]) -> [Double] {
    let largest = logs.max() ?? 0
    let weights = logs.map { Double.exp($0 - largest) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
}

extension LearningReport.Vintage {
    /// - Parameter weights: of the cohorts before the year's figures; they add up to 1.
    fileprivate init(joining parts: [Self], weights: [Double]) {
        let evidence = zip(weights, parts).map { Double.log($0) + $1.logEvidence }
        let largest = evidence.max() ?? 0
        let mean = evidence.reduce(0) { $0 + Double.exp($1 - largest) }
        self.init(
            year: parts[0].year,
            figures: parts[0].figures.indices.map { index in
                FigureResult(joining: parts.map { $0.figures[index] }, weights: weights)
            },
            health: EnsembleHealth(joining: parts.map { ($0.health, $0.logEvidence) }),
            contradictions: parts.reduce(0) { $0 + $1.contradictions }, logEvidence: largest + Double.log(mean))
    }
}

extension EnsembleHealth {
    /// Of cohorts with weights of their own: (Σ n z)² / Σ (n z)²/m with m what a cohort of n members is worth and z its
    /// evidence.
    fileprivate init(joining parts: [(health: EnsembleHealth, logEvidence: Double)]) {
        let shares = shares(parts.map { Double.log(Double($0.health.members)) + $0.logEvidence })
        let squares = zip(shares, parts).reduce(0) { $0 + $1.0 * $1.0 / $1.1.health.effectiveMembers }
        self.init(members: parts.reduce(0) { $0 + $1.health.members }, effectiveMembers: 1 / squares)
    }
}

extension FigureResult {
    fileprivate init(joining parts: [FigureResult], weights: [Double]) {
        self = parts[0]
        func mean(_ value: (FigureResult) -> Double) -> Double {
            let values = parts.map(value)
            let mean = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
            // Numbers of units stay whole.
            return values.allSatisfy { $0 == $0.rounded() } ? mean.rounded() : mean
        }
        predicted = (mean(\.predicted.p5), mean(\.predicted.p50), mean(\.predicted.p95))
        surprise = surprise.map { _ in zip(weights, parts).reduce(0) { $0 + $1.0 * ($1.1.surprise ?? 0) } }
        chance = chance.map { _ in zip(weights, parts).reduce(0) { $0 + $1.0 * ($1.1.chance ?? 0) } }
        moved = Self.movers(parts.map(\.moved), weights)
    }

    /// Up to three inputs that cohorts with half of the weight have named, by their mean.
    private static func movers(
        _ parts: [[(input: String, deviations: Double)]], _ weights: [Double]
    ) -> [(input: String, deviations: Double)] {
        var inputs: [String] = []
        for (input, _) in parts.joined() where !inputs.contains(input) { inputs.append(input) }
        return inputs.compactMap { input -> (input: String, deviations: Double)? in
            var (sum, weight) = (0.0, 0.0)
            for (part, share) in zip(parts, weights) {
                guard let mover = part.first(where: { $0.input == input }) else { continue }
                sum += share * mover.deviations
                weight += share
            }
            return weight >= 0.5 ? (input, sum / weight) : nil
        }.sorted { abs($0.deviations) > abs($1.deviations) }.prefix(3).map { $0 }
    }
}
