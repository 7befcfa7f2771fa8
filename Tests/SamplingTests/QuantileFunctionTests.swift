import Sampling
import Testing

@Suite struct NormalQuantileTests {
    /// Values of sqrt 2 erfinv(2 u - 1) from mpmath in 250 digits, rounded.
    @Test(arguments: [
        (0.975, 1.959963984540054), (0.95, 1.6448536269514722), (0.9, 1.2815515655446004), (0.5, 0),
        (0.075, -1.439531470938456), (0.999, 3.090232306167813), (1e-5, -4.264890793922825),
        (1e-10, -6.361340902404056), (1e-12, -7.034483825301131), (1e-100, -21.2734535609653243),
    ])
    func valuesArePublishedOnes(u: Double, x: Double) {
        #expect(abs(normalQuantile(u) - x) <= 8e-16 * max(1, abs(x)))
    }

    @Test func edgesAreInfiniteOrNaN() {
        #expect(normalQuantile(0) == -.infinity)
        #expect(normalQuantile(1) == .infinity)
        #expect(normalQuantile(-0.1).isNaN)
        #expect(normalQuantile(1.1).isNaN)
        #expect(normalQuantile(.nan).isNaN)
    }

    @Test func cumulativeInvertsQuantileInBothTails() {
        for k in 1..<2000 {
            let u = Double(k) / 2000
            #expect(abs(normalCumulative(normalQuantile(u)) - u) < 1e-15)
            let tiny = u * 1e-12
            #expect(abs(normalCumulative(normalQuantile(tiny)) / tiny - 1) < 1e-13)
        }
    }

    @Test(arguments: [0, 1, 3, 255, 256, 257, 1000])
    func bufferEqualsScalarBitForBit(count: Int) {
        let uniforms = (0..<count).map { (Double($0) + 0.5) / Double(count) }
        let special = count > 3 ? [0, 1, 0.075, 0.925, 1e-300, 0x1.FFFFFFFFFFFFFp-1] : []
        var values = uniforms + special
        values.withUnsafeMutableBufferPointer { normalQuantile(inPlace: $0) }
        #expect(values.map(\.bitPattern) == (uniforms + special).map { normalQuantile($0).bitPattern })
    }

    @Test func normalsHaveTheMomentsOfTheNormal() {
        let n = 400_000
        var values = [Double](repeating: 0, count: n)
        values.withUnsafeMutableBufferPointer {
            RandomStream(seed: 9, purpose: "moments", item: "normal").fill(step: 0, firstMember: 0, into: $0)
            normalQuantile(inPlace: $0)
        }
        let root = Double(n).squareRoot()
        func moment(_ power: Int) -> Double {
            values.reduce(0) { sum, x in sum + (0..<power).reduce(1) { product, _ in product * x } } / Double(n)
        }
        // Four standard errors: variances of x, x^2, x^3, x^4 are 1, 2, 15, 96.
        #expect(abs(moment(1)) < 4 / root)
        #expect(abs(moment(2) - 1) < 4 * 2.0.squareRoot() / root)
        #expect(abs(moment(3)) < 4 * 15.0.squareRoot() / root)
        #expect(abs(moment(4) - 3) < 4 * 96.0.squareRoot() / root)
    }
}

@Suite struct LaplaceTests {
    @Test func bufferEqualsScalarBitForBit() {
        let uniforms = (0..<1001).map { (Double($0) + 0.5) / 1001 }
        var values = uniforms
        values.withUnsafeMutableBufferPointer { laplaceQuantile(inPlace: $0) }
        #expect(values.map(\.bitPattern) == uniforms.map { laplaceQuantile($0).bitPattern })
    }

    @Test func cumulativeInvertsQuantile() {
        for k in 1..<1000 {
            let u = Double(k) / 1000
            #expect(abs(laplaceCumulative(laplaceQuantile(u)) - u) < 1e-15)
        }
        #expect(laplaceQuantile(0) == -.infinity)
        #expect(laplaceQuantile(1) == .infinity)
    }

    @Test func ofScoresIsTheQuantileOfTheirProbability() {
        let scores = (-800...800).map { Double($0) / 100 }
        var values = scores
        values.withUnsafeMutableBufferPointer { laplaceQuantile(ofScores: $0) }
        for (score, value) in zip(scores, values) {
            // Above 0 the probability itself is rounded, so the mirror image is what is exact.
            let exact = -laplaceQuantile(normalCumulative(-score.magnitude))
            #expect(abs(value - (score < 0 ? -exact : exact)) <= 4e-15 * max(1, exact), "\(score)")
        }
        var edges = [-.infinity, 0, .infinity, 12, .nan] as [Double]
        edges.withUnsafeMutableBufferPointer { laplaceQuantile(ofScores: $0) }
        #expect(edges[0] == -.infinity && edges[2] == .infinity && edges[4].isNaN)
        #expect(abs(edges[1]) < 1e-15)
        // −ln(2 Φ(−12))/√2 with Φ(−12) = 1.776482112077679e-33, of mpmath with 30 digits.
        #expect(abs(edges[3] - 52.8332691815163200) < 1e-13)
    }

    /// Scale b = 1/sqrt 2: the upper quartile is b ln 2; the midpoint rule over u gives the variance 2 b^2 = 1.
    @Test func varianceIsOne() {
        #expect(abs(laplaceQuantile(0.75) - 0.5.squareRoot() * 0.6931471805599453) < 1e-15)
        let n = 1_000_000
        let square = (0..<n).reduce(0.0) { sum, k in
            let x = laplaceQuantile((Double(k) + 0.5) / Double(n))
            return sum + x * x
        }
        #expect(abs(square / Double(n) - 1) < 1e-4)
    }
}

@Suite struct NormalCumulativeTests {
    @Test func columnAgreesWithTheSystemLibrary() {
        let x = (-4000...4000).map { Double($0) / 500 }
        var values = x
        values.withUnsafeMutableBufferPointer { normalCumulative(inPlace: $0) }
        for (x, value) in zip(x, values) { #expect(abs(value / normalCumulative(x) - 1) < 1e-14) }
        var edges = [-.infinity, .infinity, 0, -40] as [Double]
        edges.withUnsafeMutableBufferPointer { normalCumulative(inPlace: $0) }
        #expect(edges == [0, 1, 0.5, 0] || (edges[3] < 1e-300 && edges[..<3] == [0, 1, 0.5]))
    }
}
