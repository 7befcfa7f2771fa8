import Sampling
import Testing

private func uniforms(
    _ stream: RandomStream, step: UInt32 = 0, first: UInt64 = 0, count: Int
) -> [Double] {
    var values = [Double](repeating: -1, count: count)
    values.withUnsafeMutableBufferPointer { stream.fill(step: step, firstMember: first, into: $0) }
    return values
}

private func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let n = Double(x.count)
    let (mx, my) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    var (xy, xx, yy) = (0.0, 0.0, 0.0)
    for (a, b) in zip(x, y) {
        xy += (a - mx) * (b - my)
        xx += (a - mx) * (a - mx)
        yy += (b - my) * (b - my)
    }
    return xy / (xx * yy).squareRoot()
}

@Suite struct PhiloxTests {
    /// The known-answer vectors that Salmon et al. publish with Random123 (kat_vectors, philox4x32, 10 rounds).
    @Test(arguments: [
        (
            SIMD4<UInt32>(repeating: 0), SIMD2<UInt32>(repeating: 0),
            SIMD4<UInt32>(0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8)
        ),
        (
            SIMD4<UInt32>(repeating: .max), SIMD2<UInt32>(repeating: .max),
            SIMD4<UInt32>(0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD)
        ),
        (
            SIMD4<UInt32>(0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344),
            SIMD2<UInt32>(0xA409_3822, 0x299F_31D0),
            SIMD4<UInt32>(0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1)
        ),
    ])
    func blockEqualsThePublishedVector(counter: SIMD4<UInt32>, key: SIMD2<UInt32>, expected: SIMD4<UInt32>) {
        #expect(Philox.block(counter: counter, key: key) == expected)
    }
}

@Suite struct RandomStreamTests {
    private let stream = RandomStream(seed: 20_270_101, purpose: "growth", item: "economy.growth.export")

    @Test(arguments: [0, 1, 2, 7, 8, 9, 15, 16, 17, 64, 257])
    func memberHasTheSameValueHoweverTheBufferIsCut(count: Int) {
        for first in [0, 1, 2, 3, 1000, 1001, (1 << 33) - 257] as [UInt64] {
            let filled = uniforms(stream, step: 7, first: first, count: count)
            let single = (0..<count).map { stream.uniform(step: 7, member: first + UInt64($0)) }
            #expect(filled == single)
        }
    }

    @Test func uniformsLieStrictlyInsideTheUnitIntervalOnAnOddGrid() {
        for u in uniforms(stream, count: 10_000) {
            #expect(u > 0 && u < 1)
            let step = u * 0x1p53
            #expect(step == step.rounded() && step.truncatingRemainder(dividingBy: 2) == 1)
        }
    }

    /// Kolmogorov-Smirnov distance: 1.95 / sqrt(n) is passed by one good generator in a thousand.
    @Test func uniformsAreUniform() {
        for seed in [1, 2, 3] as [UInt64] {
            let n = 100_000
            let sorted = uniforms(RandomStream(seed: seed, purpose: "a", item: "b"), count: n).sorted()
            let distance = sorted.enumerated().map { max($1 - Double($0) / Double(n), Double($0 + 1) / Double(n) - $1) }
            #expect(distance.max()! < 1.95 / Double(n).squareRoot())
            let mean = sorted.reduce(0, +) / Double(n)
            #expect(abs(mean - 0.5) < 4 * (1.0 / 12 / Double(n)).squareRoot())
            let variance = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n)
            #expect(abs(variance - 1.0 / 12) < 0.001)
        }
    }

    @Test func everyPartOfTheIdentityGivesAStreamOfItsOwn() {
        let streams = [
            RandomStream(seed: 1, purpose: "growth", item: "export"),
            RandomStream(seed: 2, purpose: "growth", item: "export"),
            RandomStream(seed: 1 << 32 | 1, purpose: "growth", item: "export"),
            RandomStream(seed: 1, purpose: "shock", item: "export"),
            RandomStream(seed: 1, purpose: "growth", item: "outflow"),
            RandomStream(seed: 1, purpose: "growthex", item: "port"),
            RandomStream(seed: 1, purpose: "", item: "growthexport"),
        ]
        let draws = streams.map { uniforms($0, count: 20_000) } + [uniforms(streams[0], step: 1, count: 20_000)]
        for i in draws.indices {
            for j in draws.indices where j > i {
                #expect(draws[i] != draws[j])
                // Four standard errors of a correlation of independent series.
                #expect(abs(correlation(draws[i], draws[j])) < 4 / 20_000.0.squareRoot())
            }
        }
    }

    @Test func neighbouringMembersAreUncorrelated() {
        let draws = uniforms(stream, count: 50_001)
        #expect(abs(correlation(Array(draws.dropLast()), Array(draws.dropFirst()))) < 4 / 50_000.0.squareRoot())
    }

    @Test func numberedItemsDoNotCollide() {
        let draws = (0..<10_000).map {
            RandomStream(seed: 1, purpose: "unit", item: "platform-\($0)").uniform(step: 0, member: 0)
        }
        #expect(Set(draws).count == draws.count)
        let mean = draws.reduce(0, +) / 10_000
        #expect(abs(mean - 0.5) < 4 * (1.0 / 12 / 10_000).squareRoot())
    }

    @Test func memberBeyondTheCounterIsAProgrammersMistake() async {
        await #expect(processExitsWith: .failure) {
            _ = RandomStream(seed: 1, purpose: "", item: "").uniform(step: 0, member: RandomStream.memberLimit)
        }
        await #expect(processExitsWith: .failure) {
            withUnsafeTemporaryAllocation(of: Double.self, capacity: 2) {
                RandomStream(seed: 1, purpose: "", item: "")
                    .fill(step: 0, firstMember: RandomStream.memberLimit - 1, into: $0)
            }
        }
    }
}
