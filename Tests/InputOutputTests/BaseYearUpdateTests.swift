import InputOutput
import LinearAlgebra
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
        #expect(abs(update.rowTotalFactor - 1) < 1e-14)
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
        let update = try BaseYearUpdate(of: old, controls: controls)
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
        let update = try BaseYearUpdate(of: old, controls: controls, drift: drift)
        #expect(abs(update.factors[3] / update.factors[2] - 1.4) < 1e-12)
        #expect(abs(update.factors[4] / update.factors[2] - 0.9) < 1e-12)
        #expect(abs(update.factors[6] / update.factors[5] - 1.2) < 1e-12)
        #expect(abs(sum(update.table.totalValueAdded(), over: manufacturing) / controls[1].value - 1) < 1e-12)
        let scaled = try BaseYearUpdate(of: old, controls: controls, drift: drift.map { 10 * $0 })
        #expect(relativeDistance(scaled.factors, update.factors) < 1e-12)
    }

    @Test func sectorsOutsideEveryControlMoveWithTheMeanAndAreInferred() throws {
        let drift = [1, 1, 1, 1.4, 0.9, 2, 1]
        let update = try BaseYearUpdate(of: old, controls: [controls[1]], drift: drift)
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
        #expect(new.imports == moved(old.imports))
        #expect(new.discrepancy == moved(old.discrepancy))
        // Intermediate rows move by their factor and λ, columns by their factor.
        let rows = moved(old.intermediate.rowSums())
        #expect(relativeDistance(new.intermediate.rowSums(), rows.map { $0 * update.rowTotalFactor }) < 1e-9)
        #expect(relativeDistance(new.intermediate.columnSums(), moved(old.intermediate.columnSums())) < 1e-9)
        // What λ takes from a row goes to its net outflow.
        let closing = (0..<7).map { i in
            (new.outflow[i] - new.inflow[i]) - (moved(old.outflow)[i] - moved(old.inflow)[i])
        }
        #expect(distance(closing, rows.map { (1 - update.rowTotalFactor) * $0 }) < 1e-7)
    }

    @Test func inflowClosesWhereOutflowIsUsedUp() throws {
        var fixture = RegionFixture()
        fixture.outflow[5] = 0
        fixture.outflow[1] = 0.1
        let table = try fixture.table()
        // Growth where others' products are used raises λ above 1: rows need more than their factor.
        let services = valueAddedControl("services", [6], 0.5 * table.totalValueAdded()[6])
        let machinery = valueAddedControl("machinery", [2], 2 * table.totalValueAdded()[2])
        let update = try BaseYearUpdate(of: table, controls: [services, machinery])
        try update.table.validate()
        #expect(update.rowTotalFactor > 1)
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
        let status = Dictionary(uniqueKeysWithValues: update.margins.map { ($0.name, $0.status) })
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
