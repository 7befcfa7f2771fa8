import InputOutput
import LinearAlgebra
import Testing

/// Controls that give a growth, levels of output, parts of value added, and what drift and local demand expect.
@Suite struct GrowthControlTests {
    let old: InputOutputTable
    let valueAdded: [Double]

    init() throws {
        old = try RegionFixture().table()
        valueAdded = old.totalValueAdded()
    }

    func growth(
        _ name: String, _ sectors: [Int], _ rate: Double, price: Double = 0, relativeTo: String? = nil,
        measure: BaseYearControl.Measure = .valueAdded
    ) -> BaseYearControl {
        BaseYearControl(
            name: name, measure: measure, weights: (0..<7).map { sectors.contains($0) ? 1 : 0 },
            growth: BaseYearControl.Growth(rate: rate, price: price, relativeTo: relativeTo))
    }

    /// Farming: output 255 less inputs of 114 is 141; ten percent more at prices two percent lower is 151.998.
    @Test func growthAndPriceMultiplyTheOldValue() throws {
        #expect(abs(valueAdded[0] - 141) < 1e-12)
        let update = try BaseYearUpdate(of: old, controls: [growth("farming", [0], 0.1, price: -0.02)])
        #expect(abs(update.table.totalValueAdded()[0] - 151.998) < 1e-9)
        #expect(abs(try #require(update.controls.first).control.value - 151.998) < 1e-12)
        let margin = try #require(update.margins.first { $0.name == "value added of farming" })
        #expect(margin.status == .imposed && margin.note.contains("growth of 10.0% and a price change of -2.0%"))
    }

