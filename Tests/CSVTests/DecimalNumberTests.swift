import CSV
import Glibc
import Testing

/// Every number is the one nearest to what is written, ties to even: that of `strtod`, which works with as many digits
/// as there are.
@Suite struct DecimalNumberTests {
    /// Reads the texts as the one column of figures of a file, and compares bit by bit.
    private func differences(_ texts: [String]) throws -> [String] {
        let file = "id,value\n" + texts.map { "x,\($0)\n" }.joined()
        let grid = try CSVGrid(ByteSource(Array(file.utf8)), path: "x")
        let read = Values(count: texts.count)
        _ = try grid.readFigures(textColumns: [0]) { band in
            for (row, record) in band.records.enumerated() { read.values[record] = band.values[2 * row + 1] }
        }
        return texts.indices.filter { read.values[$0].bitPattern != strtod(texts[$0], nil).bitPattern }
            .map { "\(texts[$0]) read as \(read.values[$0])" }
    }

    /// `@unchecked Sendable`: each band writes its own elements.
    private final class Values: @unchecked Sendable {
        let values: UnsafeMutableBufferPointer<Double>
        init(count: Int) {
            values = .allocate(capacity: count)
            values.initialize(repeating: .nan)
        }
        deinit { values.deallocate() }
    }

    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state ^ state >> 31) &* 0x9E37_79B9_7F4A_7C15
        }
    }

    @Test func randomDigitsWithAndWithoutExponents() throws {
        var generator = Generator(state: 1)
        let texts = (0..<100_000).map { _ -> String in
            let count = Int.random(in: 1...24, using: &generator)
            let point = Int.random(in: 0...count, using: &generator)
            var text = Bool.random(using: &generator) ? "-" : ""
            for place in 0..<count {
                if place == point { text += "." }
                text += String(Int.random(in: 0...9, using: &generator))
            }
            switch Int.random(in: 0...7, using: &generator) {
            case 0...3: return text
            case 4...6: return text + "e\(Int.random(in: -30...30, using: &generator))"
            default: return text + "E\(Int.random(in: -330...280, using: &generator))"
            }
        }
        #expect(try differences(texts).prefix(5) == [])
    }

    @Test func shortestFormsOfAnyDouble() throws {
        var generator = Generator(state: 2)
        var texts: [String] = []
        while texts.count < 50_000 {
            let any = Double(bitPattern: generator.next())
            if any.isFinite { texts.append(any.description) }
            texts.append(Double.random(in: 0...1, using: &generator).description)
        }
        #expect(try differences(texts).prefix(5) == [])
    }

    /// (2m + 1) · 2ᵏ for m of 53 bits lies in the middle between two doubles: exactly, a little above, a little below.
    @Test func halfwayCasesGoToTheEvenNeighbour() throws {
        var generator = Generator(state: 3)
        var texts: [String] = []
        for _ in 0..<5_000 {
            let middle = 2 * UInt64.random(in: 1 << 52..<1 << 53, using: &generator) + 1
            for (factor, power) in [(1 as UInt64, 0), (5, 1), (25, 2), (125, 3)] {
                // middle / 2^power, written with all its decimals.
                let digits = middle * factor
                for near in [digits - 1, digits, digits + 1] { texts.append("\(near)e-\(power)") }
            }
            texts += ["\(middle)000", "\(middle).0", "\(middle).000000000000001", "\(middle)e15"]
        }
        #expect(try differences(texts).prefix(5) == [])
    }

    @Test(arguments: [
        "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "2.2250738585072011e-308",
        "2.2250738585072014e-308", "1.7976931348623157e308", "1.7976931348623158e308", "9007199254740993",
        "9007199254740992.999999999999999999999999", "18446744073709551615", "18446744073709551616",
        "9999999999999999999e27", "9999999999999999999e-27", "1e-27", "1e28", "1e23", "8.5e22",
        "0.000000000000000000000001234567890123456789",
        "00000000000000000000000000001.5", "0e99999999999", "-0", "-0.0e5", "123456789012345678e-46",
    ])
    func edgesOfTheRangeAndOfTheFastPaths(text: String) throws {
        #expect(try differences([text]) == [])
    }
}
