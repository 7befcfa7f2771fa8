import Elementwise

/// Makes the sizes of units add up to a total, for a block of members.
///
/// ln y_i moves by λ times the variance of its log, so that an exact figure stays and an uncertain one gives most. Newton's
/// method on λ: in logs the total is close to linear in it, so that it converges from either side in a few steps.
final class Reconciliation {
    /// Units that are equally free to move.
    private struct Group {
        /// Variance of the log; nil where it is that of the size distribution, which differs between members.
        let freedom: Double?
        let units: [Int]
    }

    private let fixed: [Int]
    private let groups: [Group]
    /// Variance of the log of the freest units with a figure.
    private let largestFreedom: Double
    private let hasSized: Bool
    /// Sums of the groups' units, then their factors.
    private let sums: BlockColumns
    private let columns: BlockColumns

    private enum Column {
        static let fixed = 0, freedom = 1, lambda = 2, sum = 3, slope = 4, factor = 5, moved = 6, active = 7
        static let count = 8
    }

    private static let mostSteps = 100

    init(of units: [PortfolioBaseline.Source], rows: Int) {
        var byFreedom: [(freedom: Double?, units: [Int])] = []
        for (unit, source) in units.enumerated() {
            let freedom: Double? =
                if case .figure(_, let deviation, _) = source { deviation * deviation } else { nil }
            if let place = byFreedom.firstIndex(where: { $0.freedom == freedom }) {
                byFreedom[place].units.append(unit)
            } else {
                byFreedom.append((freedom, [unit]))
            }
        }
        fixed = byFreedom.first { $0.freedom == 0 }?.units ?? []
        groups = byFreedom.filter { $0.freedom != 0 }.map { Group(freedom: $0.freedom, units: $0.units) }
        largestFreedom = groups.compactMap(\.freedom).max() ?? 0
        hasSized = groups.contains { $0.freedom == nil }
        sums = BlockColumns(rows: rows, columns: groups.count)
        columns = BlockColumns(rows: rows, columns: Column.count)
    }

    /// Moves the sizes of as many rows as `total` has.
    ///
    /// - Parameters:
    ///   - logDeviation: sd of the logs of units without a figure; nil where there are none.
    ///   - possible: becomes 0 where what cannot move reaches the total, or nothing can move; those sizes stay.
    func reconcile(
        _ sizes: BlockColumns, to total: UnsafeMutableBufferPointer<Double>,
        logDeviation: UnsafeMutableBufferPointer<Double>?, possible: UnsafeMutableBufferPointer<Double>
    ) {
        let count = total.count
        func column(_ index: Int) -> UnsafeMutableBufferPointer<Double> { columns.column(index).first(count) }
        let freedom = column(Column.freedom)
        for row in 0..<count {
            let deviation = logDeviation?[row] ?? 0
            freedom[row] = deviation * deviation
        }
        add(fixed, of: sizes, into: column(Column.fixed))
        for (index, group) in groups.enumerated() { add(group.units, of: sizes, into: sums.column(index).first(count)) }
        let active = column(Column.active)
        begin(total, possible: possible, active: active)
        var steps = 0
        while steps < Self.mostSteps, active.contains(1) {
            evaluate(count)
            advance(toward: total, active: active)
            steps += 1
        }
        for group in groups {
            let factor = factor(of: group, count)
            for unit in group.units {
                let size = sizes.column(unit).first(count)
                size.setProduct(of: size, factor)
            }
        }
    }

    private func add(_ units: [Int], of sizes: BlockColumns, into sum: UnsafeMutableBufferPointer<Double>) {
        sum.update(repeating: 0)
        for unit in units { sum.add(sizes.column(unit).first(sum.count)) }
    }

    /// Starts from λ = 0 in every row in which something can move to reach the total.
    private func begin(
        _ total: UnsafeMutableBufferPointer<Double>, possible: UnsafeMutableBufferPointer<Double>,
        active: UnsafeMutableBufferPointer<Double>
    ) {
        let fixed = columns.column(Column.fixed)
        columns.column(Column.lambda).update(repeating: 0)
        for row in total.indices {
            let can = total[row] > fixed[row] && freest(row) > 0
            active[row] = can ? 1 : 0
            if !can { possible[row] = 0 }
        }
    }

    /// Variance of the log of the freest unit.
    private func freest(_ row: Int) -> Double {
        max(largestFreedom, hasSized ? columns.column(Column.freedom)[row] : 0)
    }

    /// e^(λ × variance) of a group.
    private func factor(of group: Group, _ count: Int) -> UnsafeMutableBufferPointer<Double> {
        let (lambda, factor) = (columns.column(Column.lambda), columns.column(Column.factor).first(count))
        if let freedom = group.freedom {
            for row in 0..<count { factor[row] = lambda[row] * freedom }
        } else {
            factor.setProduct(of: lambda.first(count), columns.column(Column.freedom).first(count))
        }
        factor.setExponential(of: factor)
        return factor
    }

    /// The total at λ and its slope.
    private func evaluate(_ count: Int) {
        let (sum, slope) = (columns.column(Column.sum).first(count), columns.column(Column.slope).first(count))
        _ = sum.update(fromContentsOf: UnsafeBufferPointer(columns.column(Column.fixed).first(count)))
        slope.update(repeating: 0)
        for (index, group) in groups.enumerated() {
            let moved = factor(of: group, count)
            moved.setProduct(of: moved, sums.column(index).first(count))
            sum.add(moved)
            if let freedom = group.freedom {
                slope.add(freedom, times: moved)
            } else {
                slope.add(1, times: moved, columns.column(Column.freedom).first(count))
            }
        }
    }

    /// A step of Newton's method in the rows that have not converged.
    private func advance(
        toward total: UnsafeMutableBufferPointer<Double>, active: UnsafeMutableBufferPointer<Double>
    ) {
        let (lambda, sum, slope) = (
            columns.column(Column.lambda), columns.column(Column.sum), columns.column(Column.slope)
        )
        let ratio = columns.column(Column.moved).first(total.count)
        for row in total.indices { ratio[row] = total[row] / sum[row] }
        ratio.setLogarithm(of: ratio)
        for row in total.indices where active[row] == 1 {
            // Where hardly anything can move, Newton's first step would pass the largest double.
            let longest = 50 / freest(row)
            let step = min(ratio[row] * sum[row] / slope[row], longest)
            lambda[row] += step
            if abs(step) * slope[row] < 1e-12 * sum[row] { active[row] = 0 }
        }
    }
}
