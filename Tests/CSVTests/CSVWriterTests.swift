import CSV
import Testing

private func cell(_ text: String) -> String {
    var writer = CSVWriter(header: ["a", "b"])
    writer.append(text)
    writer.append("end")
    writer.endRow()
    return String(decoding: writer.bytes.dropFirst("a,b\r\n".utf8.count).dropLast(",end\r\n".utf8.count), as: UTF8.self)
}

private func cell(_ number: Double) -> String {
    var writer = CSVWriter(header: ["a"])
    writer.append(number)
    writer.endRow()
    return String(decoding: writer.bytes.dropFirst(3).dropLast(2), as: UTF8.self)
}

@Suite struct CSVWriterTests {
    @Test func rowsEndInCRLFAndMarkComesFirst() {
        var writer = CSVWriter(header: ["年", "x"], byteOrderMark: true)
        writer.append(2027)
        writer.append(-0.5)
        writer.endRow()
        writer.append(Int.min)
        writer.append(Double?.none)
        writer.endRow()
        #expect(writer.bytes == Array("\u{FEFF}年,x\r\n2027,-0.5\r\n-9223372036854775808,\r\n".utf8))
    }

    @Test(arguments: [
        ("plain text", "plain text"), ("产值，亿元", "产值，亿元"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
        ("two\nlines", "\"two\nlines\""), ("", ""), ("Output|Total", "Output|Total"), ("5% a year", "5% a year"),
    ])
    func textIsQuotedOnlyWhereNeeded(text: String, written: String) {
        #expect(cell(text) == written)
    }

    /// The characters listed by OWASP, "CSV Injection".
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
        ("\rx", "\"'\rx\""), ("  =1", "'  =1"), ("\"=1\"", "\"'\"\"=1\"\"\""), ("'=1", "''=1"), ("\n=1", "\"'\n=1\""),
        ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠1", "'＠1"), (" =A,B", "\"' =A,B\""),
        ("a=1", "a=1"), ("（=1）", "（=1）"), ("'quoted'", "'quoted'"),
    ])
    func textThatASpreadsheetWouldRunIsDefused(text: String, written: String) {
        #expect(cell(text) == written)
    }

    @Test(arguments: [
        (1, "1"), (-25_000, "-25000"), (0, "0"), (-0.0, "0"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"),
        (1e15, "1000000000000000"), (9_007_199_254_740_992, "9007199254740992"), (1e16, "1e+16"), (1e-5, "1e-05"),
        (1e300, "1e+300"), (.nan, "\"\""), (.infinity, "\"\""),
    ])
    func numbersAreShortest(number: Double, written: String) {
        #expect(cell(number) == written)
    }

    @Test func everyNumberReadsBackAsItself() throws {
        var writer = CSVWriter(header: ["x"])
        var numbers: [Double] = [.greatestFiniteMagnitude, .leastNonzeroMagnitude, 0.1 + 0.2, 123_456_789.123]
        var bits: UInt64 = 1
        while numbers.count < 20_000 {
            bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number = Double(bitPattern: bits)
            if number.isFinite { numbers.append(number) }
            numbers.append(Double(Int64(bitPattern: bits) >> 20) / 1000)
        }
        for number in numbers {
            writer.append(number)
            writer.endRow()
        }
        let file = try CSVFile(bytes: writer.bytes, path: "x")
        let read = try file.rows.map { try file.number(row: $0, column: 0) }
        #expect(read == numbers)
    }

    /// Short decimals take a way of their own, and give what the standard library does.
    @Test func numbersHaveTheDigitsOfTheStandardLibrary() {
        var bits: UInt64 = 7
        func next() -> UInt64 {
            bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return bits >> 11
        }
        var numbers: [Double] = [
            1e-4, 0.0001, 0.00011, 9e-5, 4.9e-5, 5e-5, 99_999_999_999.9999, 1e11, 123e9, 0x1p53, 0x1p54,
        ]
        for _ in 0..<20_000 {
            let digits = Int(next() % 100_000_000_000_000)
            for power in [1.0, 10, 100, 1000, 10_000, 100_000] { numbers.append(Double(digits % 10_000_019) / power) }
            numbers.append(Double(digits) / 10_000)
            numbers.append((Double(digits) / 10_000).nextUp)
            numbers.append(Double(next()) / 0x1p53)
        }
        for number in numbers.flatMap({ [$0, -$0] }) {
            var expected = number == 0 ? "0" : number.description
            if expected.hasSuffix(".0") { expected.removeLast(2) }
            let written = cell(number)
            if written != expected { Issue.record("\(number) is written \(written)") }
        }
    }

    @Test func textReadsBackAsItself() throws {
        let texts = ["", "a", "\"", "\"\"", ",", "\r\n", "x\"y,z\nw", " ", "亿元", "it's"]
        var writer = CSVWriter(header: ["only"])
        for text in texts {
            writer.append(text)
            writer.endRow()
        }
        let file = try CSVFile(bytes: writer.bytes, path: "x")
        // A cell that begins with a line end is plain; only a lone carriage return is defused.
        #expect(file.rows.map { $0[0] } == texts.map { $0 == "\r\n" ? "'\r\n" : $0 })
    }

    @Test(arguments: [["a"], ["", "x,y", "\"q\"", "=1+1", "亿元"]]) func cellsMadeBeforeAreTheSameCells(texts: [String]) {
        var (expected, writer) = (CSVWriter(header: texts + ["n"]), CSVWriter(header: texts + ["n"]))
        let cells = CSVWriter.TextCells(texts)
        for number in 1...2 {
            for text in texts { expected.append(text) }
            expected.append(number)
            expected.endRow()
            writer.append(cells)
            writer.append(number)
            writer.endRow()
        }
        #expect(writer.bytes == expected.bytes)
    }

    @Test func unfinishedRowIsAProgrammersMistake() async {
        await #expect(processExitsWith: .failure) {
            var writer = CSVWriter(header: ["a", "b"])
            writer.append(1)
            writer.endRow()
        }
    }
}
