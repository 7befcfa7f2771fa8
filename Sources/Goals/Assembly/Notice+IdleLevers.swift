import Scenarios

extension Notice {
    /// Of a lever that can change nothing.
    init(idle: (lever: Lever, reason: String)) {
        self.init(level: .warning, text: "lever \(idle.lever.id) does nothing: \(idle.reason)")
    }
}
