import Dispatch
import Synchronization

/// Calls `body` for 0 ..< count on as many threads as calls, up to 8, in order as threads become free, and returns when all
/// are done. After an error no further call begins.
///
/// For calls that wait for a disk: what one thread would wait for call by call, the system does together. A queue of its
/// own gives every thread, whatever the number of cores.
///
/// - Throws: the error of the first call that has one.
func waitTogether<Failure: Error>(
    _ count: Int, _ body: @escaping @Sendable (Int) throws(Failure) -> Void
) throws(Failure) {
    let state = Mutex((next: 0, failures: [Int: Failure]()))
    let group = DispatchGroup()
    for _ in 0..<min(count, 8) {
        DispatchQueue(label: "milepost.waiting").async(group: group) {
            while let index = state.withLock({ state -> Int? in
                guard state.next < count, state.failures.isEmpty else { return nil }
                defer { state.next += 1 }
                return state.next
            }) {
                do throws(Failure) {
                    try body(index)
                } catch {
                    state.withLock { $0.failures[index] = error }
                }
            }
        }
    }
    group.wait()
    if let first = state.withLock({ $0.failures.min { $0.key < $1.key } }) { throw first.value }
}
