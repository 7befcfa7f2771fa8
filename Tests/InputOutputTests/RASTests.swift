import InputOutput
import LinearAlgebra
import Testing

@Suite struct RASPublishedExampleTests {
    /// Miller & Blair 2009, section 7.4.2; the limit computed from the published inputs.
    let coefficients = Matrix(rowMajor: [[0.120, 0.100, 0.049], [0.210, 0.247, 0.265], [0.026, 0.249, 0.145]])
    let output: [Double] = [421, 284, 283]
    let rowTotals: [Double] = [245, 136, 159]
    let columnTotals: [Double] = [251, 107, 182]

    @Test func threeSectorsFirstPass() throws {
        // A tolerance between the residuals before and after the first pass stops there.
        let first = try ras(
            coefficients.scaledColumns(by: output), rowTotals: rowTotals, columnTotals: columnTotals, tolerance: 0.3)
        #expect(first.iterations == 1)
        #expect(distance(first.rowMultipliers, [2.640456, 0.582309, 1.295875]) < 5e-7)
        #expect(distance(first.columnMultipliers, [1.260911, 0.515723, 1.363687]) < 5e-7)
    }

    @Test func threeSectorsLimit() throws {
        let result = try ras(
            coefficients.scaledColumns(by: output), rowTotals: rowTotals, columnTotals: columnTotals)
        let limit = Matrix(rowMajor: [
            [165.210148, 34.613605, 45.176247], [63.52862, 18.786178, 53.685202], [22.261232, 53.600217, 83.13855],
        ])
        #expect(distance(result.matrix, limit) < 1e-6)
    }

    /// Limit computed; published tables stop after five iterations at 6.5911.
    @Test func twoByTwo() throws {
        let result = try ras(Matrix(rowMajor: [[5, 0.5], [4, 3]]), rowTotals: [10, 2], columnTotals: [7, 5])
        #expect(distance(result.matrix, Matrix(rowMajor: [[6.590208, 3.409792], [0.409792, 1.590208]])) < 1e-6)
    }

    @Test func onesGiveTheIndependentTable() throws {
        let ones = Matrix(rows: 2, columns: 2, repeating: 1)
        let result = try ras(ones, rowTotals: [52, 48], columnTotals: [87, 13])
        #expect(distance(result.matrix, Matrix(rowMajor: [[45.24, 6.76], [41.76, 6.24]])) < 1e-12)
    }
}

@Suite struct RASTests {
    let m = Matrix(rowMajor: [[3, 0, 1], [2, 5, 0], [1, 1, 4]])

    @Test func theResultHasItsMarginsAndIsTheScaledMatrix() throws {
        let result = try ras(m, rowTotals: [6, 8, 3], columnTotals: [5, 7, 5])
        #expect(relativeDistance(result.matrix.rowSums(), [6, 8, 3]) < 1e-10)
        #expect(relativeDistance(result.matrix.columnSums(), [5, 7, 5]) < 1e-10)
        #expect(result.largestResidual <= 1e-10)
        let scaled = m.scaledRows(by: result.rowMultipliers).scaledColumns(by: result.columnMultipliers)
        #expect(distance(result.matrix, scaled) < 1e-14)
        #expect(result.matrix[0, 1] == 0 && result.matrix[1, 2] == 0)
    }

    @Test func aBalancedMatrixIsReturnedUnchanged() throws {
        let result = try ras(m, rowTotals: m.rowSums(), columnTotals: m.columnSums())
        #expect(result.matrix == m)
        #expect(result.iterations == 0)
        #expect(result.rowMultipliers == [1, 1, 1] && result.columnMultipliers == [1, 1, 1])
    }

    /// The fit depends on the matrix only up to factors on its rows and columns.
    @Test func scaledStartsGiveTheSameFit() throws {
        let direct = try ras(m, rowTotals: [6, 8, 3], columnTotals: [5, 7, 5])
        let other = try ras(
            m.scaledRows(by: [2, 1, 0.1]).scaledColumns(by: [1, 7, 3]), rowTotals: [6, 8, 3], columnTotals: [5, 7, 5])
        #expect(distance(direct.matrix, other.matrix) < 1e-8)
    }

