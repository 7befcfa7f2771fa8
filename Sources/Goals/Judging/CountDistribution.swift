import Elementwise
import Projection

/// The chances of every number of successes among independent units, for each
/// member of a block (the Poisson-binomial law).
///
/// Unit by unit, P(k) ← P(k) + p (P(k − 1) − P(k)): exact up to rounding, O(units²)
/// for a member, all members at once.
///
/// A member's chances change by rounding alone with the members beside it:
/// counts that stay below 2^-60 in every member of the block are left at 0.
public final class CountDistribution {
    /// Members × numbers of successes, 0 to the number of units.
    private let chances: BlockColumns
    /// Highest count with a chance so far; columns beyond it hold nothing.
    public private(set) var highest = 0

    /// Its parts, as documented on each.
    public init(rows: Int, units: Int) {
        chances = BlockColumns(rows: rows, columns: units + 1)
    }

    /// Begins with no unit: no success for certain.
    public func reset() {
        highest = 0
        chances.column(0).update(repeating: 1)
    }

    /// Adds a unit with the chances of its success, one per member: O(members × highest count).
    public func add(_ unit: UnsafeMutableBufferPointer<Double>) {
        precondition(unit.allSatisfy { $0 >= 0 && $0 <= 1 }, "a probability lies in 0...1")
        guard unit.contains(where: { $0 > 0 }) else { return }
        let top = chances.column(highest)
        if zip(top, unit).contains(where: { $0 * $1 >= 0x1p-60 }) {
            highest += 1
            chances.column(highest).update(repeating: 0)
        }
        // Downward, so that the count below is still that of the units before.
        for count in stride(from: highest, through: 1, by: -1) {
            chances.column(count).mix(chances.column(count - 1), share: unit)
        }
        let none = chances.column(0)
        for member in unit.indices { none[member] *= 1 - unit[member] }
    }

    /// Chance of a number of successes, one per member.
    /// - Precondition: `count` is at most ``highest``.
    public func chance(of count: Int) -> UnsafeMutableBufferPointer<Double> {
        precondition(count <= highest)
        return chances.column(count)
    }
}
