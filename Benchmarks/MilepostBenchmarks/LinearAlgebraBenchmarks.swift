import Benchmark
import LinearAlgebra
import Sampling

/// One factorisation and one right-hand side, at the size of a provincial table and of a large one.
func linearAlgebra() {
    for order in [33, 500] {
        let matrix = diagonallyDominant(order: order)
        let right = [Double](repeating: 1, count: order)
        Benchmark("LU: factor and solve, n = \(order)") { _ in
            blackHole(try LUFactorization(matrix).solve(right))
        }
        Benchmark("LU: solve, n = \(order)") { (_, factors: LUFactorization) in
            blackHole(try factors.solve(right))
        } setup: {
            try LUFactorization(matrix)
        }
    }
}

/// I − A with the columns of A summing to about a half, as in an input-output table.
private func diagonallyDominant(order: Int) -> Matrix {
    let stream = RandomStream(seed: 1, purpose: "benchmark", item: "coefficients")
    var matrix = Matrix.identity(order)
    for column in 0..<order {
        for row in 0..<order {
            matrix[row, column] -= stream.uniform(step: UInt32(row), member: UInt64(column)) / Double(order)
        }
    }
    return matrix
}
