import InputOutput
import LinearAlgebra
import RealModule
import Testing

/// Controls over the sectors of `RegionFixture`: farming, mining, machinery,
/// electronics, instruments, building, services.
func valueAddedControl(_ name: String, _ sectors: [Int], _ value: Double, givesWay: Bool = false) -> BaseYearControl {
    BaseYearControl(
        name: name, measure: .valueAdded, weights: (0..<7).map { sectors.contains($0) ? 1 : 0 }, value: value,
        givesWay: givesWay)
}

let everything = Array(0..<7)
let industry = [1, 2, 3, 4]
let manufacturing = [2, 3, 4]

func sum(_ values: [Double], over sectors: [Int]) -> Double { sectors.reduce(0) { $0 + values[$1] } }

@Suite struct BaseYearUpdateTests {
    let old: InputOutputTable
    let oldValueAdded: [Double]
    let controls: [BaseYearControl]

    init() throws {
        old = try RegionFixture().table()
        oldValueAdded = old.totalValueAdded()
        controls = [
            valueAddedControl("gdp", everything, 1.5 * oldValueAdded.reduce(0, +)),
            valueAddedControl("manufacturing", manufacturing, 1.3 * sum(oldValueAdded, over: manufacturing)),
            valueAddedControl("farming", [0], 1.1 * oldValueAdded[0]),
        ]
    }

    @Test func controlsAtTheOldTotalsChangeNothing() throws {
        let update = try BaseYearUpdate(
            of: old,
            controls: [
                valueAddedControl("gdp", everything, oldValueAdded.reduce(0, +)),
                valueAddedControl("industry", industry, sum(oldValueAdded, over: industry)),
            ])
        #expect(relativeDistance(update.factors, [1, 1, 1, 1, 1, 1, 1]) < 1e-14)
        #expect(distance(update.table.intermediate, old.intermediate) < 1e-10)
        #expect(distance(update.table.outflow, old.outflow) < 1e-10)
    }

    @Test func theNewTableBalancesAndReproducesItsOutput() throws {
        let update = try BaseYearUpdate(of: old, controls: controls)
        try update.table.validate()
        #expect(relativeDistance(try update.table.reproducedOutput(), update.table.output) < 1e-9)
        #expect(try update.table.regionalSupply().reexports == [4])
        #expect(update.rasIterations > 0)
    }