    @Test func relativeGrowthIsAheadOfTheOtherControl() throws {
        let update = try BaseYearUpdate(
            of: old,
            controls: [
                growth("electronics", [3], 0.25, relativeTo: "industry"),
                valueAddedControl("industry", industry, 1.2 * sum(valueAdded, over: industry)),
                growth("its revenue", [3], 0.1, relativeTo: "electronics", measure: .output),
            ])
        #expect(abs(update.table.totalValueAdded()[3] / valueAdded[3] - 1.25 * 1.2) < 1e-12)
        #expect(abs(update.table.output[3] / old.output[3] - 1.1 * 1.25 * 1.2) < 1e-12)
        #expect(
            abs(sum(update.table.totalValueAdded(), over: industry) / sum(valueAdded, over: industry) - 1.2) < 1e-12)
        try update.table.validate()
    }

    @Test func whatAGrowthNeedsIsNamed() throws {
        func error(_ controls: [BaseYearControl]) -> BaseYearError? {
            #expect(throws: BaseYearError.self) { try BaseYearUpdate(of: old, controls: controls) }
        }
        #expect(error([growth("a", [0], -1)]) == .invalidGrowth(control: "a", rate: -1, price: 0))
        #expect(
            error([growth("a", [0], 0.1, relativeTo: "b")])
                == .unknownReference(control: "a", reference: "b", known: ["a"]))
        #expect(
            error([growth("a", [0], 0.1, relativeTo: "b"), growth("b", [5], 0.1, relativeTo: "a")])
                == .circularGrowth(["a", "b", "a"]))
        #expect(valueAdded[1] < 0)
        #expect(error([growth("mining", [1], 0.1)]) == .noBase(control: "mining", base: valueAdded[1]))
    }

    @Test func outputAndValueAddedOfAGroupSetTheRatioBetweenThem() throws {
        let output = BaseYearControl(
            name: "revenue", measure: .output, weights: (0..<7).map { manufacturing.contains($0) ? 1 : 0 },
            value: 1.5 * sum(old.output, over: manufacturing))
        let update = try BaseYearUpdate(
            of: old,
            controls: [
                valueAddedControl("manufacturing", manufacturing, 1.2 * sum(valueAdded, over: manufacturing)), output,
            ])
        let new = update.table
        #expect(abs(sum(new.output, over: manufacturing) / output.value - 1) < 1e-12)
        #expect(
            abs(sum(new.totalValueAdded(), over: manufacturing) / sum(valueAdded, over: manufacturing) - 1.2) < 1e-12)
        // All ratios of the group give way alike: 1.2 / 1.5, and no other does.
        for s in everything {
            #expect(abs(update.ratioFactors[s] - (manufacturing.contains(s) ? 0.8 : 1)) < 1e-12)
        }
        try new.validate()
        let scaling = try #require(update.partScalings.first)
        #expect(scaling.scale == scaling.restScale)
    }

    @Test func anOutputBelowItsValueAddedIsRefused() {
        let output = BaseYearControl(
            name: "revenue", measure: .output, weights: [1, 0, 0, 0, 0, 0, 0], value: 0.5 * old.output[0])
        #expect(
            throws: BaseYearError.outputTooSmall(
                control: "revenue", sector: "farming", output: 0.5 * old.output[0], valueAdded: valueAdded[0])
        ) { try BaseYearUpdate(of: old, controls: [valueAddedControl("farming", [0], valueAdded[0]), output]) }
    }

    /// θ w + φ (1 − w) with θ = 1.3 on the part; the group keeps its value added, so φ follows.
    @Test func valueAddedOfPartsIsMetWithinTheGroup() throws {
        let weights = [0, 0, 0.1, 1, 0.8, 0, 0]
        let part = zip(weights, valueAdded).reduce(0) { $0 + $1.0 * $1.1 }
        let group = sum(valueAdded, over: manufacturing)
        let update = try BaseYearUpdate(
            of: old,
            controls: [
                valueAddedControl("manufacturing", manufacturing, group),
                BaseYearControl(name: "high-tech", measure: .valueAdded, weights: weights, value: 1.3 * part),
            ], localDemand: 0)
        let rest = (group - 1.3 * part) / (group - part)
        let scaling = try #require(update.partScalings.first)
        #expect(abs(scaling.scale - 1.3) < 1e-12 && abs(scaling.restScale - rest) < 1e-12)
        for s in manufacturing {
            #expect(abs(update.factors[s] - (1.3 * weights[s] + rest * (1 - weights[s]))) < 1e-12)
        }
        #expect(abs(sum(update.table.totalValueAdded(), over: manufacturing) / group - 1) < 1e-12)
    }
}

/// What national tables and the region's own users tell of sectors without a control.
@Suite struct ExpectedGrowthTests {
    let old: InputOutputTable

    init() throws { old = try RegionFixture().table() }

    /// The nation: the same region with machinery's row of inputs into building doubled and electronics' sales grown.
    private func nation() throws -> InputOutputTable {
        var fixture = RegionFixture()
        fixture.intermediate[2][5] *= 2
        fixture.export[3] *= 1.5
        return try fixture.table()
    }

