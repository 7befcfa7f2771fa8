import InputOutput
import LinearAlgebra
import Testing

@Suite struct DemandRequirementsTests {
    /// Miller & Blair 2009, section 2.3: L's first column is (1.25412541, 0.2640264); in a closed economy all output but
    /// the demand itself is input, and all that is paid ends as value added.
    @Test func closedEconomyOfThePublishedExample() throws {
        let requirements = try millerBlairTable().requirements(of: [[1, 0]])[0]
        #expect(distance(requirements.inputs, [0.25412541, 0.2640264]) < 5e-8)
        #expect(requirements.leakage == 0 && abs(requirements.valueAdded - 1) < 1e-14)
    }

    /// Two sectors with r = (0.8, 0.95) and A = [[0.15, 0.25], [0.2, 0.05]]: L = [[0.9525, 0.2], [0.19, 0.88]] / 0.8002.
    /// For goods x = (0.9525, 0.19) / 0.8002, hence inputs A x and outside (0.2, 0.05) of them.
    @Test func openEconomyWorkedByHand() throws {
        let none = [0.0, 0]
        let table = try InputOutputTable(
            sectors: ["goods", "services"], intermediate: Matrix(rowMajor: [[150, 500], [200, 100]]),
            domesticFinalUse: [NamedVector(name: "final", values: [350, 1700])], export: [120, 60],
            outflow: [80, 40], imports: [150, 40], inflow: [50, 60], discrepancy: none,
            valueAdded: [NamedVector(name: "value_added", values: [650, 1400])], output: [1000, 2000])
        let requirements = try table.requirements(of: [[1, 0]])[0]
        let output = [0.9525 / 0.8002, 0.19 / 0.8002]
        let inputs = [0.15 * output[0] + 0.25 * output[1], 0.2 * output[0] + 0.05 * output[1]]
        #expect(distance(requirements.inputs, inputs) < 1e-14)
        #expect(distance(requirements.fromOutside, [0.2 * inputs[0], 0.05 * inputs[1]]) < 1e-14)
        #expect(abs(requirements.valueAdded - (0.65 * output[0] + 0.7 * output[1])) < 1e-14)
    }

    /// Σ (1 − r) u + v'x = Σ d for every product, transit trade included; all that is used of it comes from outside.
    @Test func whatIsPaidEndsAsValueAddedOrLeavesTheRegion() throws {
        let table = try RegionFixture().table()
        let units = (0..<table.count).map { i in (0..<table.count).map { $0 == i ? 1.0 : 0 } }
        let requirements = try table.requirements(of: units)
        let leakage = try table.leakage()
        for (product, requirement) in requirements.enumerated() {
            #expect(abs(requirement.leakage - leakage.total[product]) < 1e-12)
            #expect(abs(requirement.leakage + requirement.valueAdded - 1) < 1e-12)
            #expect(requirement.fromOutside[4] == requirement.inputs[4] && requirement.inputs[4] > 0)
        }
    }

    @Test func ofAMixTheyAreTheMixOfTheProducts() throws {
        let table = try RegionFixture().table()
        let units = (0..<table.count).map { i in (0..<table.count).map { $0 == i ? 1.0 : 0 } }
        let weights = [0.1, 0, 0.4, 0.3, 0.2, 0, 0]
        let (single, mix) = (try table.requirements(of: units), try table.requirements(of: [weights])[0])
        for product in 0..<table.count {
            let expected = zip(weights, single).reduce(0) { $0 + $1.0 * $1.1.inputs[product] }
            #expect(abs(mix.inputs[product] - expected) < 1e-13)
        }
    }
}
