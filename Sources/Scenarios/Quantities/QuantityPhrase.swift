/// `a ± b`: a mean and one standard deviation; a unit given once holds for both.
struct PlusMinus {
    var mean: Double
    var deviation: Double

    /// Nil when the text has no ± (or `+-`, `+/-`).
    init?(_ text: String, as dimension: Dimension) throws(QuantityError) {
        let plain = halfWidth(text)
        guard let parts = ["±", "+/-", "+-"].lazy.compactMap({ plain.halves(around: $0) }).first else { return nil }
        (mean, deviation) = try pair(parts.0, parts.1, as: dimension)
        if !(deviation > 0) { throw .noSpread(found: text.trimmed) }
    }
}

/// `a..b UNIT`: two quantities; a unit given once holds for both.
struct QuantityRange {
    var lower: Double
    var upper: Double

    /// Nil when the text is no range. `~`, `–` and 至 are read like `..`.
    init?(_ text: String, as dimension: Dimension) throws(QuantityError) {
        guard let parts = Self.parts(text) else { return nil }
        (lower, upper) = try pair(parts.0, parts.1, as: dimension)
    }

    /// The texts of the two ends.
    static func parts(_ text: String) -> (String, String)? {
        let plain = halfWidth(text)
        return ["..", "~", "–", "至"].lazy.compactMap { plain.halves(around: $0) }.first
    }

    /// The ends of what was probably meant as a range, `3-5%` included, each with its unit.
    static func probableEnds(_ text: String) -> (String, String)? {
        guard var (first, second) = parts(text) ?? halfWidth(text).halves(around: "-"),
            first.last.map({ $0.isNumber || $0 == "%" }) == true, second.first?.isNumber == true
        else { return parts(text) }
        let unit = second.dropFirst(Substring(second).prefixOfNumber().count)
        if first.last?.isNumber == true { first += unit }
        second = second.trimmed
        return (first, second)
    }
}

private func pair(_ first: String, _ second: String, as dimension: Dimension) throws(QuantityError) -> (Double, Double)
{
    var a = try Numeral(first, for: dimension)
    var b = try Numeral(second, for: dimension)
    if a.unit == .none { a.unit = b.unit }
    if b.unit == .none { b.unit = a.unit }
    return (try a.value(as: dimension), try b.value(as: dimension))
}

extension String {
    /// The trimmed texts before and after the first occurrence of a separator.
    func halves(around separator: String) -> (String, String)? {
        guard let range = firstRange(of: separator) else { return nil }
        return (String(self[..<range.lowerBound]).trimmed, String(self[range.upperBound...]).trimmed)
    }
}