    @Test func outputsGrowAsTheNationsAndTechnologyByItsPart() throws {
        let (earlier, later) = (old, try nation())
        let drift = try NationalDrift(for: old.sectors, from: earlier, to: later, power: 0.5, technology: 0.5)
        let pace = later.totalValueAdded().reduce(0, +) / earlier.totalValueAdded().reduce(0, +)
        for s in everything {
            let growth = (later.output[s] / earlier.output[s] / pace).squareRoot()
            #expect(abs(drift.outputGrowth[s] - growth) < 1e-14)
            let ratio = later.totalValueAdded()[s] / later.output[s] * earlier.output[s] / earlier.totalValueAdded()[s]
            #expect(abs(drift.valueAddedRatios[s] - ratio.squareRoot().squareRoot()) < 1e-14)
        }
        let update = try BaseYearUpdate(of: old, controls: [], drift: drift, localDemand: 0)
        #expect(relativeDistance(update.ratioFactors, drift.valueAddedRatios) < 1e-12)
        #expect(
            relativeDistance(
                update.factors.map { $0 / update.factors[0] }, drift.outputGrowth.map { $0 / drift.outputGrowth[0] })
                < 1e-12)
        try update.table.validate()
        // Building takes more machinery than before, by less than in the nation.
        let (a, b) = (try old.technicalCoefficients(), try update.table.technicalCoefficients())
        #expect(b[2, 5] > a[2, 5] && b[2, 5] < 1.5 * a[2, 5])
    }

    @Test func extremeChangesOfCellsAreBoundedAndGapsAreNoChange() throws {
        var fixture = RegionFixture()
        fixture.intermediate[1][0] = 100
        fixture.intermediate[4][0] = 50
        let drift = try NationalDrift(for: old.sectors, from: old, to: try fixture.table(), technology: 1)
        let update = try BaseYearUpdate(of: old, controls: [], drift: drift, localDemand: 0)
        let (a, b) = (try old.technicalCoefficients(), try update.table.technicalCoefficients())
        // From 1 to 100 counts as threefold, before the column is scaled and rows are fitted (unbounded it would be 50
        // times); from 0 as nothing.
        #expect(b[1, 0] / a[1, 0] < 6)
        #expect(b[4, 0] == 0)
    }

    @Test func sectorsThatTheNationLacksAreNamed() throws {
        let error = BaseYearError.missingSectors(["fishing"], known: old.sectors)
        #expect(throws: error) { try NationalDrift(for: ["farming", "fishing"], from: old, to: old) }
    }

    /// Building doubles; machinery sells to it inside the region, so it grows ahead of instruments, which it hardly uses.
    @Test func suppliersFollowTheirUsers() throws {
        let controls = [
            valueAddedControl("building", [5], 2 * old.totalValueAdded()[5]),
            valueAddedControl("others", [0, 1, 2, 3, 4, 6], sum(old.totalValueAdded(), over: [0, 1, 2, 3, 4, 6])),
        ]
        let alike = try BaseYearUpdate(of: old, controls: controls, localDemand: 0)
        #expect(relativeDistance([0, 1, 2, 3, 4, 6].map { alike.factors[$0] }, .init(repeating: 1, count: 6)) < 1e-12)
        let led = try BaseYearUpdate(of: old, controls: controls)
        #expect(led.factors[1] > led.factors[4] && led.factors[1] > 1 && led.factors[0] < 1)
        #expect(abs(sum(led.table.totalValueAdded(), over: [0, 1, 2, 3, 4, 6]) / controls[1].value - 1) < 1e-12)
        // A fixed point: more of the same demand moves further, in the same direction.
        let strong = try BaseYearUpdate(of: old, controls: controls, localDemand: 1)
        #expect(strong.factors[1] > led.factors[1] && strong.factors[0] < led.factors[0])
    }

    /// Random figures for nested groups, parts and levels: every control is met to 1e-9 and both identities hold.
    @Test(arguments: 0..<40) func controlsAreMetAndAccountsHoldWhateverTheFigures(seed: Int) throws {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        func draw(_ low: Double, _ high: Double) -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return low + (high - low) * Double(state >> 11) / Double(1 << 53)
        }
        let valueAdded = old.totalValueAdded()
        let pace = draw(0.6, 3)
        let weights = [0, 0, 0, draw(0.2, 0.6), draw(0, 0.6), 0, 0]
        let controls = [
            valueAddedControl("gdp", everything, pace * valueAdded.reduce(0, +)),
            valueAddedControl(
                "manufacturing", manufacturing, pace * draw(0.95, 1.2) * sum(valueAdded, over: manufacturing)),
            valueAddedControl("machinery", [2], pace * draw(0.8, 1.05) * valueAdded[2]),
            BaseYearControl(
                name: "farming", measure: .valueAdded, weights: [1, 0, 0, 0, 0, 0, 0],
                growth: BaseYearControl.Growth(rate: draw(-0.2, 0.2), relativeTo: "gdp")),
            BaseYearControl(
                name: "farm output", measure: .output, weights: [1, 0, 0, 0, 0, 0, 0],
                growth: BaseYearControl.Growth(rate: draw(-0.1, 0.1), relativeTo: "farming")),
            BaseYearControl(
                name: "high-tech", measure: draw(0, 1) < 0.5 ? .output : .valueAdded, weights: weights,
                growth: BaseYearControl.Growth(rate: draw(-0.3, 0.1), relativeTo: "manufacturing")),
        ]
        let drift = try NationalDrift(
            for: old.sectors, from: old, to: try nation(), power: draw(0.1, 1), technology: draw(0, 1))
        let update = try BaseYearUpdate(of: old, controls: controls, drift: drift, localDemand: draw(0, 1))
        let new = update.table
        for outcome in update.controls where outcome.control.name != "high-tech" {
            let values = outcome.control.measure == .output ? new.output : new.totalValueAdded()
            let total = zip(outcome.control.weights, values).reduce(0) { $0 + $1.0 * $1.1 }
            #expect(abs(total / outcome.control.value - 1) < 1e-9, "\(outcome.control.name)")
        }
        // The covered part of a sector is θ w / (θ w + φ (1 − w)) of it now.
        let scaling = try #require(update.partScalings.first { $0.control == "high-tech" })
        let high = try #require(update.controls.last)
        let values = high.control.measure == .output ? new.output : new.totalValueAdded()
        let covered = everything.reduce(0.0) { total, s in
            let part = scaling.scale * weights[s]
            return total + values[s] * part / (part + scaling.restScale * (1 - weights[s]))
        }
        #expect(abs(covered / high.control.value - 1) < 1e-9)
        try new.validate(relativeTolerance: 1e-9)
        #expect(relativeDistance(try new.reproducedOutput(), new.output) < 1e-9)
        #expect(new.valueAdded.allSatisfy { $0.values.allSatisfy(\.isFinite) })
    }
}

