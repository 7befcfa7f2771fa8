import InputOutput
import Testing

/// Which controls fit together, and what happens when they do not.
@Suite struct ValueAddedControlTests {
    let old: InputOutputTable
    let valueAdded: [Double]

    init() throws {
        old = try RegionFixture().table()
        valueAdded = old.totalValueAdded()
    }

    func update(_ controls: [BaseYearControl]) throws -> BaseYearUpdate {
        try BaseYearUpdate(of: old, controls: controls)
    }

    func outcome(_ name: String, of update: BaseYearUpdate) throws -> ControlOutcome {
        try #require(update.controls.first { $0.control.name == name })
    }

    @Test func partsThatCoverTheirWholeMustAgreeWithIt() {
        let error = BaseYearError.totalsDisagree(control: "gdp", value: 1000, parts: ["industry", "others"], sum: 1010)
        #expect(throws: error) {
            try update([
                valueAddedControl("gdp", everything, 1000), valueAddedControl("industry", industry, 400),
                valueAddedControl("others", [0, 5, 6], 610),
            ])
        }
        #expect("\(error)".contains("1.0%"))
    }

    @Test func roundingOfATenthOfAPercentIsAccepted() throws {
        let result = try update([
            valueAddedControl("gdp", everything, 1000), valueAddedControl("industry", industry, 400),
            valueAddedControl("others", [0, 5, 6], 600.9),
        ])
        let gdp = try outcome("gdp", of: result)
        #expect(abs(gdp.realised - 1000.9) < 1e-9)
        #expect(!gdp.gaveWay)
    }

    @Test func aPartThatGivesWayIsScaled() throws {
        let result = try update([
            valueAddedControl("gdp", everything, 1000), valueAddedControl("industry", industry, 400),
            valueAddedControl("others", [0, 5, 6], 610, givesWay: true),
        ])
        #expect(abs(try outcome("industry", of: result).realised - 400) < 1e-9)
        let others = try outcome("others", of: result)
        #expect(abs(others.realised - 600) < 1e-9)
        #expect(others.gaveWay)
        #expect(result.margins.first { $0.name == "value added of others" }?.status == .residual)
    }

    @Test func severalPartsThatGiveWayAreScaledAlike() throws {
        let result = try update([
            valueAddedControl("gdp", everything, 1000), valueAddedControl("industry", industry, 400),
            valueAddedControl("farming", [0], 220, givesWay: true),
            valueAddedControl("others", [5, 6], 440, givesWay: true),
        ])
        #expect(abs(try outcome("farming", of: result).realised - 200) < 1e-9)
        #expect(abs(try outcome("others", of: result).realised - 400) < 1e-9)
    }

    @Test func aWholeThatGivesWayIsDropped() throws {
        let result = try update([
            valueAddedControl("gdp", everything, 1000, givesWay: true), valueAddedControl("industry", industry, 400),
            valueAddedControl("others", [0, 5, 6], 650),
        ])
        let gdp = try outcome("gdp", of: result)
        #expect(abs(gdp.realised - 1050) < 1e-9)
        #expect(gdp.gaveWay)
        #expect(!(try outcome("others", of: result).gaveWay))
    }

    @Test func givingWayReachesDownToTheParts() throws {
        // Industry is cut to 350; of its parts only machinery gives way.
        let result = try update([
            valueAddedControl("gdp", everything, 1000), valueAddedControl("others", [0, 5, 6], 650),
            valueAddedControl("industry", industry, 400, givesWay: true),
            valueAddedControl("electronics", [1, 3, 4], 250), valueAddedControl("machinery", [2], 150, givesWay: true),
        ])
        #expect(abs(try outcome("industry", of: result).realised - 350) < 1e-9)
        #expect(abs(try outcome("electronics", of: result).realised - 250) < 1e-9)
        #expect(abs(try outcome("machinery", of: result).realised - 100) < 1e-9)
    }

    @Test func ofTwoFiguresForTheSameSectorsTheFirmOneHolds() throws {
        let result = try update([
            valueAddedControl("gdp, first release", everything, 1000, givesWay: true),
            valueAddedControl("gdp, revised", everything, 1020),
        ])
        #expect(abs(result.table.totalValueAdded().reduce(0, +) - 1020) < 1e-9)
        #expect(try outcome("gdp, first release", of: result).gaveWay)
    }

    @Test func overlappingControlsAreRefused() {
        #expect(
            throws: BaseYearError.overlapping(
                first: "manufacturing", second: "materials", sectors: ["machinery"])
        ) {
            try update([
                valueAddedControl("manufacturing", manufacturing, 300), valueAddedControl("materials", [1, 2], 200),
            ])
        }
    }

    @Test func partsThatLeaveNothingAreRefused() {
        #expect(
            throws: BaseYearError.nothingLeft(
                control: "industry", value: 400, parts: ["manufacturing"], sum: 410, sectors: ["mining"])
        ) {
            try update([
                valueAddedControl("industry", industry, 400), valueAddedControl("manufacturing", manufacturing, 410),
            ])
        }
    }

    @Test func aResidualThatNobodyCanTakeIsRefused() throws {
        var fixture = RegionFixture()
        fixture.intermediate[6][1] = 60
        let table = try fixture.table()
        #expect(throws: BaseYearError.noTaker(control: "industry", residual: 10, sectors: ["mining"])) {
            try BaseYearUpdate(
                of: table,
                controls: [
                    valueAddedControl("industry", industry, 410),
                    valueAddedControl("manufacturing", manufacturing, 400),
                ])
        }
    }

    @Test func controlsThatAreMistakesAreNamed() {
        #expect(throws: BaseYearError.duplicateControl("gdp")) {
            try update([valueAddedControl("gdp", everything, 1), valueAddedControl("gdp", [1], 1)])
        }
        #expect(throws: BaseYearError.emptyControl("none")) { try update([valueAddedControl("none", [], 1)]) }
        #expect(throws: BaseYearError.invalidValue(control: "gdp", value: -1)) {
            try update([valueAddedControl("gdp", everything, -1)])
        }
        let more = BaseYearControl(name: "more", measure: .valueAdded, weights: [0, 1.5, 0, 0, 0, 0, 0], value: 1)
        #expect(throws: BaseYearError.invalidWeight(control: "more", sector: "mining", weight: 1.5)) {
            try update([more])
        }
        let short = BaseYearControl(name: "short", measure: .output, weights: [1], value: 1)
        #expect(throws: BaseYearError.wrongShape(part: "control short", expected: 7, found: 1)) { try update([short]) }
        #expect(throws: BaseYearError.invalidDrift(sector: "farming", drift: 0)) {
            try BaseYearUpdate(of: old, controls: [], drift: NationalDrift(outputGrowth: [0, 1, 1, 1, 1, 1, 1]))
        }
    }

    @Test func anUnbalancedTableIsRefused() throws {
        let error = #expect(throws: BaseYearError.self) {
            try BaseYearUpdate(of: old.replacing(export: [0, 0, 0, 0, 0, 0, 0]), controls: [])
        }
        guard case .table(.unbalanced) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}

