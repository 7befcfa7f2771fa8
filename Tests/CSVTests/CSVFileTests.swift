import CSV
import Testing

private func parse(_ text: String) throws -> CSVFile {
    try CSVFile(bytes: Array(text.utf8), path: "seeds/units.csv")
}

private func failure(of text: String) -> CSVError? {
    do {
        _ = try parse(text)
        return nil
    } catch {
        return error as? CSVError
    }
}

@Suite struct CSVFileTests {
    @Test func plainFieldsKeepTheirSpacesAndLines() throws {
        let file = try parse("id,name\n1, a b \n2,\n")
        #expect(file.header == ["id", "name"])
        #expect(file.rows.map(\.fields) == [["1", " a b "], ["2", ""]])
        #expect(file.rows.map(\.line) == [2, 3])
        #expect(file.rows[0][1] == " a b ")
    }

    @Test func quotedFieldsHoldCommasNewlinesAndDoubledQuotes() throws {
        let file = try parse("a,b\n\"x,\"\"y\"\"\nz\",\"\"\n3,\"\"\"\"\n")
        #expect(file.rows.map(\.fields) == [["x,\"y\"\nz", ""], ["3", "\""]])
        #expect(file.rows.map(\.line) == [2, 4])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func everyLineEndGivesTheSameRowsAndLines(lineEnd: String) throws {
        let lines = ["a,b", "", "1,\"2\"", "", "3,4"]
        for end in ["", lineEnd] {
            let file = try parse(lines.joined(separator: lineEnd) + end)
            #expect(file.rows.map(\.fields) == [["1", "2"], ["3", "4"]])
            #expect(file.rows.map(\.line) == [3, 5])
        }
    }

    @Test func byteOrderMarkIsNotPartOfTheFirstName() throws {
        #expect(try parse("\u{FEFF}产值,b\n1,2\n").column("产值") == 0)
    }

    @Test func headerAloneIsAFileWithoutRows() throws {
        #expect(try parse("a,b").rows.isEmpty)
    }

    @Test(arguments: ["", "\u{FEFF}", "\n\r\n"])
    func fileWithoutHeaderIsEmpty(text: String) {
        #expect(failure(of: text)?.kind == .emptyFile)
    }