@Suite struct MarginReportTests {
    let old: InputOutputTable
    let valueAdded: [Double]

    init() throws {
        old = try RegionFixture().table()
        valueAdded = old.totalValueAdded()
    }

    private func margin(_ name: String, of update: BaseYearUpdate) throws -> MarginReport {
        try #require(update.margins.first { $0.name == name && $0.sector != nil }, "\(name)")
    }

    @Test func everySectorHasItsAccountsWithOrigin() throws {
        let update = try BaseYearUpdate(
            of: old,
            controls: [
                valueAddedControl("gdp", everything, 1.5 * valueAdded.reduce(0, +)),
                valueAddedControl("factories", industry, 1.3 * sum(valueAdded, over: industry)),
                valueAddedControl("machines", [2], 1.2 * valueAdded[2]),
                valueAddedControl("the others", [0, 5], 1.4 * sum(valueAdded, over: [0, 5])),
            ])
        #expect(update.margins.count { $0.sector != nil } == 7 * (4 + 4 + 4))
        let machinery = try margin("value added of machinery", of: update)
        #expect(machinery.status == .imposed && machinery.basis == ["machines"])
        // The only sector that the parts of GDP leave is its residual; several share it.
        let services = try margin("value added of services", of: update)
        #expect(services.status == .residual && Set(services.basis) == ["gdp", "factories", "the others"])
        let electronics = try margin("value added of electronics", of: update)
        #expect(electronics.status == .inferred && electronics.basis == ["factories", "machines"])
        let farming = try margin("output of farming", of: update)
        #expect(farming.status == .inferred && farming.basis == ["the others"])
        #expect(try margin("export of farming", of: update).basis == ["the others"])
        #expect(try margin("outflow of farming", of: update).basis.count == 4)
        for sector in everything {
            let name = old.sectors[sector]
            #expect(try margin("output of \(name)", of: update).value == update.table.output[sector])
        }
    }
}
