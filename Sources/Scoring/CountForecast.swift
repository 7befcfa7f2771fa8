import RealModule

/// A forecast of a whole number by the chance of each.
public struct CountForecast: ForecastDistribution, Equatable {
    /// Chance of 0, 1, 2, …; they add up to one.
    public let chances: [Double]
    private let cumulated: [Double]

    /// - Parameter chances: of 0, 1, 2, …; not below zero and not all zero. They are scaled to add up to one.
    public init(chances: [Double]) {
        let sum = chances.reduce(0, +)
        precondition(sum > 0 && sum.isFinite && chances.allSatisfy { $0 >= 0 }, "chances that are none")
        self.chances = chances.map { $0 / sum }
        var total = 0.0
        cumulated = self.chances.map { chance in
            total += chance
            return total
        }
    }

    public var median: Double { quantile(0.5) }

    /// The lowest number that is not exceeded with probability p at least.
    public func quantile(_ p: Double) -> Double {
        // Sums of chances fall short of one by rounding.
        Double(cumulated.firstIndex { $0 >= p - 1e-12 } ?? chances.count - 1)
    }

    /// Chance of at most `x`.
    public func cumulative(_ x: Double) -> Double {
        guard x >= 0 else { return 0 }
        guard x < Double(chances.count - 1) else { return 1 }
        return cumulated[Int(x)]
    }

    /// ln of the chance of x; minus infinity for what is no whole number or was given no chance.
    public func logDensity(_ x: Double) -> Double {
        guard x == x.rounded(), x >= 0, x < Double(chances.count) else { return -.infinity }
        return Double.log(chances[Int(x)])
    }

    /// The ranked probability score Σ (F(k) − 1{k >= x})² over whole k (Epstein 1969), which the continuous one
    /// is for whole outcomes.
    public func crps(_ x: Double) -> Double {
        var score = 0.0
        let last = max(chances.count, Int(x.rounded(.up)))
        for k in min(0, Int(x.rounded(.down)))..<last {
            let (start, end) = (Double(k), Double(k + 1))
            let cut = min(max(x, start), end)
            let value = cumulative(start)
            score += (cut - start) * value * value + (end - cut) * (1 - value) * (1 - value)
        }
        return score
    }
}
