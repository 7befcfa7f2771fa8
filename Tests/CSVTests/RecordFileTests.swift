import CSV
import Testing

@Suite struct RecordFileTests {
    @Test func recordsMayDifferInLengthAndKeepTheirLines() throws {
        let file = try RecordFile(bytes: Array("title\n\na;\"b;c\"\nd\n".utf8), path: "f", separator: .semicolon)
        #expect(file.rows.map(\.line) == [1, 3, 4])
        #expect(file.rows.map(\.fields) == [["title"], ["a", "b;c"], ["d"]])
    }

    @Test(arguments: [
        ("1.234,5", 1234.5), ("-1.234.567,25", -1_234_567.25), ("12", 12), ("1,5e3", 1500),
    ])
    func numbersOfAnotherNotation(text: String, value: Double) throws {
        let row = try record(text)
        let notation = RecordFile.Notation(decimalMark: ",", groupMark: ".")
        #expect(try RecordFile.number(row, 0, name: "c", path: "f", notation: notation) == value)
    }

    @Test(arguments: ["10.5", "3.0", "3..0", "3.000.", ".500", "30,0.0", "1.23.456", "1234.567"])
    func aMarkBetweenThousandsStandsBeforeThreeDigits(text: String) throws {
        let row = try record(text)
        let notation = RecordFile.Notation(decimalMark: ",", groupMark: ".")
        let error = #expect(throws: CSVError.self) {
            try RecordFile.number(row, 0, name: "c", path: "f", notation: notation)
        }
        #expect(error?.description.contains("\"\(text)\" in column \"c\" is not a number") == true)
    }

    @Test func aPointIsNoDecimalMarkWhereTheCommaIs() throws {
        let row = try record("1.5")
        let error = #expect(throws: CSVError.self) {
            try RecordFile.number(row, 0, name: "c", path: "f", notation: RecordFile.Notation(decimalMark: ","))
        }
        #expect(
            error?.description
                == "f:1: \"1.5\" in column \"c\" is not a number; expected digits with a decimal point, as in 1234.5")
    }

    @Test func cellsBeyondTheEndAreEmpty() throws {
        let row = try record("1")
        #expect(try RecordFile.number(row, 3, name: "c", path: "f") == nil)
    }

    private func record(_ text: String) throws -> CSVFile.Row {
        try RecordFile(bytes: Array(text.utf8), path: "f", separator: .tab).rows[0]
    }
}
