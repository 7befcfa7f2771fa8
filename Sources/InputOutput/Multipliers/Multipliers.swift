import LinearAlgebra

/// What a multiplier counts.
public enum MultiplierMeasure: Sendable, Equatable {
    /// Gross output.
    case output
    /// A row of value added that households earn, e.g. compensation.
    case income(row: String)
    /// Persons, or whatever the coefficients count, per unit of output.
    case employment(perOutput: [Double])
    /// All rows of value added.
    case valueAdded
    /// A row of value added that goes to government, e.g. production_taxes; may be negative.
    case tax(row: String)
}

/// What type II output multipliers add up.
public enum OutputConvention: String, Sendable {
    /// The n sectors only: output of goods and services. Comparable with type I.
    case truncated
    /// The household row too, as Miller & Blair 2009, 6.2.1, define "total".
    case withHouseholds
}

/// Multipliers of every sector for one measure.
///
/// Names as in Miller & Blair 2009, 6.2. With direct coefficients w (1 for
/// output), L open and L̄ closed for households:
/// - `simple` = w'L: effect per unit of final demand, households exogenous
/// - `total` = w'L̄: the same, households endogenous
/// - type I = simple / direct, type II = total / direct: effect on the measure
///   in the whole region per unit of the measure in the sector itself.
///
/// For output the direct coefficient is 1 and the two namings agree.
public struct Multipliers: Sendable, Equatable {
    /// w, n: of the measure per unit of output.
    public let direct: [Double]
    /// w'L, n: direct and indirect.
    public let simple: [Double]
    /// w'L̄, n: direct, indirect and induced; nil without a household closure.
    public let total: [Double]?

    /// Simple over direct; nil where the sector has none of the measure itself.
    public var typeI: [Double?] { ratio(simple) }

    /// Total over direct; nil without a closure, or where the sector has none of the measure itself.
    public var typeII: [Double?] { total.map(ratio) ?? direct.map { _ in nil } }

    private func ratio(_ values: [Double]) -> [Double?] {
        zip(values, direct).map { $1 == 0 ? nil : $0 / $1 }
    }
}

/// Multipliers of all sectors for the weights `direct` (per unit of output).
///
/// One transposed solve, O(2 n²), none for output: no inverse is formed.
///
/// - Parameters:
///   - closed: the household closure of `open`; nil for type I only.
///   - householdWeight: what a unit of household income counts in the measure; 0 truncates.
/// - Throws: `system(.wrongShape)`.
public func multipliers(
    direct: [Double], open: LeontiefFactors, closed: HouseholdClosedSystem? = nil, householdWeight: Double = 0
) throws(AnalysisError) -> Multipliers {
    var simple = open.outputMultipliers
    if direct.contains(where: { $0 != 1 }) || direct.count != open.count {
        do throws(LeontiefError) { simple = try open.solveTransposed(direct) } catch { throw .system(error) }
    }
    let total = closed?.induced(on: simple, weights: direct, householdWeight: householdWeight)
    return Multipliers(direct: direct, simple: simple, total: total)
}

/// Direct, simple and total effect of final demand for one sector's product.
///
/// One solve, O(2 n²): for many measures of one sector. Effects by affected
/// sector stand in `output`.
public struct SectorImpact: Sendable, Equatable {
    /// Lⱼ, n: output of every sector per unit of final demand for the product of sector j.
    public let output: [Double]
    /// The same with households endogenous; nil without a closure.
    public let outputWithHouseholds: [Double]?
    /// Household income per unit of that demand, all rounds; nil without a closure.
    public let householdIncome: Double?

    /// - Parameter sector: j, from 0.
    /// - Precondition: a sector of the system.
    public init(
        sector: Int, open: LeontiefFactors, closed: HouseholdClosedSystem? = nil
    ) throws(AnalysisError) {
        precondition(sector >= 0 && sector < open.count, "sector out of range")
        let unit = (0..<open.count).map { $0 == sector ? 1.0 : 0 }
        do throws(LeontiefError) { output = try open.solve(unit) } catch { throw .system(error) }
        let induced = try closed?.solve(unit)
        outputWithHouseholds = induced?.output
        householdIncome = induced?.income
    }
}

extension InputOutputTable {
    /// w of a measure, n values per unit of output.
    ///
    /// - Throws: `unknownName`, `table`, `wrongShape`, `notFinite`.
    public func directCoefficients(_ measure: MultiplierMeasure) throws(AnalysisError) -> [Double] {
        switch measure {
        case .output: return [Double](repeating: 1, count: count)
        case .income(let row), .tax(let row): return try perOutput(try valueAddedRow(row), part: row)
        case .valueAdded: return try perOutput(totalValueAdded(), part: "value added")
        case .employment(let perOutput):
            try checkVector(perOutput, count: count, part: "employment per unit of output")
            return perOutput
        }
    }

    /// Multipliers of all sectors for a measure, type I, and type II with a closure.
    ///
    /// With the income that closes the system as measure, type II income
    /// includes what households pay households (0 in a table, where no cell
    /// tells it). O(2/3 n³), all in the factorisation; to ask for several
    /// measures, factor once and call `multipliers(direct:open:closed:)`.
    ///
    /// - Throws: as the parts.
    public func multipliers(
        _ measure: MultiplierMeasure, origin: InputOrigin = .regional, households: HouseholdCoefficients? = nil,
        convention: OutputConvention = .truncated
    ) throws(AnalysisError) -> Multipliers {
        let open = try leontiefFactors(origin)
        var closed: HouseholdClosedSystem?
        if let households { closed = try HouseholdClosedSystem(open: open, households: households) }
        return try InputOutput.multipliers(
            direct: try directCoefficients(measure), open: open, closed: closed,
            householdWeight: measure == .output && convention == .withHouseholds ? 1 : 0)
    }
}
