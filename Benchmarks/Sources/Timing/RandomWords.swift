import Glibc
import Sampling

/// The draws of the generator as raw 32-bit words on the standard output, for batteries of statistical tests.
///
/// A word is the upper part of a uniform's bits. `along` follows the members of one item; `across` takes, for one member
/// after the other, the items and years that a projection draws for it, so that numbers which serve together are tested
/// together.
enum RandomWords {
    private static let count = 1 << 16

    static func stream(across: Bool) {
        var words = [UInt32](repeating: 0, count: count)
        var uniforms = [Double](repeating: 0, count: count)
        let streams = (0..<64).map { RandomStream(seed: 1, purpose: "words", item: "item \($0)") }
        var first: UInt64 = 0
        while true {
            if across {
                let members = count / (64 * 8)
                uniforms.withUnsafeMutableBufferPointer { all in
                    for (item, stream) in streams.enumerated() {
                        for step in 0..<8 {
                            let start = (item * 8 + step) * members
                            stream.fill(
                                step: UInt32(2024 + step), firstMember: first,
                                into: UnsafeMutableBufferPointer(rebasing: all[start..<start + members]))
                        }
                    }
                }
                // Member by member instead of draw by draw.
                for member in 0..<members {
                    for draw in 0..<512 { words[member * 512 + draw] = word(uniforms[draw * members + member]) }
                }
                first += UInt64(members)
            } else {
                // A stream has 2^33 members; then the next item follows.
                let (item, member) = (Int(first >> 33) % streams.count, first & 0x1_FFFF_FFFF)
                uniforms.withUnsafeMutableBufferPointer { streams[item].fill(step: 0, firstMember: member, into: $0) }
                for index in 0..<count { words[index] = word(uniforms[index]) }
                first += UInt64(count)
            }
            // Until the reader has closed the pipe.
            guard words.withUnsafeBytes({ write(STDOUT_FILENO, $0.baseAddress, $0.count) }) > 0 else { return }
        }
    }

    /// 2^32 u, rounded down: the upper 32 of its 52 bits.
    private static func word(_ uniform: Double) -> UInt32 { UInt32(uniform * 0x1p32) }
}
