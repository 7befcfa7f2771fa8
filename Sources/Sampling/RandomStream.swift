import CKernels

/// The random numbers of one uncertain item: a table of uniforms with a row per
/// step (a year, a unit and year) and a column per ensemble member.
///
/// A number depends on seed, purpose, item, step and member alone. So member k
/// has the same luck whatever the thread count, the number of members, the
/// order of the draws, or other items that were added.
///
/// One Philox block serves two neighbouring members. Its counter is
/// (member / 2, step, hash of purpose and item: two words), its key the seed.
public struct RandomStream: Sendable {
    /// Members beyond this number have no counter of their own.
    public static let memberLimit: UInt64 = 1 << 33

    private let key: SIMD2<UInt32>
    private let hash: UInt64

    /// - Parameters:
    ///   - purpose: what is drawn, e.g. `growth`; keeps items of the same name in different roles apart.
    ///   - item: identity of the uncertain item within the purpose, e.g. a key path or a unit's id.
    public init(seed: UInt64, purpose: String, item: String) {
        key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
        hash = streamHash(purpose: purpose, item: item)
    }

    /// Tells the streams of one seed apart: what a moved draw is found by.
    public var identity: UInt64 { hash }

    /// The uniform of a member in a step: an odd multiple of 2^-53, so never 0, 1/2 or 1,
    /// and `1 - u` is exact.
    public func uniform(step: UInt32, member: UInt64) -> Double {
        precondition(member < Self.memberLimit, "members are numbered below 2^33")
        let words = Philox.block(counter: counter(step: step, block: UInt32(member / 2)), key: key)
        let isOdd = member % 2 == 1
        let low = isOdd ? words[2] : words[0]
        let high = isOdd ? words[3] : words[1]
        return unitInterval(UInt64(high) << 32 | UInt64(low))
    }

    /// Fills the buffer with the uniforms of the members from `firstMember` on:
    /// bit for bit those of ``uniform(step:member:)``, twenty times as fast.
    public func fill(step: UInt32, firstMember: UInt64, into buffer: UnsafeMutableBufferPointer<Double>) {
        guard let base = buffer.baseAddress, !buffer.isEmpty else { return }
        let count = buffer.count
        precondition(
            firstMember < Self.memberLimit && UInt64(count) <= Self.memberLimit - firstMember,
            "members are numbered below 2^33")
        var index = 0
        if firstMember % 2 == 1 {
            base[0] = uniform(step: step, member: firstMember)
            index = 1
        }
        let blocks = (count - index) / 2
        withUnsafeBytes(of: (key, counter(step: step, block: 0))) { words in
            let words = words.assumingMemoryBound(to: UInt32.self).baseAddress!
            ckernels_uniforms(words, words + 4, UInt32((firstMember + UInt64(index)) / 2), blocks, base + index)
        }
        index += 2 * blocks
        while index < count {
            base[index] = uniform(step: step, member: firstMember + UInt64(index))
            index += 1
        }
    }

    private func counter(step: UInt32, block: UInt32) -> SIMD4<UInt32> {
        SIMD4(block, step, UInt32(truncatingIfNeeded: hash), UInt32(truncatingIfNeeded: hash >> 32))
    }
}

/// The upper 52 bits as a fraction in [0, 1), plus half a step.
///
/// With 53 bits the half step would round the last value to 1. The bits become
/// the mantissa of a number in [1, 2); subtracting 1 - 2^-53 is exact.
@inline(__always)
private func unitInterval(_ bits: UInt64) -> Double {
    Double(bitPattern: bits >> 12 | 0x3FF0_0000_0000_0000) - 0x1.FFFFFFFFFFFFFp-1
}

/// FNV-1a over purpose, a byte that UTF-8 never contains, and item, then the
/// finalizer of SplitMix64 (Steele, Lea & Flood 2014), because FNV-1a leaves
/// the high bits of short names almost equal.
private func streamHash(purpose: String, item: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func absorb(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    purpose.utf8.forEach(absorb)
    absorb(0xFF)
    item.utf8.forEach(absorb)
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    return hash ^ hash >> 31
}
