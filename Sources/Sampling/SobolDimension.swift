/// One coordinate of the points of a scrambled Sobol sequence.
///
/// The points of a prefix of 2^m fill the cube evenly: each interval of length 2^−m of a coordinate holds exactly one, and
/// low-dimensional boxes hold nearly their share. The scrambling is Matoušek's random linear one with a digital shift (J.
/// Matoušek 1998, On the L2-discrepancy for anchored boxes, Journal of Complexity 14): digit i of a coordinate becomes its
/// own plus a random combination of the digits above it, plus a random digit. Every point is then uniform by itself, the
/// evenness stays, and the mean over points has the variance of Owen's nested scrambling, as that depends on pairs of
/// points alone (A. B. Owen 2003, Variance with alternative scramblings of digital nets, ACM TOMACS 13).
///
/// A coordinate depends on the seed, the dimension and the number of the point alone. Memory: 32 words.
public struct SobolDimension: Sendable {
    /// Dimensions that there are.
    public static let count = SobolDirections.count
    /// Points that there are.
    public static let pointLimit: UInt64 = 1 << UInt64(SobolDirections.bits)

    /// Scrambled direction numbers.
    private let directions: [UInt32]
    private let shift: UInt32

    /// - Parameters:
    ///   - dimension: from 0 to ``count`` − 1; low ones are the most even together.
    ///   - seed: of the scrambling; nil for the plain sequence, whose first point is the origin.
    /// - Precondition: the dimension is in range.
    public init(_ dimension: Int, seed: UInt64?) {
        let plain = SobolDirections.numbers(of: dimension)
        guard let seed else {
            (directions, shift) = (plain, 0)
            return
        }
        let stream = RandomStream(seed: seed, purpose: "sobol", item: String(dimension))
        func word(_ member: Int) -> UInt32 { UInt32(stream.uniform(step: 0, member: UInt64(member)) * 0x1p32) }
        // Row i of a lower triangular matrix: digit i itself, and random ones above it.
        let rows = (0..<SobolDirections.bits).map { digit -> UInt32 in
            let own = UInt32(1) << UInt32(SobolDirections.bits - 1 - digit)
            return own | (word(digit) & ~(own | (own - 1)))
        }
        directions = plain.map { number in
            rows.reduce(0) { $0 << 1 | UInt32(($1 & number).nonzeroBitCount & 1) }
        }
        shift = word(SobolDirections.bits)
    }

    /// The coordinate of a point: an odd multiple of 2^−33, so never 0 or 1, and never 1/2.
    public func uniform(point: UInt64) -> Double {
        precondition(point < Self.pointLimit, "points are numbered below 2^32")
        return unitInterval(digits(UInt32(point)))
    }

    /// Fills the buffer with the coordinates of the points from `firstPoint` on, each as ``uniform(point:)``.
    ///
    /// Cost: a few operations a point.
    public func fill(firstPoint: UInt64, into buffer: UnsafeMutableBufferPointer<Double>) {
        guard !buffer.isEmpty else { return }
        precondition(
            firstPoint < Self.pointLimit && UInt64(buffer.count) <= Self.pointLimit - firstPoint,
            "points are numbered below 2^32")
        // From one point to the next the digits up to the first 0 change: all their direction numbers at once.
        var sum: UInt32 = 0
        let steps = directions.map { direction -> UInt32 in
            sum ^= direction
            return sum
        }
        var digits = digits(UInt32(firstPoint))
        for index in buffer.indices {
            buffer[index] = unitInterval(digits)
            let trailingOnes = (~(firstPoint + UInt64(index))).trailingZeroBitCount
            if trailingOnes < steps.count { digits ^= steps[trailingOnes] }
        }
    }

    private func digits(_ point: UInt32) -> UInt32 {
        var (digits, rest, index) = (shift, point, 0)
        while rest != 0 {
            if rest & 1 == 1 { digits ^= directions[index] }
            rest >>= 1
            index += 1
        }
        return digits
    }
}

private func unitInterval(_ digits: UInt32) -> Double { (Double(digits) + 0.5) * 0x1p-32 }
