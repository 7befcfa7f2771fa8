import Dispatch
import Glibc
import Synchronization

extension CSVGrid {
    /// Some records that follow one another, read into numbers.
    public struct Band {
        /// Counted from 0.
        public let records: Range<Int>
        /// The cells, record by record; 0 where one is blank or holds text.
        public let values: UnsafeBufferPointer<Double>
    }

    /// Reads every cell as a number, except in columns that hold text.
    ///
    /// Large files are read on all cores. Memory: a band of records per core, about 1 MB of numbers and the bytes
    /// that they stand in, and the texts.
    ///
    /// - Parameters:
    ///   - textColumns: positions of the columns with text.
    ///   - body: called with every band once, in any order and from several threads at a time.
    /// - Returns: per text column, in the order given, the fields of all records.
    /// - Throws: `notANumber` with the first cell that is none, `changedWhileRead`.
    public func readFigures(
        textColumns: [Int], _ body: @Sendable (Band) -> Void
    ) throws(CSVError) -> [[String]] {
        let height = max(1, min(64, (1 << 17) / header.count))
        let bands = (count + height - 1) / height
        let workers = source.count < 1 << 18 ? 1 : min(bands, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        let progress = Mutex(Progress(bands: bands, texts: textColumns.map { _ in Array(repeating: "", count: count) }))
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            let reader = BandReader(grid: self, textColumns: textColumns, height: height)
            while let band = progress.withLock({ $0.take() }) {
                let records = band * height..<min((band + 1) * height, count)
                do throws(CSVError) {
                    let texts = try reader.read(records)
                    body(Band(records: records, values: reader.values(records.count)))
                    progress.withLock { $0.keep(texts, from: records.lowerBound) }
                } catch {
                    progress.withLock { $0.fail(error, in: band) }
                }
            }
        }
        let end = progress.withLock { $0 }
        if let (_, error) = end.failure { throw error }
        return end.texts
    }

    /// Hands out bands in order, and keeps the first error: bands before it are all read, so that it does not
    /// depend on the number of threads.
    private struct Progress: Sendable {
        let bands: Int
        var next = 0
        var texts: [[String]]
        var failure: (band: Int, error: CSVError)?

        init(bands: Int, texts: [[String]]) {
            self.bands = bands
            self.texts = texts
        }

        mutating func take() -> Int? {
            guard next < bands, failure == nil else { return nil }
            defer { next += 1 }
            return next
        }

        mutating func keep(_ found: [[String]], from record: Int) {
            for (column, fields) in found.enumerated() {
                for (index, field) in fields.enumerated() { texts[column][record + index] = field }
            }
        }

        mutating func fail(_ error: CSVError, in band: Int) {
            if failure.map({ band < $0.band }) ?? true { failure = (band, error) }
        }
    }
}

/// Reads bands of records one after the other into the same memory.
private final class BandReader {
    private let grid: CSVGrid
    private let textColumns: [Int]
    /// Per column, its place among those with text; −1 for figures.
    private let textPlaces: [Int]
    private let figures: UnsafeMutableBufferPointer<Double>
    private var bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)

    init(grid: CSVGrid, textColumns: [Int], height: Int) {
        self.grid = grid
        self.textColumns = textColumns
        var places = [Int](repeating: -1, count: grid.header.count)
        for (index, column) in textColumns.enumerated() { places[column] = index }
        textPlaces = places
        figures = .allocate(capacity: height * grid.header.count)
    }

    deinit {
        figures.deallocate()
        bytes.deallocate()
    }

    func values(_ records: Int) -> UnsafeBufferPointer<Double> {
        UnsafeBufferPointer(rebasing: figures[..<(records * grid.header.count)])
    }

    /// Fills `values`; the texts of the records by text column.
    func read(_ records: Range<Int>) throws(CSVError) -> [[String]] {
        let places = grid.places[records]
        guard let first = places.first, let last = places.last else { return [] }
        let length = last.bytes.upperBound - first.bytes.lowerBound
        if bytes.count < length {
            bytes.deallocate()
            bytes = .allocate(capacity: length + length / 8)
        }
        let part = UnsafeMutableBufferPointer(rebasing: bytes[..<length])
        guard grid.source.read(from: first.bytes.lowerBound, into: part), let base = part.baseAddress else {
            throw grid.changed(first)
        }
        var texts = textColumns.map { _ in [String]() }
        for (row, place) in places.enumerated() {
            let start = UnsafePointer(base) + (place.bytes.lowerBound - first.bytes.lowerBound)
            let values = UnsafeMutableBufferPointer(
                rebasing: figures[row * textPlaces.count..<(row + 1) * textPlaces.count])
            try read(FieldCursor(start, start + place.bytes.count), of: place, into: values, &texts)
        }
        return texts
    }

    private func read(
        _ record: FieldCursor, of place: RecordPlace, into values: UnsafeMutableBufferPointer<Double>,
        _ texts: inout [[String]]
    ) throws(CSVError) {
        var cells = record
        try textPlaces.withUnsafeBufferPointer { (textPlaces) throws(CSVError) in
            for column in 0..<textPlaces.count {
                var value = 0.0
                if textPlaces[column] >= 0 {
                    texts[textPlaces[column]].append(cells.text())
                } else if !cells.isAtSeparator {
                    value = if let number = cells.number() { number } else { try otherFigure(&cells, column, place) }
                }
                values[column] = value
                // The index has counted the fields: what is none now was written since.
                guard cells.isAtEnd == (column == textPlaces.count - 1) else {
                    throw grid.changed(place)
                }
                cells.passSeparator()
            }
        }
    }

    /// A cell that is no bare number: quoted, blank, with spaces around it, or an error.
    private func otherFigure(
        _ cells: inout FieldCursor, _ column: Int, _ place: RecordPlace
    ) throws(CSVError) -> Double {
        let text = cells.text()
        switch parseDecimal(text) {
        case .blank: return 0
        case .number(let value): return value
        case .malformed:
            throw .notANumber(path: grid.path, line: place.line, column: grid.header[column], value: text)
        }
    }
}
