import LinearAlgebra
import Testing

@Suite struct MatrixTests {
    @Test func rowsColumnsAndElementsAreWhereTheyBelong() {
        let m = Matrix(rowMajor: [[1, 2, 3], [4, 5, 6]])
        #expect(m.shape == Shape(rows: 2, columns: 3))
        #expect(m.row(1) == [4, 5, 6])
        #expect(m.column(2) == [3, 6])
        #expect(m[1, 0] == 4)
        #expect(m.transposed() == Matrix(rowMajor: [[1, 4], [2, 5], [3, 6]]))
        #expect(m.withUnsafeBuffer { Array($0) } == [1, 4, 2, 5, 3, 6])
    }

    @Test func storageStartsOnACacheLine() {
        for n in [0, 1, 3, 33] {
            let address = Matrix(rows: n, columns: n).withUnsafeBuffer { UInt(bitPattern: $0.baseAddress) }
            #expect(address % 64 == 0)
        }
    }

    @Test func writingACopyLeavesTheOriginal() {
        let original = Matrix(rowMajor: [[1, 2], [3, 4]])
        var bySubscript = original
        bySubscript[0, 0] = 9
        var byBuffer = original
        byBuffer.withUnsafeMutableBuffer { $0[3] = 9 }
        var byColumn = original
        byColumn.withMutableColumn(1) { $0[0] = 9 }
        #expect(original == Matrix(rowMajor: [[1, 2], [3, 4]]))
        #expect(bySubscript == Matrix(rowMajor: [[9, 2], [3, 4]]))
        #expect(byBuffer == Matrix(rowMajor: [[1, 2], [3, 9]]))
        #expect(byColumn == Matrix(rowMajor: [[1, 9], [3, 4]]))
    }

    @Test func aColumnIsReadInPlace() {
        let sum = Matrix(rowMajor: [[1, 2], [3, 4]]).withColumn(1) { column in column[0] + column[1] }
        #expect(sum == 6)
    }

    @Test func sumsAndScalings() {
        let m = Matrix(rowMajor: [[1, 2, 3], [4, 5, 6]])
        #expect(m.rowSums() == [6, 15])
        #expect(m.columnSums() == [5, 7, 9])
        #expect(m.scaledRows(by: [2, -1]) == Matrix(rowMajor: [[2, 4, 6], [-4, -5, -6]]))
        #expect(m.scaledColumns(by: [1, 0, 2]) == Matrix(rowMajor: [[1, 0, 6], [4, 0, 12]]))
    }

    @Test func diagonalAndIdentity() {
        #expect(Matrix.diagonal([2, 3]) == Matrix(rowMajor: [[2, 0], [0, 3]]))
        #expect(Matrix.identity(2) == Matrix(rowMajor: [[1, 0], [0, 1]]))
    }

    @Test func emptyMatricesHaveShapesAndSums() {
        let m = Matrix(rows: 0, columns: 3)
        #expect(m.columnSums() == [0, 0, 0])
        #expect(m.transposed().shape == Shape(rows: 3, columns: 0))
        #expect(Matrix(rowMajor: []).shape == Shape(rows: 0, columns: 0))
    }

    @Test func nanEqualsNothing() {
        let m = Matrix(rows: 1, columns: 1, repeating: .nan)
        #expect(m != m)
        #expect(Matrix(rows: 1, columns: 2) != Matrix(rows: 2, columns: 1))
    }

    @Test func anIndexOutsideStopsTheProgram() async {
        await #expect(processExitsWith: .failure) {
            // Row 2 of column 0 would be element (0, 1) of the buffer: checked per dimension.
            _ = Matrix(rows: 2, columns: 2)[2, 0]
        }
    }
}
