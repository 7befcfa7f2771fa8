import LinearAlgebra
import Testing

@Suite struct LUFactorizationTests {
    @Test func aSystemByHand() throws {
        // 2x + y = 5, x + 3y = 10.
        let lu = try LUFactorization(Matrix(rowMajor: [[2, 1], [1, 3]]))
        #expect(distance(try lu.solve([5, 10]), [1, 3]) < 1e-15)
        #expect(distance(lu.inverse(), Matrix(rowMajor: [[0.6, -0.2], [-0.2, 0.4]])) < 1e-15)
        // ‖A‖₁ = 4, ‖A⁻¹‖₁ = 0.8.
        #expect(abs(lu.reciprocalCondition - 1 / 3.2) < 1e-15)
    }

    @Test func pivotingHandlesAZeroInFront() throws {
        #expect(try LUFactorization(Matrix(rowMajor: [[0, 1], [1, 0]])).solve([2, 3]) == [3, 2])
    }

    @Test(arguments: [1, 5, 33, 200]) func inverseTimesMatrixIsIdentity(n: Int) throws {
        var m = scattered(n, n)
        for i in 0..<n { m[i, i] += Double(n) }
        let lu = try LUFactorization(m)
        #expect(distance(try multiply(m, lu.inverse()), .identity(n)) < 1e-12)
        let b = scattered(n, 3, seed: 5)
        #expect(distance(try multiply(m, lu.solve(b)), b) < 1e-12)
        #expect(distance(try lu.solve(b).column(2), try lu.solve(b.column(2))) < 1e-14)
    }

    @Test(arguments: [1, 5, 33]) func theTransposedSystemUsesTheSameFactors(n: Int) throws {
        var m = scattered(n, n)
        for i in 0..<n { m[i, i] += Double(n) }
        let b = scattered(n, 1, seed: 3).column(0)
        let lu = try LUFactorization(m)
        #expect(distance(try lu.solveTransposed(b), try LUFactorization(m.transposed()).solve(b)) < 1e-14)
        #expect(
            throws: LinearAlgebraError.shapeMismatch(
                operation: "right side of a transposed linear system", expected: Shape(rows: n, columns: 1),
                found: Shape(rows: n + 1, columns: 1))
        ) { try lu.solveTransposed(b + [0]) }
    }

    @Test func aSingularMatrixNamesTheColumn() {
        #expect(throws: LinearAlgebraError.singular(column: 1, order: 3)) {
            try LUFactorization(Matrix(rowMajor: [[1, 2, 0], [2, 4, 0], [0, 0, 1]]))
        }
    }

    @Test func anIllConditionedMatrixReportsItsCondition() throws {
        // The Hilbert matrix of order 12 has a condition number of about 4e16 in the 1-norm.
        var hilbert = Matrix(rows: 12, columns: 12)
        for i in 0..<12 { for j in 0..<12 { hilbert[i, j] = 1 / Double(i + j + 1) } }
        let error = #expect(throws: LinearAlgebraError.self) { try LUFactorization(hilbert) }
        guard case .illConditioned(let reciprocalCondition, 12) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reciprocalCondition > 0 && reciprocalCondition < 1e-15)
        #expect(throws: Never.self) { try LUFactorization(hilbert, minimumReciprocalCondition: 0) }
    }

    @Test(arguments: [Double.nan, .infinity]) func anElementThatIsNoNumberIsLocated(value: Double) {
        var m = Matrix.identity(3)
        m[2, 1] = value
        #expect(throws: LinearAlgebraError.notFinite(row: 2, column: 1)) { try LUFactorization(m) }
        #expect(throws: LinearAlgebraError.notFinite(row: 2, column: 1)) { try CholeskyFactorization(m) }
    }

    @Test func wrongShapesAreNamed() throws {
        #expect(
            throws: LinearAlgebraError.shapeMismatch(
                operation: "LU factorisation", expected: Shape(rows: 2, columns: 2), found: Shape(rows: 2, columns: 3))
        ) { try LUFactorization(Matrix(rows: 2, columns: 3)) }
        let lu = try LUFactorization(.identity(2))
        #expect(
            throws: LinearAlgebraError.shapeMismatch(
                operation: "right side of a linear system", expected: Shape(rows: 2, columns: 1),
                found: Shape(rows: 3, columns: 1))
        ) { try lu.solve([1, 2, 3]) }
        #expect(
            throws: LinearAlgebraError.shapeMismatch(
                operation: "right side of a linear system", expected: Shape(rows: 2, columns: 4),
                found: Shape(rows: 3, columns: 4))
        ) { try lu.solve(Matrix(rows: 3, columns: 4)) }
    }

    @Test func orderZeroIsFactoredAndSolved() throws {
        let lu = try LUFactorization(Matrix(rows: 0, columns: 0))
        #expect(try lu.solve([]) == [])
        #expect(lu.inverse().count == 0)
    }

    @Test func factorsOutliveChangesOfTheMatrix() throws {
        var m = Matrix(rowMajor: [[2, 0], [0, 4]])
        let lu = try LUFactorization(m)
        m[0, 0] = 100
        #expect(try lu.solve([2, 4]) == [1, 1])
        #expect(m == Matrix(rowMajor: [[100, 0], [0, 4]]))
    }
}

