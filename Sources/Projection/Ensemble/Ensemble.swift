import Dispatch
import LinearAlgebra
import Synchronization

/// Projects a model (or several in step, member by member) in blocks of members.
///
/// Blocks are handed to workers in order; their sums are added up in a tree that
/// depends on the numbers of the blocks alone (``DyadicSums``) and observers only
/// keep what does not depend on order, so that results have the same bytes for
/// every number of threads and however members are shared out among processes. A
/// member's draws depend on its own number alone. Memory is that of one block per
/// worker, of another one where a ``BlockPool`` keeps them, and of a few vectors of sums.
public struct Ensemble: Sendable {
    /// Members per block: a multiple of 8; with 33 sectors it keeps the products
    /// on OpenBLAS's small-matrix path and a block's working set in cache.
    public static let defaultBlockSize = 512

    /// Numbers of the members.
    public let range: Range<Int>
    public let threads: Int
    public let blockSize: Int

    /// How many members there are.
    public var members: Int { range.count }

    /// - Precondition: members, threads > 0; blockSize a positive multiple of 8.
    public init(members: Int, threads: Int, blockSize: Int = Ensemble.defaultBlockSize) {
        self.init(0..<members, threads: threads, blockSize: blockSize)
    }

    /// Some members of a larger ensemble, with the luck that they have there.
    ///
    /// - Precondition: the range is not empty and begins with a block; otherwise as above.
    public init(_ range: Range<Int>, threads: Int, blockSize: Int = Ensemble.defaultBlockSize) {
        precondition(!range.isEmpty && threads > 0 && blockSize > 0 && blockSize % 8 == 0)
        precondition(range.lowerBound >= 0 && range.lowerBound % blockSize == 0, "members begin with a block")
        self.range = range
        self.threads = threads
        self.blockSize = blockSize
    }

    /// Numbers of the blocks; the last one may be only partly in use.
    private var blocks: Range<Int> {
        range.lowerBound / blockSize..<(range.upperBound + blockSize - 1) / blockSize
    }

    /// Runs all members.
    ///
    /// - Parameters:
    ///   - models: projected side by side with the same members, so that they can be compared in pairs.
    ///   - conditionalYears: per model, years for which exact counts are wanted.
    ///   - through: last year to project; nil for the scenarios' own end.
    ///   - recordsScores: whether blocks keep the normal scores of their draws.
    ///   - makeObserver: one per worker.
    ///   - progress: members done so far; from any thread.
    /// - Returns: the workers' observers and the sums over blocks.
    /// - Throws: the first error of the lowest block that failed.
    public func run<Observer: EnsembleObserver>(
        _ models: [Model], conditionalYears: [Set<Int>], through: Int? = nil, recordsScores: Bool = false,
        makeObserver: @Sendable () -> Observer,
        progress: (@Sendable (Int) -> Void)? = nil
    ) throws -> (observers: [Observer], sums: DyadicSums) {
        try run(makeObserver: makeObserver, progress: progress) {
            zip(models, conditionalYears).map {
                BlockProjection(
                    model: $0, rows: blockSize, conditionalYears: $1, end: through, recordsScores: recordsScores)
            }
        } finish: { _ in
        }
    }

    /// Runs all members of one model in blocks that are kept for the next run.
    ///
    /// - Parameters:
    ///   - pool: of runs of the same model with the same size of blocks; what was learned may differ.
    ///   - through: last year to project, not after that of the pool.
    ///   - recordsScores: whether blocks keep the normal scores of their draws.
    ///   - makeObserver: one per worker.
    /// - Returns: the workers' observers and the sums over blocks.
    /// - Throws: the first error of the lowest block that failed.
    public func run<Observer: EnsembleObserver>(
        _ model: Model, in pool: BlockPool, through: Int, recordsScores: Bool, makeObserver: @Sendable () -> Observer
    ) throws -> (observers: [Observer], sums: DyadicSums) {
        try run(makeObserver: makeObserver, progress: nil) {
            [pool.take(model, rows: blockSize, through: through, recordsScores: recordsScores)]
        } finish: {
            $0.forEach(pool.put)
        }
    }

    /// - Parameters:
    ///   - makeBlocks: the blocks of a worker.
    ///   - finish: takes them when the worker ends.
    private func run<Observer: EnsembleObserver>(
        makeObserver: @Sendable () -> Observer, progress: (@Sendable (Int) -> Void)?,
        makeBlocks: @Sendable () -> [BlockProjection], finish: @Sendable ([BlockProjection]) -> Void
    ) throws -> (observers: [Observer], sums: DyadicSums) {
        let workers = min(threads, blocks.count)
        let queue = Mutex(Queue(blocks))
        let observers = Mutex<[(Int, UncheckedBox<Observer>)]>([])
        BLASThreads.with(1) {
            DispatchQueue.concurrentPerform(iterations: workers) { worker in
                let observer = makeObserver()
                let projections = makeBlocks()
                defer { finish(projections) }
                while let block = queue.withLock({ $0.take() }) {
                    let first = block * blockSize
                    let count = min(blockSize, range.upperBound - first)
                    do {
                        for projection in projections {
                            try projection.project(firstMember: first, memberCount: count)
                        }
                        let sums = try observer.observe(projections)
                        let done = queue.withLock { $0.add(sums, of: block) }
                        progress?(min(done * blockSize, members))
                    } catch {
                        queue.withLock { $0.fail(error, in: block) }
                    }
                }
                observers.withLock { $0.append((worker, UncheckedBox(observer))) }
            }
        }
        let done = queue.withLock { $0 }
        if let (_, error) = done.failure { throw error }
        let ordered = observers.withLock { $0 }.sorted { $0.0 < $1.0 }.map(\.1.value)
        return (ordered, done.sums)
    }

    /// Hands out blocks and adds up their sums, whatever order they finish in.
    private struct Queue: Sendable {
        private var waiting: Range<Int>
        private var finished = 0
        private(set) var sums = DyadicSums()
        private(set) var failure: (Int, any Error)?

        init(_ blocks: Range<Int>) { waiting = blocks }

        mutating func take() -> Int? { failure == nil ? waiting.popFirst() : nil }

        /// - Returns: how many blocks are finished.
        mutating func add(_ blockSums: [Double], of block: Int) -> Int {
            sums.add(blockSums, of: .init(level: 0, place: block))
            finished += 1
            return finished
        }

        mutating func fail(_ error: any Error, in block: Int) {
            if failure.map({ block < $0.0 }) ?? true { failure = (block, error) }
        }
    }

    /// Observers are made and used in one worker and read after all have ended.
    private struct UncheckedBox<Value>: @unchecked Sendable {
        let value: Value
        init(_ value: Value) { self.value = value }
    }
}

/// What looks at every block: keeps order-independent state of its own (counts,
/// histograms) and returns sums that are added up over the blocks.
public protocol EnsembleObserver: AnyObject, SendableMetatype {
    /// - Parameter blocks: one per model, the same members.
    func observe(_ blocks: [BlockProjection]) throws -> [Double]
}
