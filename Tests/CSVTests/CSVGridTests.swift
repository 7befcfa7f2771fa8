import CSV
import Testing

/// The grid reads what the file reads: same header, lines and errors, and the numbers of its cells.
@Suite struct CSVGridTests {
    private func grid(_ text: String) throws(CSVError) -> CSVGrid {
        try CSVGrid(ByteSource(Array(text.utf8)), path: "t.csv")
    }

    private func figures(_ grid: CSVGrid, texts: [Int]) throws -> (values: [[Double]], texts: [[String]]) {
        let rows = Rows(count: grid.count)
        let width = grid.header.count
        let found = try grid.readFigures(textColumns: texts) { band in
            for (row, record) in band.records.enumerated() {
                rows.values[record] = Array(band.values[row * width..<(row + 1) * width])
            }
        }
        return (Array(rows.values), found)
    }

    /// `@unchecked Sendable`: each band writes its own elements.
    private final class Rows: @unchecked Sendable {
        let values: UnsafeMutableBufferPointer<[Double]>
        init(count: Int) {
            values = .allocate(capacity: count)
            values.initialize(repeating: [])
        }
        deinit {
            values.deinitialize()
            values.deallocate()
        }
    }

    private static let oddities = [
        "a,b\n1,2\n", "a,b\r\n1,2\r\n\r\n3,4", "\u{FEFF}a,b\n1,\n,2\n", "a,b\r1,2\r\r3,4\r", "a,b\n\"1\",\" 2 \"\n",
        "\"a\",\"b,\"\"c\"\"\"\n\" 1\",2e3\n", "名,b\n1,2\n", "a,\"b\nc\"\n\"\",\"\"\n5,6\n",
    ]

    @Test(arguments: oddities)
    func cellsLinesAndNumbersAreThoseOfTheFile(text: String) throws {
        let file = try CSVFile(bytes: Array(text.utf8), path: "t.csv")
        let grid = try grid(text)
        #expect(grid.header == file.header && grid.headerLine == file.headerLine)
        #expect((0..<grid.count).map { grid.line(of: $0) } == file.rows.map(\.line))
        for column in file.header.indices {
            #expect(try grid.texts(of: column) == file.rows.map { $0[column] })
        }
        let numbers = try file.rows.map { row in
            try file.header.indices.map { try file.number(row: row, column: $0) ?? 0 }
        }
        #expect(try figures(grid, texts: []).values == numbers)
        #expect(try figures(grid, texts: [1]).texts == [file.rows.map { $0[1] }])
    }

    @Test(arguments: [
        "", "\n\r\n", "a,b\n1\n", "a,b\n1,2,3\n", "a,b\n\"1\n\",2\n\"3\n\"\n", "a,b\n1,2\n3,\"4\n5,6\n", "a,b\n1,2\"\n",
        "a,b\n1,\"2\"3\n", "a,b\n1, \"2\"\n", "a,b,a\n1\n", "a, ,c\n", "a;b\n1;2,5\n", "a\tb\n",
    ])
    func errorsAreThoseOfTheFile(text: String) {
        let expected = #expect(throws: CSVError.self) { try CSVFile(bytes: Array(text.utf8), path: "t.csv") }
        let found = #expect(throws: CSVError.self) { try grid(text) }
        #expect(found == expected)
    }

    @Test(arguments: [[0xB2, 0xFA, 0x0A], [0xC3], [0xE4, 0xBA]])
    func invalidUTF8NamesByteAndLine(tail: [UInt8]) {
        let bytes = Array("a,b\r\n1,2\r\n3,".utf8) + tail
        #expect(throws: CSVError(path: "t.csv", line: 3, kind: .notUTF8(byteOffset: 12))) {
            try CSVGrid(ByteSource(bytes), path: "t.csv")
        }
    }

    @Test(arguments: ["x", "1 2", "1.2.3", "1e", "nan", "0x1", "１", "1,,000"])
    func theFirstCellThatIsNoNumberIsNamed(cell: String) throws {
        let quoted = cell.contains(",") ? "\"1,000\"" : cell
        let grid = try grid("id,value\na,1\nb,\(quoted)\nc,?\n")
        let value = quoted.filter { $0 != "\"" }
        #expect(throws: CSVError(path: "t.csv", line: 3, kind: .notANumber(column: "value", value: value))) {
            try grid.readFigures(textColumns: [0]) { _ in }
        }
    }

    /// Several chunks of bytes, bands and threads; lines of three bytes a character that straddle the chunks.
    @Test func largeFilesAreReadWhole() throws {
        let (rows, columns) = (3_000, 90)
        var text = "row," + (0..<columns).map { "c\($0)" }.joined(separator: ",") + ",名\r\n"
        for row in 0..<rows {
            text += "r\(row)"
            for column in 0..<columns { text += ",\(Double(row * columns + column) / 8)" }
            text += row % 7 == 0 ? ",\"产业，第\(row)\"\r\n" : ",产业\(row)\r\n"
        }
        let grid = try grid(text)
        #expect(grid.count == rows)
        #expect(try grid.texts(of: 0) == (0..<rows).map { "r\($0)" })
        let (values, texts) = try figures(grid, texts: [columns + 1, 0])
        #expect(texts[0] == (0..<rows).map { $0 % 7 == 0 ? "产业，第\($0)" : "产业\($0)" })
        #expect(texts[1].last == "r\(rows - 1)")
        for row in 0..<rows where values[row] != [0] + (0..<columns).map({ Double(row * columns + $0) / 8 }) + [0] {
            Issue.record("row \(row) differs")
        }
    }

    @Test func theFirstOfSeveralErrorsIsTheSameForAnyThreads() throws {
        var lines = (0..<20_000).map { "r\($0),\($0),\($0)" }
        for line in [15_000, 9_999, 19_000] { lines[line] = "r\(line),1,bad" }
        let grid = try grid("row,a,b\n" + lines.joined(separator: "\n"))
        #expect(throws: CSVError(path: "t.csv", line: 10_001, kind: .notANumber(column: "b", value: "bad"))) {
            try grid.readFigures(textColumns: [0]) { _ in }
        }
    }

    /// A file that another program writes to between the two passes is refused, not misread.
    @Test(arguments: ["row,a\nx,12\n", "row,a\nx,1,\n", "row,a\nx123\n"])
    func fileThatChangesIsRefused(later: String) throws {
        let source = ChangingBytes(first: Array("row,a\nx,99\n".utf8), later: Array(later.utf8))
        let grid = try CSVGrid(
            ByteSource(count: 11) { source.read($0, into: $1) }, path: "t.csv")
        source.hasChanged = true
        if later.contains(",12") {
            #expect(throws: Never.self) { try grid.readFigures(textColumns: [0]) { _ in } }
        } else {
            #expect(throws: CSVError(path: "t.csv", line: 2, kind: .changedWhileRead)) {
                try grid.readFigures(textColumns: [0]) { _ in }
            }
        }
    }

    /// `@unchecked Sendable`: used from one thread at a time.
    private final class ChangingBytes: @unchecked Sendable {
        let first: [UInt8]
        let later: [UInt8]
        var hasChanged = false
        init(first: [UInt8], later: [UInt8]) { (self.first, self.later) = (first, later) }
        func read(_ offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
            let bytes = hasChanged ? later : first
            let count = max(0, min(buffer.count, bytes.count - offset))
            for index in 0..<count { buffer[index] = bytes[offset + index] }
            return count
        }
    }
}
