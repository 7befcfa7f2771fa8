import LinearAlgebra

/// Fits a matrix with cells of both signs to row and column totals (GRAS).
///
/// With P the positive cells and N the absolute values of the negative ones,
/// the result is r̂ P ŝ − r̂⁻¹ N ŝ⁻¹: every cell keeps its sign, zeros stay zero.
/// Each multiplier solves its line's total exactly, the others fixed:
///   p r − n / r = u,   r = (u + √(u² + 4 p n)) / (2 p),   r = −n / u where p = 0,
/// with p and n the sums of the line of P and N, scaled by the other side's
/// multipliers. It is the matrix that loses least information against M in the
/// sense of Lenzen, Wood & Gallego 2007, who drop the factor e of Junius &
/// Oosterhaven 2003; lines without positive cells after Temurshoev, Miller &
/// Bouwmeester 2013. Without negative cells it is RAS. Rows first;
/// O(rows · columns) a pass.
///
/// A line with total 0 whose cells have one sign becomes zero (multiplier 0).
/// A matrix that has its margins is returned unchanged.
///
/// - Parameters:
///   - m: finite.
///   - rowTotals, columnTotals: any sign, with the same sum to 10⁻⁹ of the sum
///     of their absolute values; below that it is rounding and remains as a residual.
///   - tolerance: accepted |sum − total| of every line over the larger of
///     |total| and the sum of its absolute cells.
/// - Throws: `totalsDisagree`; `emptyLines`, `wrongSign` and
///   `unreachableWithSigns` where no matrix with these signs has these margins;
///   `notConverged`; `cellNotFinite`, `totalNotFinite`, `wrongShape`.
public func gras(
    _ m: Matrix, rowTotals: [Double], columnTotals: [Double], tolerance: Double = 1e-10,
    maximumIterations: Int = 10_000
) throws(RASError) -> RASResult {
    try checkInput(m, rowTotals, columnTotals)
    var fit = SignedFit(m, rowTotals, columnTotals)
    try fit.checkLines()
    var iterations = 0
    var residuals = fit.rowResiduals
    while max(residuals.max() ?? 0, fit.largestColumnResidual) > tolerance {
        if iterations == maximumIterations {
            if let blocked = blockedSigns(m, rowTotals: rowTotals, columnTotals: columnTotals) { throw blocked }
            let worst = residuals.indices.sorted { residuals[$0] > residuals[$1] }
            throw .notConverged(
                iterations: iterations, residual: max(residuals.max() ?? 0, fit.largestColumnResidual),
                worstRows: Array(worst.filter { residuals[$0] > tolerance }.prefix(5)))
        }
        fit.pass()
        residuals = fit.rowResiduals
        iterations += 1
    }
    return RASResult(
        matrix: fit.fitted, rowMultipliers: fit.r, columnMultipliers: fit.s, iterations: iterations,
        largestResidual: max(residuals.max() ?? 0, fit.largestColumnResidual))
}

/// The state of the iteration: M, its margins and the multipliers.
private struct SignedFit {
    /// M without the lines that become zero.
    private let cells: Matrix
    private let rowTotals: [Double]
    private let columnTotals: [Double]
    private(set) var r: [Double]
    private(set) var s: [Double]
    private(set) var fitted: Matrix

    init(_ m: Matrix, _ rowTotals: [Double], _ columnTotals: [Double]) {
        self.rowTotals = rowTotals
        self.columnTotals = columnTotals
        r = [Double](repeating: 1, count: m.rows)
        s = [Double](repeating: 1, count: m.columns)
        var rest = m
        var changed = true
        while changed {  // a line set to zero can leave another with one sign
            changed = false
            for i in r.indices where r[i] != 0 && rowTotals[i] == 0 && hasOneSign(rest.row(i)) {
                r[i] = 0
                for j in s.indices { rest[i, j] = 0 }
                changed = true
            }
            for j in s.indices where s[j] != 0 && columnTotals[j] == 0 && hasOneSign(rest.column(j)) {
                s[j] = 0
                for i in r.indices { rest[i, j] = 0 }
                changed = true
            }
        }
        cells = rest
        fitted = rest
    }

