/// Numbers on a chart: thousands separated, a true minus.
enum NumberLabel {
    /// With a number of digits after the point.
    static func text(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return "–" }
        var factor = 1.0
        for _ in 0..<decimals { factor *= 10 }
        let scaled = (abs(value) * factor).rounded()
        guard scaled < 1e15 else { return value.description }
        let digits = String(Int(scaled))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let whole = padded.dropLast(decimals)
        var text = value < 0 && scaled > 0 ? "−" : ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return decimals > 0 ? text + "." + padded.suffix(decimals) : text
    }

    /// A tick of an axis, which may show another unit than that of the figures.
    static func text(_ value: Double, of ticks: Ticks, on axis: Axis) -> String {
        switch axis.format {
        case .percent: return text(value * 100, decimals: max(0, ticks.decimals - 2)) + "%"
        case .number: return text(value * axis.factor, decimals: decimals(of: ticks, factor: axis.factor))
        }
    }

    /// Digits after the point once values are multiplied by a power of ten.
    static func decimals(of ticks: Ticks, factor: Double) -> Int {
        guard factor != 1, ticks.values.count > 1 else { return ticks.decimals }
        var (digits, step) = (0, (ticks.values[1] - ticks.values[0]) * factor)
        while digits < 12, abs(step - step.rounded()) > 1e-6 * abs(step) {
            step *= 10
            digits += 1
        }
        return digits
    }
}