@Suite struct OutputControlTests {
    let old: InputOutputTable
    let weights: [Double] = [0, 0, 0.1, 1, 0.8, 0, 0]
    let gdp: BaseYearControl
    let group: BaseYearControl

    init() throws {
        old = try RegionFixture().table()
        let valueAdded = old.totalValueAdded()
        gdp = valueAddedControl("gdp", everything, 1.5 * valueAdded.reduce(0, +))
        group = valueAddedControl("manufacturing", manufacturing, 1.3 * sum(valueAdded, over: manufacturing))
    }

    /// Output of the parts before any output control, with manufacturing at 1.3.
    func partOutput(_ weights: [Double]) -> Double { zip(old.output, weights).reduce(0) { $0 + 1.3 * $1.0 * $1.1 } }

    func output(_ name: String, _ weights: [Double], _ value: Double) -> BaseYearControl {
        BaseYearControl(name: name, measure: .output, weights: weights, value: value)
    }

    @Test func thePartsMeetTheFigureAndTheGroupKeepsItsValueAdded() throws {
        let high = output("high-tech", weights, 1.2 * partOutput(weights))
        let update = try BaseYearUpdate(of: old, controls: [gdp, group, high], localDemand: 0)
        let scaling = try #require(update.partScalings.first)
        #expect(update.partScalings.count == 1)
        #expect(abs(scaling.scale - 1.2) < 1e-12)
        #expect(scaling.restScale > 0 && scaling.restScale < 1)
        // Factor of a sector: 1.3 (θ w + φ (1 − w)).
        let expected = manufacturing.map { 1.3 * (1.2 * weights[$0] + scaling.restScale * (1 - weights[$0])) }
        #expect(relativeDistance(Array(update.factors[2...4]), expected) < 1e-12)
        #expect(abs(sum(update.table.totalValueAdded(), over: manufacturing) / group.value - 1) < 1e-12)
        #expect(abs(update.table.totalValueAdded().reduce(0, +) / gdp.value - 1) < 1e-12)
        try update.table.validate()
        #expect(relativeDistance(try update.table.reproducedOutput(), update.table.output) < 1e-9)
        let outcome = try #require(update.controls.last)
        #expect(outcome.realised == high.value)
        #expect(abs(outcome.growth - 1.3 * 1.2) < 1e-12)
        #expect(update.margins.first { $0.name == "output of high-tech" }?.status == .imposed)
        #expect(update.margins.first { $0.name == "output of the rest of manufacturing" }?.status == .residual)
    }

