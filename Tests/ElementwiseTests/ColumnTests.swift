import Elementwise
import RealModule
import Testing

/// Columns are handled in vectors with a rest: lengths around their widths find mistakes at the seams.
private let lengths = [1, 2, 3, 7, 8, 9, 31, 255, 256, 257, 1000]

private func apply(_ x: [Double], _ pass: (UnsafeMutableBufferPointer<Double>) -> Void) -> [Double] {
    var y = x
    y.withUnsafeMutableBufferPointer { pass($0) }
    return y
}

private func spread(_ count: Int, from low: Double, to high: Double) -> [Double] {
    (0..<count).map { low + (high - low) * (Double($0) + 0.5) / Double(count) }
}

private func relativeError(_ found: Double, _ expected: Double) -> Double {
    found == expected ? 0 : abs(found - expected) / abs(expected)
}

@Suite struct ColumnTests {
    @Test(arguments: lengths) func exponentialsAgreeWithTheSystemLibrary(count: Int) {
        let x = spread(count, from: -700, to: 700) + spread(count, from: -1, to: 1)
        for (value, y) in zip(x, apply(x) { $0.setExponential(of: $0) }) {
            #expect(relativeError(y, Double.exp(value)) < 4e-16)
        }
    }

    @Test func exponentialsAtTheEdges() {
        let x = [0, -0.0, 1e-300, .infinity, -.infinity, 709.7, 709.79, -708.3, -708.4, -1e300, 1e300]
        let y = apply(x) { $0.setExponential(of: $0) }
        #expect(y[0...2] == [1, 1, 1])
        #expect(y[3] == .infinity && y[4] == 0)
        #expect(relativeError(y[5], Double.exp(709.7)) < 1e-13 && y[6] == .infinity)
        #expect(relativeError(y[7], Double.exp(-708.3)) < 1e-13 && y[8] == 0 && y[9] == 0 && y[10] == .infinity)
        #expect(apply([.nan]) { $0.setExponential(of: $0) }[0].isNaN)
    }

    @Test(arguments: lengths) func logarithmsAgreeWithTheSystemLibrary(count: Int) {
        let x =
            spread(count, from: 1e-3, to: 3) + spread(count, from: 0.99, to: 1.01) + spread(count, from: 1, to: 1e300)
        for (value, y) in zip(x, apply(x) { $0.setLogarithm(of: $0) }) {
            #expect(relativeError(y, Double.log(value)) < 4e-16)
        }
    }

    @Test func logarithmsAtTheEdges() {
        let x = [1, 0, -0.0, .infinity, .leastNonzeroMagnitude, .leastNormalMagnitude / 64, .leastNormalMagnitude]
        let y = apply(x) { $0.setLogarithm(of: $0) }
        #expect(y[0] == 0 && y[1] == -.infinity && y[2] == -.infinity && y[3] == .infinity)
        for index in 4...6 { #expect(relativeError(y[index], Double.log(x[index])) < 4e-16) }
        for y in apply([-1, -.infinity, .nan], { $0.setLogarithm(of: $0) }) { #expect(y.isNaN) }
    }

    @Test(arguments: lengths) func logGrowthIsExactForSmallRatesAndStopsAtTheFloor(count: Int) {
        let x = spread(count, from: -1e-8, to: 1e-8) + spread(count, from: -0.9, to: 3) + [-0.995, -7, 0, 1e-300]
        let y = apply(x) { $0.setLogGrowth(of: $0, floor: -0.99) }
        for (rate, y) in zip(x, y) {
            #expect(relativeError(y, Double.log(onePlus: max(rate, -0.99))) < 5e-16)
        }
    }

    @Test(arguments: lengths) func sumsAndProductsOfColumns(count: Int) {
        var (x, z) = (spread(count, from: -2, to: 5), spread(count, from: 1, to: 9))
        let start = spread(count, from: 0, to: 1)
        x.withUnsafeMutableBufferPointer { x in
            z.withUnsafeMutableBufferPointer { z in
                let plain = (0..<count).map { (start[$0], x[$0], z[$0]) }
                func holds(_ y: [Double], _ expected: ((Double, Double, Double)) -> Double) -> Bool {
                    zip(y, plain).allSatisfy { abs($0 - expected($1)) <= 1e-14 * (1 + abs(expected($1))) }
                }
                #expect(holds(apply(start) { $0.add(x) }) { $0.0 + $0.1 })
                #expect(holds(apply(start) { $0.add(0.3, times: x) }) { $0.0 + 0.3 * $0.1 })
                #expect(holds(apply(start) { $0.add(0.3, times: x, z) }) { $0.0 + 0.3 * $0.1 * $0.2 })
                #expect(holds(apply(start) { $0.add(x, z, times: x) }) { $0.0 + $0.1 + $0.2 * $0.1 })
                #expect(holds(apply(start) { $0.setProduct(of: x, z) }) { $0.1 * $0.2 })
                #expect(holds(apply(start) { $0.multiply(byExponentialOf: x) }) { $0.0 * Double.exp($0.1) })
                #expect(
                    holds(apply(start) { $0.setLogRatio(of: x, over: z, floor: 1e-9) }) {
                        Double.log(max($0.1, 1e-9) / $0.2)
                    })
            }
        }
    }

    @Test(arguments: lengths) func possibleColumnsAreFiniteAndNotNegative(count: Int) {
        var good = spread(count, from: 0, to: 1)
        let isPossible = good.withUnsafeMutableBufferPointer { $0.isPossible }
        #expect(isPossible)
        for bad in [-1e-300, .infinity, .nan] {
            for place in Set([0, count / 2, count - 1]) {
                var column = spread(count, from: 0, to: 1)
                column[place] = bad
                let isPossible = column.withUnsafeMutableBufferPointer { $0.isPossible }
                #expect(!isPossible)
            }
        }
    }

    @Test func insertionKeepsTheLargestInOrder() {
        let (members, ranks) = (19, 4)
        let columns = (0..<11).map { unit in (0..<members).map { Double((unit * 7 + $0 * 3) % 23) } }
        var largest = [Double](repeating: 0, count: members * ranks)
        for column in columns {
            largest.withUnsafeMutableBufferPointer { largest in
                _ = apply(column) { $0.insert(intoDescending: largest) }
            }
        }
        for member in 0..<members {
            let expected = columns.map { $0[member] }.sorted(by: >).prefix(ranks)
            #expect((0..<ranks).map { largest[$0 * members + member] } == Array(expected))
        }
    }

    /// In a process of its own: the level is the process's.
    @Test func levelsAgree() async {
        await #expect(processExitsWith: .success) {
            let x = (0..<1001).map { Double($0) / 100 - 5 }
            var reference: [[Double]] = []
            for level in VectorLevel.allCases where level <= VectorLevel.highest {
                VectorLevel.use(level)
                precondition(VectorLevel.current == level)
                let results = [
                    apply(x) { $0.setExponential(of: $0) }, apply(x.map(abs)) { $0.setLogarithm(of: $0) },
                    apply(x) { $0.setLogGrowth(of: $0, floor: -0.99) },
                    apply(x) { $0.multiply(byExponentialOf: $0) },
                ]
                if reference.isEmpty { reference = results }
                for (one, other) in zip(reference, results) {
                    for (a, b) in zip(one, other) where a != b {
                        precondition(abs(a - b) <= 1e-15 * abs(a), "\(level): \(a) and \(b)")
                    }
                }
            }
        }
    }
}
