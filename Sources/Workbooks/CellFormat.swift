extension Workbook {
    /// How a cell looks.
    public struct CellFormat: Sendable, Hashable {
        public var number: NumberFormat
        public var style: Style
        /// Whether long text takes several lines.
        public var wraps: Bool
        /// Whether text stands at the right, as the head of numbers does.
        public var isRight = false
        /// Whether text keeps clear of the numbers to its left.
        public var isIndented = false

        /// Plain type, numbers as the spreadsheet shows them.
        public init(_ number: NumberFormat = .general, style: Style = .plain, wraps: Bool = false) {
            self.number = number
            self.style = style
            self.wraps = wraps
        }
    }

    /// How a number is shown; the number itself keeps all its digits.
    public enum NumberFormat: Sendable, Hashable {
        case general
        /// A year or an ordinal: digits without separators.
        case ordinal
        /// A whole number with thousands separated.
        case count
        /// Any figure: thousands separated, two decimals, none from 100 on. There a ``Workbook/Cell`` takes `count`: one code
        /// for both needs conditions, and LibreOffice drops the sign of a negative number that meets none of them.
        case figure
        /// A fraction as percent: 0.131 is shown as 13.1%.
        case percent
        /// The same with two decimals, for what is near to 0.
        case finePercent
        /// Signed, with one decimal.
        case signed

        /// The code that spreadsheets know it by; a space keeps numbers apart from text to their right.
        public var code: String {
            switch self {
            case .general: "General"
            case .ordinal: "0_ "
            case .count: "#,##0_ "
            case .figure: "#,##0.00_ "
            case .percent: "0.0%_ "
            case .finePercent: "0.00%_ "
            case .signed: "+0.0_ ;-0.0_ ;0.0_ "
            }
        }

        /// The code along an axis, where numbers are round.
        public var axisCode: String { self == .percent ? "0%" : code }
    }

    /// Emphasis that survives a black-and-white printer: weight and slant say how much, blue and orange which way.
    public enum Style: Sendable, Hashable {
        case plain, strong, faint
        /// First line of a sheet; title of a part of it.
        case title, heading
        /// Head of a column; the name of the column in CSV files, above it.
        case header, key
        case good, veryGood, poor, veryPoor
        /// Running text that must not be overlooked.
        case caution

        public var isBold: Bool {
            switch self {
            case .strong, .title, .heading, .header, .veryGood, .veryPoor: true
            case .plain, .faint, .key, .good, .poor, .caution: false
            }
        }

        public var isItalic: Bool { self == .poor || self == .veryPoor }

        /// Points; nil for the usual size.
        public var size: Double? {
            switch self {
            case .title: 16
            case .heading: 13
            case .key: 8
            default: nil
            }
        }

        /// Of the type; nil for black.
        public var ink: Colour? {
            switch self {
            case .plain, .strong: nil
            case .faint, .key: Colour(0x66_6666)
            case .title, .heading: Colour(0x1F_3864)
            case .header: Colour(0xFF_FFFF)
            case .good, .veryGood: Colour(0x1F_4E9E)
            case .poor, .veryPoor, .caution: Colour(0xA8_4300)
            }
        }

        /// Of the cell; nil for none.
        public var ground: Colour? {
            switch self {
            case .header: Colour(0x1F_3864)
            case .veryGood: Colour(0xCF_DFF5)
            case .good: Colour(0xE8_EFFA)
            case .poor: Colour(0xFD_EEE2)
            case .veryPoor: Colour(0xF9_D5B8)
            default: nil
            }
        }
    }
}
