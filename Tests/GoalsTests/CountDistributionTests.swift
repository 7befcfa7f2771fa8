import Goals
import Projection
import Testing

@Suite struct CountDistributionTests {
    /// Chances of twelve units for each of eight members: some certain, some impossible, most in between.
    private let chances: [[Double]] = (0..<12).map { unit in
        (0..<8).map { member in
            switch (unit + member) % 5 {
            case 0: 0
            case 1: 1
            case 2: 1e-9
            default: Double(unit * 8 + member + 1) / 100
            }
        }
    }

    /// The law of one member, by the distribution of a block in which it stands alone.
    private func massFunction(_ chances: [Double]) -> [Double] {
        let distribution = CountDistribution(rows: 8, units: chances.count)
        let columns = BlockColumns(rows: 8, columns: 1)
        distribution.reset()
        for chance in chances {
            columns.column(0).update(repeating: chance)
            distribution.add(columns.column(0))
        }
        return (0...chances.count).map { $0 <= distribution.highest ? distribution.chance(of: $0)[3] : 0 }
    }

    /// p = (.9, .6, .5, .3, .1): the sums of products are finite decimals.
    @Test func massFunctionEqualsTheWorkedExample() {
        let mass = massFunction([0.9, 0.6, 0.5, 0.3, 0.1])
        let expected = [0.0126, 0.1517, 0.3812, 0.3402, 0.1062, 0.0081]
        #expect(mass.count == 6)
        for (found, value) in zip(mass, expected) { #expect(abs(found - value) < 1e-15) }
        #expect(abs(mass[2...].reduce(0, +) - 0.8357) < 1e-15)
        #expect(abs(mass[3...].reduce(0, +) - 0.4545) < 1e-15)
        #expect(abs(mass[2...3].reduce(0, +) - 0.7214) < 1e-15)
        let mean = mass.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
        #expect(abs(mean - 2.4) < 1e-15)
    }

    @Test func equalProbabilitiesGiveTheBinomial() {
        let n = 40
        let mass = massFunction([Double](repeating: 0.3, count: n))
        var term = (0..<n).reduce(1.0) { product, _ in product * 0.7 }
        for k in 0...n {
            #expect(abs(mass[k] - term) < 1e-14)
            term *= Double(n - k) / Double(k + 1) * (0.3 / 0.7)
        }
        #expect(abs(mass.reduce(0, +) - 1) < 1e-14)
    }

    @Test func orderOfUnitsDoesNotMatter() {
        let p = [0.05, 0.99, 0.4, 0.6, 0.2, 0.75]
        for (a, b) in zip(massFunction(p), massFunction(p.reversed())) { #expect(abs(a - b) < 1e-15) }
    }

    @Test func certaintiesAreExact() {
        #expect(massFunction([1, 0, 1]) == [0, 0, 1, 0])
        #expect(massFunction([]) == [1])
    }

    @Test func probabilityOutsideTheUnitIntervalIsAProgrammersMistake() async {
        await #expect(processExitsWith: .failure) { addOneUnit(chance: 1.1) }
        await #expect(processExitsWith: .failure) { addOneUnit(chance: -0.1) }
        await #expect(processExitsWith: .failure) { addOneUnit(chance: .nan) }
    }

    /// Members stand side by side, each with its own chances, and a second round does not see the first.
    @Test func everyMemberHasTheDistributionOfItsOwnChances() {
        let distribution = CountDistribution(rows: 8, units: 12)
        let columns = BlockColumns(rows: 8, columns: 1)
        let column = columns.column(0)
        for _ in 0..<2 {
            distribution.reset()
            for unit in chances {
                _ = column.update(from: unit)
                distribution.add(column)
            }
        }
        for member in 0..<8 {
            let expected = massFunction(chances.map { $0[member] })
            for count in 0...12 {
                let found = count <= distribution.highest ? distribution.chance(of: count)[member] : 0
                #expect(abs(found - expected[count]) < 1e-15)
            }
        }
    }

    @Test func unitsWithoutAChanceLeaveTheHighestCount() {
        let distribution = CountDistribution(rows: 8, units: 3)
        let columns = BlockColumns(rows: 8, columns: 1)
        distribution.reset()
        for _ in 0..<3 { distribution.add(columns.column(0)) }
        #expect(distribution.highest == 0)
        #expect(distribution.chance(of: 0).allSatisfy { $0 == 1 })
    }
}

private func addOneUnit(chance: Double) {
    let columns = BlockColumns(rows: 8, columns: 1)
    columns.column(0).update(repeating: chance)
    let distribution = CountDistribution(rows: 8, units: 1)
    distribution.reset()
    distribution.add(columns.column(0))
}
