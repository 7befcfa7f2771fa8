import LinearAlgebra

/// Values of several quantities for one block of members: one row per member,
/// one column per quantity, so that a quantity is contiguous over the members.
///
/// Members run fastest because everything that happens to a quantity (a draw,
/// an exponential, a histogram) happens to all members alike; the matrix
/// products take either layout at the same speed. Owned by one worker at a time.
public final class BlockColumns {
    public let rows: Int
    public let columns: Int
    private let storage: UnsafeMutablePointer<Double>

    /// Zeros.
    public convenience init(rows: Int, columns: Int) {
        self.init(uninitialisedRows: rows, columns: columns)
        storage.initialize(repeating: 0, count: max(rows * columns, 1))
    }

    /// A copy of one quantity.
    convenience init(column values: UnsafeBufferPointer<Double>) {
        self.init(uninitialisedRows: values.count, columns: 1)
        storage.initialize(from: values.baseAddress!, count: values.count)
    }

    private init(uninitialisedRows rows: Int, columns: Int) {
        precondition(rows > 0 && columns >= 0)
        self.rows = rows
        self.columns = columns
        let count = max(rows * columns, 1)
        let raw = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Double>.stride, alignment: 64)
        storage = raw.bindMemory(to: Double.self, capacity: count)
    }

    deinit { UnsafeMutableRawPointer(storage).deallocate() }

    /// One quantity, all members of the block.
    public func column(_ index: Int) -> UnsafeMutableBufferPointer<Double> {
        precondition(index >= 0 && index < columns, "column out of range")
        return UnsafeMutableBufferPointer(start: storage + index * rows, count: rows)
    }

    /// All values, column after column.
    public var values: UnsafeMutableBufferPointer<Double> {
        UnsafeMutableBufferPointer(start: storage, count: rows * columns)
    }

    var view: MatrixView { MatrixView(UnsafePointer(storage), rows: rows, columns: columns) }
    var mutableView: MutableMatrixView { MutableMatrixView(storage, rows: rows, columns: columns) }
}
