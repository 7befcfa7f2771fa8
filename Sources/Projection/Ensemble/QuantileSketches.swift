import CKernels

/// Many sketches that are filled side by side, block by block.
///
/// The bins of a thousand sketches do not fit in a core's cache, and a block brings only a few hundred values for each.
/// So values wait in a queue of their own sketch, cut to the 32 bits that decide their bin, and are counted when
/// 2,048 have come together: the bins are fetched once for all of them.
///
/// Filled by one worker at a time; different sketches may be read at the same time. Memory: up to 8 KiB for each sketch beside its own, had in parts as queues grow: a
/// thousand members need one of four, two where they are joined.
public final class QuantileSketches {
    /// Number of sketches.
    public let count: Int
    private let sketches: UnsafeMutableBufferPointer<QuantileSketch>
    /// The queues in parts: in each, `partLength` places of every sketch, one sketch after the other.
    private var parts: [UnsafeMutablePointer<UInt32>] = []
    private let waiting: UnsafeMutablePointer<Int>

    private static let partLength = 512
    private static let queueLength = 4 * partLength

    /// Empty sketches.
    public init(count: Int) {
        self.count = count
        sketches = .allocate(capacity: count)
        sketches.initialize(repeating: QuantileSketch())
        waiting = .allocate(capacity: count)
        waiting.initialize(repeating: 0, count: count)
    }

    deinit {
        sketches.deinitialize()
        sketches.deallocate()
        for part in parts { part.deallocate() }
        waiting.deallocate()
    }

    /// Counts values in a sketch. Cost: about 1.5 ns a value.
    public func add(_ values: UnsafeBufferPointer<Double>, to index: Int) {
        precondition(index >= 0 && index < count, "sketch out of range")
        sketches[index].updateExtremes(values)
        enqueue(values.count, to: index) { start, place, length in
            ckernels_upper_words(values.baseAddress! + start, place, length)
        }
    }

    /// A sketch with all values that have come so far.
    ///
    /// Of a small ensemble, whose values all wait still, they are counted at every reading and nothing is kept: bins that
    /// go with their reader are made of the memory of those before, which is in the cache.
    public subscript(index: Int) -> QuantileSketch {
        precondition(index >= 0 && index < count, "sketch out of range")
        if sketches[index].count + sketches[index].invalid > 0 {
            settle(index)
            return sketches[index]
        }
        var sketch = sketches[index]
        visitWaiting(of: index) { sketch.count(upperWords: $0) }
        return sketch
    }

    /// Visits all sketches in their order, with all values that have come so far.
    public func visitAll(_ body: (inout QuantileSketch) -> Void) {
        for index in 0..<count {
            settle(index)
            body(&sketches[index])
        }
    }

    /// Counts all values of other sketches, one by one; the same result in any order.
    ///
    /// What waits in the other sketches waits here: of a small ensemble that is all.
    public func merge(_ other: QuantileSketches) {
        precondition(count == other.count, "sketches of different models")
        for index in 0..<count {
            sketches[index].merge(other.sketches[index])
            other.visitWaiting(of: index) { words in
                enqueue(words.count, to: index) { start, place, length in
                    place.update(from: words.baseAddress! + start, count: length)
                }
            }
        }
    }

    /// Puts values into a queue, and counts what has come together whenever it is full.
    ///
    /// - Parameter fill: writes so many values, from the one at `start` on, to their place.
    private func enqueue(
        _ count: Int, to index: Int, fill: (_ start: Int, _ place: UnsafeMutablePointer<UInt32>, _ length: Int) -> Void
    ) {
        var start = 0
        while start < count {
            let (part, used) = waiting[index].quotientAndRemainder(dividingBy: Self.partLength)
            if part == parts.count { parts.append(.allocate(capacity: self.count * Self.partLength)) }
            let length = min(count - start, Self.partLength - used)
            fill(start, parts[part] + index * Self.partLength + used, length)
            waiting[index] += length
            start += length
            if waiting[index] == Self.queueLength { settle(index) }
        }
    }

    private func settle(_ index: Int) {
        visitWaiting(of: index) { sketches[index].count(upperWords: $0) }
        waiting[index] = 0
    }

    private func visitWaiting(of index: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Void) {
        var left = waiting[index]
        for part in parts where left > 0 {
            let words = UnsafeBufferPointer(start: part + index * Self.partLength, count: min(left, Self.partLength))
            body(words)
            left -= words.count
        }
    }
}
