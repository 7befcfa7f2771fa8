/// Sketches of groups of members that do not weigh the same, added up.
///
/// Every value has the weight of its group as its mass. Weights of few significant bits keep the masses exact, so that
/// groups may be added in any order, as long as the heaviest is not 2^20 times the lightest or so.
public struct WeightedSketch: Sendable, Equatable {
    private var invalid = 0.0
    private var minimum = Double.infinity
    private var maximum = -Double.infinity
    private var negativeInfinities = 0.0
    private var zeros = 0.0
    private var positiveInfinities = 0.0
    /// Masses of the bins of each half octave with a value, numbered and binned as in ``QuantileSketch``.
    private var pages: [Int: [Double]] = [:]
    /// How often the bins were made twice as wide.
    private var coarseness = 0

    /// No values yet.
    public init() {}

    /// Adds the values of a sketch. Cost: one pass over its pages.
    public mutating func add(_ sketch: QuantileSketch, weight: Double) {
        invalid += weight * Double(sketch.invalid)
        minimum = min(minimum, sketch.minimum)
        maximum = max(maximum, sketch.maximum)
        negativeInfinities += weight * Double(sketch.negativeInfinities)
        zeros += weight * Double(sketch.zeros)
        positiveInfinities += weight * Double(sketch.positiveInfinities)
        coarsen(to: sketch.coarseness)
        sketch.counts.withUnsafeBufferPointer { counts in
            for (offset, page) in sketch.pageOfSlot.enumerated() where page != noPage {
                let first = Int(page) * sketch.binsPerPage
                add(slot: sketch.firstSlot + offset, of: sketch.coarseness) { weight * Double(counts[first + $0]) }
            }
        }
    }

    /// Adds the values of another, each with its mass times a factor: a power of two, so that nothing is rounded.
    public mutating func join(_ other: WeightedSketch, times factor: Double) {
        invalid += factor * other.invalid
        minimum = min(minimum, other.minimum)
        maximum = max(maximum, other.maximum)
        negativeInfinities += factor * other.negativeInfinities
        zeros += factor * other.zeros
        positiveInfinities += factor * other.positiveInfinities
        coarsen(to: other.coarseness)
        for (slot, masses) in other.pages { add(slot: slot, of: other.coarseness) { factor * masses[$0] } }
    }

    /// Multiplies all masses by a power of two.
    public mutating func scale(by factor: Double) {
        let whole = self
        self = WeightedSketch()
        join(whole, times: factor)
    }

    /// Adds the masses of a slot, in bins that are as wide as these or narrower.
    private mutating func add(slot: Int, of finer: Int, _ mass: (Int) -> Double) {
        if pages[slot] == nil { addPage(slot) }
        let narrower = coarseness - finer
        pages[slot]!.withUnsafeMutableBufferPointer { bins in
            for bin in 0..<finestBinsPerPage >> finer { bins[bin >> narrower] += mass(bin) }
        }
    }

    /// The number of pages decides how wide bins are, as in ``QuantileSketch``.
    private mutating func addPage(_ slot: Int) {
        if pages.count == finestPages << coarseness, coarseness < mostCoarseness { coarsen(to: coarseness + 1) }
        pages[slot] = [Double](repeating: 0, count: finestBinsPerPage >> coarseness)
    }

    private mutating func coarsen(to wide: Int) {
        while coarseness < wide {
            for (slot, masses) in pages {
                pages[slot] = (0..<masses.count / 2).map { masses[2 * $0] + masses[2 * $0 + 1] }
            }
            coarseness += 1
        }
    }

    /// A sketch of whole values: the mass up to every bin, times a factor, is rounded to a number of values.
    ///
    /// Masses that are whole numbers after the multiplication come back exactly; otherwise the rank of a value is off by
    /// half a member at most.
    public func sketch(times factor: Double) -> QuantileSketch {
        var (cumulated, counted) = (0.0, 0)
        func values(_ mass: Double) -> Int {
            cumulated += mass
            let rank = Int((cumulated * factor).rounded())
            defer { counted = rank }
            return rank - counted
        }
        var sketch = QuantileSketch()
        let slots = pages.keys.sorted()
        // All before the first is filled: their number decides how wide the bins are.
        for slot in slots { _ = sketch.makePage(slot: slot) }
        func fill(_ slot: Int) {
            let masses = pages[slot]!
            let first = sketch.makePage(slot: slot)
            for step in masses.indices {
                // Larger magnitudes come first among negative values.
                let bin = slot < 0 ? masses.count - 1 - step : step
                sketch.counts[first + bin] = UInt32(values(masses[bin]))
            }
        }
        sketch.invalid = values(invalid)
        sketch.negativeInfinities = values(negativeInfinities)
        for slot in slots where slot < 0 { fill(slot) }
        sketch.zeros = values(zeros)
        for slot in slots where slot > 0 { fill(slot) }
        sketch.positiveInfinities = values(positiveInfinities)
        sketch.count = counted - sketch.invalid
        sketch.minimum = minimum
        sketch.maximum = maximum
        return sketch
    }
}

extension WeightedSketch {
    /// Writes all masses; runs of empty bins take two bytes.
    public func write(to writer: inout ByteWriter) {
        for value in [invalid, minimum, maximum, negativeInfinities, zeros, positiveInfinities] { writer.write(value) }
        writer.write(pages.count)
        for slot in pages.keys.sorted() {
            writer.write(signed: slot)
            let masses = pages[slot]!
            var bin = 0
            while bin < masses.count {
                writer.write(masses[bin])
                guard masses[bin] == 0 else {
                    bin += 1
                    continue
                }
                let end = masses[bin...].firstIndex { $0 != 0 } ?? masses.count
                writer.write(end - bin)
                bin = end
            }
        }
    }

    /// Reads what was written.
    public init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        invalid = try reader.double()
        minimum = try reader.double()
        maximum = try reader.double()
        negativeInfinities = try reader.double()
        zeros = try reader.double()
        positiveInfinities = try reader.double()
        let count = try reader.count()
        while coarseness < mostCoarseness, count > finestPages << coarseness { coarseness += 1 }
        let binsPerPage = finestBinsPerPage >> coarseness
        for _ in 0..<count {
            let slot = try reader.signed()
            var masses: [Double] = []
            masses.reserveCapacity(binsPerPage)
            while masses.count < binsPerPage {
                let mass = try reader.double()
                let run = mass == 0 ? try reader.count() : 1
                guard run > 0, masses.count + run <= binsPerPage else { throw ByteReader.Malformed() }
                masses.append(contentsOf: repeatElement(mass, count: run))
            }
            pages[slot] = masses
        }
    }
}
