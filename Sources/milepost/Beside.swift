import Dispatch
import Synchronization

/// The value of `other`, which is computed on a thread of its own while `body` runs on this one.
///
/// - Throws: what `body` throws, after both have ended.
func beside<Value: Sendable>(_ other: @escaping @Sendable () -> Value, _ body: () throws -> Void) rethrows -> Value {
    let result = BesideResult<Value>()
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) { result.set(other()) }
    defer { group.wait() }
    try body()
    group.wait()
    return result.value
}

private final class BesideResult<Value: Sendable>: Sendable {
    private let stored = Mutex<Value?>(nil)

    func set(_ value: Value) { stored.withLock { $0 = value } }

    /// - Precondition: it has been set.
    var value: Value { stored.withLock { $0! } }
}