@Suite struct CholeskyFactorizationTests {
    @Test func aFactorByHand() throws {
        let cholesky = try CholeskyFactorization(Matrix(rowMajor: [[4, 2], [2, 10]]))
        #expect(cholesky.lower == Matrix(rowMajor: [[2, 0], [1, 3]]))
        #expect(distance(try cholesky.solve([8, 22]), [1, 2]) < 1e-15)
    }

    @Test(arguments: [1, 6, 70]) func lowerTimesItsTransposeIsTheMatrix(n: Int) throws {
        let root = scattered(n, n)
        var m = Matrix.identity(n)
        try multiply(root, transposed: false, root, transposed: true, into: &m, beta: 1)
        let lower = try CholeskyFactorization(m).lower
        #expect(distance(try multiply(lower, lower.transposed()), m) < 1e-12)
    }

    @Test func theFirstNonPositiveMinorIsNamed() {
        // Correlations of .9, .9 and -.9 exclude each other; the first two rows are fine.
        #expect(throws: LinearAlgebraError.notPositiveDefinite(leadingMinor: 3)) {
            try CholeskyFactorization(Matrix(rowMajor: [[1, 0.9, 0.9], [0.9, 1, -0.9], [0.9, -0.9, 1]]))
        }
    }

    @Test func anAsymmetricMatrixIsRefused() {
        #expect(throws: LinearAlgebraError.notSymmetric(row: 0, column: 1, difference: 0.25)) {
            try CholeskyFactorization(Matrix(rowMajor: [[1, 0.5], [0.25, 1]]))
        }
    }

    @Test func wrongShapesAreNamed() throws {
        #expect(
            throws: LinearAlgebraError.shapeMismatch(
                operation: "Cholesky factorisation", expected: Shape(rows: 3, columns: 3),
                found: Shape(rows: 3, columns: 2))
        ) { try CholeskyFactorization(Matrix(rows: 3, columns: 2)) }
        #expect(throws: LinearAlgebraError.self) { try CholeskyFactorization(.identity(2)).solve([1]) }
    }
}

@Suite struct FactorizationInPlaceTests {
    private func system(_ n: Int) -> Matrix {
        var system = Matrix.identity(n)
        let coefficients = scattered(n, n)
        for j in 0..<n {
            for i in 0..<n { system[i, j] -= (coefficients[i, j] + 1) / Double(3 * n) }
        }
        return system
    }

    /// A matrix that is passed on gives its storage to the factors; one that is kept stays as it is.
    @Test func theFactorsOfAMatrixPassedOnAreThoseOfACopy() throws {
        let kept = system(40)
        let before = kept.row(3)
        let copied = try LUFactorization(kept)
        #expect(kept.row(3) == before)
        var passed = system(40)
        passed[0, 0] += 0
        let inPlace = try LUFactorization(consume passed)
        let b = (0..<40).map { Double($0) / 7 }
        #expect(try inPlace.solve(b) == (try copied.solve(b)))
        #expect(try inPlace.solveTransposed(b) == (try copied.solveTransposed(b)))
        #expect(inPlace.reciprocalCondition == copied.reciprocalCondition)
    }

    @Test func columnsAreReplacedInPlaceOnlyWhereNothingElseHoldsThem() {
        let kept = scattered(5, 3)
        var place: UnsafePointer<Double>?
        let doubled = kept.replacingColumns { j, old, new in for i in 0..<5 { new[i] = 2 * old[i] + Double(j) } }
        #expect(kept == scattered(5, 3))
        for j in 0..<3 { #expect(doubled.column(j) == kept.column(j).map { 2 * $0 + Double(j) }) }
        var alone = scattered(5, 3)
        alone[0, 0] += 0
        alone.withUnsafeBuffer { place = $0.baseAddress }
        let replaced = (consume alone).replacingColumns { _, old, new in for i in 0..<5 { new[i] = -old[i] } }
        replaced.withUnsafeBuffer { #expect($0.baseAddress == place) }
        #expect(replaced.column(2) == kept.column(2).map { -$0 })
    }

    /// ‖A⁻¹‖₁ from the caller replaces the estimate, and judges.
    @Test func theConditionMayBeKnownToTheCaller() throws {
        let m = system(30)
        let exact = try LUFactorization(m) { factors in factors.inverse().columnSums().max() }
        let norm = (0..<30).map { m.column($0).reduce(0) { $0 + abs($1) } }.max() ?? 0
        let sums = (0..<30).map { exact.inverse().column($0).reduce(0) { $0 + abs($1) } }
        #expect(abs(exact.reciprocalCondition * norm * (sums.max() ?? 0) - 1) < 1e-14)
        let error = #expect(throws: LinearAlgebraError.self) { try LUFactorization(m, inverseNorm: { _ in 1e20 }) }
        guard case .illConditioned(let condition, 30) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(abs(condition * norm * 1e20 - 1) < 1e-14)
    }

    /// Above 500 all cores are at work.
    @Test func largeSystemsAreSolvedOnAllCores() throws {
        let m = system(600)
        let lu = try LUFactorization(m)
        let x = (0..<600).map { Double($0 % 17) - 8 }
        let b = (0..<600).map { i in m.row(i).enumerated().reduce(0) { $0 + $1.element * x[$1.offset] } }
        #expect(distance(try lu.solve(b), x) < 1e-11)
        let inside = try BLASThreads.with(1) { try LUFactorization(m) }
        #expect(distance(try inside.solve(b), try lu.solve(b)) < 1e-11)
    }
}
