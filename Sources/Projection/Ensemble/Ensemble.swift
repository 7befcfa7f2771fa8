import Dispatch
import LinearAlgebra
import Synchronization

/// Projects a model (or several in step, member by member) in blocks of members.
///
/// Blocks are handed to workers in order; every block's sums are folded in the
/// order of the blocks and observers only keep what does not depend on order, so
/// that results have the same bytes for every number of threads. A member's
/// draws depend on its own number alone. Memory is that of one block per worker.
public struct Ensemble: Sendable {
    /// Members per block: a multiple of 8; with 33 sectors it keeps the products
    /// on OpenBLAS's small-matrix path and a block's working set in cache.
    public static let defaultBlockSize = 512

    public var members: Int
    public var threads: Int
    public var blockSize: Int

    /// - Precondition: members, threads > 0; blockSize a positive multiple of 8.
    public init(members: Int, threads: Int, blockSize: Int = Ensemble.defaultBlockSize) {
        precondition(members > 0 && threads > 0 && blockSize > 0 && blockSize % 8 == 0)
        self.members = members
        self.threads = threads
        self.blockSize = blockSize
    }

    /// Runs all members.
    ///
    /// - Parameters:
    ///   - models: projected side by side with the same members, so that they can be compared in pairs.
    ///   - conditionalYears: per model, years for which exact counts are wanted.
    ///   - through: last year to project; nil for the scenarios' own end.
    ///   - recordsScores: whether blocks keep the normal scores of their draws.
    ///   - makeObserver: one per worker.
    ///   - progress: members done so far; called in order, from any thread.
    /// - Returns: the workers' observers and the sums over blocks.
    /// - Throws: the first error of the lowest block that failed.
    public func run<Observer: EnsembleObserver>(
        _ models: [Model], conditionalYears: [Set<Int>], through: Int? = nil, recordsScores: Bool = false,
        makeObserver: @Sendable () -> Observer,
        progress: (@Sendable (Int) -> Void)? = nil
    ) throws -> (observers: [Observer], sums: [Double]) {
        let blocks = (members + blockSize - 1) / blockSize
        let workers = min(threads, blocks)
        let queue = Mutex(Fold(total: blocks))
        let observers = Mutex<[(Int, UncheckedBox<Observer>)]>([])
        BLASThreads.with(1) {
            DispatchQueue.concurrentPerform(iterations: workers) { worker in
                let observer = makeObserver()
                let projections = zip(models, conditionalYears).map {
                    BlockProjection(
                        model: $0, rows: blockSize, conditionalYears: $1, end: through, recordsScores: recordsScores)
                }
                while let block = queue.withLock({ $0.take() }) {
                    let first = block * blockSize
                    let count = min(blockSize, members - first)
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
        let fold = queue.withLock { $0 }
        if let (_, error) = fold.failure { throw error }
        let ordered = observers.withLock { $0 }.sorted { $0.0 < $1.0 }.map(\.1.value)
        return (ordered, fold.sums)
    }

    /// Hands out blocks and adds up their sums in block order, whatever order they finish in.
    private struct Fold: Sendable {
        let total: Int
        var next = 0
        var folded = 0
        var sums: [Double] = []
        var waiting: [Int: [Double]] = [:]
        var failure: (Int, any Error)?

        init(total: Int) { self.total = total }

        mutating func take() -> Int? {
            guard next < total, failure == nil else { return nil }
            defer { next += 1 }
            return next
        }

        mutating func add(_ blockSums: [Double], of block: Int) -> Int {
            waiting[block] = blockSums
            while let ready = waiting.removeValue(forKey: folded) {
                if sums.isEmpty {
                    sums = ready
                } else {
                    for index in sums.indices { sums[index] += ready[index] }
                }
                folded += 1
            }
            return folded
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
/// histograms) and returns sums that are added up in block order.
public protocol EnsembleObserver: AnyObject, SendableMetatype {
    /// - Parameter blocks: one per model, the same members.
    func observe(_ blocks: [BlockProjection]) throws -> [Double]
}
