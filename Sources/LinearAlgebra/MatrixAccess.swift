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

    /// The matrix with every column replaced, in its own storage where no other value shares it.
    ///
    /// For matrices of which there is no room for two: passed on as `consume m`, one is enough. One pass.
    ///
    /// - Parameter body: writes column `j` of the result from the old one; both may be the same memory.
    public consuming func replacingColumns(
        _ body: (_ j: Int, _ old: UnsafePointer<Double>, _ new: UnsafeMutablePointer<Double>) -> Void
    ) -> Matrix {
        if isKnownUniquelyReferenced(&storage) {
            for j in 0..<columns { body(j, storage.elements + j * rows, storage.elements + j * rows) }
            return self
        }
        let result = Matrix(uninitializedRows: rows, columns: columns)
        for j in 0..<columns { body(j, storage.elements + j * rows, result.storage.elements + j * rows) }
        return result
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
        addRows(to: &sums)
        return sums
    }

    /// Adds the elements of each row to `sums`, one by one in the order of the columns.
    ///
    /// - Precondition: one sum per row.
    public func addRows(to sums: inout [Double], absolute: Bool = false) {
        precondition(sums.count == rows, "one sum per row expected")
        sums.withUnsafeMutableBufferPointer { sums in
            for j in 0..<columns {
                let column = storage.elements + j * rows
                if absolute {
                    for i in 0..<rows { sums[i] += abs(column[i]) }
                } else {
                    for i in 0..<rows { sums[i] += column[i] }
                }
            }
        }
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
    public func firstNonFinite() -> (row: Int, column: Int)? {
        for j in 0..<columns where !absoluteSum(ofColumn: j).isFinite {
            for i in 0..<rows where !storage.elements[i + j * rows].isFinite { return (i, j) }
        }
        return nil
    }

    /// ‖M‖₁, the largest sum of absolute values of a column; not finite where an element is not.
    func columnNorm() -> Double {
        var norm = 0.0
        for j in 0..<columns {
            let sum = absoluteSum(ofColumn: j)
            if !(sum <= norm) { norm = sum }
            if norm.isNaN { break }
        }
        return norm
    }

    /// In eight sums, which the processor adds up side by side.
    private func absoluteSum(ofColumn j: Int) -> Double {
        let column = UnsafeRawPointer(storage.elements + j * rows)
        var sums = SIMD8<Double>(repeating: 0)
        var i = 0
        while i + 8 <= rows {
            let bits = (column + 8 * i).loadUnaligned(as: SIMD8<UInt64>.self) & 0x7FFF_FFFF_FFFF_FFFF
            sums += unsafeBitCast(bits, to: SIMD8<Double>.self)
            i += 8
        }
        var sum = sums.sum()
        while i < rows {
            sum += abs(storage.elements[i + j * rows])
            i += 1
        }
        return sum
    }
}
