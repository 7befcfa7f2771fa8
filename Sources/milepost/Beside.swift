import Dispatch
import Synchronization

/// A value that is computed on a thread of its own.
final class Computation<Value: Sendable>: Sendable {
    private let done = DispatchGroup()
    private let stored = Mutex<Value?>(nil)

    /// Begins at once.
    init(_ compute: @escaping @Sendable () -> Value) {
        DispatchQueue.global().async(group: done) { [self] in
            let value = compute()
            stored.withLock { $0 = value }
        }
    }

    /// Waits until it is there.
    var value: Value {
        done.wait()
        return stored.withLock { $0! }
    }
}

/// The value of `other`, which is computed on a thread of its own while `body` runs on this one.
///
/// - Throws: what `body` throws, after both have ended.
func beside<Value: Sendable>(_ other: @escaping @Sendable () -> Value, _ body: () throws -> Void) rethrows -> Value {
    let computation = Computation(other)
    defer { _ = computation.value }
    try body()
    return computation.value
}
