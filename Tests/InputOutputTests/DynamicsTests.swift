import InputOutput
import LinearAlgebra
import Testing

/// Two sectors; values computed from A and B in double precision.
@Suite struct DynamicLeontiefTests {
    let model: DynamicLeontief

    init() throws {
        model = try DynamicLeontief(
            coefficients: Matrix(rowMajor: [[0.15, 0.25], [0.2, 0.05]]),
            capital: Matrix(rowMajor: [[0.3, 0.1], [0.2, 0.4]]))
    }

    @Test func balancedGrowthIsTheReciprocalOfTheDominantEigenvalue() throws {
        let balanced = try model.balancedGrowth()
        #expect(abs(balanced.rate - 1.35353235) < 5e-9)
        #expect(abs(1 / balanced.rate - 0.73880761) < 5e-9)
        #expect(distance(balanced.mix, [0.46467652, 0.53532348]) < 5e-9)
    }

    @Test func theForwardMapAndItsEigenvalues() throws {
        let map = try model.forwardMap()
        #expect(distance(map, Matrix(rowMajor: [[4.6, -1.95], [-2.3, 4.35]])) < 1e-13)
        #expect(distance(try eigenvalues(of: map).map(\.real), [6.59646765, 2.35353235]) < 5e-9)
        #expect(abs(try model.forwardInstability() - 6.59646765 / 2.35353235) < 1e-8)
    }

    @Test func theForwardRecursionIsUnstable() throws {
        #expect(distance(try model.forward(from: [1, 1], steps: 8), [251372.5, -255457.4]) < 0.05)
        // 255457 / 6.5965^8 = .0713; .0713 · 6.5965^t passes 1.8e308 at t = 377.6.
        #expect(throws: AnalysisError.diverged(step: 378)) { try model.forward(from: [1, 1], steps: 2000) }
        // On the balanced mix itself it grows as it should, for a few steps.
        let balanced = try model.balancedGrowth()
        let next = try model.forward(from: balanced.mix, steps: 1)
        #expect(distance(next, balanced.mix.map { (1 + balanced.rate) * $0 }) < 1e-12)
    }

    @Test func demandThatGrowsNeedsInvestment() throws {
        #expect(
            distance(try model.output(demand: [350, 1700], growth: 0.05), [1049.79253112, 2065.00691563]) < 5e-9)
        #expect(distance(try model.output(demand: [350, 1700], growth: 0), [1000, 2000]) < 1e-9)
        #expect(throws: AnalysisError.self) { try model.output(demand: [350, 1700], growth: 1.36) }
        #expect(try model.output(demand: [350, 1700], growth: 1.35).allSatisfy { $0 > 0 })
    }

    /// A wrong end fades: the backward map has spectral radius λ / (1 + λ) = .4249.
    @Test func theBackwardPathForgetsItsEnd() throws {
        let demands = (0..<30).map { t in [350, 1700].map { $0 * growthFactor(0.05, t) } }
        let first = try model.output(demand: demands[0], growth: 0.05)
        let right = try model.backwardPath(demands: demands, afterwards: first.map { $0 * growthFactor(0.05, 30) })
        let wrong = try model.backwardPath(demands: demands, afterwards: [0, 0])
        for t in 0..<30 {
            #expect(relativeDistance(right[t], first.map { $0 * growthFactor(0.05, t) }) < 1e-12)
        }
        #expect(relativeDistance(wrong[0], first) < 1e-9)
        #expect(relativeDistance(wrong[29], right[29]) > 0.01)
    }

    @Test func aSectorWithoutCapitalGoodsStopsOnlyTheForwardMap() throws {
        let services = try DynamicLeontief(
            coefficients: model.coefficients, capital: Matrix(rowMajor: [[0.3, 0.1], [0, 0]]))
        #expect(throws: AnalysisError.self) { try services.forwardMap() }
        #expect(try services.balancedGrowth().rate > 0)
        #expect(try services.output(demand: [350, 1700], growth: 0.05).allSatisfy { $0 > 0 })
    }
}

@Suite struct AcceleratorPathTests {
    let model: DynamicLeontief

    init() throws {
        model = try DynamicLeontief(
            coefficients: Matrix(rowMajor: [[0.15, 0.25], [0.2, 0.05]]),
            capital: Matrix(rowMajor: [[0.3, 0.1], [0.2, 0.4]]))
    }

    private func path(demands: [[Double]]) throws -> [AcceleratorPeriod] {
        let start = try model.output(demand: [350, 1700], growth: 0.05)
        return try acceleratorPath(
            model, demands: demands,
            before: (start.map { $0 * growthFactor(0.05, -2) }, start.map { $0 * growthFactor(0.05, -1) }),
            capacity: start, largestGrowth: 0.1)
    }

    @Test func steadyGrowthStaysOnTheDynamicModel() throws {
        let start = try model.output(demand: [350, 1700], growth: 0.05)
        let steady = try path(demands: (0..<20).map { t in [350, 1700].map { $0 * growthFactor(0.05, t) } })
        for (t, period) in steady.enumerated() {
            #expect(relativeDistance(period.output, start.map { $0 * growthFactor(0.05, t) }) < 1e-9)
            #expect(relativeDistance(period.capacity, period.output) < 1e-9)
        }
    }

    /// Demand drops by a fifth in one year: orders stop, nothing turns negative.
    @Test func aSlumpStopsOrdersAndLeavesCapacityIdle() throws {
        let demands = (0..<12).map { t in
            [350, 1700].map { $0 * growthFactor(0.05, t) * (t >= 4 ? 0.8 : 1) }
        }
        let slump = try path(demands: demands)
        #expect(slump[5].orders == [0, 0])
        #expect(slump[5].output[0] < slump[5].capacity[0])
        #expect(slump.allSatisfy { $0.output.allSatisfy { $0 > 0 } && $0.orders.allSatisfy { $0 >= 0 } })
        #expect(zip(slump, slump.dropFirst()).allSatisfy { $1.capacity[0] >= $0.capacity[0] })
    }
}

/// (1 + rate)^t.
private func growthFactor(_ rate: Double, _ t: Int) -> Double {
    (0..<abs(t)).reduce(1) { factor, _ in t < 0 ? factor / (1 + rate) : factor * (1 + rate) }
}
