import LinearAlgebra
import Testing

/// Products of blocks of members are the sums that define them, in tiles and beyond what tiles are for.
@Suite struct BlockProductTests {
    private func values(_ count: Int, seed: UInt64) -> [Double] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / 0x1p53 - 0.5
        }
    }

    /// Rows and columns that fill no whole number of tiles, fewer than one tile has, and inner sizes and factors on both
    /// sides of what tiles take (512; 2^15 and 2^16 elements).
    @Test(
        arguments: [
            (512, 33, 33), (512, 33, 40), (512, 5, 6), (512, 1, 7), (23, 9, 8), (8, 4, 6), (7, 4, 6), (31, 12, 5),
            (32, 9, 5), (33, 9, 11), (40, 7, 4),
            (65, 513, 30), (65, 512, 64), (65, 512, 65), (100, 180, 182), (33, 256, 256), (33, 257, 256), (16, 0, 9),
        ], [false, true])
    func eachElementIsTheSumThatDefinesIt(shape: (rows: Int, inner: Int, columns: Int), transposed: Bool) {
        let (rows, inner, columns) = shape
        let (a, b) = (values(rows * inner + 1, seed: 1), values(inner * columns, seed: 2))
        // Row by row of what it is multiplied by, whichever way it is stored.
        func factor(_ p: Int, _ j: Int) -> Double { b[p * columns + j] }
        var matrix = Matrix(rows: transposed ? columns : inner, columns: transposed ? inner : columns)
        for p in 0..<inner { for j in 0..<columns { matrix[transposed ? j : p, transposed ? p : j] = factor(p, j) } }
        // Neighbours on both sides stay as they are.
        var c = [Double](repeating: -7, count: rows * columns + 2)
        a.withUnsafeBufferPointer { a in
            c.withUnsafeMutableBufferPointer { c in
                multiply(
                    MatrixView(a.baseAddress!, rows: rows, columns: inner), matrix, transposed: transposed,
                    into: MutableMatrixView(c.baseAddress! + 1, rows: rows, columns: columns))
            }
        }
        #expect(c[0] == -7 && c[rows * columns + 1] == -7)
        var worst = 0.0
        for j in 0..<columns {
            for i in 0..<rows {
                let sum = (0..<inner).reduce(0) { $0 + a[$1 * rows + i] * factor($1, j) }
                worst = max(worst, abs(c[1 + j * rows + i] - sum))
            }
        }
        #expect(worst <= 1e-15 * Double(inner))
    }
}
