import Benchmark
import Sampling

/// A million draws of one item, as an ensemble fills them.
func draws() {
    let members = 1_000_000
    let stream = RandomStream(seed: 1, purpose: "benchmark", item: "draws")
    Benchmark("draws: 1,000,000 uniform") { (_, buffer: Buffer) in
        stream.fill(step: 0, firstMember: 0, into: buffer.values)
        blackHole(buffer.values[members - 1])
    } setup: {
        Buffer(count: members)
    }
    Benchmark("draws: 1,000,000 normal") { (_, buffer: Buffer) in
        stream.fill(step: 0, firstMember: 0, into: buffer.values)
        normalQuantile(inPlace: buffer.values)
        blackHole(buffer.values[members - 1])
    } setup: {
        Buffer(count: members)
    }
}

private final class Buffer {
    let values: UnsafeMutableBufferPointer<Double>

    init(count: Int) {
        values = .allocate(capacity: count)
        values.initialize(repeating: 0)
    }

    deinit { values.deallocate() }
}
