import LinearAlgebra

/// Output that grows in all sectors alike, serving no demand but its own growth.
public struct BalancedGrowth: Sendable, Equatable {
    /// g: growth a period, .05 for 5%; the highest that the economy can keep up.
    public let rate: Double
    /// Share of every sector in output, adds up to 1.
    public let mix: [Double]
}

/// Leontief's dynamic model: growth needs capital goods before it happens.
///
///   x_t = A x_t + B (x_{t+1} − x_t) + f_t
///
/// A: inputs per unit of output; B: product i that stands as capital in sector
/// j per unit of j's output a period (stock over flow). Full use of capacity,
/// no replacement but what A or f contains. Leontief 1953; Miller & Blair
/// 2009, 13.4.
///
/// **Warning.** Read forward, as a forecast, the recursion is unstable: any
/// deviation from the balanced mix grows faster than the economy, until outputs
/// turn negative (`forwardInstability`). Use `output(demand:growth:)`,
/// `backwardPath` or `AcceleratorPath` for paths that mean something.
public struct DynamicLeontief: Sendable {
    /// A, n x n.
    public let coefficients: Matrix
    /// B, n x n; rows of goods that nobody invests in are zero.
    public let capital: Matrix

    /// Number of sectors.
    public var count: Int { coefficients.rows }

    /// - Throws: `wrongShape`.
    public init(coefficients: Matrix, capital: Matrix) throws(AnalysisError) {
        try checkSquare(coefficients, count: coefficients.rows, part: "technical coefficients")
        try checkSquare(capital, count: coefficients.rows, part: "capital coefficients")
        self.coefficients = coefficients
        self.capital = capital
    }

    /// Balanced growth: g = 1 / λ and the mix from the dominant eigenpair
    /// λ x = (I − A)⁻¹B x. O(30 n³).
    ///
    /// - Throws: `unsolvable`; `notPositive` where nothing is capital.
    public func balancedGrowth() throws(AnalysisError) -> BalancedGrowth {
        let pair: (value: Double, vector: [Double])
        do throws(LinearAlgebraError) {
            pair = try dominantEigenpair(of: try LUFactorization(leontiefMatrix()).solve(capital))
        } catch { throw .unsolvable(part: "balanced growth", error) }
        guard pair.value > 0 else {
            throw .notPositive(part: "capital per unit of output", index: 0, value: pair.value)
        }
        return BalancedGrowth(rate: 1 / pair.value, mix: pair.vector)
    }

    /// Output now for demand that grows at one rate in all products: the
    /// investment closure x = (I − A − g B)⁻¹ f. Productive below the balanced
    /// rate. O(30 n³), most of it for the balanced rate.
    ///
    /// - Parameters:
    ///   - demand: f, final demand without investment, n.
    ///   - growth: g a period, .05 for 5%.
    /// - Throws: `wrongShape`, `growthTooFast`, `unsolvable`.
    public func output(demand: [Double], growth: Double) throws(AnalysisError) -> [Double] {
        try checkVector(demand, count: count, part: "final demand")
        if growth > 0 {
            let balanced = try balancedGrowth().rate
            guard growth < balanced else { throw .growthTooFast(rate: growth, balanced: balanced) }
        }
        return try Self.solve(combination(capitalWeight: -growth), demand, part: "steady growth")
    }

    /// Outputs that serve known demands, from the last backward:
    /// x_t = (I − A + B)⁻¹ (f_t + B x_{t+1}). Stable: an error in the last year
    /// fades toward the first. Leontief 1970, the dynamic inverse. O(2/3 n³ + 4 n² · years).
    ///
    /// - Parameters:
    ///   - demands: f_t in order, at least one.
    ///   - afterwards: x of the period after the last, e.g. by `output(demand:growth:)`.
    public func backwardPath(demands: [[Double]], afterwards: [Double]) throws(AnalysisError) -> [[Double]] {
        try checkVector(afterwards, count: count, part: "output afterwards")
        for demand in demands { try checkVector(demand, count: count, part: "final demand") }
        var next = afterwards
        var path: [[Double]] = []
        do throws(LinearAlgebraError) {
            let factors = try LUFactorization(combination(capitalWeight: 1))
            for demand in demands.reversed() {
                next = try factors.solve(zip(demand, applied(capital, next)).map { $0 + $1 })
                path.append(next)
            }
        } catch { throw .unsolvable(part: "the backward recursion", error) }
        return path.reversed()
    }

    /// The forward map B⁻¹ (I − A + B), n x n: next output per output now. O(8/3 n³).
    ///
    /// - Throws: `unsolvable` where B is singular, as with any sector that makes no capital goods.
    public func forwardMap() throws(AnalysisError) -> Matrix {
        do throws(LinearAlgebraError) {
            return try LUFactorization(capital).solve(combination(capitalWeight: 1))
        } catch { throw .unsolvable(part: "the forward recursion", error) }
    }

    /// Largest modulus of the forward map's eigenvalues over the balanced growth
    /// factor 1 + g: above 1, deviations from the balanced mix outgrow the
    /// economy by this factor a period. O(60 n³).
    public func forwardInstability() throws(AnalysisError) -> Double {
        let map = try forwardMap()
        let radius: Double
        do throws(LinearAlgebraError) { radius = try spectralRadius(of: map) } catch {
            throw .unsolvable(part: "the forward recursion", error)
        }
        return radius / (1 + (try balancedGrowth().rate))
    }

    /// Output after some steps of the forward recursion without demand, to show
    /// what it does; not a forecast. O(8/3 n³ + 2 n² · steps).
    ///
    /// - Throws: `unsolvable`, `wrongShape`, `diverged` when numbers overflow.
    public func forward(from output: [Double], steps: Int) throws(AnalysisError) -> [Double] {
        try checkVector(output, count: count, part: "output")
        let map = try forwardMap()
        var x = output
        for step in 0..<max(steps, 0) {
            x = applied(map, x)
            guard x.allSatisfy(\.isFinite) else { throw .diverged(step: step + 1) }
        }
        return x
    }

    private func leontiefMatrix() -> Matrix { combination(capitalWeight: 0) }

    /// I − A + w B.
    private func combination(capitalWeight w: Double) -> Matrix {
        var result = Matrix.identity(count)
        for j in 0..<count {
            for i in 0..<count { result[i, j] += w * capital[i, j] - coefficients[i, j] }
        }
        return result
    }

    private static func solve(_ system: Matrix, _ demand: [Double], part: String) throws(AnalysisError) -> [Double] {
        do throws(LinearAlgebraError) { return try LUFactorization(system).solve(demand) } catch {
            throw .unsolvable(part: part, error)
        }
    }
}

/// M v.
func applied(_ matrix: Matrix, _ vector: [Double]) -> [Double] {
    (0..<matrix.rows).map { dot(matrix.row($0), vector) }
}
