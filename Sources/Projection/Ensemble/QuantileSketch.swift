/// A mergeable summary of many values, from which quantiles are read.
///
/// A histogram over signed doubles with log-linear bins: every octave is split
/// evenly into 2048 bins (11 mantissa bits), so a bin is at most 2^-11 of its
/// values wide. Counts are integers, so the result does not depend on the order
/// of values or of merges, hence not on the number of threads. Counts lie in
/// pages of half an octave (1024 bins, 4 KiB), allocated when a value falls there.
///
/// Values below 2^-60 in magnitude count as exactly zero. Infinite values keep
/// their place in the order. NaN has none and is counted in `invalid` alone.
///
/// Error of ``quantile(_:)``: less than 2^-11 (0.05%) of the order statistics
/// that it interpolates between; none for the minimum, the maximum, or equal values.
public struct QuantileSketch: Sendable {
    /// Values that have a place in the order.
    public private(set) var count = 0
    /// NaN values.
    public private(set) var invalid = 0
    /// Smallest value, exact; +infinity while empty.
    public private(set) var minimum = Double.infinity
    /// Largest value, exact; -infinity while empty.
    public private(set) var maximum = -Double.infinity

    private var zeros = 0
    private var negativeInfinities = 0
    private var positiveInfinities = 0
    /// Page of each slot from `firstSlot` on, as an index into `counts` / 1024; absent pages are `noPage`.
    private var pageOfSlot: [Int32] = []
    private var firstSlot = 0
    /// The pages, in the order in which they were needed.
    private var counts: [UInt32] = []

    /// Its parts, as documented on each.
    public init() {}

    /// Counts the values. Cost: about 1 ns a value, plus 4 KiB for each half octave seen for the first time.
    public mutating func add(_ values: UnsafeBufferPointer<Double>) {
        precondition(count + values.count <= Int(UInt32.max), "a sketch holds up to 2^32 - 1 values")
        updateExtremes(values)
        var index = 0
        while index < values.count {
            index = addWhilePagesExist(values, from: index)
            if index < values.count {
                addSlowly(values[index])
                index += 1
            }
        }
    }

    /// Counts one value.
    public mutating func add(_ value: Double) {
        withUnsafePointer(to: value) { add(UnsafeBufferPointer(start: $0, count: 1)) }
    }

    /// Counts all values of another sketch; the same result in any order.
    public mutating func merge(_ other: QuantileSketch) {
        precondition(count + other.count <= Int(UInt32.max), "a sketch holds up to 2^32 - 1 values")
        count += other.count
        invalid += other.invalid
        zeros += other.zeros
        negativeInfinities += other.negativeInfinities
        positiveInfinities += other.positiveInfinities
        minimum = min(minimum, other.minimum)
        maximum = max(maximum, other.maximum)
        for (offset, page) in other.pageOfSlot.enumerated() where page != noPage {
            let target = makePage(slot: other.firstSlot + offset)
            let source = Int(page) * binsPerPage
            for bin in 0..<binsPerPage { counts[target + bin] += other.counts[source + bin] }
        }
    }

    /// Quantile of type 7 (Hyndman & Fan 1996, the default of R and numpy):
    /// linear between the order statistics next to (count - 1) p. Inside a bin
    /// the values are taken to lie evenly. NaN while empty.
    ///
    /// Cost: at most one pass over the pages, microseconds.
    public func quantile(_ p: Double) -> Double {
        precondition(p >= 0 && p <= 1, "a quantile's probability lies in 0...1")
        guard count > 0 else { return .nan }
        let rank = Double(count - 1) * p
        let lower = Int(rank)
        let fraction = rank - Double(lower)
        let low = orderStatistic(lower)
        if fraction == 0 { return low }
        let high = orderStatistic(lower + 1)
        // The difference of infinite values is not a number.
        if low == high || low == -.infinity { return low }
        return low + fraction * (high - low)
    }
}

/// Mantissa bits kept, the number of low bits dropped, and bins of half an octave.
private let binShift: UInt64 = 52 - 11
private let binsPerPage = 1024
private let noPage: Int32 = -1
/// Half octaves are numbered from 1 at 2^-60; that of 2^1024, where infinity and NaN live, is beyond the last.
private let slotOffset = (1023 - 60) * 2 - 1
private let slotLimit = 2047 * 2 - slotOffset

extension QuantileSketch {
    /// Fast path: counts until a value has no page, is zero, or is not finite; returns its index.
    private mutating func addWhilePagesExist(_ values: UnsafeBufferPointer<Double>, from start: Int) -> Int {
        var index = start
        let first = firstSlot
        counts.withUnsafeMutableBufferPointer { counts in
            pageOfSlot.withUnsafeBufferPointer { pages in
                while index < values.count {
                    let bits = values[index].bitPattern
                    let magnitude = Int(truncatingIfNeeded: bits >> 51 & 0xFFF) &- slotOffset
                    let sign = Int(Int64(bitPattern: bits) >> 63)
                    let slot = ((magnitude ^ sign) &- sign) &- first
                    guard UInt(bitPattern: magnitude &- 1) < UInt(slotLimit - 1), UInt(bitPattern: slot) < pages.count,
                        pages[slot] != noPage
                    else { return }
                    let bin = Int(truncatingIfNeeded: bits >> binShift & 0x3FF)
                    counts[Int(pages[slot]) &* binsPerPage &+ bin] &+= 1
                    index &+= 1
                }
            }
        }
        count += index - start
        return index
    }

