extension RunPlan {
    /// Members of the whole run that learn together, one range after the other.
    ///
    /// Learning keeps numbers of every member, so that a run of many members learns in cohorts, each by itself, of a power
    /// of two of blocks; the last one takes a rest of less than half a cohort besides. Where nothing is learned there is
    /// one cohort of any size.
    var cohorts: [Range<Int>] {
        guard learns else { return [0..<members] }
        var size = blockSize
        while 2 * size <= cohortSize { size *= 2 }
        let count = max((members + size / 2) / size, 1)
        return (0..<count).map { $0 * size..<($0 == count - 1 ? members : ($0 + 1) * size) }
    }

    /// The members of a shard: whole cohorts where there are enough of them, else whole blocks.
    ///
    /// - Throws: `ShardError`.
    func members(of shard: Shard) throws(ShardError) -> Range<Int> {
        let cohorts = cohorts
        if learns, shard.count <= cohorts.count {
            let own = cohorts[shard.share(of: cohorts.count)]
            return own.first!.lowerBound..<own.last!.upperBound
        }
        let blocks = (members + blockSize - 1) / blockSize
        guard shard.count <= blocks else {
            throw .tooMany(shards: shard.count, members: members, blockSize: blockSize)
        }
        let own = shard.share(of: blocks)
        return own.lowerBound * blockSize..<min(own.upperBound * blockSize, members)
    }

    /// Learns and projects with some members, a cohort after the other: those of the whole run where the range is made up
    /// of them, else the range itself.
    ///
    /// - Throws: `ModelError`, `LearningError`.
    func tally(of range: Range<Int>, progress: (@Sendable (Int) -> Void)?) throws -> Tally {
        let inside = cohorts.filter { $0.clamped(to: range) == $0 }
        let covers = inside.reduce(0) { $0 + $1.count } == range.count
        var tally = Tally()
        for cohort in covers ? inside : [range] {
            let done = cohort.lowerBound - range.lowerBound
            tally.add(try run(cohort) { progress?(done + $0) })
        }
        return tally
    }
}
