import LinearAlgebra

/// What households earn and buy, as a row and a column beside the coefficients.
public struct HouseholdCoefficients: Sendable, Equatable {
    /// h, n: income of households per unit of output of sector j.
    public let income: [Double]
    /// c, n: what households buy of the region's product i per unit of their income.
    public let consumption: [Double]
    /// Income that households pay to households per unit of income, e.g. domestic staff.
    public let ownIncome: Double

    /// Its parts, as documented on each.
    public init(income: [Double], consumption: [Double], ownIncome: Double = 0) {
        self.income = income
        self.consumption = consumption
        self.ownIncome = ownIncome
    }
}

/// What the household column of a table is divided by: the income that pays for it.
public enum HouseholdIncome: Sendable, Equatable {
    /// The sum of the income row: all consumption is paid from it. Overstates
    /// respending where households also live on profits and transfers.
    case sumOfRow
    /// All income of households, in the money unit of the table; more than the
    /// row where part of it does not come from the row.
    case stated(Double)
}

/// The Leontief system closed for households: income is earned with output and
/// spent on output (type II).
///
///   L̄ = (I − [[r̂A, c], [h, a]])⁻¹, order n + 1, households last.
///
/// L̄ is not factored anew but bordered onto the open system: with
/// k = 1 / (1 − a − h'Lc), L̄ = [[L + L c k h'L, L c k], [k h'L, k]]. One solve
/// and one transposed solve, O(4 n²). k is positive exactly when respending
/// dies out. Miller & Blair 2009, 2.5 and 6.2.2.
public struct HouseholdClosedSystem: Sendable {
    /// The open system.
    public let open: LeontiefFactors
    /// What closes it.
    public let households: HouseholdCoefficients
    /// Lc, n: output per unit of household income spent, first rounds only.
    public let outputPerIncome: [Double]
    /// h'L, n: household income per unit of final demand, households exogenous.
    public let incomePerDemand: [Double]
    /// k: income per unit of income given to households, all rounds.
    public let incomeMultiplier: Double

    /// Number of sectors, households not counted.
    public var count: Int { open.count }

    /// - Throws: `wrongShape`, `notFinite`, `explosiveHouseholds`.
    public init(open: LeontiefFactors, households: HouseholdCoefficients) throws(AnalysisError) {
        try checkVector(households.income, count: open.count, part: "household income")
        try checkVector(households.consumption, count: open.count, part: "household consumption")
        do throws(LeontiefError) {
            outputPerIncome = try open.solve(households.consumption)
            incomePerDemand = try open.solveTransposed(households.income)
        } catch { throw .system(error) }
        let respending = households.ownIncome + dot(households.income, outputPerIncome)
        guard respending < 1 else { throw .explosiveHouseholds(respending: respending) }
        incomeMultiplier = 1 / (1 - respending)
        self.open = open
        self.households = households
    }

    /// Output and household income that serve the remaining final demand (n
    /// values) and a gift to households. O(2 n²).
    ///
    /// - Throws: `system(.wrongShape)`.
    public func solve(_ demand: [Double], transfer: Double = 0) throws(AnalysisError) -> (
        output: [Double], income: Double
    ) {
        let first: [Double]
        do throws(LeontiefError) { first = try open.solve(demand) } catch { throw .system(error) }
        let income = incomeMultiplier * (transfer + dot(households.income, first))
        return (zip(first, outputPerIncome).map { $0 + income * $1 }, income)
    }

    /// w̄'L̄, the first n values: content of the weights w (per unit of output)
    /// and `householdWeight` (per unit of household income) in a unit of final
    /// demand for every product. O(2 n²).
    ///
    /// - Throws: `system(.wrongShape)`.
    public func solveTransposed(_ weights: [Double], householdWeight: Double = 0) throws(AnalysisError) -> [Double] {
        let direct: [Double]
        do throws(LeontiefError) { direct = try open.solveTransposed(weights) } catch { throw .system(error) }
        return induced(on: direct, weights: weights, householdWeight: householdWeight)
    }

    /// w̄'L̄ from w'L, which leaves out what households spend. O(n).
    func induced(on simple: [Double], weights: [Double], householdWeight: Double) -> [Double] {
        let perIncome = incomeMultiplier * (householdWeight + dot(weights, outputPerIncome))
        return zip(simple, incomePerDemand).map { $0 + perIncome * $1 }
    }

    /// L̄, (n + 1) x (n + 1), households last. n solves: O(2 n³).
    public func multipliers() throws(AnalysisError) -> Matrix {
        var result = Matrix(rows: count + 1, columns: count + 1)
        for j in 0...count {
            let unit = (0..<count).map { $0 == j ? 1.0 : 0 }
            let (output, income) = try solve(unit, transfer: j == count ? 1 : 0)
            for i in 0..<count { result[i, j] = output[i] }
            result[count, j] = income
        }
        return result
    }
}

extension InputOutputTable {
    /// Household row and column of this table: h = income row / output,
    /// c = share of origin ∘ consumption / household income.
    ///
    /// - Parameters:
    ///   - incomeRow: the value-added row that households earn.
    ///   - consumption: the category of final use that they spend on.
    ///   - relativeTo: the income that pays for the consumption.
    /// - Throws: `unknownName`, `table`, `notPositive` for an income of zero or below.
    public func householdCoefficients(
        incomeRow: String = "compensation", consumption: String = "household", origin: InputOrigin = .regional,
        relativeTo: HouseholdIncome = .sumOfRow
    ) throws(AnalysisError) -> HouseholdCoefficients {
        let earned = try valueAddedRow(incomeRow)
        let spent = try finalUse(consumption)
        let share: [Double]
        do throws(TableError) { share = try supplyShare(origin) } catch { throw .table(error) }
        let income =
            switch relativeTo {
            case .sumOfRow: earned.reduce(0, +)
            case .stated(let value): value
            }
        guard income > 0 else { throw .notPositive(part: "household income", index: 0, value: income) }
        return HouseholdCoefficients(
            income: try perOutput(earned, part: incomeRow), consumption: zip(share, spent).map { $0 * $1 / income })
    }
}
