/// Philox4x32-10: a counter-based generator. Each 128-bit counter is mixed with
/// a 64-bit key by ten rounds of multiplication, so that any block of any
/// stream is computed alone, in any order.
///
/// Source: Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy
/// as 1, 2, 3", SC'11; constants as in their Random123 library.
public enum Philox {
    static let multiplier0: UInt32 = 0xD251_1F53
    static let multiplier1: UInt32 = 0xCD9E_8D57
    static let keyStep0: UInt32 = 0x9E37_79B9
    static let keyStep1: UInt32 = 0xBB67_AE85
    static let rounds = 10

    /// One block: four random words for a counter (least significant word first) and a key.
    public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        var c = counter
        var k = key
        for _ in 0..<rounds {
            let product0 = UInt64(multiplier0) &* UInt64(c[0])
            let product1 = UInt64(multiplier1) &* UInt64(c[2])
            c = SIMD4(
                UInt32(truncatingIfNeeded: product1 >> 32) ^ c[1] ^ k[0],
                UInt32(truncatingIfNeeded: product1),
                UInt32(truncatingIfNeeded: product0 >> 32) ^ c[3] ^ k[1],
                UInt32(truncatingIfNeeded: product0))
            k = SIMD2(k[0] &+ keyStep0, k[1] &+ keyStep1)
        }
        return c
    }

    /// Four consecutive blocks at once, whose first counter word is `first`,
    /// `first + 1`, ... and whose other words are those of `counter`.
    ///
    /// A word lives in the low half of a 64-bit lane: then a lane multiplication
    /// is the 32 x 32 -> 64 bit product that vector units have.
    /// - Returns: the two 64-bit numbers of each block: words (0, 1) and words (2, 3), the even word low.
    @inline(__always)
    static func fourBlocks(
        first: UInt32, counter: SIMD4<UInt32>, key: SIMD2<UInt32>
    ) -> (SIMD4<UInt64>, SIMD4<UInt64>) {
        typealias Lanes = SIMD4<UInt64>
        let low = Lanes(repeating: 0xFFFF_FFFF)
        let half = Lanes(repeating: 32)
        let m0 = Lanes(repeating: UInt64(multiplier0))
        let m1 = Lanes(repeating: UInt64(multiplier1))
        var c0 = (Lanes(repeating: UInt64(first)) &+ Lanes(0, 1, 2, 3)) & low
        var c1 = Lanes(repeating: UInt64(counter[1]))
        var c2 = Lanes(repeating: UInt64(counter[2]))
        var c3 = Lanes(repeating: UInt64(counter[3]))
        var k0 = key[0]
        var k1 = key[1]
        for _ in 0..<rounds {
            let product0 = m0 &* (c0 & low)
            let product1 = m1 &* (c2 & low)
            c0 = (product1 &>> half) ^ c1 ^ Lanes(repeating: UInt64(k0))
            c1 = product1 & low
            c2 = (product0 &>> half) ^ c3 ^ Lanes(repeating: UInt64(k1))
            c3 = product0 & low
            k0 = k0 &+ keyStep0
            k1 = k1 &+ keyStep1
        }
        return (c0 | (c1 &<< half), c2 | (c3 &<< half))
    }
}
