import COpenBLAS

/// The largest eigenvalue of a non-negative matrix between bounds that close on it; nil for a matrix with a negative
/// element or one that is not finite, and where 2,000 steps do not close them.
///
/// For v > 0 it lies between the least and the largest of (Mv)ᵢ / vᵢ (Collatz &
/// Wielandt), and v := Mv draws them together. Steps are those of M + sI, which
/// keeps v positive and has the same vector. Rows and columns without any
/// element but zeros, which have the eigenvalue 0, are left out first. O(n²) a
/// step; the steps are few where one eigenvalue stands out, as in tables of
/// inputs. Golub & Van Loan 2013, 7.3.1; Seneta 2006, 1.1.
///
/// - Precondition: square.
func perronRoot(of matrix: Matrix, tolerance: Double = 1e-10) -> Double? {
    guard let parts = nonZeroPart(of: matrix) else { return nil }
    let n = parts.count
    if n == 0 { return 0 }
    let shift = matrix.columnNorm() / 16
    let isPart = parts.count == matrix.rows
    var part = matrix
    if !isPart {
        part = Matrix(uninitializedRows: n, columns: n)
        for (j, column) in parts.enumerated() {
            for (i, row) in parts.enumerated() {
                part.storage.elements[i + j * n] = matrix.storage.elements[row + column * matrix.rows]
            }
        }
    }
    return BLASThreads.onAllCores(order: n) {
        var vector = [Double](repeating: 1, count: n)
        var image = vector
        for _ in 0..<2_000 {
            image = vector
            cblas_dgemv(
                CblasColMajor, CblasNoTrans, blasint(n), blasint(n), 1, part.storage.elements, blasint(n), vector, 1,
                shift, &image, 1)
            var (least, largest, sum) = (Double.infinity, 0.0, 0.0)
            for i in 0..<n {
                let ratio = image[i] / vector[i]
                least = min(least, ratio)
                largest = max(largest, ratio)
                sum += image[i]
            }
            guard sum.isFinite, least > 0 else { return nil }
            if largest - least <= tolerance * largest { return max(0, (least + largest) / 2 - shift) }
            for i in 0..<n { vector[i] = image[i] / sum }
        }
        return nil
    }
}

/// Indices that are left when those whose row or column is zero among the rest are taken away, again and again; nil
/// for a matrix with a negative element or one that is not finite.
private func nonZeroPart(of matrix: Matrix) -> [Int]? {
    let n = matrix.rows
    var indices = Array(0..<n)
    while true {
        var hasRow = [Bool](repeating: false, count: n)
        var hasColumn = hasRow
        for j in indices {
            let column = matrix.storage.elements + j * n
            for i in indices where column[i] != 0 {
                guard column[i] > 0, column[i].isFinite else { return nil }
                hasRow[i] = true
                hasColumn[j] = true
            }
        }
        let left = indices.filter { hasRow[$0] && hasColumn[$0] }
        if left.count == indices.count { return left }
        indices = left
    }
}