    @Test func nestedControlsAreMetAndTheRestSharesWhatIsLeft() throws {
        let update = try BaseYearUpdate(of: old, controls: controls, localDemand: 0)
        let valueAdded = update.table.totalValueAdded()
        for outcome in update.controls {
            let sectors = everything.filter { outcome.control.weights[$0] == 1 }
            #expect(abs(sum(valueAdded, over: sectors) / outcome.control.value - 1) < 1e-12)
            #expect(abs(outcome.realised / outcome.control.value - 1) < 1e-12)
            #expect(!outcome.gaveWay)
        }
        // Inside a group all sectors move alike: manufacturing by 1.3, the others of GDP by one factor.
        #expect(relativeDistance(Array(update.factors[2...4]), [1.3, 1.3, 1.3]) < 1e-12)
        let rest = [1, 5, 6]
        let left = controls[0].value - controls[1].value - controls[2].value
        #expect(
            relativeDistance(rest.map { update.factors[$0] / (left / sum(oldValueAdded, over: rest)) }, [1, 1, 1])
                < 1e-12)
    }

    @Test func driftSetsRelativeGrowthInsideAGroupWhateverItsScale() throws {
        let drift = [1, 1, 1, 1.4, 0.9, 1, 1.2]
        let update = try BaseYearUpdate(
            of: old, controls: controls, drift: NationalDrift(outputGrowth: drift), localDemand: 0)
        #expect(abs(update.factors[3] / update.factors[2] - 1.4) < 1e-12)
        #expect(abs(update.factors[4] / update.factors[2] - 0.9) < 1e-12)
        #expect(abs(update.factors[6] / update.factors[5] - 1.2) < 1e-12)
        #expect(abs(sum(update.table.totalValueAdded(), over: manufacturing) / controls[1].value - 1) < 1e-12)
        let scaled = try BaseYearUpdate(
            of: old, controls: controls, drift: NationalDrift(outputGrowth: drift.map { 10 * $0 }), localDemand: 0)
        #expect(relativeDistance(scaled.factors, update.factors) < 1e-12)
    }

    @Test func sectorsOutsideEveryControlMoveWithTheMeanAndAreInferred() throws {
        let drift = [1, 1, 1, 1.4, 0.9, 2, 1]
        let update = try BaseYearUpdate(
            of: old, controls: [controls[1]], drift: NationalDrift(outputGrowth: drift), localDemand: 0)
        let drifted = zip(oldValueAdded, drift).map { $0 * $1 }
        let mean = controls[1].value / sum(drifted, over: manufacturing)
        #expect(abs(update.factors[0] - mean) < 1e-12)
        #expect(abs(update.factors[5] - 2 * mean) < 1e-12)
        let margin = try #require(update.margins.first { $0.name == "value added outside the controls" })
        #expect(margin.status == .inferred)
        #expect(abs(margin.value - sum(update.table.totalValueAdded(), over: [0, 1, 5, 6])) < 1e-9)
    }

    @Test func outputKeepsTheValueAddedRatio() throws {
        let update = try BaseYearUpdate(of: old, controls: controls)
        #expect(
            relativeDistance(try update.table.valueAddedCoefficients(), try old.valueAddedCoefficients()) < 1e-12)
        #expect(relativeDistance(update.table.output, zip(old.output, update.factors).map { $0 * $1 }) < 1e-15)
    }

    @Test func finalUseAndTradeMoveWithTheirProductAndOutflowCloses() throws {
        let update = try BaseYearUpdate(of: old, controls: controls)
        let new = update.table
        func moved(_ values: [Double]) -> [Double] { zip(values, update.factors).map { $0 * $1 } }
        for (before, after) in zip(old.domesticFinalUse, new.domesticFinalUse) {
            #expect(after.name == before.name)
            #expect(after.values == moved(before.values))
        }
        #expect(new.export == moved(old.export))
        // Imports and inflow follow use, so that the region supplies what share of it it did.
        let bought = zip(new.domesticUse(), old.domesticUse()).map { $0 / $1 }
        #expect(distance(new.imports, zip(old.imports, bought).map { $0 * $1 }) < 1e-9)
        #expect(distance(new.inflow, zip(old.inflow, bought).map { $0 * $1 }) < 1e-9)
        #expect(
            relativeDistance(
                try new.regionalSupply().share.map { 1 + $0 }, try old.regionalSupply().share.map { 1 + $0 }) < 1e-12)
        #expect(new.discrepancy == moved(old.discrepancy))
        #expect(relativeDistance(new.intermediate.columnSums(), moved(old.intermediate.columnSums())) < 1e-9)
        #expect(new.outflow.allSatisfy { $0 > 0 })
    }

    /// supply^(1 − o) use^o: nothing of building is traded but 10 of 448 + 2; instruments are traded more than made.
    @Test func rowsLieBetweenSupplyAndUseAsFarAsTheProductIsTraded() throws {
        let update = try BaseYearUpdate(of: old, controls: controls)
        func moved(_ values: [Double]) -> [Double] { zip(values, update.factors).map { $0 * $1 } }
        let supply = moved(old.intermediate.rowSums())
        let use = old.intermediate.scaledColumns(by: update.factors).rowSums()
        let ratio = zip(update.table.intermediate.rowSums(), supply).map { $0 / $1 }
        let openness = everything.map { i -> Double in
            let bought = old.imports[i] + old.inflow[i]
            return min((bought + old.export[i] + old.outflow[i]) / (old.output[i] + bought), 1)
        }
        #expect(openness[4] == 1)
        let pace = use.reduce(0, +) / supply.reduce(0, +)
        let shifts = everything.map { ratio[$0] / Double.pow(use[$0] / supply[$0] / pace, openness[$0]) }
        #expect(relativeDistance(shifts, Array(repeating: shifts[0], count: 7)) < 1e-8)
    }

    @Test func inflowClosesWhereOutflowIsUsedUp() throws {
        var fixture = RegionFixture()
        fixture.outflow[5] = 0
        fixture.outflow[1] = 0.1
        let table = try fixture.table()
        // Growth where others' products are used: rows need more than their factor.
        let services = valueAddedControl("services", [6], 0.5 * table.totalValueAdded()[6])
        let machinery = valueAddedControl("machinery", [2], 2 * table.totalValueAdded()[2])
        let update = try BaseYearUpdate(of: table, controls: [services, machinery])
        try update.table.validate()
        for i in [1, 5] {
            #expect(update.table.outflow[i] == 0)
            #expect(update.table.inflow[i] > update.factors[i] * table.inflow[i])
        }
        #expect(update.table.outflow.allSatisfy { $0 >= 0 })
        #expect(relativeDistance(try update.table.reproducedOutput(), update.table.output) < 1e-9)
    }

    @Test func negativeValueAddedKeepsItsSign() throws {
        var fixture = RegionFixture()
        fixture.intermediate[6][1] = 60
        let table = try fixture.table()
        #expect(table.totalValueAdded()[1] < 0)
        let target = 1.2 * sum(table.totalValueAdded(), over: industry)
        let update = try BaseYearUpdate(of: table, controls: [valueAddedControl("industry", industry, target)])
        #expect(update.factors.allSatisfy { $0 > 0 })
        #expect(update.table.totalValueAdded()[1] < 0)
        #expect(abs(sum(update.table.totalValueAdded(), over: industry) / target - 1) < 1e-12)
        try update.table.validate()
    }

    @Test func theOrderOfSectorsDoesNotMatter() throws {
        let order = [6, 2, 0, 4, 1, 5, 3]
        let direct = try BaseYearUpdate(of: old, controls: controls)
        let moved = try BaseYearUpdate(
            of: old.permuted(order),
            controls: controls.map { control in
                BaseYearControl(
                    name: control.name, measure: control.measure, weights: order.map { control.weights[$0] },
                    value: control.value)
            })
        #expect(relativeDistance(moved.factors, order.map { direct.factors[$0] }) < 1e-12)
        #expect(distance(moved.table.intermediate, try direct.table.permuted(order).intermediate) < 1e-7)
    }

    @Test func theLargestCoefficientChangeIsFound() throws {
        let update = try BaseYearUpdate(of: old, controls: controls)
        let (before, after) = (try old.technicalCoefficients(), try update.table.technicalCoefficients())
        let change = update.largestCoefficientChange
        #expect(abs(abs(change.after - change.before) - distance(before, after)) < 1e-15)
        #expect(change.before != change.after)
    }

    @Test func everyMarginSaysWhereItComesFrom() throws {
        let update = try BaseYearUpdate(of: old, controls: controls)
        let totals = update.margins.filter { $0.sector == nil }
        let status = Dictionary(uniqueKeysWithValues: totals.map { ($0.name, $0.status) })
        #expect(status["value added of gdp"] == .imposed)
        #expect(status["value added of manufacturing"] == .imposed)
        #expect(status["value added of the rest of gdp"] == .residual)
        #expect(status["value added of the rest of manufacturing"] == nil)
        #expect(status["intermediate use"] == .residual)
        #expect(status["household"] == .inferred)
        #expect(status["export"] == .inferred)
        #expect(status["outflow"] == .residual)
        #expect(status["inflow"] == .residual)
    }

    @Test func aBlockThatCannotBeBalancedNamesItsSectors() throws {
        var z = old.intermediate
        z[0, 1] = -1
        z[0, 6] += 1
        let surplus = zip(old.output, z.columnSums()).map { $0 - $1 }
        let table = try old.replacing(
            intermediate: z, valueAdded: [NamedVector(name: "value_added", values: surplus)])
        let error = #expect(throws: BaseYearError.self) { try BaseYearUpdate(of: table, controls: controls) }
        #expect(error == .balancing(.negativeCell(row: 0, column: 1, value: -1), sectors: table.sectors))
        #expect("\(try #require(error))".contains("(farming, mining)"))
    }
}