    @Test func zeroTotalsEmptyTheirLines() throws {
        let result = try ras(m, rowTotals: [0, 8, 3], columnTotals: [5, 6, 0])
        #expect(result.matrix.row(0) == [0, 0, 0])
        #expect(result.matrix.column(2) == [0, 0, 0])
        #expect(relativeDistance(Array(result.matrix.rowSums()[1...]), [8, 3]) < 1e-10)
    }

    @Test func totalsThatDisagreeAreAnErrorWithBothSums() {
        #expect(throws: RASError.totalsDisagree(rows: 17, columns: 18)) {
            try ras(m, rowTotals: [6, 8, 3], columnTotals: [5, 7, 6])
        }
    }

    @Test func linesWithoutCellsAreNamed() {
        let holes = Matrix(rowMajor: [[0, 0, 0], [1, 0, 2], [1, 0, 1]])
        #expect(throws: RASError.emptyLines(rows: [0], columns: [1])) {
            try ras(holes, rowTotals: [1, 2, 3], columnTotals: [3, 1, 2])
        }
        // Row 0 has a cell, but in a column that must be empty.
        #expect(throws: RASError.emptyLines(rows: [0], columns: [])) {
            try ras(
                Matrix(rowMajor: [[0, 1], [1, 1]]), rowTotals: [1, 2], columnTotals: [3, 0])
        }
    }

    @Test func anImpossiblePatternNamesTheRowsThatNeedTooMuch() {
        // Rows 0 and 1 need 7 and stand in column 0 alone, which has 5.
        let pattern = Matrix(rowMajor: [[1, 0, 0], [1, 0, 0], [1, 1, 1]])
        #expect(throws: RASError.unreachable(rows: [0, 1], rowTotal: 7, columns: [0], columnTotal: 5)) {
            try ras(pattern, rowTotals: [3, 4, 5], columnTotals: [5, 4, 3])
        }
    }

    @Test func aPatternReachableInTheLimitOnlyIsNotCalledConverged() {
        // The only solution has a zero where the matrix has not: the residual falls as 1/n.
        let error = #expect(throws: RASError.self) {
            try ras(
                Matrix(rowMajor: [[1, 1], [0, 1]]), rowTotals: [1, 1], columnTotals: [1, 1], maximumIterations: 100)
        }
        guard case .notConverged(100, let residual, let rows) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(residual > 1e-4)
        #expect(!rows.isEmpty)
    }

    @Test func inputThatRASCannotTakeIsLocated() {
        let negative = Matrix(rowMajor: [[1, 2], [3, -4]])
        #expect(throws: RASError.negativeCell(row: 1, column: 1, value: -4)) {
            try ras(negative, rowTotals: [1, 1], columnTotals: [1, 1])
        }
        let ones = Matrix(rows: 2, columns: 2, repeating: 1)
        #expect(throws: RASError.negativeTotal(.column, index: 0, value: -1)) {
            try ras(ones, rowTotals: [1, 1], columnTotals: [-1, 3])
        }
        #expect(throws: RASError.totalNotFinite(.row, index: 1)) {
            try ras(ones, rowTotals: [1, .nan], columnTotals: [1, 1])
        }
        #expect(throws: RASError.cellNotFinite(row: 0, column: 0)) {
            try ras(Matrix(rowMajor: [[.infinity]]), rowTotals: [1], columnTotals: [1])
        }
        #expect(throws: RASError.wrongShape(expected: Shape(rows: 2, columns: 2), found: Shape(rows: 1, columns: 2))) {
            try ras(ones, rowTotals: [2], columnTotals: [1, 1])
        }
    }

    @Test func messagesUseTheNamesOfTheLines() {
        let error = RASError.unreachable(rows: [0, 1], rowTotal: 7, columns: [2], columnTotal: 5)
        #expect(
            error.description(rowNames: ["a", "b", "c"], columnNames: ["x", "y", "z"])
                == "rows a, b must add up to 7.0, but have cells only in column z, which add up to 5.0")
        #expect(error.description.hasPrefix("rows 1, 2 must add up"))
    }
}
