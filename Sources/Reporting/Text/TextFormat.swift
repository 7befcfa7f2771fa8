/// How text for people is set.
public struct TextFormat: Sendable {
    /// Columns of the terminal.
    public var width: Int
    /// Whether ANSI colours may be used.
    public var colour: Bool
    public var language: Language

    /// Widths below 40 columns are taken for 40: no table fits into less.
    public init(width: Int = 80, colour: Bool = false, language: Language = .english) {
        self.width = max(40, width)
        self.colour = colour
        self.language = language
    }

    /// Lines of running text are not longer than this, however wide the terminal is.
    var measure: Int { min(width, 100) }
}

/// Emphasis that survives without colour: weight says how much, blue and orange say which way
/// (a pair that colour-blind readers tell apart).
enum TextStyle: Sendable {
    case plain, strong, faint, good, veryGood, poor, veryPoor

    func applied(to text: String, colour: Bool) -> String {
        guard colour, self != .plain, !text.isEmpty else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private var code: String {
        switch self {
        case .plain: "0"
        case .strong: "1"
        case .faint: "2"
        case .good: "34"
        case .veryGood: "1;34"
        case .poor: "38;5;208"
        case .veryPoor: "1;38;5;208"
        }
    }
}
