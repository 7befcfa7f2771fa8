import Dispatch

/// Calls `body` for 0 ..< count on as many threads as calls, up to 8, and returns when all are done.
///
/// For calls that wait for a disk rather than compute: what one thread would wait for call by call, the system does
/// together. A queue of its own gives every thread, whatever the number of cores.
func waitTogether(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let threads = min(count, 8)
    let group = DispatchGroup()
    for thread in 0..<threads {
        DispatchQueue(label: "milepost.waiting").async(group: group) {
            for index in stride(from: thread, to: count, by: threads) { body(index) }
        }
    }
    group.wait()
}