    @Test func aFigureAtTheModelledOutputChangesNothing() throws {
        let update = try BaseYearUpdate(
            of: old, controls: [gdp, group, output("high-tech", weights, partOutput(weights))], localDemand: 0)
        let without = try BaseYearUpdate(of: old, controls: [gdp, group], localDemand: 0)
        #expect(relativeDistance(update.factors, without.factors) < 1e-12)
    }

    @Test func twoControlsInOneGroupShareTheRest() throws {
        let electronics: [Double] = [0, 0, 0, 1, 0, 0, 0]
        let instruments: [Double] = [0, 0, 0, 0, 0.5, 0, 0]
        let update = try BaseYearUpdate(
            of: old,
            controls: [
                gdp, group, output("a", electronics, 1.2 * partOutput(electronics)),
                output("b", instruments, 0.9 * partOutput(instruments)),
            ], localDemand: 0)
        #expect(update.partScalings.map(\.scale).elementsEqual([1.2, 0.9]) { abs($0 - $1) < 1e-12 })
        #expect(update.partScalings[0].restScale == update.partScalings[1].restScale)
        #expect(abs(sum(update.table.totalValueAdded(), over: manufacturing) / group.value - 1) < 1e-12)
    }

    @Test func withoutValueAddedControlsTheWholeRegionIsTheGroup() throws {
        let update = try BaseYearUpdate(
            of: old, controls: [output("high-tech", weights, 1.2 * partOutput(weights) / 1.3)])
        let (before, after) = (old.totalValueAdded().reduce(0, +), update.table.totalValueAdded().reduce(0, +))
        #expect(abs(after / before - 1) < 1e-12)
    }

    @Test func aFigureTooLargeForItsGroupIsRefusedWithBothNumbers() {
        let error = #expect(throws: BaseYearError.self) {
            try BaseYearUpdate(of: old, controls: [gdp, group, output("high-tech", weights, 5 * partOutput(weights))])
        }
        guard case .outputTooLarge(["high-tech"], let taken, "manufacturing", let available, let rest) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(abs(available / group.value - 1) < 1e-12)
        #expect(taken > available)
        #expect(rest < 0)
    }

    @Test func sharedAndCrossingSectorsAreRefused() {
        let first = output("first", weights, partOutput(weights))
        let second = output("second", [0, 0, 0.5, 0, 0, 0, 0], 50)
        #expect(
            throws: BaseYearError.overlappingOutputs(first: "first", second: "second", sectors: ["machinery"])
        ) { try BaseYearUpdate(of: old, controls: [gdp, group, first, second]) }
        // Its innermost group is GDP, and manufacturing inside that is fixed.
        let wide = output("wide", [0, 0.5, 0.5, 0, 0, 0, 0], 100)
        #expect(
            throws: BaseYearError.outputCrosses(
                output: "wide", valueAdded: "manufacturing", sectors: ["machinery"])
        ) { try BaseYearUpdate(of: old, controls: [gdp, group, wide]) }
    }
}
