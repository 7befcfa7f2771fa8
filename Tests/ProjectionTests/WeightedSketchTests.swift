import Projection
import Testing

@Suite struct WeightedSketchTests {
    /// Values of both signs, zeros, infinities and one that is not a number.
    private func values(_ count: Int, shift: Double) -> [Double] {
        let scattered = (0..<count).map { (index: Int) -> Double in
            Double((index * 7919) % 1009) - 300 + shift
        }
        return scattered + [0, 0, .infinity, -.infinity, .nan]
    }

    private func sketch(_ values: [Double]) -> QuantileSketch {
        var sketch = QuantileSketch()
        values.withUnsafeBufferPointer { sketch.add($0) }
        return sketch
    }

    private let probabilities = [0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1]

    private func expectSame(_ found: QuantileSketch, _ expected: QuantileSketch) {
        #expect(found.count == expected.count && found.invalid == expected.invalid)
        #expect(found.minimum == expected.minimum && found.maximum == expected.maximum)
        for p in probabilities { #expect(found.quantile(p) == expected.quantile(p), "p = \(p)") }
    }

    @Test func equalWeightsGiveTheMergedSketchBack() {
        let (a, b) = (sketch(values(700, shift: 0)), sketch(values(900, shift: 40.5)))
        var merged = a
        merged.merge(b)
        for weight in [1, 0x1.8p-3, 0x1.2345p7] {
            var weighted = WeightedSketch()
            weighted.add(a, weight: weight)
            weighted.add(b, weight: weight)
            expectSame(weighted.sketch(times: 1 / weight), merged)
        }
    }

    /// A group of weight 2 counts as if each of its values were there twice.
    @Test func aWeightIsANumberOfCopies() {
        let (a, b) = (values(700, shift: 0), values(300, shift: 40.5))
        var weighted = WeightedSketch()
        weighted.add(sketch(a), weight: 0.5)
        weighted.add(sketch(b), weight: 1)
        expectSame(weighted.sketch(times: 2), sketch(a + b + b))
    }

    /// 1000 values that weigh as much as 667: the quantiles keep their places, to a rank of half a value.
    @Test func aFactorKeepsTheDistribution() {
        let all = values(2000, shift: 0.25).filter(\.isFinite)
        var weighted = WeightedSketch()
        weighted.add(sketch(all), weight: 1)
        let scaled = weighted.sketch(times: 1.0 / 3)
        #expect(scaled.count == Int((Double(all.count) / 3).rounded()))
        // Values lie about half a unit apart.
        for p in probabilities { #expect(abs(scaled.quantile(p) - sketch(all).quantile(p)) < 1.5) }
    }

    @Test func groupsJoinInAnyOrderAndComeBackFromBytes() throws {
        let parts = (0..<5).map { (part: Int) -> WeightedSketch in
            var weighted = WeightedSketch()
            weighted.add(sketch(values(200 + 31 * part, shift: Double(part))), weight: 1 + Double(part) * 0x1p-10)
            return weighted
        }
        func joined(_ order: [Int]) -> WeightedSketch {
            var all = WeightedSketch()
            for part in order { all.join(parts[part], times: 0.5) }
            return all
        }
        let all = joined([0, 1, 2, 3, 4])
        #expect(joined([4, 2, 0, 3, 1]) == all)
        var writer = ByteWriter()
        all.write(to: &writer)
        var reader = ByteReader(writer.bytes[...])
        #expect(try WeightedSketch(from: &reader) == all)
        #expect(reader.isAtEnd)
        var short = ByteReader(writer.bytes.dropLast())
        #expect(throws: ByteReader.Malformed.self) { _ = try WeightedSketch(from: &short) }
    }

    @Test(arguments: [0, 1, -1, 300, 1e300, -0.1, .infinity, 5e-324] as [Double])
    func numbersComeBackBitForBit(value: Double) throws {
        var writer = ByteWriter()
        writer.write(value)
        writer.write(signed: -7)
        writer.write("浙江")
        var reader = ByteReader(writer.bytes[...])
        #expect(try reader.double().bitPattern == value.bitPattern)
        #expect(try reader.signed() == -7)
        #expect(try reader.text() == "浙江")
    }
}
