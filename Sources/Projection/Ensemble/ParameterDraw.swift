import Elementwise
import RealModule
import Sampling
import Scenarios

/// A number of the scenario, ready to be drawn for a block of members.
///
/// Draws are keyed by seed, purpose, the value's id, the step (0 when drawn
/// once, else the year) and the member, so that a member keeps its luck
/// whatever else the scenario contains.
struct ParameterDraw: Sendable {
    let distribution: Distribution
    let redraw: UncertainValue.Redraw
    let stream: RandomStream
    /// Where the value is kept for the attribution of variance; nil when it is
    /// not one number per member.
    let input: Int?

    /// - Parameter item: distinguishes draws of one value for several items (`per: unit`).
    init(_ value: UncertainValue, seed: UInt64, item: String = "", input: Int? = nil) {
        distribution = value.distribution
        redraw = value.redraw
        stream = RandomStream(seed: seed, purpose: "parameter", item: item.isEmpty ? value.id : value.id + "/" + item)
        self.input = input
    }

    var isConstant: Bool { distribution.isConstant }

    /// Values of `year` for the members of a block.
    ///
    /// - Parameter settled: the year whose projection needs them, where that is another one.
    func fill(year: Int, settled: Int? = nil, _ draws: BlockDraws, into buffer: UnsafeMutableBufferPointer<Double>) {
        if distribution.isConstant {
            buffer.update(repeating: distribution.median)
            return
        }
        let yearly = redraw == .year
        draws.quantiles(
            of: distribution, stream, step: yearly ? UInt32(truncatingIfNeeded: year) : 0,
            settled: yearly ? settled ?? year : nil, into: buffer)
    }

    /// Values that are drawn once, whatever observations have taught.
    ///
    /// - Parameter step: attempt at a value, from 0.
    func fillUnmoved(_ draws: BlockDraws, step: UInt32 = 0, into buffer: UnsafeMutableBufferPointer<Double>) {
        if distribution.isConstant {
            buffer.update(repeating: distribution.median)
            return
        }
        draws.unmoved(stream, step: step, into: buffer)
        distribution.fill(quantilesOf: buffer)
    }
}

/// The uncertain inputs of a model that are one number per member, in the order
/// of their columns: what the variance of an outcome is attributed to.
public struct InputRegistry: Sendable {
    /// An input with the letter of its source; nil where it has none.
    public struct Entry: Sendable {
        public let input: InputName
        public let quality: Quality?
        /// What files and messages call it.
        public var name: String { input.text }
    }
    public private(set) var entries: [Entry] = []

    mutating func register(_ input: InputName, quality: Quality?) -> Int {
        entries.append(Entry(input: input, quality: quality))
        return entries.count - 1
    }

    /// A column for `value` when it is uncertain and drawn once per member, else nil.
    mutating func register(_ value: UncertainValue, as input: InputName) -> Int? {
        guard value.redraw == .once, !value.distribution.isConstant else { return nil }
        return register(input, quality: value.quality)
    }
}

/// Rates below it count as it: nothing falls by more than 99% in a year.
let lowestRate = -0.99

/// The log change that a rate stands for: ln(1 + rate), never below a fall of 99%.
@inline(__always)
func logGrowth(_ rate: Double) -> Double { Double.log(onePlus: max(rate, lowestRate)) }

/// Replaces rates by the log changes that they stand for.
func takeLogGrowth(_ rates: UnsafeMutableBufferPointer<Double>) { rates.setLogGrowth(of: rates, floor: lowestRate) }
