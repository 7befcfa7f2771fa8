import InputOutput
import LinearAlgebra
import Testing

/// Junius & Oosterhaven 2003, Economic Systems Research 15.
@Suite struct GRASPublishedExampleTests {
    let m = Matrix(rowMajor: [[7, 3, 5, -3], [2, 9, 8, 0], [-2, 0, 2, 0]])
    let published = Matrix(rowMajor: [
        [8.424340881, 3.375237362, 5.200422021, -2.000000263], [3.000997078, 12.624763744, 10.374239178, 0],
        [-2.425339135, 0, 1.425339135, 0],
    ])

    @Test func threeByFour() throws {
        let result = try gras(m, rowTotals: [15, 26, -1], columnTotals: [9, 16, 17, -2])
        #expect(distance(result.matrix, published) < 0.002)
        #expect(distance(result.matrix.rowSums(), [15, 26, -1]) < 1e-8)
        #expect(distance(result.matrix.columnSums(), [9, 16, 17, -2]) < 1e-8)
        #expect(result.largestResidual <= 1e-10 && result.iterations > 0)
    }

    @Test func theResultIsTheScaledMatrix() throws {
        let result = try gras(m, rowTotals: [15, 26, -1], columnTotals: [9, 16, 17, -2])
        for i in 0..<3 {
            for j in 0..<4 {
                let factor = result.rowMultipliers[i] * result.columnMultipliers[j]
                let expected = m[i, j] > 0 ? m[i, j] * factor : m[i, j] / factor
                #expect(abs(result.matrix[i, j] - expected) < 1e-12)
            }
        }
    }
}

@Suite struct GRASTests {
    let m = Matrix(rowMajor: [[3, 0, 1], [2, 5, 0], [1, 1, 4]])

    @Test func withoutNegativeCellsItIsRAS() throws {
        let (a, b) = (
            try gras(m, rowTotals: [6, 8, 3], columnTotals: [5, 7, 5]),
            try ras(m, rowTotals: [6, 8, 3], columnTotals: [5, 7, 5])
        )
        #expect(distance(a.matrix, b.matrix) < 1e-9)
    }

    @Test func aBalancedMatrixIsReturnedUnchanged() throws {
        let signed = Matrix(rowMajor: [[3, -2], [-1, 4]])
        let result = try gras(signed, rowTotals: [1, 3], columnTotals: [2, 2])
        #expect(result.matrix == signed && result.iterations == 0)
    }

    /// Both signs cancel to a total of zero; a line of one sign can only vanish.
    @Test func marginsOfZero() throws {
        let signed = Matrix(rowMajor: [[4, -1, 2], [1, 1, 0], [0, 2, 3]])
        let result = try gras(signed, rowTotals: [0, 0, 6], columnTotals: [1, 1, 4])
        #expect(distance(result.matrix.rowSums(), [0, 0, 6]) < 1e-9)
        #expect(distance(result.matrix.columnSums(), [1, 1, 4]) < 1e-9)
        #expect(result.matrix.row(1) == [0, 0, 0] && result.rowMultipliers[1] == 0)
        #expect(result.matrix[0, 1] < 0)
    }

    @Test func theOrderOfLinesDoesNotMatter() throws {
        let signed = Matrix(rowMajor: [[7, 3, 5, -3], [2, 9, 8, 0], [-2, 0, 2, 0]])
        let turned = Matrix(rowMajor: [[-2, 0, 2, 0], [7, 3, 5, -3], [2, 9, 8, 0]])
        let (a, b) = (
            try gras(signed, rowTotals: [15, 26, -1], columnTotals: [9, 16, 17, -2]),
            try gras(turned, rowTotals: [-1, 15, 26], columnTotals: [9, 16, 17, -2])
        )
        for (i, from) in [2, 0, 1].enumerated() {
            #expect(distance(b.matrix.row(i), a.matrix.row(from)) < 1e-8)
        }
    }

    @Test func linesThatCannotCarryTheirTotalAreNamed() {
        #expect(throws: RASError.wrongSign(rows: [1], columns: [])) {
            try gras(Matrix(rowMajor: [[1, 2], [3, 4]]), rowTotals: [5, -1], columnTotals: [2, 2])
        }
        #expect(throws: RASError.emptyLines(rows: [], columns: [1])) {
            try gras(Matrix(rowMajor: [[1, 0], [3, 0]]), rowTotals: [3, 1], columnTotals: [2, 2])
        }
        #expect(throws: RASError.totalsDisagree(rows: 4, columns: 5)) {
            try gras(Matrix(rowMajor: [[1, 2], [3, 4]]), rowTotals: [3, 1], columnTotals: [2, 3])
        }
    }

    /// Row 1 and column 1 only meet each other and a negative cell that makes the row smaller still.
    @Test func aPatternThatCannotWorkIsNamed() {
        let error = #expect(throws: RASError.self) {
            try gras(
                Matrix(rowMajor: [[2, -1, 0], [0, 3, 1], [0, 1, 2]]), rowTotals: [5, 2, 2], columnTotals: [4, 3, 2],
                maximumIterations: 200)
        }
        #expect(error == .unreachableWithSigns(rows: [0], rowTotal: 5, columns: [0], columnTotal: 4))
        #expect(
            error?.description(rowNames: ["farms", "mills", "shops"], columnNames: nil)
                == "with these signs row farms can add up to no more than column 1: 4.0, but must add up to 5.0")
    }

    /// The same matrix with a row total below the column's can be met.
    @Test func theReachableSideOfTheSamePattern() throws {
        let result = try gras(
            Matrix(rowMajor: [[2, -1, 0], [0, 3, 1], [0, 1, 2]]), rowTotals: [3, 3, 2], columnTotals: [4, 2, 2])
        #expect(distance(result.matrix.rowSums(), [3, 3, 2]) < 1e-8)
        #expect(abs(result.matrix[0, 1] + 1) < 1e-8)
    }
}