    /// A line without cells cannot have a total, one of a single sign only a total of that sign.
    func checkLines() throws(RASError) {
        let rows = r.indices.map { cells.row($0) }
        let columns = s.indices.map { cells.column($0) }
        func empty(_ lines: [[Double]], _ totals: [Double]) -> [Int] {
            totals.indices.filter { totals[$0] != 0 && !lines[$0].contains { $0 != 0 } }
        }
        func wrong(_ lines: [[Double]], _ totals: [Double]) -> [Int] {
            totals.indices.filter { i in
                totals[i] > 0 && !lines[i].contains { $0 > 0 } || totals[i] < 0 && !lines[i].contains { $0 < 0 }
            }
        }
        let (emptyRows, emptyColumns) = (empty(rows, rowTotals), empty(columns, columnTotals))
        if !emptyRows.isEmpty || !emptyColumns.isEmpty { throw .emptyLines(rows: emptyRows, columns: emptyColumns) }
        let (wrongRows, wrongColumns) = (wrong(rows, rowTotals), wrong(columns, columnTotals))
        if !wrongRows.isEmpty || !wrongColumns.isEmpty { throw .wrongSign(rows: wrongRows, columns: wrongColumns) }
        let (rowSum, columnSum) = (rowTotals.reduce(0, +), columnTotals.reduce(0, +))
        let scale = rowTotals.reduce(0) { $0 + abs($1) } + columnTotals.reduce(0) { $0 + abs($1) }
        guard abs(rowSum - columnSum) <= 1e-9 * scale else { throw .totalsDisagree(rows: rowSum, columns: columnSum) }
    }

    /// New row multipliers, then new column multipliers, from M each time, so
    /// that rounding does not accumulate.
    mutating func pass() {
        for i in r.indices where r[i] != 0 {
            r[i] = multiplier(total: rowTotals[i], old: r[i], line: cells.row(i), others: s)
        }
        for j in s.indices where s[j] != 0 {
            s[j] = multiplier(total: columnTotals[j], old: s[j], line: cells.column(j), others: r)
        }
        for j in s.indices {
            for i in r.indices {
                let cell = cells[i, j]
                fitted[i, j] = cell > 0 ? cell * r[i] * s[j] : cell < 0 ? cell / (r[i] * s[j]) : 0
            }
        }
    }

    var rowResiduals: [Double] { r.indices.map { residual(fitted.row($0), rowTotals[$0]) } }

    var largestColumnResidual: Double { s.indices.map { residual(fitted.column($0), columnTotals[$0]) }.max() ?? 0 }
}

private func multiplier(total: Double, old: Double, line: [Double], others: [Double]) -> Double {
    var (p, n) = (0.0, 0.0)
    for (cell, other) in zip(line, others) {
        if cell > 0 { p += cell * other }
        if cell < 0 { n -= cell / other }
    }
    if p == 0 { return n == 0 ? old : -n / total }
    let root = (total * total + 4 * p * n).squareRoot()
    // For a negative total the textbook form subtracts two nearly equal numbers.
    return total >= 0 ? (total + root) / (2 * p) : 2 * n / (root - total)
}

/// NaN (0 · ∞ when a multiplier overflows) must never look converged.
private func residual(_ line: [Double], _ total: Double) -> Double {
    let scale = max(abs(total), line.reduce(0) { $0 + abs($1) })
    let difference = abs(line.reduce(0, +) - total)
    if difference == 0 { return 0 }
    return (difference / scale).isNaN ? .infinity : difference / scale
}

/// Whether a line has cells, and none of the other sign.
private func hasOneSign(_ line: [Double]) -> Bool { line.contains { $0 > 0 } != line.contains { $0 < 0 } }

private func checkInput(_ m: Matrix, _ rowTotals: [Double], _ columnTotals: [Double]) throws(RASError) {
    guard rowTotals.count == m.rows && columnTotals.count == m.columns else {
        throw .wrongShape(expected: m.shape, found: Shape(rows: rowTotals.count, columns: columnTotals.count))
    }
    for (i, total) in rowTotals.enumerated() where !total.isFinite { throw .totalNotFinite(.row, index: i) }
    for (j, total) in columnTotals.enumerated() where !total.isFinite { throw .totalNotFinite(.column, index: j) }
    for j in 0..<m.columns {
        for (i, value) in m.column(j).enumerated() where !value.isFinite { throw .cellNotFinite(row: i, column: j) }
    }
}
