import LinearAlgebra

/// A matrix fitted to margins, and how.
public struct RASResult: Sendable {
    /// r̂ M ŝ, with the wanted row and column totals.
    public let matrix: Matrix
    /// r: substitution effects, one per row.
    public let rowMultipliers: [Double]
    /// s: fabrication effects, one per column.
    public let columnMultipliers: [Double]
    /// Passes over rows and columns; 0 when the matrix had its margins already.
    public let iterations: Int
    /// Largest |sum − total| / total over rows and columns.
    public let largestResidual: Double
}

/// Fits a non-negative matrix to row and column totals by scaling its rows and
/// columns in turn (RAS, iterative proportional fitting).
///
/// The result r̂ M ŝ is the matrix with these margins that loses least
/// information against M; zeros stay zero, and a matrix that has its margins
/// is returned unchanged. Rows are scaled first. O(rows · columns) a pass.
/// Stone 1961; Bacharach 1970; Miller & Blair 2009, 7.4.2.
///
/// - Parameters:
///   - m: non-negative.
///   - rowTotals, columnTotals: non-negative, with the same sum to 10⁻⁹; below
///     that the column totals are scaled to the row totals' sum (rounding).
///   - tolerance: accepted |sum − total| / total of every row and column.
/// - Throws: `totalsDisagree`; `emptyLines` and `unreachable` where no matrix
///   with these zeros has these margins; `notConverged`; `negativeCell`,
///   `negativeTotal`, `cellNotFinite`, `totalNotFinite`, `wrongShape` for input
///   that RAS cannot take.
public func ras(
    _ m: Matrix, rowTotals: [Double], columnTotals: [Double], tolerance: Double = 1e-10,
    maximumIterations: Int = 10_000
) throws(RASError) -> RASResult {
    try checkInput(m, rowTotals, columnTotals)
    let (rowSum, columnSum) = (rowTotals.reduce(0, +), columnTotals.reduce(0, +))
    guard abs(rowSum - columnSum) <= 1e-9 * max(rowSum, columnSum) else {
        throw .totalsDisagree(rows: rowSum, columns: columnSum)
    }
    let wantedColumns = columnSum > 0 ? columnTotals.map { $0 * rowSum / columnSum } : columnTotals
    try checkEmptyLines(m, rowTotals, wantedColumns)

    var fitted = m
    var r = [Double](repeating: 1, count: m.rows)
    var s = [Double](repeating: 1, count: m.columns)
    var residuals = RASResiduals(of: m, rowTotals, wantedColumns)
    var iterations = 0
    while residuals.largest > tolerance {
        if iterations == maximumIterations {
            if let blocked = blockedPattern(m, rowTotals: rowTotals, columnTotals: wantedColumns) { throw blocked }
            throw .notConverged(
                iterations: iterations, residual: residuals.largest, worstRows: residuals.worstRows(5))
        }
        // Each pass starts from M, so that rounding does not accumulate over
        // the passes and the result is exactly r̂ M ŝ.
        let byColumn = m.scaledColumns(by: s).rowSums()
        for i in r.indices { r[i] = rowTotals[i] == 0 ? 0 : rowTotals[i] / byColumn[i] }
        fitted = m.scaledRows(by: r)
        let byRow = fitted.columnSums()
        for j in s.indices { s[j] = wantedColumns[j] == 0 ? 0 : wantedColumns[j] / byRow[j] }
        fitted = fitted.scaledColumns(by: s)
        residuals = RASResiduals(of: fitted, rowTotals, wantedColumns)
        iterations += 1
    }
    return RASResult(
        matrix: fitted, rowMultipliers: r, columnMultipliers: s, iterations: iterations,
        largestResidual: residuals.largest)
}

/// Distance of a matrix from its margins, relative to each total.
private struct RASResiduals {
    let rows: [Double]
    let columns: [Double]

    init(of m: Matrix, _ rowTotals: [Double], _ columnTotals: [Double]) {
        rows = zip(m.rowSums(), rowTotals).map(Self.relative)
        columns = zip(m.columnSums(), columnTotals).map(Self.relative)
    }

    /// NaN (0 · ∞ when a multiplier overflows) must never look converged.
    private static func relative(_ sum: Double, _ total: Double) -> Double {
        let difference = total == 0 ? abs(sum) : abs(sum - total) / total
        return difference.isNaN ? .infinity : difference
    }

    var largest: Double { max(rows.max() ?? 0, columns.max() ?? 0) }

    func worstRows(_ count: Int) -> [Int] {
        Array(rows.indices.sorted { rows[$0] > rows[$1] }.filter { rows[$0] > 0 }.prefix(count))
    }
}

private func checkInput(_ m: Matrix, _ rowTotals: [Double], _ columnTotals: [Double]) throws(RASError) {
    guard rowTotals.count == m.rows && columnTotals.count == m.columns else {
        throw .wrongShape(expected: m.shape, found: Shape(rows: rowTotals.count, columns: columnTotals.count))
    }
    for (line, totals) in [(RASError.Line.row, rowTotals), (.column, columnTotals)] {
        for (i, total) in totals.enumerated() {
            guard total.isFinite else { throw .totalNotFinite(line, index: i) }
            guard total >= 0 else { throw .negativeTotal(line, index: i, value: total) }
        }
    }
    for j in 0..<m.columns {
        for (i, value) in m.column(j).enumerated() {
            guard value.isFinite else { throw .cellNotFinite(row: i, column: j) }
            guard value >= 0 else { throw .negativeCell(row: i, column: j, value: value) }
        }
    }
}

/// A line of zeros cannot reach a positive total; nor can a row whose cells
/// all stand in columns with a total of zero.
private func checkEmptyLines(_ m: Matrix, _ rowTotals: [Double], _ columnTotals: [Double]) throws(RASError) {
    let rowReach = m.scaledColumns(by: columnTotals.map { $0 > 0 ? 1 : 0 }).rowSums()
    let columnReach = m.scaledRows(by: rowTotals.map { $0 > 0 ? 1 : 0 }).columnSums()
    let rows = rowTotals.indices.filter { rowTotals[$0] > 0 && rowReach[$0] == 0 }
    let columns = columnTotals.indices.filter { columnTotals[$0] > 0 && columnReach[$0] == 0 }
    if !rows.isEmpty || !columns.isEmpty { throw .emptyLines(rows: rows, columns: columns) }
}
