import Projection
import RealModule
import Testing

/// A small linear congruential generator: the tests need scattered values, not good ones.
private struct Scatter {
    var state: UInt64
    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) * 0x1p-53
    }
}

private func values(_ count: Int, seed: UInt64, _ transform: (Double) -> Double) -> [Double] {
    var scatter = Scatter(state: seed)
    return (0..<count).map { _ in transform(scatter.next()) }
}

private func sketch(_ values: [Double]) -> QuantileSketch {
    var sketch = QuantileSketch()
    values.withUnsafeBufferPointer { sketch.add($0) }
    return sketch
}

/// Type 7 from the sorted values: the definition.
private func exactQuantile(_ values: [Double], _ p: Double) -> Double {
    let sorted = values.sorted()
    let rank = Double(sorted.count - 1) * p
    let lower = Int(rank)
    if lower + 1 == sorted.count { return sorted[lower] }
    return sorted[lower] + (rank - Double(lower)) * (sorted[lower + 1] - sorted[lower])
}

private let probabilities = [0, 0.001, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.999, 1]

@Suite struct QuantileSketchTests {
    @Test(arguments: [1, 2, 3, 10, 1000, 50_000])
    func quantilesAreWithinTheStatedErrorOfTheExactOnes(count: Int) {
        let samples = [
            values(count, seed: 1) { 1000 * $0 },
            values(count, seed: 2) { 5000 + 100 * $0 },
            values(count, seed: 3) { -5000 - 100 * $0 },
            values(count, seed: 4) { 1 / ($0 + 1e-9) },
            // Many values at the edges of one bin: the worst case of taking them to lie evenly.
            values(count, seed: 5) { $0 < 0.9 ? 1 : 1 + 0x1p-12 },
        ]
        for sample in samples {
            let sketch = sketch(sample)
            let sizes = sample.map(abs)
            let error = sizes.max()! < 2 * sizes.min()! ? 0x1p-11 : 0x1p-8
            for p in probabilities {
                let exact = exactQuantile(sample, p)
                #expect(abs(sketch.quantile(p) - exact) <= error * abs(exact), "\(count) values, p = \(p)")
            }
        }
    }

    @Test func mixedSignsAndZerosKeepTheirOrder() {
        let sample = values(20_001, seed: 6) { $0 < 0.3 ? 0 : ($0 - 0.6) * 200 }
        let sketch = sketch(sample)
        for p in probabilities {
            let exact = exactQuantile(sample, p)
            #expect(abs(sketch.quantile(p) - exact) <= 0x1p-8 * abs(exact) + 1e-12, "p = \(p)")
        }
        #expect(sketch.minimum == sample.min() && sketch.maximum == sample.max())
    }

