import COpenBLAS

/// One eigenvalue of a real matrix; a complex one comes with its conjugate.
public struct Eigenvalue: Sendable, Equatable {
    /// Real part.
    public let real: Double
    /// Imaginary part; exactly 0 for a real eigenvalue.
    public let imaginary: Double

    /// Distance from zero.
    public var modulus: Double { (real * real + imaginary * imaginary).squareRoot() }

    /// Its parts, as documented on each.
    public init(real: Double, imaginary: Double) {
        self.real = real
        self.imaginary = imaginary
    }
}

/// All eigenvalues of a square matrix, largest modulus first. O(25 n³) by LAPACK `dgeev`.
///
/// - Throws: `shapeMismatch` when not square, `notFinite`, `noDominantEigenvalue` when LAPACK gives up.
public func eigenvalues(of matrix: Matrix) throws(LinearAlgebraError) -> [Eigenvalue] {
    let solution = try eigenproblem(matrix)
    return solution.values.sorted { $0.modulus > $1.modulus }
}

/// Largest modulus of the eigenvalues; 0 for a matrix of order 0.
///
/// O(25 n³); for a non-negative matrix of order above 300 by powers, O(n²) a
/// step, to 10⁻¹⁰ of it (`perronRoot`) where those settle.
///
/// - Throws: as `eigenvalues(of:)`.
public func spectralRadius(of matrix: Matrix) throws(LinearAlgebraError) -> Double {
    if matrix.rows > 300, matrix.isSquare, let root = perronRoot(of: matrix) { return root }
    return try eigenvalues(of: matrix).first?.modulus ?? 0
}

/// The real eigenvalue of largest modulus with its right eigenvector, scaled so
/// that its elements add up to 1 in absolute value and the largest is positive.
///
/// A non-negative matrix always has one, with a non-negative vector (Perron &
/// Frobenius). Where several share the modulus the largest real one is taken. O(25 n³).
///
/// - Throws: as `eigenvalues(of:)`; `noDominantEigenvalue` where the largest ones are complex.
public func dominantEigenpair(of matrix: Matrix) throws(LinearAlgebraError) -> (value: Double, vector: [Double]) {
    let (values, vectors) = try eigenproblem(matrix)
    let radius = values.map(\.modulus).max() ?? 0
    let candidates = values.indices.filter {
        values[$0].imaginary == 0 && values[$0].modulus >= radius * (1 - 1e-12)
    }
    guard let place = candidates.max(by: { values[$0].real < values[$1].real }) else {
        throw .noDominantEigenvalue(order: matrix.rows)
    }
    let vector = vectors.column(place)
    let largest = vector.max { abs($0) < abs($1) } ?? 1
    let scale = vector.reduce(0) { $0 + abs($1) } * (largest < 0 ? -1 : 1)
    return (values[place].real, vector.map { $0 / scale })
}

private func eigenproblem(
    _ matrix: Matrix
) throws(LinearAlgebraError) -> (values: [Eigenvalue], vectors: Matrix) {
    let n = matrix.rows
    guard matrix.isSquare else {
        throw .shapeMismatch(operation: "eigenvalues", expected: Shape(rows: n, columns: n), found: matrix.shape)
    }
    if let place = matrix.firstNonFinite() { throw .notFinite(row: place.row, column: place.column) }
    let vectors = Matrix(uninitializedRows: n, columns: n)
    guard n > 0 else { return ([], vectors) }
    var overwritten = matrix
    overwritten.makeUnique()
    var real = [Double](repeating: 0, count: n)
    var imaginary = real
    // 4 n is the minimum; more lets the reduction to Hessenberg form work in blocks.
    var work = [Double](repeating: 0, count: 34 * n)
    let info = copenblas_dgeev(
        blasint(n), overwritten.storage.elements, blasint(n), &real, &imaginary, vectors.storage.elements, &work,
        blasint(work.count))
    precondition(info >= 0, "dgeev: argument \(-info)")
    if info > 0 { throw .noDominantEigenvalue(order: n) }
    return (zip(real, imaginary).map { Eigenvalue(real: $0, imaginary: $1) }, vectors)
}
