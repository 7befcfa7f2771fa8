import Synchronization

/// Blocks of one model that are kept from one run of an ensemble to the next: making them, all columns cleared, costs more
/// than a few years of one block where members are few. What has been learned may differ from run to run, the size of the
/// blocks may not. It holds as many blocks as workers have been at work together.
public final class BlockPool: Sendable {
    /// The last year that blocks have room for.
    private let end: Int
    private let waiting = Mutex<[Waiting]>([])

    /// Waits in the pool without an owner.
    private struct Waiting: @unchecked Sendable {
        let block: BlockProjection
    }

    /// - Parameter end: the last year of all runs.
    public init(through end: Int) { self.end = end }

    /// A block that nobody uses, made where none waits; to be handed back by ``put(_:)``.
    func take(_ model: Model, rows: Int, through end: Int, recordsScores: Bool) -> BlockProjection {
        let block =
            waiting.withLock { $0.popLast()?.block }
            ?? BlockProjection(model: model, rows: rows, conditionalYears: [], end: self.end)
        block.renew(model, rows: rows, through: end, recordsScores: recordsScores)
        return block
    }

    func put(_ block: BlockProjection) {
        let block = Waiting(block: block)
        waiting.withLock { $0.append(block) }
    }
}
