import LinearAlgebra

/// An input-output table moved to a newer year with the totals known for it.
///
/// 1. Value added meets its controls, from the smallest group up: what a
///    control leaves after its parts is spread over its other sectors in
///    proportion to old value added times drift; sectors outside every control
///    move with the mean of the others times drift.
/// 2. Output keeps each sector's value-added ratio, so its factor is that of
///    value added.
/// 3. Output controls scale the parts of sectors that they cover, and the rest
///    of their value-added group in the opposite direction.
/// 4. Final use and trade of each row move by the factor of its output,
///    intermediate inputs of each column by the factor of its output. The sums
///    of rows and columns then differ: all intermediate row totals get one
///    common factor λ, and what a row loses or gains by it is closed by its
///    outflow, by its inflow where outflow would fall below zero.
/// 5. RAS fits the intermediate block to these totals.
///
/// The new table satisfies its identities as well as the old one, rows to
/// machine precision. Tables with negative intermediate cells are refused, for
/// RAS cannot scale those (`BaseYearError.balancing`).
public struct BaseYearUpdate: Sendable {
    /// The table of the new year.
    public let table: InputOutputTable
    /// The controls in the order given.
    public let controls: [ControlOutcome]
    /// New over old output, by sector.
    public let factors: [Double]
    /// Output controls: how their parts and the rest of their group were scaled.
    public let outputScalings: [OutputScaling]
    /// λ: common factor on intermediate row totals; 1 when use and supply of
    /// intermediate products moved alike.
    public let rowTotalFactor: Double
    public let rasIterations: Int
    /// The technical coefficient that moved most.
    public let largestCoefficientChange: CoefficientChange
    /// Every total of the new table that someone may ask about.
    public let margins: [MarginReport]

    /// How an output control was met.
    public struct OutputScaling: Sendable, Equatable {
        public let control: String
        /// θ: factor on the output that the control covers.
        public let scale: Double
        /// φ: factor on the remaining output of the value-added group.
        public let restScale: Double
    }

    /// A technical coefficient before and after.
    public struct CoefficientChange: Sendable, Equatable {
        public let supplier: String
        public let user: String
        public let before: Double
        public let after: Double
    }

    /// - Parameters:
    ///   - old: the table to move; must pass `validate`.
    ///   - controls: totals of the new year, in the table's money unit.
    ///   - drift: expected growth of value added by sector relative to each
    ///     other, positive; only ratios within a group matter. nil for none.
    /// - Throws: `BaseYearError`.
    public init(of old: InputOutputTable, controls: [BaseYearControl], drift: [Double]? = nil) throws(BaseYearError) {
        let drift = drift ?? [Double](repeating: 1, count: old.count)
        try Self.check(old, controls, drift)
        let valueAdded = old.totalValueAdded()
        let family = try ControlFamily(
            controls.filter { $0.measure == .valueAdded }, sectors: old.sectors,
            carriesValueAdded: valueAdded.map { $0 != 0 })
        let allocation = try ValueAddedAllocation(family, valueAdded: valueAdded, drift: drift, sectors: old.sectors)

        let ratios: [Double]
        let oldCoefficients: Matrix
        do throws(TableError) {
            ratios = try old.valueAddedCoefficients()
            oldCoefficients = try old.technicalCoefficients()
        } catch { throw .table(error) }
        let outputs = try OutputControls(
            controls.filter { $0.measure == .output }, within: family,
            output: zip(old.output, allocation.factors).map { $0 * $1 }, ratios: ratios, sectors: old.sectors)
        let factors = zip(allocation.factors, outputs.factors).map { $0 * $1 }

        let balanced = try Self.balance(old, factors: factors)
        table = balanced.table
        self.factors = factors
        rowTotalFactor = balanced.rowTotalFactor
        rasIterations = balanced.rasIterations
        do throws(TableError) {
            largestCoefficientChange = Self.largestChange(
                from: oldCoefficients, to: try table.technicalCoefficients(), sectors: old.sectors)
        } catch { throw .table(error) }
        outputScalings = outputs.adjustments.flatMap { adjustment in
            zip(adjustment.controls, adjustment.controlScales).map {
                OutputScaling(control: $0.name, scale: $1, restScale: adjustment.restScale)
            }
        }
        self.controls = BaseYearReport.outcomes(controls, family, old: old, new: table, outputs: outputs)
        margins = BaseYearReport.margins(
            of: table, outcomes: self.controls, family: family, allocation: allocation, outputs: outputs,
            rowTotalFactor: rowTotalFactor)
    }

