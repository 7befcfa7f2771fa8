extension QuantileSketch {
    /// Quantile of type 7 (Hyndman & Fan 1996, the default of R and numpy):
    /// linear between the order statistics next to (count - 1) p. Inside a bin
    /// the values are taken to lie evenly. NaN while empty.
    ///
    /// Cost: as ``quantiles(_:)``.
    public func quantile(_ p: Double) -> Double { quantiles([p])[0] }

    /// Quantiles of several probabilities, each as ``quantile(_:)``.
    ///
    /// Cost: one pass over the pages, microseconds.
    /// - Precondition: the probabilities ascend.
    public func quantiles(_ probabilities: [Double]) -> [Double] {
        precondition(
            probabilities.allSatisfy { $0 >= 0 && $0 <= 1 }, "a quantile's probability lies in 0...1")
        precondition(zip(probabilities, probabilities.dropFirst()).allSatisfy { $0 <= $1 }, "probabilities ascend")
        guard count > 0 else { return probabilities.map { _ in .nan } }
        let ranks = probabilities.map { Double(count - 1) * $0 }
        // The order statistics below and above each, in ascending order, each once.
        var wanted: [Int] = []
        for rank in ranks.flatMap({ [Int($0), min(Int($0) + 1, count - 1)] }) where rank > wanted.last ?? -1 {
            wanted.append(rank)
        }
        let values = orderStatistics(wanted)
        return ranks.map { rank in
            let place = wanted.firstIndex(of: Int(rank))!
            let (low, high) = (values[place], values[min(place + 1, values.count - 1)])
            let fraction = rank - Double(Int(rank))
            // The difference of infinite values is not a number.
            if fraction == 0 || low == high || low == -.infinity { return low }
            return low + fraction * (high - low)
        }
    }

    /// The values of ranks 0 ..< count in ascending order, to within their bins.
    private func orderStatistics(_ ranks: [Int]) -> [Double] {
        var search = RankSearch(ranks: ranks)
        search.take(negativeInfinities, of: -.infinity)
        let firstPositive = min(max(-firstSlot, 0), pageOfSlot.count)
        for offset in 0..<firstPositive { find(&search, inPageAt: offset) }
        search.take(zeros, of: 0)
        for offset in firstPositive..<pageOfSlot.count { find(&search, inPageAt: offset) }
        search.take(positiveInfinities, of: .infinity)
        // The ends are known exactly.
        return zip(ranks, search.found).map { $0 == 0 ? minimum : $0 == count - 1 ? maximum : $1 }
    }

    /// Finds the values of the ranks that the page holds.
    private func find(_ search: inout RankSearch, inPageAt offset: Int) {
        guard search.isOpen, pageOfSlot[offset] != noPage else { return }
        let (slot, binsPerPage) = (firstSlot + offset, binsPerPage)
        let start = Int(pageOfSlot[offset]) * binsPerPage
        counts[start..<start + binsPerPage].withUnsafeBufferPointer { counts in
            // Most runs of bins are passed over by their sum. Larger magnitudes come first among negative values.
            for step in 0..<binsPerPage / binsPerRun where search.isOpen {
                let run = (slot < 0 ? binsPerPage / binsPerRun - 1 - step : step) * binsPerRun
                var inRun: UInt32 = 0
                for bin in run..<run + binsPerRun { inRun &+= counts[bin] }
                guard search.next < search.before + Int(inRun) else {
                    search.before += Int(inRun)
                    continue
                }
                for inner in 0..<binsPerRun {
                    let bin = run + (slot < 0 ? binsPerRun - 1 - inner : inner)
                    let inBin = Int(counts[bin])
                    while search.next < search.before + inBin {
                        let position = (Double(search.next - search.before) + 0.5) / Double(inBin)
                        let value = valueInBin(slot: slot, bin: bin, position: position)
                        search.found.append(min(max(value, minimum), maximum))
                    }
                    search.before += inBin
                }
            }
        }
    }

    /// The value at `position` (0 at the lower end, 1 at the upper) of a bin.
    private func valueInBin(slot: Int, bin: Int, position: Double) -> Double {
        let bits = UInt64(Int(slot.magnitude) + slotOffset) << 51 | UInt64(bin) << UInt64(52 - finestBits + coarseness)
        let inner = Double(bitPattern: bits)
        let width = Double(sign: .plus, exponent: inner.exponent - finestBits + coarseness, significand: 1)
        return slot < 0 ? -(inner + (1 - position) * width) : inner + position * width
    }
}

private let binsPerRun = 32

/// A walk through the values in ascending order that stops at wanted ranks.
private struct RankSearch {
    /// Ascending, each once.
    let ranks: [Int]
    /// Values of the ranks found so far.
    var found: [Double] = []
    /// Values passed so far.
    var before = 0

    init(ranks: [Int]) {
        self.ranks = ranks
        found.reserveCapacity(ranks.count)
    }

    var isOpen: Bool { found.count < ranks.count }
    /// The rank that is looked for; beyond all where none is.
    var next: Int { isOpen ? ranks[found.count] : .max }

    /// Passes values that are equal.
    mutating func take(_ count: Int, of value: Double) {
        while next < before + count { found.append(value) }
        before += count
    }
}
