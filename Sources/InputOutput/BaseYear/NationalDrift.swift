import RealModule

/// How sectors and technology moved between two national tables: what is expected of a region's sectors where no
/// control says it.
///
/// With x output, v the value-added ratio, A technical coefficients, f final use, each of the earlier (0) and later
/// (1) table, p the years of the update over those between the tables and t the part of technical change that is
/// taken over:
/// - output of a sector, relative to the economy: ((x₁ / x₀) / (total value added₁ / total value added₀))ᵖ
/// - value-added ratio: (v₁ / v₀)^(p t)
/// - technical coefficient: (A₁ / A₀)^(p t), after which each column is scaled to what the value-added ratio leaves
/// - row of value added, as a share of its column: (share₁ / share₀)^(p t)
/// - product's share of a category of final use: (share₁ / share₀)ᵖ; it moves local demand only
///
/// Where a value is not positive in both tables the factor is 1; ratios are bounded to a third and three times,
/// growth of output to a fifth and five times, before the power is taken: what lies beyond is a change of
/// classification or noise.
///
/// Technical change is taken over in part, a quarter unless told otherwise. Regions add up to the nation, which speaks
/// for all of it; but changes of national cells are in good part noise of surveys: of Hunan's changes from 2012 to
/// 2017 in value-added ratios a fifth went with the nation's (standard error 0.3), and of its coefficients a third,
/// nearly none weighted by size. In Hunan's moves, both ways, errors of outputs and multipliers grow with t above a
/// quarter; below it they stay, but for multipliers of all inputs, which do best with the old technology.
public struct NationalDrift: Sendable {
    /// Part of technical change that is taken over unless told otherwise.
    public static let usualTechnology = 0.25
    private static let bound = 3.0
    private static let outputBound = 5.0

    /// Growth of output by sector over that of the economy, positive.
    public let outputGrowth: [Double]
    /// Factor on the value-added ratio by sector, positive.
    public let valueAddedRatios: [Double]
    /// Factor on every technical coefficient, n x n by column, before columns are scaled; empty for none.
    let coefficients: [[Double]]
    /// Factors on rows of value added, by name of the row.
    let valueAddedRows: [NamedVector]
    /// Factors on products in final use, by category.
    let finalUse: [NamedVector]
    /// Codes of the sectors without positive output in both tables: they are taken to move as the economy did.
    public let unknown: [String]

    /// Growth of outputs alone; technology stays.
    public init(outputGrowth: [Double]) {
        self.outputGrowth = outputGrowth
        valueAddedRatios = outputGrowth.map { _ in 1 }
        (coefficients, valueAddedRows, finalUse, unknown) = ([], [], [], [])
    }

    /// - Parameters:
    ///   - sectors: codes of the region's sectors, in its order; both tables must have them.
    ///   - power: p, above 0 and at most 1: what two tables say is shortened to fewer years, not extrapolated to more.
    ///   - technology: t, 0 to 1.
    /// - Throws: `missingSectors`; `table` for a table with inputs and no output.
    /// - Precondition: `power` and `technology` in range.
    public init(
        for sectors: [String], from earlier: InputOutputTable, to later: InputOutputTable, power: Double = 1,
        technology: Double = usualTechnology
    ) throws(BaseYearError) {
        precondition(power > 0 && power <= 1 && technology >= 0 && technology <= 1, "power or technology out of range")
        let places = try [earlier, later].map { table throws(BaseYearError) in try Self.places(of: sectors, in: table) }
        let (tables, strength) = ([earlier, later], power * technology)
        func pair(_ values: (InputOutputTable) -> [Double]) -> [[Double]] {
            zip(tables, places).map { table, place in
                let all = values(table)
                return place.map { all[$0] }
            }
        }
        func shares(_ values: [[Double]], of totals: [[Double]]) -> [[Double]] {
            zip(values, totals).map { zip($0, $1).map { $1 == 0 ? 0 : $0 / $1 } }
        }
        let (output, valueAdded) = (pair { $0.output }, pair { $0.totalValueAdded() })
        let totals = tables.map { $0.totalValueAdded().reduce(0, +) }
        let growth = totals[0] > 0 && totals[1] > 0 ? totals[1] / totals[0] : 1
        outputGrowth = Self.factors(output.map { $0 }, over: growth, bound: Self.outputBound, power: power)
        unknown = sectors.indices.filter { !(output[0][$0] > 0 && output[1][$0] > 0) }.map { sectors[$0] }
        valueAddedRatios = Self.factors(shares(valueAdded, of: output), power: strength)

        let names = earlier.valueAdded.map(\.name).filter { name in later.valueAdded.contains { $0.name == name } }
        valueAddedRows = names.map { name in
            let row = pair { table in table.valueAdded.first { $0.name == name }?.values ?? [] }
            return NamedVector(name: name, values: Self.factors(shares(row, of: valueAdded), power: strength))
        }
        let categories = earlier.domesticFinalUse.map(\.name).filter { name in
            later.domesticFinalUse.contains { $0.name == name }
        }
        finalUse = categories.map { name in
            let use = pair { table in table.domesticFinalUse.first { $0.name == name }?.values ?? [] }
            let sums = use.map { $0.reduce(0, +) }
            let growth = sums[0] > 0 && sums[1] > 0 ? sums[1] / sums[0] : 1
            return NamedVector(name: name, values: Self.factors(use, over: growth, power: power))
        }
        coefficients =
            strength == 0
            ? []
            : sectors.indices.map { j in
                let column = zip(tables, places).map { table, place -> [Double] in
                    let cells = table.intermediate.column(place[j])
                    return place.map { table.output[place[j]] > 0 ? cells[$0] / table.output[place[j]] : 0 }
                }
                return Self.factors(column, power: strength)
            }
    }

    private static func places(of sectors: [String], in table: InputOutputTable) throws(BaseYearError) -> [Int] {
        let missing = sectors.filter { !table.sectors.contains($0) }
        guard missing.isEmpty else { throw .missingSectors(missing, known: table.sectors) }
        return sectors.map { sector in table.sectors.firstIndex(of: sector) ?? 0 }
    }

    /// (later / earlier / growth)^power, bounded; 1 where one of them is not positive.
    private static func factors(
        _ values: [[Double]], over growth: Double = 1, bound: Double = bound, power: Double
    ) -> [Double] {
        zip(values[0], values[1]).map { before, after in
            guard before > 0, after > 0 else { return 1 }
            return Double.pow(min(max(after / before / growth, 1 / bound), bound), power)
        }
    }
}