    @Test(arguments: [0, 1, -1, 25_000.123, -1e-9, 1e300, .infinity, -.infinity] as [Double])
    func constantComesBackExactly(value: Double) {
        let sketch = sketch([Double](repeating: value, count: 1001))
        for p in probabilities { #expect(sketch.quantile(p) == value) }
    }

    @Test func extremesAreExact() {
        let sample = values(999, seed: 7) { 3 * $0 - 1 }
        #expect(sketch(sample).quantile(0) == sample.min())
        #expect(sketch(sample).quantile(1) == sample.max())
    }

    @Test func orderAndPartitionDoNotMatter() {
        let sample = values(30_000, seed: 8) { ($0 - 0.2) * 1e4 * $0 } + [.nan, .infinity, 0, 1e-30]
        let whole = sketch(sample)
        var merged = sketch(Array(sample[20_000...].reversed()))
        merged.merge(sketch(Array(sample[..<7])))
        merged.merge(QuantileSketch())
        merged.merge(sketch(Array(sample[7..<20_000])))
        #expect(merged.count == whole.count && merged.invalid == whole.invalid)
        for p in probabilities { #expect(merged.quantile(p).bitPattern == whole.quantile(p).bitPattern) }
        var single = QuantileSketch()
        for value in sample { single.add(value) }
        for p in probabilities { #expect(single.quantile(p).bitPattern == whole.quantile(p).bitPattern) }
    }

    /// Bins grow wider while values come from ever more half octaves; what came before must be found where it was.
    @Test func quantilesOfSpreadValuesStayCloseWhileBinsWiden() {
        for octaves in [1.0, 2, 4, 8, 16] {
            let sample = values(40_000, seed: 9) { Double.exp2(octaves * ($0 - 0.5)) }
            let sketch = sketch(sample)
            for p in [0.05, 0.25, 0.5, 0.75, 0.95] {
                let exact = exactQuantile(sample, p)
                // Thousands of values a bin: taking them to lie evenly is nearly right.
                #expect(abs(sketch.quantile(p) / exact - 1) < 1e-3, "\(octaves) octaves, p = \(p)")
            }
        }
    }

    @Test func sketchesFilledSideBySideAreTheSameAsEachAlone() {
        // The last waits as a whole.
        let samples = (0..<5).map { index in
            values(index < 4 ? 5_000 + index : 900, seed: UInt64(20 + index)) { ($0 - 0.3) * Double.exp2(30 * $0) } + [
                .nan, 0, .infinity,
            ]
        }
        let (first, second) = (QuantileSketches(count: samples.count), QuantileSketches(count: samples.count))
        for (index, sample) in samples.enumerated() {
            for start in stride(from: 0, to: sample.count, by: 700) {
                sample[start..<min(start + 700, sample.count)].withUnsafeBufferPointer {
                    (start % 1400 == 0 ? first : second).add($0, to: index)
                }
            }
        }
        first.merge(second)
        for (index, sample) in samples.enumerated() {
            let alone = sketch(sample)
            #expect(first[index].count == alone.count && first[index].invalid == 1)
            for p in probabilities { #expect(first[index].quantile(p).bitPattern == alone.quantile(p).bitPattern) }
        }
    }

    /// Also where values wait still, before and behind some that are counted.
    @Test func readingChangesNothing() {
        for count in [900, 2048, 2700] {
            let sample = values(count, seed: 40) { $0 * $0 }
            let sketches = QuantileSketches(count: 1)
            for start in stride(from: 0, to: count, by: 300) {
                sample[start..<min(start + 300, count)].withUnsafeBufferPointer { sketches.add($0, to: 0) }
                #expect(sketches[0].count == min(start + 300, count))
            }
            let alone = sketch(sample)
            for _ in 0..<2 {
                for p in probabilities {
                    #expect(sketches[0].quantile(p).bitPattern == alone.quantile(p).bitPattern, "\(count) values")
                }
            }
        }
    }

    @Test func quantilesOfOnePassAreThoseOfSingleLooks() {
        let samples = [
            [3], [1, 2], values(9, seed: 30) { $0 }, values(900, seed: 31) { ($0 - 0.5) * 7 },
            values(5000, seed: 32) { 1e-3 / ($0 + 1e-6) }, values(300, seed: 33) { $0 < 0.5 ? 0 : -$0 } + [.infinity],
        ]
        for sample in samples {
            let sketch = sketch(sample)
            for (p, value) in zip(probabilities, sketch.quantiles(probabilities)) {
                #expect(value.bitPattern == sketch.quantile(p).bitPattern, "\(sample.count) values, p = \(p)")
            }
        }
    }

    @Test func notANumberIsCountedApart() {
        let sketch = sketch([.nan, 1, 2, .nan, 3])
        #expect(sketch.count == 3 && sketch.invalid == 2)
        #expect(sketch.quantile(0.5).rounded() == 2)
        #expect(sketch.minimum == 1 && sketch.maximum == 3)
    }

    @Test func infiniteValuesKeepTheirPlace() {
        let sketch = sketch([.infinity, 1, .infinity, 2, -.infinity])
        #expect(sketch.quantile(0) == -.infinity)
        #expect(abs(sketch.quantile(0.25) - 1) < 0x1p-11)
        #expect(sketch.quantile(0.1) == -.infinity)
        #expect(sketch.quantile(0.75) == .infinity && sketch.quantile(1) == .infinity)
    }

    @Test func tinyMagnitudesCountAsZero() {
        let sketch = sketch([1e-30, -1e-30, 0, -0.0, .leastNonzeroMagnitude, 0x1p-61])
        #expect(sketch.count == 6)
        for p in probabilities { #expect(sketch.quantile(p) == 0) }
        #expect(abs(sketchOfSmallest().quantile(0.5) - 0x1p-60) < 0x1p-71)
    }

    private func sketchOfSmallest() -> QuantileSketch { sketch([0x1p-60, 0x1p-60, 0x1p-60]) }

    @Test func emptyHasNoQuantile() {
        #expect(QuantileSketch().quantile(0.5).isNaN)
        #expect(sketch([.nan]).quantile(0.5).isNaN)
        #expect(sketch([]).count == 0)
    }

    @Test func probabilityOutsideTheUnitIntervalIsAProgrammersMistake() async {
        await #expect(processExitsWith: .failure) { _ = QuantileSketch().quantile(1.5) }
    }
}
