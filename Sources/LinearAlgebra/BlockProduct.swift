import CKernels
import COpenBLAS

/// Column-major values that belong to somebody else, to be read.
///
/// For storage that is not a `Matrix`: the owner must outlive every use.
public struct MatrixView {
    let elements: UnsafePointer<Double>
    public let rows: Int
    public let columns: Int

    /// - Precondition: `elements` holds rows × columns values, column after column.
    public init(_ elements: UnsafePointer<Double>, rows: Int, columns: Int) {
        precondition(rows >= 0 && columns >= 0)
        self.elements = elements
        self.rows = rows
        self.columns = columns
    }
}

/// Column-major values that belong to somebody else, to be written.
public struct MutableMatrixView {
    let elements: UnsafeMutablePointer<Double>
    public let rows: Int
    public let columns: Int

    /// - Precondition: `elements` holds rows × columns values, column after column.
    public init(_ elements: UnsafeMutablePointer<Double>, rows: Int, columns: Int) {
        precondition(rows >= 0 && columns >= 0)
        self.elements = elements
        self.rows = rows
        self.columns = columns
    }
}

/// Most elements of a factor that is multiplied in tiles: what stays in a core's second-level cache beside the block,
/// half a megabyte; half as much with AVX2, whose processors often have no more than that (below it there are no tiles).
///
/// Beyond that OpenBLAS is faster, unless it runs on narrower units than the processor has (`OPENBLAS_CORETYPE`, or a
/// build that does not know the processor): then tiles are up to what stays in the third-level cache, 16 MB.
private let largestTiledFactor: Int = {
    guard Int(ckernels_level()) == CKERNELS_AVX512 else { return 1 << 15 }
    return BLASKernels.wideNames.contains(BLASKernels.name) ? 1 << 16 : 1 << 21
}()

/// C := A · op(B) for a block A of members, no allocation: where B is small, in tiles that fit the processor's registers
/// (without the packing of B, which costs more than it brings there), else one `dgemm`.
///
/// The shapes are the caller's to know, so a mismatch is a programmer's mistake
/// and stops the program. `a` and `c` must not overlap. O(m · n · k).
///
/// - Precondition: the shapes fit.
public func multiply(_ a: MatrixView, _ b: Matrix, transposed: Bool = false, into c: MutableMatrixView) {
    let inner = transposed ? b.columns : b.rows
    let width = transposed ? b.rows : b.columns
    precondition(a.columns == inner && c.rows == a.rows && c.columns == width, "shapes of a block product do not fit")
    guard a.rows > 0, width > 0 else { return }
    b.withUnsafeBuffer { factor in
        let (columnStep, innerStep) = transposed ? (1, b.rows) : (b.rows, 1)
        if inner > 0, inner * width <= largestTiledFactor,
            ckernels_block_product(
                a.elements, factor.baseAddress, c.elements, a.rows, width, inner, columnStep, innerStep) != 0
        {
            return
        }
        cblas_dgemm(
            CblasColMajor, CblasNoTrans, transposed ? CblasTrans : CblasNoTrans, blasint(a.rows), blasint(width),
            blasint(inner), 1, a.elements, blasint(max(a.rows, 1)), factor.baseAddress, blasint(max(b.rows, 1)), 0,
            c.elements, blasint(max(c.rows, 1)))
    }
}
