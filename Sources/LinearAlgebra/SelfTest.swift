/// What `BLASThreads.selfTest` found.
public struct BLASSelfTest: Sendable, Equatable {
    /// One comparison: largest error in units of the rounding bound of its operation.
    public struct Check: Sendable, Equatable {
        public let name: String
        public let scaledError: Double
        /// Errors up to 10 bounds are rounding; a wrong kernel is off by millions.
        public var passed: Bool { scaledError <= 10 }
    }

    public let checks: [Check]
    public var passed: Bool { checks.allSatisfy(\.passed) }
}

extension BLASThreads {
    /// Compares products in all four transpositions, LU and Cholesky with plain loops.
    ///
    /// Builds of OpenBLAS have shipped kernels that compute wrong numbers on
    /// some processors, and which kernel runs is decided at start. Sizes run
    /// over every remainder of the vector widths and past the limit of the
    /// small-matrix path. Takes some tens of milliseconds.
    public static func selfTest() -> BLASSelfTest {
        var products = 0.0
        for n in Array(1...34) + [47, 64, 65, 97, 128] {
            let a = testMatrix(rows: n, columns: n + 1, seed: n)
            let b = testMatrix(rows: n + 1, columns: n + 2, seed: 2 * n + 1)
            let expected = plainProduct(a, b)
            for (transposeA, transposeB) in [(false, false), (false, true), (true, false), (true, true)] {
                var c = Matrix(rows: n, columns: n + 2, repeating: .nan)
                let shapesFit: Void? = try? multiply(
                    transposeA ? a.transposed() : a, transposed: transposeA, transposeB ? b.transposed() : b,
                    transposed: transposeB, into: &c)
                precondition(shapesFit != nil, "shapes of the self-test")
                products = worse(products, largestDifference(c, expected) / (Double(n + 1) * .ulpOfOne))
            }
        }
        var lu = 0.0
        var cholesky = 0.0
        for n in [1, 2, 7, 16, 33, 64, 150] {
            // Row sums below 1 off the diagonal keep I + M/n well conditioned.
            let m = testMatrix(rows: n, columns: n, seed: 3 * n).scaledRows(
                by: .init(repeating: 1 / Double(n), count: n))
            var system = m
            for i in 0..<n { system[i, i] += 1.5 }
            lu = worse(lu, residual(of: system) { try LUFactorization($0).inverse() })
            var symmetric = plainProduct(m, m.transposed())
            for i in 0..<n { symmetric[i, i] += 1 }
            let expected = symmetric
            let product = (try? CholeskyFactorization(symmetric)).map { plainProduct($0.lower, $0.lower.transposed()) }
            cholesky = worse(
                cholesky, product.map { largestDifference($0, expected) / (2 * Double(n) * .ulpOfOne) } ?? .infinity)
        }
        return BLASSelfTest(checks: [
            .init(name: "matrix product", scaledError: products), .init(name: "LU factorisation", scaledError: lu),
            .init(name: "Cholesky factorisation", scaledError: cholesky),
        ])
    }

    /// Like max, but NaN, the sign of an unwritten element, wins.
    private static func worse(_ a: Double, _ b: Double) -> Double { a.isNaN || b.isNaN ? .nan : max(a, b) }

    /// Scaled error of A · A⁻¹ against the identity.
    private static func residual(of matrix: Matrix, inverse: (Matrix) throws -> Matrix) -> Double {
        guard let inverse = try? inverse(matrix) else { return .infinity }
        let n = matrix.rows
        return largestDifference(plainProduct(matrix, inverse), .identity(n)) / (4 * Double(n) * .ulpOfOne)
    }

    /// Elements in -1...1 from a linear congruence: the same on every run.
    private static func testMatrix(rows: Int, columns: Int, seed: Int) -> Matrix {
        var state = UInt64(truncatingIfNeeded: seed) &+ 88_172_645_463_325_252
        var result = Matrix(rows: rows, columns: columns)
        for j in 0..<columns {
            for i in 0..<rows {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                result[i, j] = Double(Int64(bitPattern: state) >> 11) / 0x1p52
            }
        }
        return result
    }

    private static func plainProduct(_ a: Matrix, _ b: Matrix) -> Matrix {
        var c = Matrix(rows: a.rows, columns: b.columns)
        for j in 0..<b.columns {
            for i in 0..<a.rows {
                var sum = 0.0
                for k in 0..<a.columns { sum += a[i, k] * b[k, j] }
                c[i, j] = sum
            }
        }
        return c
    }

    private static func largestDifference(_ a: Matrix, _ b: Matrix) -> Double {
        var largest = 0.0
        for j in 0..<a.columns {
            for i in 0..<a.rows { largest = worse(largest, abs(a[i, j] - b[i, j])) }
        }
        return largest
    }
}
