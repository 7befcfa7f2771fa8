import Foundation
import InputOutput
import Projection
import Sampling
import Scenarios
import TestSupport
import Testing

private let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path()

private func shippedScenarios() throws -> [String] {
    let root = repository + "scenarios"
    return try FileManager.default.subpathsOfDirectory(atPath: root)
        .filter { $0.contains("/") && $0.hasSuffix(".yaml") && !$0.hasSuffix(".part.yaml") }
        .map { "scenarios/\($0)" }.sorted()
}

private func load(_ path: String) throws -> Scenario {
    try ScenarioLoader(fileSystem: .real(in: String(repository.dropLast()))).load(path: path).scenario
}

extension Scenario {
    /// The economy alone, with every rate, shock and price at rest.
    fileprivate var atRest: Scenario {
        var scenario = self
        for index in scenario.economy.growth.indices { scenario.economy.growth[index].rate.distribution = .constant(0) }
        scenario.economy.shocks.common.distribution = .constant(0)
        scenario.economy.shocks.sector.distribution = .constant(0)
        scenario.economy.relativeGrowth = []
        scenario.economy.prices = []
        scenario.levers = []
        scenario.portfolios = []
        scenario.targets = []
        return scenario
    }
}

@Suite struct BaseYearTests {
    /// The components of final demand, at their base, call for the table's output.
    @Test(arguments: try shippedScenarios())
    func shippedTablesAreReproducedByTheLeontiefSystem(path: String) throws {
        let economy = try Model(load(path), seed: 1).economy
        let table = economy.table
        for i in table.sectors.indices {
            var output = 0.0
            for component in economy.components {
                for j in table.sectors.indices { output += economy.transposedLeontief[j, i] * component.base[j] }
            }
            #expect(abs(output - table.output[i]) <= 1e-9 * table.output[i], "\(table.sectors[i])")
        }
    }

    /// Year 0 is the table; without growth, shocks and prices every later year is the table again, to 1e-9.
    @Test(arguments: try shippedScenarios())
    func shippedEconomiesStandStillWithoutGrowth(path: String) throws {
        let scenario = try load(path).atRest
        let table = try Model(scenario, seed: 1).economy.table
        let sectors = table.sectors.indices
        let last = scenario.end - scenario.start
        let values = try memberValues(
            scenario, members: 8, blockSize: 8, sectors.map { output($0, 0) } + sectors.map { output($0, last) })
        for sector in sectors {
            #expect(values[sector].allSatisfy { $0 == table.output[sector] })
            let later = values[sectors.count + sector]
            #expect(largestDifference(later, values[sector]) < 1e-9, "\(table.sectors[sector])")
        }
    }

    @Test func thereAreShippedScenariosOfEveryRegion() throws {
        let regions = Set(try shippedScenarios().map { $0.split(separator: "/")[1] })
        #expect(regions.isSuperset(of: ["anhui", "guangdong", "henan", "hunan", "liaoning", "liuyang", "zhejiang"]))
    }

    /// r = (0.8, 0.95) and L = [[0.9525, 0.2], [0.19, 0.88]] / 0.8002: worked by hand in the fixture.
    @Test func smallTableHasTheHandWorkedSupplySharesAndInverse() throws {
        let economy = try Model(ScenarioFixture().scenario(), seed: 1).economy
        #expect(abs(economy.supply.share[0] - 0.8) < 1e-15 && abs(economy.supply.share[1] - 0.95) < 1e-15)
        for (i, row) in [[0.9525, 0.2], [0.19, 0.88]].enumerated() {
            for (j, value) in row.enumerated() {
                #expect(abs(economy.transposedLeontief[j, i] - value / 0.8002) < 1e-14)
            }
        }
        #expect(largestDifference(economy.valueAddedRatio, [0.65, 0.7]) < 1e-15)
    }
}
