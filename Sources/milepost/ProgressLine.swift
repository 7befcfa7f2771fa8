import Synchronization

/// A line on standard error for work that takes longer than a second.
final class ProgressLine: Sendable {
    private let label: String
    private let members: Int
    private let unit: String
    private let started = Terminal.now()
    private let shown = Mutex<Double?>(nil)

    /// - Parameter unit: what is counted, in the plural.
    init(label: String, members: Int, unit: String = "members") {
        self.label = label
        self.members = members
        self.unit = unit
    }

    /// What the engine calls with the members done; nil where nobody watches.
    var report: (@Sendable (Int) -> Void)? {
        Terminal.showsProgress ? { @Sendable in self.update($0) } : nil
    }

    private func update(_ done: Int) {
        let now = Terminal.now()
        let elapsed = now - started
        guard elapsed > 1 else { return }
        shown.withLock { last in
            guard last.map({ now - $0 > 0.1 }) ?? true else { return }
            last = now
            let rate = Double(done) / elapsed
            let left = rate > 0 ? Double(members - done) / rate : 0
            Terminal.write(
                error:
                    "\r\(label): \(done) of \(members) \(unit), \(rate < 10 ? "" : "\(Int(rate))/s, ")\(Int(left.rounded())) s left\u{1B}[K"
            )
        }
    }

    /// Clears the line.
    func finish() {
        shown.withLock { if $0 != nil { Terminal.write(error: "\r\u{1B}[K") } }
    }
}
