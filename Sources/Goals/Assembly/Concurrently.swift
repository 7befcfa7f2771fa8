import Dispatch
import Synchronization

/// The values of `body` at 0 ..< count, in order, computed by several threads.
///
/// Each thread takes every `threads`-th index, so that neighbours of like cost are shared out evenly.
package func concurrently<Value: Sendable>(
    _ count: Int, threads: Int, _ body: @Sendable (Int) -> Value
) -> [Value] {
    let threads = min(threads, count)
    guard threads > 1 else { return (0..<count).map(body) }
    let parts = Mutex([[Value]](repeating: [], count: threads))
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
        let part = stride(from: thread, to: count, by: threads).map(body)
        parts.withLock { $0[thread] = part }
    }
    let all = parts.withLock { $0 }
    return (0..<count).map { all[$0 % threads][$0 / threads] }
}