    private mutating func addSlowly(_ value: Double) {
        if value.isNaN {
            invalid += 1
            return
        }
        count += 1
        if value.magnitude < 0x1p-60 {
            zeros += 1
        } else if value == .infinity {
            positiveInfinities += 1
        } else if value == -.infinity {
            negativeInfinities += 1
        } else {
            let bits = value.bitPattern
            let magnitude = Int(bits >> 51 & 0xFFF) - slotOffset
            let start = makePage(slot: value < 0 ? -magnitude : magnitude)
            counts[start + Int(bits >> binShift & 0x3FF)] += 1
        }
    }

    /// Index in `counts` of the slot's page, which is added if absent.
    private mutating func makePage(slot: Int) -> Int {
        if pageOfSlot.isEmpty { firstSlot = slot }
        if slot < firstSlot {
            pageOfSlot.insert(contentsOf: repeatElement(noPage, count: firstSlot - slot), at: 0)
            firstSlot = slot
        }
        while slot >= firstSlot + pageOfSlot.count { pageOfSlot.append(noPage) }
        if pageOfSlot[slot - firstSlot] == noPage {
            pageOfSlot[slot - firstSlot] = Int32(counts.count / binsPerPage)
            counts.append(contentsOf: repeatElement(0, count: binsPerPage))
        }
        return Int(pageOfSlot[slot - firstSlot]) * binsPerPage
    }

    /// A pass of its own: eight lanes at once. Comparisons with NaN are false, so NaN changes nothing.
    private mutating func updateExtremes(_ values: UnsafeBufferPointer<Double>) {
        var low = SIMD8<Double>(repeating: minimum)
        var high = SIMD8<Double>(repeating: maximum)
        let whole = values.count & ~7
        for start in stride(from: 0, to: whole, by: 8) {
            let lanes = UnsafeRawPointer(values.baseAddress! + start).loadUnaligned(as: SIMD8<Double>.self)
            low.replace(with: lanes, where: lanes .< low)
            high.replace(with: lanes, where: lanes .> high)
        }
        for value in values[whole...] {
            if value < low[0] { low[0] = value }
            if value > high[0] { high[0] = value }
        }
        minimum = low.min()
        maximum = high.max()
        if minimum.magnitude < 0x1p-60 { minimum = 0 }
        if maximum.magnitude < 0x1p-60 { maximum = 0 }
    }

    /// The value of rank 0 ..< count in ascending order, to within its bin.
    private func orderStatistic(_ rank: Int) -> Double {
        if rank == 0 { return minimum }
        if rank == count - 1 { return maximum }
        var before = negativeInfinities
        if rank < before { return -.infinity }
        let firstPositive = min(max(-firstSlot, 0), pageOfSlot.count)
        for offset in 0..<firstPositive {
            if let value = findInPage(offset, rank: rank, before: &before) { return value }
        }
        before += zeros
        if rank < before { return 0 }
        for offset in firstPositive..<pageOfSlot.count {
            if let value = findInPage(offset, rank: rank, before: &before) { return value }
        }
        return .infinity
    }

    /// The value of the rank if the page holds it; else adds the page's count to `before`.
    private func findInPage(_ offset: Int, rank: Int, before: inout Int) -> Double? {
        guard pageOfSlot[offset] != noPage else { return nil }
        let start = Int(pageOfSlot[offset]) * binsPerPage
        let inPage = Int(counts[start..<start + binsPerPage].reduce(0, &+))
        if rank >= before + inPage {
            before += inPage
            return nil
        }
        let slot = firstSlot + offset
        for step in 0..<binsPerPage {
            // Larger magnitudes come first among negative values.
            let bin = slot < 0 ? binsPerPage - 1 - step : step
            let inBin = Int(counts[start + bin])
            if rank < before + inBin {
                let position = (Double(rank - before) + 0.5) / Double(inBin)
                return min(max(valueInBin(slot: slot, bin: bin, position: position), minimum), maximum)
            }
            before += inBin
        }
        return nil
    }

    /// The value at `position` (0 at the lower end, 1 at the upper) of a bin.
    private func valueInBin(slot: Int, bin: Int, position: Double) -> Double {
        let bits = UInt64(Int(slot.magnitude) + slotOffset) << 51 | UInt64(bin) << binShift
        let inner = Double(bitPattern: bits)
        let width = Double(sign: .plus, exponent: inner.exponent - 11, significand: 1)
        return slot < 0 ? -(inner + (1 - position) * width) : inner + position * width
    }
}
