import Projection
import Testing

@Suite struct DyadicSumsTests {
    /// Numbers of very different size, so that every order of additions rounds in another way.
    private static let blocks: [[Double]] = (0..<37).map { (block: Int) -> [Double] in
        let small = 1 / Double(3 * block + 1)
        let large = Double((block * 7919) % 101) * 1e9 + 0.1
        return [small, large, block.isMultiple(of: 2) ? 1e16 : -1e16]
    }

    private func sums(of blocks: some Sequence<Int>) -> DyadicSums {
        var sums = DyadicSums()
        for block in blocks { sums.add(Self.blocks[block], of: .init(level: 0, place: block)) }
        return sums
    }

    /// 7 blocks make nodes of 4, 2 and 1: ((0 + 1) + (2 + 3)) + (4 + 5) + 6.
    @Test func sevenBlocksAreAddedAsTheTreeSays() {
        let x = Self.blocks.map { $0[0] }
        let four: Double = (x[0] + x[1]) + (x[2] + x[3])
        let two: Double = x[4] + x[5]
        #expect(sums(of: 0..<7).total[0] == (four + two) + x[6])
        #expect(sums(of: 0..<7).ordered.map(\.node.level) == [2, 1, 0])
    }

    @Test(arguments: 1...6) func theOrderOfBlocksDoesNotMatter(step: Int) {
        // 37 is prime: the multiples of a step are all blocks, in another order.
        let scattered = (0..<37).map { ($0 * step) % 37 }
        #expect(sums(of: scattered) == sums(of: 0..<37))
    }

    @Test func rangesOfBlocksJoinToTheSameBits() {
        let whole = sums(of: 0..<37)
        for first in 1..<36 {
            for second in first..<37 {
                var joined = sums(of: second..<37)
                joined.join(sums(of: 0..<first))
                joined.join(sums(of: first..<second))
                #expect(joined == whole && joined.total == whole.total)
            }
        }
    }

    /// At most 2 log₂ n nodes of n neighbouring blocks.
    @Test func fewVectorsAreKept() {
        for first in 0..<37 { #expect(sums(of: first..<37).nodes.count <= 10) }
        #expect(sums(of: 0..<32).nodes.count == 1)
    }
}
