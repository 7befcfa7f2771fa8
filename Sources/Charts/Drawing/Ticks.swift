/// Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten.
struct Ticks: Equatable {
    /// The ends of the axis.
    let low: Double
    let high: Double
    let values: [Double]
    /// Digits after the point that tell the values apart.
    let decimals: Int

    /// An axis that holds all values.
    ///
    /// Zero is on it where it is near (no further than the values are apart) or asked for. Without a finite value it runs
    /// from 0 to 1, around a single value from zero to it.
    init(around values: some Sequence<Double>, includingZero: Bool = false, count: Int = 5) {
        var (low, high) = (Double.infinity, -Double.infinity)
        for value in values where value.isFinite && abs(value) < 1e200 {
            low = min(low, value)
            high = max(high, value)
        }
        if low > high { (low, high) = (0, 1) }
        if includingZero || low == high || (low > 0 && low < 2 * (high - low)) || (high < 0 && -high < 2 * (high - low))
        {
            low = min(low, 0)
            high = max(high, 0)
        }
        if low == high { high = 1 }
        self.init(from: low, to: high, count: count, widening: true)
    }

    /// An axis with given ends; with `widening` it ends at ticks.
    init(from low: Double, to high: Double, count: Int = 5, widening: Bool = false) {
        let step = Self.step((high - low) / Double(max(1, count)))
        // Whole multiples, so that no sum of rounding errors is on the axis.
        let first = widening ? (low / step + 1e-9).rounded(.down) : (low / step - 1e-9).rounded(.up)
        let last = widening ? (high / step - 1e-9).rounded(.up) : (high / step + 1e-9).rounded(.down)
        let divisor = step < 1 ? (1 / step).rounded() : 0
        values = stride(from: first, through: max(first, last), by: 1).map { divisor > 0 ? $0 / divisor : $0 * step }
        self.low = widening ? values[0] : low
        self.high = widening ? values[values.count - 1] : high
        decimals = step >= 1 ? 0 : min(12, Self.digits(of: step))
    }

    /// The next of 1, 2, 5, 10 … at or above a length.
    private static func step(_ length: Double) -> Double {
        guard length.isFinite, length > 1e-12 else { return 1e-12 }
        var unit = 1.0
        while unit > length { unit /= 10 }
        while unit * 10 <= length { unit *= 10 }
        for factor in [1.0, 2, 5] where factor * unit >= length * (1 - 1e-9) {
            return unit < 1 ? factor / (1 / unit).rounded() : factor * unit
        }
        return unit < 1 ? 10 / (1 / unit).rounded() : 10 * unit
    }

    private static func digits(of step: Double) -> Int {
        var (digits, rest) = (0, step)
        while rest < 1 - 1e-9 {
            rest *= 10
            digits += 1
        }
        return digits
    }
}
