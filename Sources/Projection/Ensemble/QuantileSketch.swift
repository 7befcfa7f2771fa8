import CKernels

/// A mergeable summary of many values, from which quantiles are read.
///
/// A histogram over signed doubles with log-linear bins: every half octave in which values fall has a page of bins of one
/// width. Up to two pages have 1024 bins each, up to four 512, up to eight 256, and more than eight 128: the wider values
/// spread, the coarser bins may be, and a sketch stays small enough for a cache that holds hundreds of them.
///
/// Counts are integers, and the width of bins depends on which half octaves have values, not on the order in which they
/// came, so neither does the result: not on the order of merges, hence not on the number of threads.
///
/// Values below 2^-60 in magnitude count as exactly zero. Infinite values keep
/// their place in the order. NaN has none and is counted in `invalid` alone.
///
/// Error of ``quantile(_:)``: less than a bin of the order statistics that it interpolates between, which is 2^-11 (0.05%)
/// of them where all values lie within an octave and at most 2^-8 (0.4%) where they spread over many; far less where bins
/// hold many values, as they are taken to lie evenly in their bin. None for the minimum, the maximum, or equal values.
public struct QuantileSketch: Sendable {
    /// Values that have a place in the order.
    public internal(set) var count = 0
    /// NaN values.
    public internal(set) var invalid = 0
    /// Smallest value, exact; +infinity while empty.
    public internal(set) var minimum = Double.infinity
    /// Largest value, exact; -infinity while empty.
    public internal(set) var maximum = -Double.infinity

    var zeros = 0
    var negativeInfinities = 0
    var positiveInfinities = 0
    /// Page of each slot from `firstSlot` on, counted in pages of `counts`; absent pages are `noPage`.
    var pageOfSlot: [Int32] = []
    var firstSlot = 0
    /// The pages, in the order in which they were needed.
    var counts: [UInt32] = []
    private var pages = 0
    /// How often the bins were made twice as wide.
    var coarseness = 0

    var binsPerPage: Int { finestBinsPerPage >> coarseness }

    /// Its parts, as documented on each.
    public init() {}

    /// Counts the values. Cost: about 1 ns a value.
    public mutating func add(_ values: UnsafeBufferPointer<Double>) {
        updateExtremes(values)
        guard let base = values.baseAddress else { return }
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: values.count) { words in
            ckernels_upper_words(base, words.baseAddress!, values.count)
            count(upperWords: UnsafeBufferPointer(words))
        }
    }

    /// Counts values by the upper 32 bits of each: sign, exponent and 20 of the mantissa, more than a bin needs.
    ///
    /// The extremes are not touched; whoever calls has seen to them.
    mutating func count(upperWords words: UnsafeBufferPointer<UInt32>) {
        precondition(count + words.count <= Int(UInt32.max), "a sketch holds up to 2^32 - 1 values")
        var index = 0
        while index < words.count {
            index = addWhilePagesExist(words, from: index)
            if index < words.count {
                addSlowly(Double(bitPattern: UInt64(words[index]) << 32))
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
        while coarseness < other.coarseness { coarsen() }
        for (offset, page) in other.pageOfSlot.enumerated() where page != noPage {
            let target = makePage(slot: other.firstSlot + offset)
            let source = Int(page) * other.binsPerPage
            let narrower = coarseness - other.coarseness
            for bin in 0..<other.binsPerPage { counts[target + bin >> narrower] += other.counts[source + bin] }
        }
    }
}

/// Mantissa bits that the finest bins keep (one of them picks the half octave), and bins of half an octave.
let finestBits = 11
let finestBinsPerPage = 1024
/// Pages that a sketch may have before its bins are made twice as wide, and how often that is done at most.
let finestPages = 2
let mostCoarseness = 3
let noPage: Int32 = -1
/// Half octaves are numbered from 1 at 2^-60; that of 2^1024, where infinity and NaN live, is beyond the last.
let slotOffset = (1023 - 60) * 2 - 1
private let slotLimit = 2047 * 2 - slotOffset

extension QuantileSketch {
    /// Fast path: counts until a value has no page, is zero, or is not finite; returns its index.
    private mutating func addWhilePagesExist(_ words: UnsafeBufferPointer<UInt32>, from start: Int) -> Int {
        var index = start
        let first = firstSlot
        let (shift, mask, perPage) = (UInt32(20 - finestBits + coarseness), UInt32(binsPerPage - 1), binsPerPage)
        counts.withUnsafeMutableBufferPointer { counts in
            pageOfSlot.withUnsafeBufferPointer { pages in
                while index < words.count {
                    let bits = words[index]
                    let magnitude = Int(truncatingIfNeeded: bits >> 19 & 0xFFF) &- slotOffset
                    let sign = Int(Int32(bitPattern: bits) >> 31)
                    let slot = ((magnitude ^ sign) &- sign) &- first
                    guard UInt(bitPattern: magnitude &- 1) < UInt(slotLimit - 1), UInt(bitPattern: slot) < pages.count,
                        pages[slot] != noPage
                    else { return }
                    let bin = Int(truncatingIfNeeded: bits &>> shift & mask)
                    counts[Int(pages[slot]) &* perPage &+ bin] &+= 1
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
            counts[start + Int(bits >> UInt64(52 - finestBits + coarseness)) & (binsPerPage - 1)] += 1
        }
    }

    /// Index in `counts` of the slot's page, which is added if absent.
    mutating func makePage(slot: Int) -> Int {
        if pageOfSlot.isEmpty { firstSlot = slot }
        if slot < firstSlot {
            pageOfSlot.insert(contentsOf: repeatElement(noPage, count: firstSlot - slot), at: 0)
            firstSlot = slot
        }
        while slot >= firstSlot + pageOfSlot.count { pageOfSlot.append(noPage) }
        if pageOfSlot[slot - firstSlot] == noPage {
            if pages == finestPages << coarseness, coarseness < mostCoarseness { coarsen() }
            pageOfSlot[slot - firstSlot] = Int32(pages)
            pages += 1
            counts.append(contentsOf: repeatElement(0, count: binsPerPage))
        }
        return Int(pageOfSlot[slot - firstSlot]) * binsPerPage
    }

    /// Makes all bins twice as wide.
    private mutating func coarsen() {
        for pair in 0..<counts.count / 2 { counts[pair] = counts[2 * pair] + counts[2 * pair + 1] }
        counts.removeLast(counts.count / 2)
        coarseness += 1
    }

    /// A pass of its own: eight lanes at once. Comparisons with NaN are false, so NaN changes nothing.
    mutating func updateExtremes(_ values: UnsafeBufferPointer<Double>) {
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
}
