import Glibc
import Goals
import Scenarios

/// Numbers as people read them: few digits, thousands separated, uncertainty beside the figure.
enum HumanNumber {
    /// Three significant digits, e.g. `14,900`, `13.1`, `0.052`; whole numbers without decimals.
    static func threeDigits(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        guard value != 0 else { return "0" }
        let unit = pow(10, floor(log10(abs(value))) - 2)
        // Dividing by a power of ten keeps 0.1 exact where multiplying by 0.01 would not.
        let rounded = unit < 1 ? (value * (1 / unit)).rounded() / (1 / unit) : (value / unit).rounded() * unit
        if abs(rounded - rounded.rounded()) < 1e-9 { return fixed(rounded, decimals: 0) }
        let magnitude = Int(floor(log10(abs(rounded)) + 1e-12))
        return trimmingZeros(fixed(rounded, decimals: max(0, 2 - magnitude)))
    }

    /// Two significant digits, for changes and other figures that are no better known: `-340`, `0.15`.
    static func twoDigits(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return threeDigits(value) }
        let unit = pow(10, floor(log10(abs(value))) - 1)
        return threeDigits(unit < 1 ? (value * (1 / unit)).rounded() / (1 / unit) : (value / unit).rounded() * unit)
    }

    /// `0.290 ± 0.036`: two digits of the error and as many decimals of the value; an error that is nothing beside the
    /// value is left out.
    static func withError(_ value: Double, _ error: Double) -> String {
        guard value.isFinite, error.isFinite, error > 1e-6 * abs(value) else { return threeDigits(value) }
        let decimals = max(0, 1 - Int(floor(log10(error))))
        return fixed(value, decimals: decimals) + " ± " + fixed(error, decimals: decimals)
    }

    /// All digits that matter up to six decimals, e.g. `25,000`, `2.5`: for figures that a source states.
    static func exact(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        return trimmingZeros(fixed(value, decimals: 6))
    }

    private static func trimmingZeros(_ text: String) -> String {
        guard text.contains(".") else { return text }
        let end = text.lastIndex { $0 != "0" }!
        return String(text[...end].last == "." ? text[..<end] : text[...end])
    }

    /// The power of ten of the first digit: 10,000 of 25,000.
    static func powerOfTen(below value: Double) -> Double { value > 0 ? pow(10, floor(log10(value))) : 1 }

    /// One digit and a power of ten, for residuals: `3e-11`.
    static func scientific(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return threeDigits(value) }
        let exponent = Int(floor(log10(abs(value))))
        let digit = Int((value / pow(10, Double(exponent))).rounded())
        return abs(digit) == 10 ? "\(digit / 10)e\(exponent + 1)" : "\(digit)e\(exponent)"
    }

    /// `decimals` digits after the point, thousands separated by commas.
    static func fixed(_ value: Double, decimals: Int) -> String {
        let factor = pow(10, Double(decimals))
        let scaled = (abs(value) * factor).rounded()
        guard scaled < 1e15 else { return value.description }
        let digits = String(Int(scaled))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        var whole = String(padded.dropLast(decimals))
        for position in stride(from: whole.count - 3, to: 0, by: -3) {
            whole.insert(",", at: whole.index(whole.startIndex, offsetBy: position))
        }
        let sign = value < 0 && scaled > 0 ? minus : ""
        return sign + whole + (decimals > 0 ? "." + padded.suffix(decimals) : "")
    }

    /// A true minus: a hyphen is lost beside digits.
    private static let minus = "−"

    /// `940–1,560`; where one is below zero `−29 … 23`, since a dash and a minus together cannot be read.
    static func range(_ low: String, _ high: String) -> String {
        low.hasPrefix(minus) || high.hasPrefix(minus) ? low + " … " + high : low + "–" + high
    }

    /// With its sign.
    static func signed(_ value: Double, decimals: Int) -> String {
        let text = fixed(abs(value), decimals: decimals)
        let isZero = !text.contains { $0 != "0" && $0 != "." }
        return isZero ? text : (value < 0 ? minus : "+") + text
    }

    /// A figure with its unit: `384 亿元`, `13.1%`.
    static func with(unit: String, _ number: String) -> String {
        unit.isEmpty ? number : unit.hasPrefix("%") ? number + unit : number + " " + unit
    }

    /// Percent with one decimal, e.g. a growth rate: `5.6%`.
    static func percent(_ fraction: Double?) -> String {
        guard let fraction, fraction.isFinite else { return "–" }
        return abs(fraction) < 10 ? fixed(100 * fraction, decimals: 1) + "%" : threeDigits(100 * fraction) + "%"
    }

    /// `3.2%`; where (nearly) no or all members arrive, the bound that their number allows: `< 0.01%`, `> 99.99%`.
    static func probability(_ odds: Odds) -> String {
        let resolution = 1 / Double(max(1, odds.members))
        if odds.probability < resolution { return "< \(bound(100 * resolution))%" }
        if odds.probability > 1 - resolution { return "> \(bound(100 - 100 * resolution))%" }
        return fixed(100 * odds.probability, decimals: decimals(for: odds)) + "%"
    }

    /// The standard error in points, e.g. `± 0.1`; nil beside a bound.
    static func error(_ odds: Odds) -> String? {
        let resolution = 1 / Double(max(1, odds.members))
        guard odds.probability >= resolution, odds.probability <= 1 - resolution, odds.standardError > 0 else {
            return nil
        }
        return "± " + fixed(100 * odds.standardError, decimals: decimals(for: odds))
    }

    /// Probability and standard error: `3.2% ± 0.1`.
    static func odds(_ odds: Odds) -> String {
        [probability(odds), error(odds)].compactMap { $0 }.joined(separator: " ")
    }

    /// As many decimals as show the first digit of the standard error, at least one.
    private static func decimals(for odds: Odds) -> Int {
        let points = 100 * odds.standardError
        guard points > 0 && points.isFinite else { return 1 }
        return min(4, max(1, Int(ceil(-log10(points)))))
    }

    /// Up to six decimals, trimmed: 0.01, 99.99.
    private static func bound(_ percent: Double) -> String {
        percent < 50 ? threeDigits(percent) : exact((percent * 10_000).rounded() / 10_000)
    }
}
