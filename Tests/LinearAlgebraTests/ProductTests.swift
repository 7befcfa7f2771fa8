import LinearAlgebra
import Testing

@Suite struct ProductTests {
    let a = Matrix(rowMajor: [[1, 2, 3], [4, 5, 6]])
    let b = Matrix(rowMajor: [[1, 0], [2, 1], [0, 3]])
    let product = Matrix(rowMajor: [[5, 11], [14, 23]])

    @Test func aProductByHand() throws { #expect(try multiply(a, b) == product) }

    @Test(arguments: [(false, false), (false, true), (true, false), (true, true)])
    func transpositionOnRequest(_ transposeA: Bool, _ transposeB: Bool) throws {
        var c = Matrix(rows: 2, columns: 2, repeating: .nan)
        try multiply(
            transposeA ? a.transposed() : a, transposed: transposeA, transposeB ? b.transposed() : b,
            transposed: transposeB, into: &c)
        #expect(c == product)
    }

    @Test func alphaAndBetaScaleProductAndTarget() throws {
        var c = Matrix(rowMajor: [[1, 0], [0, 1]])
        try multiply(a, b, into: &c, alpha: 2, beta: -1)
        #expect(c == Matrix(rowMajor: [[9, 22], [28, 45]]))
    }

    @Test func theTargetKeepsItsStorage() throws {
        var c = Matrix(rows: 2, columns: 2)
        let before = c.withUnsafeBuffer { $0.baseAddress }
        try multiply(a, b, into: &c)
        #expect(c.withUnsafeBuffer { $0.baseAddress } == before)
    }

    @Test func aSharedTargetLeavesTheOtherCopy() throws {
        let original = Matrix(rows: 2, columns: 2)
        var c = original
        try multiply(a, b, into: &c)
        #expect(original == Matrix(rows: 2, columns: 2))
        #expect(c == product)
    }

    @Test func aFactorMayShareItsStorageWithTheTarget() throws {
        let square = Matrix(rowMajor: [[1, 2], [3, 4]])
        var c = square
        try multiply(square, square, into: &c)
        #expect(c == Matrix(rowMajor: [[7, 10], [15, 22]]))
    }

    @Test func wrongShapesAreNamed() {
        var c = Matrix(rows: 3, columns: 3)
        #expect(
            throws: LinearAlgebraError.shapeMismatch(
                operation: "right factor of a matrix product", expected: Shape(rows: 3, columns: 3),
                found: Shape(rows: 2, columns: 3))
        ) { try multiply(a, a) }
        #expect(
            throws: LinearAlgebraError.shapeMismatch(
                operation: "result of a matrix product", expected: Shape(rows: 2, columns: 2),
                found: Shape(rows: 3, columns: 3))
        ) { try multiply(a, b, into: &c) }
    }

    @Test func emptyProductsAreZero() throws {
        #expect(
            try multiply(Matrix(rows: 2, columns: 0), Matrix(rows: 0, columns: 3)) == Matrix(rows: 2, columns: 3))
        #expect(try multiply(Matrix(rows: 0, columns: 2), b.transposed()).shape == Shape(rows: 0, columns: 3))
    }

    /// Identity (A B)ᵀ = Bᵀ Aᵀ across the limit of OpenBLAS' small-matrix path.
    @Test(arguments: [8, 33, 101, 160]) func transposedProduct(n: Int) throws {
        let (a, b) = (scattered(n, n + 3), scattered(n + 3, n, seed: 2))
        let direct = try multiply(a, b).transposed()
        #expect(distance(direct, try multiply(b.transposed(), a.transposed())) < 1e-12)
    }
}
