/// Which attempt at the starting sizes of each portfolio was accepted, by member.
///
/// Sizes are drawn until they agree with what is known of them, before any observation moves them: a member accepts the
/// same attempt whatever is learned. So it is found once, and later projections draw that attempt alone.
public struct AcceptedAttempts: Sendable {
    /// Numbers of the members.
    let range: Range<Int>
    /// Portfolio × member, from 0.
    private let attempts: [[UInt16]]

    /// - Parameter blocks: of a projection with nothing learned: number of the first member, and its
    ///   ``BlockProjection/acceptedAttempts``. All members of the range.
    public init(_ range: Range<Int>, blocks: [(first: Int, attempts: [[UInt16]])]) {
        self.range = range
        let ordered = blocks.sorted { $0.first < $1.first }.map(\.attempts)
        let portfolios = ordered.first?.count ?? 0
        attempts = (0..<portfolios).map { portfolio in ordered.flatMap { $0[portfolio] } }
        precondition(attempts.allSatisfy { $0.count == range.count }, "attempts of all members")
    }

    var portfolios: Int { attempts.count }

    /// The attempt of a member of the first population. What lies beyond the last one is padding, whose sizes nobody reads:
    /// it gets the last one's.
    func attempt(of member: Int, portfolio: Int) -> Int {
        Int(attempts[portfolio][min(member, range.upperBound - 1) - range.lowerBound])
    }
}
