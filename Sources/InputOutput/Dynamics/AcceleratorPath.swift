import LinearAlgebra

/// Output, capacity and orders of capital goods, period by period.
public struct AcceleratorPeriod: Sendable, Equatable {
    /// x, n.
    public let output: [Double]
    /// Output that the capital in place could make, n.
    public let capacity: [Double]
    /// Capacity ordered for the next period, n; never negative.
    public let orders: [Double]
}

/// The investment closure with lagged capacity: investment follows past growth.
///
/// The dynamic Leontief model asks for capacity to equal next year's output
/// exactly, and its forward recursion is unstable. Here sectors plan from what
/// they saw, capacity may stand idle, and it never shrinks by decision:
///   expected growth e = clamp(x_{t−1} / x_{t−2} − 1, 0, δ)
///   planned capacity of t + 1 = (1 + e)² x_{t−1}
///   orders o_t = max(0, planned − c_t),   c_{t+1} = c_t + o_t
///   x_t = (I − A)⁻¹ (f_t + B o_t).
/// On a path of steady growth below δ with full capacity it is the dynamic
/// model. After Duchin & Szyld 1985 (their construction lag set to one
/// period). Replacement belongs to A or f.
///
/// - Parameters:
///   - model: A and B.
///   - demands: f_t without investment in new capacity, in order.
///   - before: outputs of the two periods before the first, older one first.
///   - capacity: of the first period.
///   - largestGrowth: δ, the fastest growth a period that plans allow for, .1 for 10%.
/// - Throws: `wrongShape`, `notFinite`, `unsolvable`, `diverged`. O(2/3 n³ + 4 n² · periods).
public func acceleratorPath(
    _ model: DynamicLeontief, demands: [[Double]], before: (older: [Double], newer: [Double]), capacity: [Double],
    largestGrowth: Double
) throws(AnalysisError) -> [AcceleratorPeriod] {
    let n = model.count
    for (part, values) in [("output before", before.older), ("output before", before.newer), ("capacity", capacity)] {
        try checkVector(values, count: n, part: part)
    }
    let factors: LeontiefFactors
    do throws(LeontiefError) {
        factors = try LeontiefFactors(
            coefficients: model.coefficients, supplyShare: [Double](repeating: 1, count: n))
    } catch { throw .system(error) }
    var (older, newer, capacity) = (before.older, before.newer, capacity)
    var path: [AcceleratorPeriod] = []
    for (step, demand) in demands.enumerated() {
        try checkVector(demand, count: n, part: "final demand")
        let orders = (0..<n).map { i -> Double in
            let growth = older[i] > 0 ? min(max(newer[i] / older[i] - 1, 0), largestGrowth) : 0
            return max(0, (1 + growth) * (1 + growth) * newer[i] - capacity[i])
        }
        let total = zip(demand, applied(model.capital, orders)).map { $0 + $1 }
        let output: [Double]
        do throws(LeontiefError) { output = try factors.solve(total) } catch { throw .system(error) }
        guard output.allSatisfy(\.isFinite) else { throw .diverged(step: step + 1) }
        path.append(AcceleratorPeriod(output: output, capacity: capacity, orders: orders))
        capacity = zip(capacity, orders).map { $0 + $1 }
        (older, newer) = (newer, output)
    }
    return path
}
