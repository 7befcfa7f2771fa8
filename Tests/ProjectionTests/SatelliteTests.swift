import Foundation
import Projection
import Scenarios
import TestSupport
import Testing

@Suite struct SatelliteTests {
    /// Goods pay 30 and services receive 10 net; jobs are 40 and 160.
    private func fixture() -> ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.table = """
            row,goods,services,household,fixed_capital,export,outflow,import,inflow,output
            goods,150,500,250,100,120,80,150,50,1000
            services,200,100,1300,400,60,40,40,60,2000
            taxes,30,-10,,,,,,,
            others,620,1410,,,,,,,
            """
        fixture.prices = "[{id: goods, group: goods, later: -3%}]"
        fixture.employment = ["services,160", "goods,40"]
        fixture.satellites = [
            "{id: tax, row: taxes}", "{id: jobs, file: employment.csv, unit: persons}",
            "{id: productive, file: employment.csv, unit: persons, productivity: 5%}",
            "{id: share, share: goods}",
            "{id: rates, file: employment.csv, unit: 万元, gives: coefficients}",
        ]
        return fixture
    }

    @Test("The base year is that of the row and of the file, negative cells included")
    func baseYear() throws {
        let values = try memberValues(
            fixture().scenario(), members: 8, [satellite(0, 0), satellite(1, 0), satellite(2, 0), satellite(3, 0)])
        for (value, known) in zip(values, [20.0, 200, 200, 650.0 / 2050]) {
            #expect(value.allSatisfy { abs($0 - known) < 1e-9 * known })
        }
    }

    @Test("Money follows output at current prices, things follow its volume and fall with productivity")
    func later() throws {
        let values = try memberValues(
            fixture().scenario(), members: 8,
            (0..<5).map { satellite($0, 3) } + [output(0, 3), output(1, 3), price(0, 3)])
        let (goods, services, price) = (values[5][0], values[6][0], values[7][0])
        #expect(abs(price - 0.97 * 0.97 * 0.97) < 1e-12 && goods > 1010)
        let added = (goods: 0.65 * goods * price, services: 0.7 * services)
        let known = [
            0.03 * goods * price - 0.005 * services, 0.04 * goods + 0.08 * services,
            (0.04 * goods + 0.08 * services) / (1.05 * 1.05 * 1.05), added.goods / (added.goods + added.services),
            // 40 and 160 万元 per 亿元 of output.
            0.004 * goods * price + 0.016 * services,
        ]
        for (value, known) in zip(values, known) { #expect(abs(value[0] - known) < 1e-12 * abs(known)) }
    }

    @Test("A productivity that is uncertain is drawn once per member and is an input of the result")
    func uncertainProductivity() throws {
        var fixture = fixture()
        fixture.satellites = ["{id: jobs, file: employment.csv, unit: persons, productivity: 4% ± 1%}"]
        let values = try memberValues(
            fixture.scenario(), members: 500,
            [satellite(0, 1), satellite(0, 3), input("productivity of jobs"), output(0, 1), output(1, 1)])
        let level = 0.04 * values[3][0] + 0.08 * values[4][0]
        for member in 0..<500 { #expect(abs(values[0][member] * (1 + values[2][member]) / level - 1) < 1e-12) }
        #expect(abs(mean(values[2]) - 0.04) < 0.002 && abs(deviation(values[2]) - 0.01) < 0.002)
    }

    @Test("Figures of a sector that produces nothing have nothing to move with")
    func withoutOutput() throws {
        var fixture = ScenarioFixture()
        fixture.table = """
            row,goods,services,household,fixed_capital,export,outflow,import,inflow,output
            goods,0,0,0,0,0,0,0,0,0
            services,0,0,2000,0,0,0,0,0,2000
            value_added,0,2000,,,,,,,
            """
        fixture.satellites = ["{id: jobs, file: employment.csv, unit: persons}"]
        fixture.employment = ["goods,0", "services,7"]
        let scenario = try fixture.scenario()
        #expect(try memberValues(scenario, members: 8, [satellite(0, 0)])[0][0] == 7)
        fixture.employment = ["goods,3", "services,7"]
        let broken = try fixture.scenario()
        #expect {
            try memberValues(broken, members: 8, [satellite(0, 0)])
        } throws: { error in
            "\(error)".contains("satellite jobs: goods has 3.0 but no output in the base year")
        }
    }

    @Test(
        "Shipped regions start with the taxes of their table, moved to the base year",
        arguments: [
            "zhejiang/platforms", "hunan/high-tech-share", "liuyang/biopharma", "anhui/emerging-industries",
            "liaoning/emerging-industries", "guangdong/emerging-industries", "henan/emerging-industries",
        ])
    func shipped(path: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        let scenario = try ScenarioLoader(fileSystem: .real(in: root)).load(path: "scenarios/\(path).yaml").scenario
        let model = try Model(scenario, seed: 1)
        let row = try model.economy.table.valueAddedRow("production_taxes")
        #expect(scenario.economy.satellites.map(\.id) == ["production_tax", "real_economy_share"])
        let values = try memberValues(scenario, members: 8, [satellite(0, 0), satellite(1, 0)])
        let taxes = row.reduce(0, +)
        #expect(taxes > 1000 && values[0].allSatisfy { abs($0 / taxes - 1) < 1e-9 })
        let added = model.economy.table.totalValueAdded()
        let left = scenario.sectors.indices.filter { ["finance", "real_estate"].contains(scenario.sectors[$0].code) }
        let share = 1 - left.reduce(0) { $0 + added[$1] } / added.reduce(0, +)
        #expect(left.count == 2 && values[1].allSatisfy { abs($0 - share) < 1e-9 })
    }
}
