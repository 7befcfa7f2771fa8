import Glibc
import Reporting
import Synchronization

/// A line on standard error for work that takes longer than a second; nothing where that is no terminal.
///
/// A thread of its own draws it, so that time goes on while nothing is counted, as when figures are learned from.
final class ProgressLine: Sendable {
    /// What is counted.
    enum Unit: Sendable { case members, origins }

    private let text: ProgressText
    private let learns: Bool
    private let unit: Unit
    private let started = Terminal.now()
    private let state: Mutex<State>

    private struct State {
        var done = 0
        var total: Int
        /// When the first were done, and how many those were: the rate is that of what came after.
        var first: (time: Double, done: Int)?
        var isShown = false
        var isFinished = false
    }

    /// - Parameters:
    ///   - total: how many there are to be done; 0 where nothing is counted.
    ///   - learns: whether figures are learned from before anything is counted.
    init(
        label: String, total: Int = 0, unit: Unit = .members, learns: Bool = false, language: Language,
        quiet: Bool = false
    ) {
        text = ProgressText(label: label, language: language, signs: Terminal.signs)
        self.learns = learns
        self.unit = unit
        state = Mutex(State(total: total))
        if Terminal.showsProgress && !quiet { start() }
    }

    /// What the engine calls with how many are done; from any thread.
    var report: @Sendable (Int) -> Void { { self.update($0, of: nil) } }

    /// The same with how many there are.
    func update(_ done: Int, of total: Int?) {
        let now = Terminal.now()
        state.withLock { state in
            state.done = max(done, state.done)
            if let total { state.total = total }
            if state.first == nil { state.first = (now, done) }
        }
    }

    /// Clears the line.
    func finish() {
        state.withLock { state in
            state.isFinished = true
            if state.isShown { Terminal.write(error: "\r\u{1B}[K") }
            state.isShown = false
        }
    }

    private func start() {
        let own = Unmanaged.passRetained(self)
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { pointer in
                let line = Unmanaged<ProgressLine>.fromOpaque(pointer!).takeRetainedValue()
                while line.draw() { usleep(100_000) }
                return nil
            }, own.toOpaque())
        if code == 0 { pthread_detach(thread) } else { own.release() }
    }

    /// Whether there is more to come.
    private func draw() -> Bool {
        let now = Terminal.now()
        return state.withLock { state in
            if state.isFinished { return false }
            guard now - started > 1 else { return true }
            // One column stays free: a full line would break on some terminals.
            let line = text.line(shown(state, now), width: Terminal.progressWidth - 1)
            Terminal.write(error: "\r" + line + "\u{1B}[K")
            state.isShown = true
            return true
        }
    }

    private func shown(_ state: State, _ now: Double) -> ProgressText.State {
        guard let first = state.first, state.total > 0 else {
            return .uncounted(learning: learns, seconds: now - started)
        }
        if state.done >= state.total { return .finishing(seconds: now - started) }
        let elapsed = now - first.time
        let rate = elapsed > 0.3 && state.done > first.done ? Double(state.done - first.done) / elapsed : nil
        switch unit {
        case .members: return .members(done: state.done, of: state.total, rate: rate)
        case .origins: return .origins(done: state.done, of: state.total, rate: rate)
        }
    }
}