    private static func check(
        _ table: InputOutputTable, _ controls: [BaseYearControl], _ drift: [Double]
    ) throws(BaseYearError) {
        do throws(TableError) { try table.validate() } catch { throw .table(error) }
        let n = table.count
        guard drift.count == n else { throw .wrongShape(part: "drift", expected: n, found: drift.count) }
        for (sector, value) in zip(table.sectors, drift) where !(value > 0 && value.isFinite) {
            throw .invalidDrift(sector: sector, drift: value)
        }
        var names = Set<String>()
        for control in controls {
            guard names.insert(control.name).inserted else { throw .duplicateControl(control.name) }
            guard control.weights.count == n else {
                throw .wrongShape(part: "control " + control.name, expected: n, found: control.weights.count)
            }
            guard control.value > 0 && control.value.isFinite else {
                throw .invalidValue(control: control.name, value: control.value)
            }
            for (sector, weight) in zip(table.sectors, control.weights) {
                let allowed = control.measure == .output ? weight >= 0 && weight <= 1 : weight == 0 || weight == 1
                guard allowed else {
                    throw .invalidWeight(control: control.name, sector: sector, weight: weight)
                }
            }
            guard !control.sectors.isEmpty else { throw .emptyControl(control.name) }
        }
    }

    /// Rows, columns and the intermediate block for given output factors.
    private static func balance(
        _ old: InputOutputTable, factors: [Double]
    ) throws(BaseYearError) -> (table: InputOutputTable, rowTotalFactor: Double, rasIterations: Int) {
        func moved(_ values: [Double]) -> [Double] { zip(values, factors).map { $0 * $1 } }
        func moved(_ vectors: [NamedVector]) -> [NamedVector] {
            vectors.map { NamedVector(name: $0.name, values: moved($0.values)) }
        }
        let columnTotals = moved(old.intermediate.columnSums())
        let unscaledRows = moved(old.intermediate.rowSums())
        let uses = unscaledRows.reduce(0, +)
        let rowTotalFactor = uses > 0 ? columnTotals.reduce(0, +) / uses : 1
        let fitted: RASResult
        do throws(RASError) {
            fitted = try ras(
                old.intermediate, rowTotals: unscaledRows.map { $0 * rowTotalFactor }, columnTotals: columnTotals)
        } catch { throw .balancing(error, sectors: old.sectors) }

        let (output, export, imports) = (moved(old.output), moved(old.export), moved(old.imports))
        let (discrepancy, domesticFinalUse) = (moved(old.discrepancy), moved(old.domesticFinalUse))
        var (outflow, inflow) = (moved(old.outflow), moved(old.inflow))
        let intermediateUse = fitted.matrix.rowSums()
        for i in 0..<old.count {
            let domestic = domesticFinalUse.reduce(intermediateUse[i]) { $0 + $1.values[i] }
            let closing = output[i] - (domestic + export[i] - imports[i] - inflow[i] + discrepancy[i])
            outflow[i] = max(closing, 0)
            inflow[i] += max(-closing, 0)
        }
        do throws(TableError) {
            let table = try InputOutputTable(
                sectors: old.sectors, intermediate: fitted.matrix, domesticFinalUse: domesticFinalUse, export: export,
                outflow: outflow, imports: imports, inflow: inflow, discrepancy: discrepancy,
                valueAdded: moved(old.valueAdded), output: output)
            return (table, rowTotalFactor, fitted.iterations)
        } catch { throw .table(error) }
    }

    private static func largestChange(from old: Matrix, to new: Matrix, sectors: [String]) -> CoefficientChange {
        var place = (row: 0, column: 0)
        var largest = -1.0
        for j in 0..<old.columns {
            for i in 0..<old.rows where abs(new[i, j] - old[i, j]) > largest {
                largest = abs(new[i, j] - old[i, j])
                place = (i, j)
            }
        }
        guard largest >= 0 else { return CoefficientChange(supplier: "", user: "", before: 0, after: 0) }
        return CoefficientChange(
            supplier: sectors[place.row], user: sectors[place.column], before: old[place.row, place.column],
            after: new[place.row, place.column])
    }
}