    @Test func invalidUTF8NamesByteAndLine() {
        // "产" in GBK.
        let bytes = Array("a,b\r\n1,".utf8) + [0xB2, 0xFA] + Array("\n".utf8)
        #expect(throws: CSVError(path: "x.csv", line: 2, kind: .notUTF8(byteOffset: 7))) {
            try CSVFile(bytes: bytes, path: "x.csv")
        }
        #expect(throws: CSVError(path: "x.csv", line: 2, kind: .notUTF8(byteOffset: 2))) {
            try CSVFile(bytes: [0x61, 0x0D, 0xC3], path: "x.csv")
        }
    }

    @Test func wrongFieldCountNamesTheLineTheRecordStartsOn() {
        let error = failure(of: "a,b\n\"1\n\",2\n\"3\n\"\n")
        #expect(error == CSVError(path: "seeds/units.csv", line: 4, kind: .wrongFieldCount(found: 1, expected: 2)))
        #expect(error?.description == "seeds/units.csv:4: found 1 field, expected 2 as in the header")
        #expect(failure(of: "a,b\n1,2,\n")?.kind == .wrongFieldCount(found: 3, expected: 2))
    }

    @Test func unterminatedQuoteNamesTheLineItOpensOn() {
        #expect(
            failure(of: "a,b\n1,2\n3,\"4\n5,6\n")
                == CSVError(path: "seeds/units.csv", line: 3, kind: .unterminatedQuote))
    }

    @Test(arguments: ["a,b\n1,2\"\n", "a,b\n1,\"2\"3\n", "a,b\n1, \"2\"\n"])
    func quoteOutOfPlaceIsAnError(text: String) {
        #expect(failure(of: text) == CSVError(path: "seeds/units.csv", line: 2, kind: .strayQuote(field: 2)))
    }

    @Test(arguments: [
        "a,b\n1,\u{7}2\n", "a,b\n1,\"2\u{1B}[31m\"\n", "a,b\n1,\u{7F}\n", "a,b\n1,\u{9B}31m\n", "a,b\n1,\0\n",
    ])
    func controlCharacterIsAnError(text: String) {
        let code = text.unicodeScalars.first { $0.properties.generalCategory == .control && $0 != "\n" }?.value ?? 0
        let expected = CSVError(path: "seeds/units.csv", line: 2, kind: .controlCharacter(field: 2, code: code))
        #expect(failure(of: text) == expected)
        #expect(throws: expected) {
            try CSVGrid(ByteSource(Array(text.utf8)), path: "seeds/units.csv").texts(of: 1)
        }
    }

    @Test func tabsLineEndsAndLettersOfLatin1AreText() throws {
        #expect(try parse("a,b\n\"1\t2\r\n\",é ²\n").rows[0].fields == ["1\t2\r\n", "é ²"])
    }

    @Test func headerNamesAreUniqueAndNotEmpty() {
        #expect(failure(of: "\na,b,a\n")?.kind == .duplicateColumn(name: "a"))
        #expect(failure(of: "\na,b,a\n")?.line == 2)
        #expect(failure(of: "a, ,c\n")?.kind == .unnamedColumn(field: 2))
    }

    @Test func otherSeparatorsThanCommasAreNamed() throws {
        #expect(failure(of: "region;year;value\nhunan;2024;1,5\n")?.kind == .otherSeparator(.semicolon))
        #expect(failure(of: "region\tyear\n")?.kind == .otherSeparator(.tab))
        #expect(
            failure(of: "a;b\n")?.description.hasSuffix(
                "the columns are separated by semicolons; save the file with commas (and decimal points)") == true)
        #expect(try parse("a;b,c\n").header == ["a;b", "c"])
    }

    @Test(arguments: [("Output", "output"), ("out put", "output"), ("yaer", "year"), ("quality", nil), ("x", nil)])
    func missingColumnSuggestsTheNearestName(asked: String, nearest: String?) throws {
        let file = try parse("year,output\n")
        #expect(try file.requiredColumn("output") == 1)
        #expect(
            throws: CSVError(path: "seeds/units.csv", line: 1, kind: .missingColumn(name: asked, nearest: nearest))
        ) { try file.requiredColumn(asked) }
    }
}

@Suite struct CSVNumberTests {
    private func number(_ text: String) throws -> Double? {
        let file = try parse("id,value\n1,\"\(text)\"\n")
        return try file.number(row: file.rows[0], column: 1)
    }

    @Test(arguments: [
        ("0", 0), ("-12.5", -12.5), ("+3", 3), (".5", 0.5), ("5.", 5), (" 7\t", 7), ("1e3", 1000), ("2.5E-1", 0.25),
        ("0.1", 0.1), ("123456789012345", 123_456_789_012_345), ("9007199254740993", 9_007_199_254_740_992),
        ("0.1234567890123456789", 0.1234567890123456789), ("179769313486231570e291", 1.7976931348623157e308),
        ("0.000000000000000000000001", 1e-24), ("1234.5678", 1234.5678), ("1e-400", 0),
    ])
    func decimalNumbersAreReadCorrectlyRounded(text: String, value: Double) throws {
        #expect(try number(text) == value)
    }

    @Test(arguments: ["", " ", "\t"])
    func blankCellHasNoNumber(text: String) throws {
        #expect(try number(text) == nil)
    }

    @Test(arguments: [
        "1,000", "nan", "inf", "-inf", "0x10", "1e", "e5", ".", "-", "1.2.3", "1 000", "5%", "１", "1e999", "1_000",
    ])
    func anythingElseIsAnErrorThatNamesTheCell(text: String) {
        #expect(throws: CSVError.notANumber(path: "seeds/units.csv", line: 2, column: "value", value: text)) {
            try number(text)
        }
    }
}
