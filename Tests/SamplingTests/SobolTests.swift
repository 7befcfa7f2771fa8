import Sampling
import Testing

/// The upper binary digits of a coordinate.
private func digits(_ value: Double, _ count: Int) -> Int { Int(value * Double(1 << count)) }

private func points(_ count: Int, of dimension: SobolDimension) -> [Double] {
    (0..<UInt64(count)).map { dimension.uniform(point: $0) }
}

@Suite struct SobolTests {
    /// In the middle of their intervals of 2^−32. Reference: SciPy 1.17.1, `qmc.Sobol(d=128, scramble=False, bits=32)`,
    /// whose points come in Gray-code order.
    @Test(
        arguments: zip(
            [1, 5, 777, 1000] as [UInt64],
            [
                [0.5, 0.5, 0.5, 0.5], [0.125, 0.375, 0.875, 0.875],
                [0.1884765625, 0.8525390625, 0.8544921875, 0.7568359375],
                [0.1611328125, 0.1220703125, 0.9990234375, 0.1513671875],
            ]))
    func plainPointsAreThoseOfTheReference(point: UInt64, values: [Double]) {
        for (dimension, value) in zip([1, 9, 63, 127], values) {
            #expect(SobolDimension(dimension, seed: nil).uniform(point: point) == value + 0x1p-33)
        }
    }

    /// Sobol's property A: 2^d points of d dimensions, one in each of the 2^d halves of halves. It holds if the first
    /// digits of the direction numbers are linearly independent over GF(2); Joe and Kuo chose theirs so.
    @Test func everyLeadingSetOfDimensionsHasPropertyA() {
        let count = SobolDimension.count
        // First digits of the coordinates of point 2^k: those of direction number k.
        let rows = (0..<min(count, 32)).map { dimension -> UInt64 in
            let dimension = SobolDimension(dimension, seed: nil)
            return (0..<32).reduce(0) { row, k in
                row | (dimension.uniform(point: 1 << UInt64(k)) >= 0.5 ? 1 << UInt64(k) : 0)
            }
        }
        for size in 1...rows.count {
            var independent: [UInt64] = []
            for row in rows[..<size] {
                var rest = row & (1 << UInt64(size) - 1)
                for other in independent { rest = min(rest, rest ^ other) }
                if rest != 0 { independent.append(rest) }
            }
            #expect(independent.count == size, "\(size) dimensions")
        }
    }

    @Test(arguments: [nil, 1, 2, 77] as [UInt64?])
    func aPowerOfTwoOfPointsHasOneInEachInterval(seed: UInt64?) {
        for dimension in [0, 1, 2, 17, 63, 127] {
            for bits in [1, 5, 10] {
                let values = points(1 << bits, of: SobolDimension(dimension, seed: seed))
                #expect(Set(values.map { digits($0, bits) }).count == 1 << bits)
            }
        }
    }

    /// The first two dimensions are a (0, m, 2)-net, which scrambling keeps: every box of area 2^−m holds one of 2^m points.
    @Test(arguments: [nil, 3, 4, 5] as [UInt64?])
    func theFirstTwoDimensionsAreANetOfQualityZero(seed: UInt64?) {
        let bits = 10
        let first = points(1 << bits, of: SobolDimension(0, seed: seed))
        let second = points(1 << bits, of: SobolDimension(1, seed: seed))
        for split in 0...bits {
            let boxes = zip(first, second).map { digits($0, split) << (bits - split) | digits($1, bits - split) }
            #expect(Set(boxes).count == 1 << bits, "boxes of 2^-\(split) by 2^-\(bits - split)")
        }
    }

    @Test(arguments: [0, 1, 5, 1023, 4_294_967_000] as [UInt64])
    func aBlockIsItsPointsOneByOne(first: UInt64) {
        let dimension = SobolDimension(12, seed: 9)
        var values = [Double](repeating: 0, count: 257)
        values.withUnsafeMutableBufferPointer { dimension.fill(firstPoint: first, into: $0) }
        for (index, value) in values.enumerated() {
            #expect(value == dimension.uniform(point: first + UInt64(index)))
            #expect(value > 0 && value < 1)
        }
    }

    /// A single point is uniform over seeds, and two dimensions of it are independent.
    @Test func scramblingMakesEveryPointUniform() {
        let seeds = 4000
        for point: UInt64 in [0, 1, 6] {
            let values = (0..<seeds).map { seed in
                [3, 4].map { SobolDimension($0, seed: UInt64(seed)).uniform(point: point) - 0.5 }
            }
            for dimension in 0...1 {
                let mean = values.reduce(0) { $0 + $1[dimension] } / Double(seeds)
                let variance = values.reduce(0) { $0 + $1[dimension] * $1[dimension] } / Double(seeds)
                // sd 1/√12 of a value, 1/√180 of its square: five standard errors.
                #expect(abs(mean) < 5 / (12 * Double(seeds)).squareRoot())
                #expect(abs(variance - 1.0 / 12) < 5 / (180 * Double(seeds)).squareRoot())
            }
            let product = values.reduce(0) { $0 + $1[0] * $1[1] } / Double(seeds)
            #expect(abs(product) < 5 / (12 * Double(seeds).squareRoot()))
        }
    }

    /// ∫ Π (1 + (u_j − ½)) over eight dimensions is 1. With independent points the variance falls as 1/n, with scrambled
    /// ones nearly as 1/n³.
    @Test func theErrorOfASmoothIntegralIsFarBelowThatOfIndependentPoints() {
        let (count, seeds) = (1024, 20)
        let squares = (0..<seeds).map { seed -> Double in
            let columns = (0..<8).map { points(count, of: SobolDimension($0, seed: UInt64(seed))) }
            let sum = (0..<count).reduce(0) { sum, point in
                sum + columns.reduce(1) { $0 * (0.5 + $1[point]) }
            }
            let error = sum / Double(count) - 1
            return error * error
        }
        let independent = ((1 + 1.0 / 12).power(8) - 1) / Double(count)
        #expect(squares.reduce(0, +) / Double(seeds) < independent / 100)
    }

    @Test func dimensionsBeyondTheLastAreAProgrammersMistake() async {
        await #expect(processExitsWith: .failure) { _ = SobolDimension(SobolDimension.count, seed: 1) }
    }
}

extension Double {
    fileprivate func power(_ exponent: Int) -> Double { (0..<exponent).reduce(1) { product, _ in product * self } }
}
