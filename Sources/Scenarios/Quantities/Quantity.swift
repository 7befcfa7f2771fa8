/// Why a text is not the quantity that a key needs.
public enum QuantityError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Does not begin with a number.
    case notANumber(found: String, expected: Dimension)
    /// A comma that separates no group of three digits: decimal comma or slip?
    case misplacedComma(found: String)
    case unknownUnit(found: String, unit: String, expected: Dimension)
    case wrongDimension(found: String, expected: Dimension)
    /// A rate above 1 without a percent sign.
    case bareRate(found: String, percent: String, expected: Dimension)
    case notWhole(found: String, expected: Dimension)
    /// The standard deviation behind a ± is not above zero.
    case noSpread(found: String)
    /// The second end of a range is not above the first.
    case descendingRange(found: String)

    public var description: String {
        switch self {
        case .notANumber(let found, let expected), .unknownUnit(let found, _, let expected),
            .wrongDimension(let found, let expected), .bareRate(let found, _, let expected),
            .notWhole(let found, let expected):
            "found \"\(found)\", expected \(expected.expectation)"
        case .noSpread(let found): "found \"\(found)\", expected a standard deviation above 0 behind ±"
        case .descendingRange(let found): "found \"\(found)\", expected a range that goes up"
        case .misplacedComma(let found):
            "found \"\(found)\", expected groups of three digits between commas"
        }
    }

    /// What to write instead, where that is clear.
    public var suggestion: String? {
        switch self {
        case .misplacedComma: "write decimals with a point: 2.5"
        case .unknownUnit(_, let unit, let expected):
            "`\(unit)` is not a unit"
                + (expected == .money ? "; use 元, 万元, 亿元, 万亿元, or million, billion, trillion yuan" : "")
        case .bareRate(_, let percent, _): "write \(percent)% if that is what is meant"
        case .wrongDimension(let found, _):
            simplified(found) == found ? nil : "write `\(simplified(found))`"
        case .notANumber, .notWhole, .noSpread, .descendingRange: nil
        }
    }
}

/// A number with its unit, in either language: `2.5 万亿元`, `25,000 亿元`,
/// `2.5 trillion CNY`, `20%`, `3 pp`, `40 platforms`, `３个百分点`.
public struct Quantity: Sendable, Equatable {
    /// In the canonical unit of the dimension: 亿元, fractions, plain numbers.
    public var value: Double
    /// What the value measures.
    public var dimension: Dimension

    /// Reads one quantity. Full-width characters count as their ASCII twins.
    public init(_ text: String, as dimension: Dimension) throws(QuantityError) {
        self.dimension = dimension
        value = try Numeral(text, for: dimension).value(as: dimension)
    }
}

/// A number and its unit as written, before a dimension is asked of it.
struct Numeral {
    /// As the file says it.
    let text: String
    let digits: String
    let number: Double
    var unit: Unit

    init(_ source: String, for dimension: Dimension) throws(QuantityError) {
        text = source.trimmed
        var rest = Substring(halfWidth(text))
        // `¥100 billion` and `CNY 100 billion` put the currency first.
        var currency = ""
        for prefix in ["CNY", "RMB", "¥"] where rest.hasPrefix(prefix) {
            currency = " yuan"
            rest = rest.dropFirst(prefix.count).drop { $0 == " " }
        }
        let digits = rest.prefixOfNumber()
        rest = rest.dropFirst(digits.count)
        self.digits = String(digits)
        if !digits.contains(where: \.isNumber) { throw .notANumber(found: text, expected: dimension) }
        let groups = digits.drop { $0 == "-" || $0 == "+" }.prefix { $0 != "." && $0 != "e" }
            .split(separator: ",", omittingEmptySubsequences: false)
        let fraction = digits.drop { $0 != "." }
        let isGrouped = (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
        if groups.count > 1 && !isGrouped || fraction.contains(",") { throw .misplacedComma(found: text) }
        guard let number = Double(digits.filter { $0 != "," }), number.isFinite else {
            throw .notANumber(found: text, expected: dimension)
        }
        self.number = number
        let unitText = String(rest).trimmed + currency
        guard let unit = Unit(unitText) else {
            throw .unknownUnit(found: text, unit: unitText, expected: dimension)
        }
        self.unit = unit
    }

    func value(as dimension: Dimension) throws(QuantityError) -> Double {
        switch (dimension, unit) {
        case (.money, .money(let factor)): return number * factor
        case (.money, .multiple(let multiple, isChinese: true)): return number * multiple / 1e8
        case (.rate, .percent), (.share, .percent), (.number, .percent): return hundredth
        case (.rate, .none), (.share, .none):
            if abs(number) > 1 { throw .bareRate(found: text, percent: digits, expected: dimension) }
            return number
        case (.number, .none), (.count, .none): return number
        case (.count, .things(let multiple)), (.count, .multiple(let multiple, _)): return number * multiple
        case (.year, .none), (.year, .year):
            guard number == number.rounded(), (1900...2200).contains(number) else {
                throw .notWhole(found: text, expected: .year)
            }
            return number
        default: throw .wrongDimension(found: text, expected: dimension)
        }
    }

    /// The percentage as a fraction, correctly rounded: 0.29 and not 0.28999999999999998 for 29%.
    private var hundredth: Double { number / 100 }
}

extension Substring {
    /// Sign, digits with commas and point, exponent. A second point ends it, for the sake of `2..3`.
    func prefixOfNumber() -> Substring {
        var index = startIndex
        func peek(_ offset: Int = 0) -> Character? {
            self.index(index, offsetBy: offset, limitedBy: endIndex).flatMap { $0 < endIndex ? self[$0] : nil }
        }
        func isDigit(_ character: Character?) -> Bool { character.map { ("0"..."9").contains($0) } ?? false }
        if peek() == "-" || peek() == "+" { index = self.index(after: index) }
        var hasPoint = false
        while let character = peek() {
            if isDigit(character) || (character == "," && isDigit(peek(1))) {
                index = self.index(after: index)
            } else if character == ".", !hasPoint, peek(1) != "." {
                hasPoint = true
                index = self.index(after: index)
            } else {
                break
            }
        }
        if peek() == "e" || peek() == "E" {
            let signed = peek(1) == "-" || peek(1) == "+"
            if isDigit(peek(signed ? 2 : 1)) {
                index = self.index(index, offsetBy: signed ? 2 : 1)
                while isDigit(peek()) { index = self.index(after: index) }
            }
        }
        return self[..<index]
    }
}

extension String {
    var trimmed: String {
        var view = Substring(self)
        while view.first?.isWhitespace == true { view.removeFirst() }
        while view.last?.isWhitespace == true { view.removeLast() }
        return String(view)
    }
}

/// Full-width forms (U+FF01...U+FF5E), the ideographic space and the minus sign
/// as their ASCII twins: what a Chinese input method produces.
func halfWidth(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0)!)
        case 0x3000, 0xA0, 0x2009, 0x202F: result.append(" ")
        case 0x2212: result.append("-")
        case 0xFFE5: result.append("¥")
        default: result.append(scalar)
        }
    }
    return String(result)
}
