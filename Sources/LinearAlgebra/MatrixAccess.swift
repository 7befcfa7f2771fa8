// Whole-column and whole-buffer access: what loops over many elements use.

extension Matrix {
    /// Calls `body` with all elements in column-major order.
    @inlinable public func withUnsafeBuffer<R, E: Error>(
        _ body: (UnsafeBufferPointer<Double>) throws(E) -> R
    ) throws(E) -> R {
        try body(UnsafeBufferPointer(start: storage.elements, count: count))
    }

    /// Calls `body` with all elements in column-major order, for writing.
    ///
    /// Costs a copy when the storage is shared. Read `rows` and `columns`
    /// before the call: inside, the matrix is exclusively held.
    @inlinable public mutating func withUnsafeMutableBuffer<R, E: Error>(
        _ body: (UnsafeMutableBufferPointer<Double>) throws(E) -> R
    ) throws(E) -> R {
        makeUnique()
        return try body(UnsafeMutableBufferPointer(start: storage.elements, count: count))
    }

    /// Calls `body` with column `j`.
    ///
    /// - Precondition: `j` is a column of the matrix.
    @inlinable public func withColumn<R, E: Error>(_ j: Int, _ body: (Span<Double>) throws(E) -> R) throws(E) -> R {
        precondition(j >= 0 && j < columns, "matrix column out of range")
        return try body(UnsafeBufferPointer(start: storage.elements + j * rows, count: rows).span)
    }

    /// Calls `body` with column `j`, for writing.
    ///
    /// - Precondition: `j` is a column of the matrix.
    @inlinable public mutating func withMutableColumn<R, E: Error>(
        _ j: Int, _ body: (inout MutableSpan<Double>) throws(E) -> R
    ) throws(E) -> R {
        precondition(j >= 0 && j < columns, "matrix column out of range")
        makeUnique()
        var column = UnsafeMutableBufferPointer(start: storage.elements + j * rows, count: rows).mutableSpan
        return try body(&column)
    }

    /// Column `j` as an array of length `rows`.
    public func column(_ j: Int) -> [Double] {
        precondition(j >= 0 && j < columns, "matrix column out of range")
        return Array(UnsafeBufferPointer(start: storage.elements + j * rows, count: rows))
    }

    /// Row `i` as an array of length `columns`.
    public func row(_ i: Int) -> [Double] {
        precondition(i >= 0 && i < rows, "matrix row out of range")
        return (0..<columns).map { storage.elements[i + $0 * rows] }
    }

    /// The matrix with rows and columns exchanged. O(rows · columns).
    public func transposed() -> Matrix {
        let result = Matrix(uninitializedRows: columns, columns: rows)
        for j in 0..<columns {
            for i in 0..<rows { result.storage.elements[j + i * columns] = storage.elements[i + j * rows] }
        }
        return result
    }

    /// Sum of each row, length `rows`.
    public func rowSums() -> [Double] {
        var sums = [Double](repeating: 0, count: rows)
        for j in 0..<columns {
            for i in 0..<rows { sums[i] += storage.elements[i + j * rows] }
        }
        return sums
    }

    /// Sum of each column, length `columns`.
    public func columnSums() -> [Double] {
        (0..<columns).map { j in
            var sum = 0.0
            for i in 0..<rows { sum += storage.elements[i + j * rows] }
            return sum
        }
    }

    /// Row i times `factors[i]`: diag(factors) · M.
    ///
    /// - Precondition: one factor per row.
    public func scaledRows(by factors: [Double]) -> Matrix {
        precondition(factors.count == rows, "one factor per row expected")
        let result = Matrix(uninitializedRows: rows, columns: columns)
        for j in 0..<columns {
            for i in 0..<rows { result.storage.elements[i + j * rows] = factors[i] * storage.elements[i + j * rows] }
        }
        return result
    }

    /// Column j times `factors[j]`: M · diag(factors).
    ///
    /// - Precondition: one factor per column.
    public func scaledColumns(by factors: [Double]) -> Matrix {
        precondition(factors.count == columns, "one factor per column expected")
        let result = Matrix(uninitializedRows: rows, columns: columns)
        for j in 0..<columns {
            for i in 0..<rows { result.storage.elements[i + j * rows] = factors[j] * storage.elements[i + j * rows] }
        }
        return result
    }

    /// Row and column of the first element, in column-major order, that is NaN or infinite.
    func firstNonFinite() -> (row: Int, column: Int)? {
        for j in 0..<columns {
            for i in 0..<rows where !storage.elements[i + j * rows].isFinite { return (i, j) }
        }
        return nil
    }
}
