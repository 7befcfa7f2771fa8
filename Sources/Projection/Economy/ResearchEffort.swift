import RealModule

/// How a lasting rise of R&D effort raises the knowledge stock above its
/// reference path.
///
/// In the reference the stock R grows at g and effort replaces what
/// depreciates, RD = (g + δ) R. With effort raised by a share a_t the ratio
/// q = R / R_ref follows q_t = ((1 − δ) q_{t−1} + (g + δ)(1 + a_{t−1})) / (1 + g),
/// and competitiveness deviates by κ̃_t = γ (ln q_t − ln q_{t−1}). Without a
/// lever q stays 1 and κ̃ 0: observed growth already contains past R&D.
struct ResearchStock {
    /// R / R_ref of each member.
    private(set) var ratio: [Double]

    init(members: Int) { ratio = [Double](repeating: 1, count: members) }

    /// Moves one year on and returns the log change of the ratio of one member.
    ///
    /// - Parameters:
    ///   - increase: a, the share by which effort of the year before was raised.
    mutating func advance(member: Int, increase: Double, depreciation: Double, stockGrowth: Double) -> Double {
        let old = ratio[member]
        // The formula above, written so that q stays exactly 1 without an increase.
        let new = old + (stockGrowth + depreciation) * (1 + increase - old) / (1 + stockGrowth)
        ratio[member] = new
        return Double.log(new / old)
    }
}
