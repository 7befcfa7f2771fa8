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
}
