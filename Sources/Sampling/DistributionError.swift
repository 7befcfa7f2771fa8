/// Why a distribution cannot be built from the parameters given.
public enum DistributionError: Error, Sendable, Equatable {
    case notFinite(parameter: String, value: Double)
    case negativeDeviation(parameter: String, value: Double)
    case notPositive(parameter: String, value: Double)
    /// `low <= mode <= high` does not hold (for a uniform, `low <= high`; `mode` is nil).
    case unordered(low: Double, mode: Double?, high: Double)
    /// The distribution puts (almost) no probability between the bounds.
    case nothingWithinBounds(lower: Double, upper: Double, probability: Double)
    /// A probability of a quantile that is not strictly between 0 and 1.
    case badProbability(Double)
    /// Quantiles must grow with their probability.
    case quantilesNotIncreasing(probabilities: [Double], values: [Double])
    /// Two quantiles, or three of which the middle one is the median.
    case unsupportedQuantiles(probabilities: [Double])
}

extension DistributionError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notFinite(let parameter, let value):
            "\(parameter) is \(value); expected a finite number"
        case .negativeDeviation(let parameter, let value):
            "\(parameter) is \(value); expected zero or more"
        case .notPositive(let parameter, let value):
            "\(parameter) is \(value); expected more than zero"
        case .unordered(let low, let mode?, let high):
            "found low \(low), mode \(mode), high \(high); expected low <= mode <= high"
        case .unordered(let low, nil, let high):
            "found low \(low), high \(high); expected low <= high"
        case .nothingWithinBounds(let lower, let upper, let probability):
            "the distribution has probability \(probability) between the bounds \(lower) and \(upper)"
        case .badProbability(let p):
            "a quantile's probability is \(p); expected a number between 0 and 1"
        case .quantilesNotIncreasing(let probabilities, let values):
            "the values \(list(values)) do not grow with their probabilities \(list(probabilities))"
        case .unsupportedQuantiles(let probabilities):
            "found quantiles at \(list(probabilities)); expected two, or three of which the middle one is the median"
        }
    }

    private func list(_ numbers: [Double]) -> String { numbers.map(\.description).joined(separator: ", ") }
}
