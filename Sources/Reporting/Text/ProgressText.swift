/// One line about work under way, never wider than the terminal.
public struct ProgressText: Sendable {
    /// What is worked on.
    public var label: String
    public var language: Language
    public var signs: TextFormat.Signs

    /// How far the work is.
    public enum State: Sendable {
        /// Nothing is counted: what else is known of the work, and for how many seconds it has gone on.
        case uncounted(learning: Bool, seconds: Double)
        /// Members done, how many there are, and how many a second; nil as long as that is not known.
        case members(done: Int, of: Int, rate: Double?)
        /// The same of years from which forecasts are made.
        case origins(done: Int, of: Int, rate: Double?)
        /// All are done, and what comes of them is put together.
        case finishing(seconds: Double)
    }

    /// Its parts, as documented on each.
    public init(label: String, language: Language, signs: TextFormat.Signs = .blocks) {
        self.label = label
        self.language = language
        self.signs = signs
    }

    /// The line for a terminal of `width` columns: label, bar, percent, rate, time left, as much as there is room for.
    public func line(_ state: State, width: Int) -> String {
        var (head, parts) = (TextLayout.printable(label), [String]())
        switch state {
        case .uncounted(let learning, let seconds):
            parts = [language.text(learning ? TerminalLabel.learning : .working), duration(seconds)]
        case .finishing(let seconds): parts = [bar(1), language.text(TerminalLabel.finishing), duration(seconds)]
        case .members(let done, let total, let rate):
            parts = counted(done, total, rate)
            if let rate {
                parts.insert(language.text(TerminalLabel.membersRate, ["rate": HumanNumber.twoDigits(rate)]), at: 2)
            }
        case .origins(let done, let total, let rate):
            parts = counted(done, total, rate)
            parts.insert(
                language.text(TerminalLabel.originsDone, ["done": String(done), "total": String(total)]), at: 2)
        }
        // The bar goes first, then the label is cut: how long it still takes is what a reader waits for.
        func joined() -> String { ([head] + parts).joined(separator: "  ") }
        if DisplayWidth.of(joined()) > width, parts.count > 2 { parts.removeFirst() }
        let excess = DisplayWidth.of(joined()) - width
        if excess > 0 { head = TextLayout.shorten(head, width: max(8, DisplayWidth.of(head) - excess)) }
        return TextLayout.shorten(joined(), width: width)
    }

    private func counted(_ done: Int, _ total: Int, _ rate: Double?) -> [String] {
        let share = min(1, Double(done) / Double(max(total, 1)))
        let percent = TextLayout.pad("\(Int(100 * share))%", width: 4, right: true)
        guard let rate, rate > 0 else { return [bar(share), percent] }
        return [
            bar(share), percent, language.text(TerminalLabel.left, ["time": duration(Double(total - done) / rate)]),
        ]
    }

    private func bar(_ share: Double) -> String {
        let columns = 20
        let full = Int((share * Double(columns)).rounded(.down))
        let (done, open) = signs == .blocks ? ("█", "░") : ("#", ".")
        return String(repeating: done, count: full) + String(repeating: open, count: columns - full)
    }

    /// `8 s`, `1 min 20 s`, `2 h 5 min`.
    private func duration(_ seconds: Double) -> String {
        let whole = Int(min(max(seconds, 0), 1e9).rounded())
        if whole < 60 { return language.text(TerminalLabel.seconds, ["s": String(whole)]) }
        if whole < 3600 {
            return language.text(TerminalLabel.minutes, ["min": String(whole / 60), "s": String(whole % 60)])
        }
        return language.text(TerminalLabel.hours, ["h": String(whole / 3600), "min": String(whole % 3600 / 60)])
    }
}
