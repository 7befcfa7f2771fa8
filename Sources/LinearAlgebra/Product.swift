import COpenBLAS

/// The matrix product A · B. Allocates the result; O(m · n · k).
///
/// - Throws: `shapeMismatch` unless `b` has as many rows as `a` has columns.
public func multiply(_ a: Matrix, _ b: Matrix) throws(LinearAlgebraError) -> Matrix {
    try checkFactors(Shape(rows: a.rows, columns: a.columns), b.shape)
    var c = Matrix(uninitializedRows: a.rows, columns: b.columns)
    gemm(a, CblasNoTrans, b, CblasNoTrans, into: &c, inner: a.columns, alpha: 1, beta: 0)
    return c
}

/// C := alpha · op(A) · op(B) + beta · C, where op transposes on request.
///
/// Writes into the storage of `c`: a shape check and one `dgemm`, no
/// allocation as long as `c` does not share its storage with another value.
/// With `beta` 0 the old content of `c` is not read, so it may be anything.
/// O(m · n · k); for products of 10⁶ multiplications and fewer OpenBLAS takes
/// a path without packing, whose last bits differ from the path for larger ones.
///
/// - Throws: `shapeMismatch` when op(A) · op(B) is not defined or is not shaped as `c`.
public func multiply(
    _ a: Matrix, transposed transposeA: Bool = false, _ b: Matrix, transposed transposeB: Bool = false,
    into c: inout Matrix, alpha: Double = 1, beta: Double = 0
) throws(LinearAlgebraError) {
    let left = transposeA ? Shape(rows: a.columns, columns: a.rows) : a.shape
    let right = transposeB ? Shape(rows: b.columns, columns: b.rows) : b.shape
    try checkFactors(left, right)
    guard c.rows == left.rows && c.columns == right.columns else {
        throw .shapeMismatch(
            operation: "result of a matrix product", expected: Shape(rows: left.rows, columns: right.columns),
            found: c.shape)
    }
    gemm(
        a, transposeA ? CblasTrans : CblasNoTrans, b, transposeB ? CblasTrans : CblasNoTrans, into: &c,
        inner: left.columns, alpha: alpha, beta: beta)
}

private func checkFactors(_ left: Shape, _ right: Shape) throws(LinearAlgebraError) {
    guard right.rows == left.columns else {
        throw .shapeMismatch(
            operation: "right factor of a matrix product",
            expected: Shape(rows: left.columns, columns: right.columns), found: right)
    }
}

/// The call itself, shapes checked.
private func gemm(
    _ a: Matrix, _ transposeA: CBLAS_TRANSPOSE, _ b: Matrix, _ transposeB: CBLAS_TRANSPOSE, into c: inout Matrix,
    inner: Int, alpha: Double, beta: Double
) {
    c.makeUnique()
    // A leading dimension must be at least 1 even where there is nothing to read.
    cblas_dgemm(
        CblasColMajor, transposeA, transposeB, blasint(c.rows), blasint(c.columns), blasint(inner), alpha,
        a.storage.elements, blasint(max(a.rows, 1)), b.storage.elements, blasint(max(b.rows, 1)), beta,
        c.storage.elements, blasint(max(c.rows, 1)))
}
