import LinearAlgebra
import Testing

@Suite struct EigenvalueTests {
    @Test func aTriangularMatrixShowsItsEigenvalues() throws {
        let values = try eigenvalues(of: Matrix(rowMajor: [[2, 1, 5], [0, -3, 4], [0, 0, 0.5]]))
        #expect(distance(values.map(\.real), [-3, 2, 0.5]) < 1e-14)
        #expect(values.allSatisfy { $0.imaginary == 0 })
    }

    @Test func aRotationHasAConjugatePairAndNoDominantValue() throws {
        let rotation = Matrix(rowMajor: [[0, -2], [2, 0]])
        let values = try eigenvalues(of: rotation)
        #expect(distance(values.map(\.imaginary).sorted(), [-2, 2]) < 1e-14)
        #expect(abs(try spectralRadius(of: rotation) - 2) < 1e-14)
        #expect(throws: LinearAlgebraError.noDominantEigenvalue(order: 2)) { try dominantEigenpair(of: rotation) }
    }

    /// A cyclic matrix, whose eigenvalues 1 and -1 share the modulus: power iteration would not converge.
    @Test func thePerronVectorOfACycle() throws {
        let pair = try dominantEigenpair(of: Matrix(rowMajor: [[0, 4], [0.25, 0]]))
        #expect(abs(pair.value - 1) < 1e-14)
        #expect(distance(pair.vector, [0.8, 0.2]) < 1e-14)
    }

    @Test func theTraceIsTheSumOfTheEigenvalues() throws {
        let m = scattered(40, 40)
        let sum = try eigenvalues(of: m).reduce(0) { $0 + $1.real }
        #expect(abs(sum - (0..<40).reduce(0) { $0 + m[$1, $1] }) < 1e-12)
    }

    /// Orders above 300 go by powers: the bounds close on what LAPACK finds.
    @Test func largeNonNegativeMatricesHaveTheSameRadius() throws {
        let n = 310
        var m = Matrix(rows: n, columns: n)
        let random = scattered(n, n)
        for j in 0..<n {
            for i in 0..<n where i % 50 != 3 && j % 50 != 7 && (i + j) % 3 != 0 { m[i, j] = random[i, j] + 0.5 }
        }
        let exact = try eigenvalues(of: m)[0].modulus
        #expect(abs(try spectralRadius(of: m) / exact - 1) < 1e-9)
        // A negative element leaves them to LAPACK.
        m[1, 0] = -40
        #expect(abs(try spectralRadius(of: m) / eigenvalues(of: m)[0].modulus - 1) < 1e-12)
        #expect(try spectralRadius(of: Matrix(rows: n, columns: n)) == 0)
    }

    @Test func wrongShapesAreNamed() {
        #expect(
            throws: LinearAlgebraError.shapeMismatch(
                operation: "eigenvalues", expected: Shape(rows: 2, columns: 2), found: Shape(rows: 2, columns: 3))
        ) { try eigenvalues(of: Matrix(rows: 2, columns: 3)) }
    }
}
