import LinearAlgebra

/// An input-output table moved to a newer year with the figures known for it.
///
/// 1. A control is a total, or a growth since the table (`BaseYearControl.Growth`). Value added of whole sectors meets
///    its controls from the smallest group up: what a control leaves after its parts is spread over its other sectors
///    as these are expected to have grown; sectors outside every control move with the mean of the others.
/// 2. Expected growth of a sector is that of the nation's output (`NationalDrift`), half-way toward what the region's
///    own users call for where the product is sold inside the region (`localDemand`).
/// 3. Value-added ratios and technical coefficients move by a part of the nation's change; without drift they stay.
/// 4. Controls on parts of sectors scale those, and the rest of their value-added group in the opposite direction; an
///    output control over whole groups of value added sets the ratio between the two.
/// 5. Intermediate columns are what output leaves after value added; intermediate rows lie between what supply and use
///    suggest, as far as the product is traded; RAS fits the expected block to both. Final use, export and outflow of
///    each product move by the factor of its output, imports and inflow by that of its use. The row account is closed
///    by outflow, by inflow where outflow would fall below zero.
///
/// A table that is given the margins that it has, and no drift, comes back unchanged. The new table satisfies its
/// identities as well as the old one, rows to machine precision. Tables with negative intermediate cells are refused,
/// for RAS cannot scale those (`BaseYearError.balancing`). O(n²) for each step of the two iterations; a millisecond
/// or two for 33 sectors.
///
/// Stone 1961 and Bacharach 1970 for RAS; Miller & Blair 2009, 7.4, for updating.
public struct BaseYearUpdate: Sendable {
    /// Part of local demand that is believed unless told otherwise: λ of expected growth.
    public static let usualLocalDemand = 0.5

    /// The table of the new year.
    public let table: InputOutputTable
    /// The controls in the order given, growth turned into totals.
    public let controls: [ControlOutcome]
    /// New over old output, by sector.
    public let factors: [Double]
    /// New over old value-added ratio, by sector; 1 without drift and level controls.
    public let ratioFactors: [Double]
    /// Controls on parts of sectors and on levels: how their parts and the rest of their group were scaled.
    public let partScalings: [PartScaling]
    public let rasIterations: Int
    /// The technical coefficient that moved most.
    public let largestCoefficientChange: CoefficientChange
    /// Every total of the new table that someone may ask about, then those of every sector.
    public let margins: [MarginReport]

    /// How a control on parts of sectors, or on a level of output, was met.
    public struct PartScaling: Sendable, Equatable {
        public let control: String
        /// θ: factor on what the control covers.
        public let scale: Double
        /// φ: factor on the remaining output of the value-added group; θ where nothing remains.
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
    ///   - controls: figures of the new year, in the table's money unit.
    ///   - drift: how sectors and technology moved in the nation; nil for alike, and unchanged technology.
    ///   - localDemand: λ, 0 to 1.
    /// - Throws: `BaseYearError`.
    public init(
        of old: InputOutputTable, controls: [BaseYearControl], drift: NationalDrift? = nil,
        localDemand: Double = usualLocalDemand
    ) throws(BaseYearError) {
        try Self.check(old, controls, drift, localDemand)
        let controls = try GrowthControls(controls, of: old).resolved
        for control in controls where !(control.value > 0 && control.value.isFinite) {
            throw .invalidValue(control: control.name, value: control.value)
        }
        func isNested(_ control: BaseYearControl) -> Bool { control.measure == .valueAdded && !control.isPart }
        let family = try ControlFamily(
            controls.filter(isNested), sectors: old.sectors, carriesValueAdded: old.totalValueAdded().map { $0 != 0 })
        let oldRatios: [Double]
        let oldCoefficients: Matrix
        do throws(TableError) {
            oldRatios = try old.valueAddedCoefficients()
            oldCoefficients = try old.technicalCoefficients()
        } catch { throw .table(error) }
        let technology = TechnologyPrior(old, drift: drift)
        let growth = try ExpectedGrowth(
            of: old, family, technology: technology, drift: drift, localDemand: localDemand)
        let parts = try PartControls(
            controls.filter { !isNested($0) }, within: family,
            output: zip(old.output, growth.outputFactors).map { $0 * $1 },
            ratios: zip(oldRatios, technology.ratioFactors).map { $0 * $1 }, sectors: old.sectors)
        let factors = zip(growth.outputFactors, parts.factors).map { $0 * $1 }
        let valueAddedFactors = zip(growth.allocation.factors, parts.valueAddedFactors).map { $0 * $1 }

        let accounts = try UpdatedAccounts(
            of: old, outputFactors: factors, valueAddedFactors: valueAddedFactors, technology: technology,
            drift: drift)
        table = accounts.table
        self.factors = factors
        ratioFactors = zip(valueAddedFactors, factors).map { $0 / $1 }
        rasIterations = accounts.rasIterations
        do throws(TableError) {
            largestCoefficientChange = Self.largestChange(
                from: oldCoefficients, to: try table.technicalCoefficients(), sectors: old.sectors)
        } catch { throw .table(error) }
        partScalings = parts.adjustments.flatMap { adjustment in
            zip(adjustment.controls, adjustment.controlScales).map {
                PartScaling(control: $0.name, scale: $1, restScale: adjustment.restScale ?? $1)
            }
        }
        let report = BaseYearReport(
            table: table, old: old, controls: controls, family: family, allocation: growth.allocation, parts: parts,
            hasDrift: drift != nil)
        self.controls = report.outcomes()
        margins = report.margins()
    }

    private static func check(
        _ table: InputOutputTable, _ controls: [BaseYearControl], _ drift: NationalDrift?, _ localDemand: Double
    ) throws(BaseYearError) {
        do throws(TableError) { try table.validate() } catch { throw .table(error) }
        precondition(localDemand >= 0 && localDemand <= 1, "local demand out of 0...1")
        let n = table.count
        if let drift {
            guard drift.outputGrowth.count == n else {
                throw .wrongShape(part: "drift", expected: n, found: drift.outputGrowth.count)
            }
            for (sector, value) in zip(table.sectors, drift.outputGrowth) where !(value > 0 && value.isFinite) {
                throw .invalidDrift(sector: sector, drift: value)
            }
        }
        var names = Set<String>()
        for control in controls {
            guard names.insert(control.name).inserted else { throw .duplicateControl(control.name) }
            guard control.weights.count == n else {
                throw .wrongShape(part: "control " + control.name, expected: n, found: control.weights.count)
            }
            for (sector, weight) in zip(table.sectors, control.weights) where !(weight >= 0 && weight <= 1) {
                throw .invalidWeight(control: control.name, sector: sector, weight: weight)
            }
            guard !control.sectors.isEmpty else { throw .emptyControl(control.name) }
        }
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
