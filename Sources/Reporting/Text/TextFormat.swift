/// How text for people is set.
public struct TextFormat: Sendable {
    /// Columns of the terminal.
    public var width: Int
    /// Which ANSI colours may be used.
    public var colour: Colour
    /// Which characters small charts are drawn with.
    public var signs: Signs
    public var language: Language

    /// What a terminal can show.
    public enum Colour: Sendable {
        case none
        /// The sixteen of every terminal: orange is its yellow.
        case sixteen
        /// The palette of 256.
        case palette
    }

    /// The characters of charts.
    public enum Signs: Sendable {
        /// Blocks and shades.
        case blocks
        /// For terminals that show nothing else.
        case ascii
    }

    /// Widths below 40 columns are taken for 40: no table fits into less.
    public init(width: Int = 80, colour: Colour = .none, signs: Signs = .blocks, language: Language = .english) {
        self.width = max(40, width)
        self.colour = colour
        self.signs = signs
        self.language = language
    }

    /// Lines of running text are not longer than this, however wide the terminal is.
    var measure: Int { min(width, 100) }
}

/// Emphasis that survives without colour: weight says how much, blue and orange say which way
/// (a pair that colour-blind readers tell apart).
enum TextStyle: Sendable {
    case plain, strong, faint, good, veryGood, poor, veryPoor
    /// Underlined: what nobody has verified.
    case doubtful

    func applied(to text: String, colour: TextFormat.Colour) -> String {
        guard colour != .none, self != .plain, !text.isEmpty else { return text }
        return "\u{1B}[\(code(colour))m\(text)\u{1B}[0m"
    }

    private func code(_ colour: TextFormat.Colour) -> String {
        let orange = colour == .palette ? "38;5;208" : "33"
        return switch self {
        case .plain: "0"
        case .strong: "1"
        case .faint: "2"
        case .good: "34"
        case .veryGood: "1;34"
        case .poor: orange
        case .veryPoor: "1;" + orange
        case .doubtful: "4"
        }
    }
}
