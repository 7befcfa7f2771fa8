import Goals
import Testing

@Suite struct PoissonBinomialTests {
    /// p = (.9, .6, .5, .3, .1): the sums of products are finite decimals.
    @Test func massFunctionEqualsTheWorkedExample() {
        let count = PoissonBinomial(probabilities: [0.9, 0.6, 0.5, 0.3, 0.1])
        let expected = [0.0126, 0.1517, 0.3812, 0.3402, 0.1062, 0.0081]
        for (found, value) in zip(count.massFunction, expected) { #expect(abs(found - value) < 1e-15) }
        #expect(count.massFunction.count == 6)
        #expect(abs(count.probability(atLeast: 2) - 0.8357) < 1e-15)
        #expect(abs(count.probability(atLeast: 3) - 0.4545) < 1e-15)
        #expect(abs(count.probability(of: 2...3) - 0.7214) < 1e-15)
        #expect(abs(count.mean - 2.4) < 1e-15)
    }

    @Test func equalProbabilitiesGiveTheBinomial() {
        let n = 40
        let mass = PoissonBinomial(probabilities: [Double](repeating: 0.3, count: n)).massFunction
        var term = (0..<n).reduce(1.0) { product, _ in product * 0.7 }
        for k in 0...n {
            #expect(abs(mass[k] - term) < 1e-14)
            term *= Double(n - k) / Double(k + 1) * (0.3 / 0.7)
        }
        #expect(abs(mass.reduce(0, +) - 1) < 1e-14)
    }

    @Test func orderOfUnitsDoesNotMatter() {
        let p = [0.05, 0.99, 0.4, 0.6, 0.2, 0.75]
        let forward = PoissonBinomial(probabilities: p).massFunction
        let backward = PoissonBinomial(probabilities: p.reversed()).massFunction
        for (a, b) in zip(forward, backward) { #expect(abs(a - b) < 1e-15) }
    }

    @Test func storageOfAnotherDistributionIsUsedAgain() {
        var mass = [Double](repeating: 7, count: 12)
        PoissonBinomial.distribution(count: 2, into: &mass) { [0.5, 0.25][$0] }
        #expect(mass == [0.375, 0.5, 0.125])
    }

    @Test func certaintiesAreExact() {
        let count = PoissonBinomial(probabilities: [1, 0, 1])
        #expect(count.massFunction == [0, 0, 1, 0])
        #expect(count.probability(atLeast: 2) == 1 && count.probability(atLeast: 3) == 0)
        let none = PoissonBinomial(probabilities: [])
        #expect(none.massFunction == [1] && none.mean == 0)
        #expect(none.probability(atLeast: 1) == 0 && none.probability(atLeast: 0) == 1)
    }

    @Test func countsBeyondTheUnitsHaveNoProbability() {
        let count = PoissonBinomial(probabilities: [0.5, 0.5])
        #expect(count.probability(atLeast: 3) == 0)
        #expect(count.probability(atLeast: -4) == 1)
        #expect(count.probability(of: 1...9) == 0.75)
        #expect(count.probability(of: 5...9) == 0)
    }

    @Test func probabilityOutsideTheUnitIntervalIsAProgrammersMistake() async {
        await #expect(processExitsWith: .failure) { _ = PoissonBinomial(probabilities: [1.1]) }
        await #expect(processExitsWith: .failure) { _ = PoissonBinomial(probabilities: [.nan]) }
    }
}

@Suite struct PoissonBinomialEnsembleTests {
    private let members = [[0.9, 0.6, 0.5, 0.3, 0.1], [0.1, 0.2, 0.3, 0.4, 0.5], [1, 1, 0, 0, 0]]

    private func ensemble(_ members: [[Double]]) -> PoissonBinomialEnsemble {
        var ensemble = PoissonBinomialEnsemble(units: 5, successes: 2...5)
        for member in members { _ = member.withUnsafeBufferPointer { ensemble.accumulate($0) } }
        return ensemble
    }

    @Test func meansAreThoseOfTheMembers() {
        let single = members.map { PoissonBinomial(probabilities: $0) }
        let all = ensemble(members)
        #expect(all.members == 3)
        for k in 0...5 {
            #expect(abs(all.massFunction[k] - single.map { $0.massFunction[k] }.reduce(0, +) / 3) < 1e-15)
        }
        let p = single.map { $0.probability(atLeast: 2) }
        let mean = p.reduce(0, +) / 3
        #expect(abs(all.probability - mean) < 1e-15)
        let variance = p.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 2
        #expect(abs(all.standardError - (variance / 3).squareRoot()) < 1e-15)
    }

    @Test func memberProbabilityIsReturned() {
        var ensemble = PoissonBinomialEnsemble(units: 5, successes: 2...3)
        let p = members[0].withUnsafeBufferPointer { ensemble.accumulate($0) }
        #expect(abs(p - 0.7214) < 1e-15)
        #expect(ensemble.standardError.isNaN)
    }

    @Test func mergedPartsEqualTheWhole() {
        var parts = ensemble(Array(members[..<1]))
        parts.merge(ensemble(Array(members[1...])))
        let whole = ensemble(members)
        #expect(parts.members == 3)
        #expect(abs(parts.probability - whole.probability) < 1e-15)
        #expect(abs(parts.standardError - whole.standardError) < 1e-15)
        for (a, b) in zip(parts.massFunction, whole.massFunction) { #expect(abs(a - b) < 1e-15) }
    }

    @Test func withoutMembersNothingIsKnown() {
        let none = PoissonBinomialEnsemble(units: 2, successes: 1...2)
        #expect(none.massFunction.isEmpty && none.probability.isNaN && none.standardError.isNaN)
    }
}
