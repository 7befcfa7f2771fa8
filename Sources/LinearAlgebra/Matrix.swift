import Glibc

/// A dense matrix of doubles, column-major, in one 64-byte aligned block.
///
/// A value type: copies share their storage until one of them is written
/// (copy-on-write). Element (i, j) stands at `i + j * rows`, so a column is
/// contiguous and a loop over elements should run down the columns.
///
/// The subscript checks its indices and, when writing, the uniqueness of the
/// storage at every element: right for set-up, 20 times too slow for kernels.
/// Those take a whole column or the whole buffer through the `with…` closures.
public struct Matrix: Sendable {
    /// Number of rows, 0 or more.
    public let rows: Int
    /// Number of columns, 0 or more.
    public let columns: Int
    @usableFromInline var storage: MatrixStorage

    /// A matrix with every element equal to `value`. O(rows · columns).
    ///
    /// - Precondition: both dimensions are 0 or more and fit in 32 bits, the
    ///   integers that BLAS counts with.
    public init(rows: Int, columns: Int, repeating value: Double = 0) {
        self.init(uninitializedRows: rows, columns: columns)
        storage.elements.initialize(repeating: value, count: rows * columns)
    }

    /// A matrix from its rows, e.g. `[[1, 2], [3, 4]]`; `[]` is 0 x 0.
    ///
    /// - Precondition: all rows have the same length.
    public init(rowMajor: [[Double]]) {
        let columns = rowMajor.first?.count ?? 0
        precondition(rowMajor.allSatisfy { $0.count == columns }, "rows of different lengths")
        self.init(uninitializedRows: rowMajor.count, columns: columns)
        for (i, row) in rowMajor.enumerated() {
            for (j, value) in row.enumerated() { storage.elements[i + j * rows] = value }
        }
    }

    /// A matrix whose elements `initialize` writes, all of them, in column-major order: for matrices too large to be
    /// filled twice.
    ///
    /// - Precondition: as for `init(rows:columns:repeating:)`.
    public init<E: Error>(
        unsafeUninitializedRows rows: Int, columns: Int,
        initializingWith initialize: (UnsafeMutableBufferPointer<Double>) throws(E) -> Void
    ) throws(E) {
        self.init(uninitializedRows: rows, columns: columns)
        try initialize(UnsafeMutableBufferPointer(start: storage.elements, count: count))
    }

    /// Storage without values, for initialisers of this module that fill all of it.
    init(uninitializedRows rows: Int, columns: Int) {
        precondition(rows >= 0 && columns >= 0, "negative dimension")
        precondition(rows <= Int(Int32.max) && columns <= Int(Int32.max), "dimension beyond 32 bits")
        self.rows = rows
        self.columns = columns
        storage = MatrixStorage(count: rows * columns)
    }

    /// The identity matrix of order `n`.
    public static func identity(_ n: Int) -> Matrix { diagonal([Double](repeating: 1, count: n)) }

    /// The square matrix with `values` on its diagonal and 0 elsewhere.
    public static func diagonal(_ values: [Double]) -> Matrix {
        let result = Matrix(rows: values.count, columns: values.count)
        for (i, value) in values.enumerated() { result.storage.elements[i + i * values.count] = value }
        return result
    }

    /// Number of elements.
    @inlinable public var count: Int { rows * columns }

    /// Whether the matrix has as many rows as columns.
    @inlinable public var isSquare: Bool { rows == columns }

    /// Element in row `i` and column `j`, both from 0.
    ///
    /// - Precondition: the indices are inside the matrix.
    @inlinable public subscript(i: Int, j: Int) -> Double {
        get {
            precondition(i >= 0 && i < rows && j >= 0 && j < columns, "matrix index out of range")
            return storage.elements[i + j * rows]
        }
        set {
            precondition(i >= 0 && i < rows && j >= 0 && j < columns, "matrix index out of range")
            makeUnique()
            storage.elements[i + j * rows] = newValue
        }
    }

    /// Gives this value its own storage if it shares it. O(1) when it does not.
    @inlinable mutating func makeUnique() {
        if !isKnownUniquelyReferenced(&storage) { storage = storage.copy() }
    }
}

extension Matrix: Equatable {
    /// Same shape and equal elements; as for doubles, NaN equals nothing.
    public static func == (a: Matrix, b: Matrix) -> Bool {
        guard a.rows == b.rows && a.columns == b.columns else { return false }
        return (0..<a.count).allSatisfy { a.storage.elements[$0] == b.storage.elements[$0] }
    }
}

extension Matrix: CustomStringConvertible {
    /// The elements row by row, as in `[[1.0, 2.0], [3.0, 4.0]]`.
    public var description: String { "\((0..<rows).map { row($0) })" }
}

/// The block of memory behind a matrix.
///
/// `@unchecked Sendable`: written only by the one `Matrix` that owns it alone.
@usableFromInline final class MatrixStorage: @unchecked Sendable {
    @usableFromInline let elements: UnsafeMutablePointer<Double>
    @usableFromInline let count: Int

    init(count: Int) {
        // Also the widest vector register of current processors.
        let cacheLine = 64
        // Large matrices ask for large pages: fewer faults when they are filled, fewer misses when columns are far
        // apart. Measured at 10,000 x 10,000.
        let largePage = 2 << 20
        let bytes = max(count, 1) * MemoryLayout<Double>.stride
        let isLarge = bytes >= 4 * largePage
        let block = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: isLarge ? largePage : cacheLine)
        if isLarge { madvise(block, bytes, Int32(MADV_HUGEPAGE)) }
        elements = block.bindMemory(to: Double.self, capacity: max(count, 1))
        self.count = count
    }

    @usableFromInline func copy() -> MatrixStorage {
        let result = MatrixStorage(count: count)
        result.elements.initialize(from: elements, count: count)
        return result
    }

    deinit { UnsafeMutableRawPointer(elements).deallocate() }
}
