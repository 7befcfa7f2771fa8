/// A forecast of one number that says how sure it is of it.
///
/// Scores are negatively oriented where they are called scores (less is
/// better) and in the unit of the quantity, which is that of the forecast: the
/// logarithm of a level for a forecast of logarithms.
public protocol ForecastDistribution: Sendable {
    /// The value that the outcome is as likely to exceed as not; what the absolute error is taken from.
    var median: Double { get }
    /// The value that the outcome stays below with probability p, 0 < p < 1.
    func quantile(_ p: Double) -> Double
    /// P(outcome <= x): the probability integral transform of x.
    func cumulative(_ x: Double) -> Double
    /// ln of the density at x; its negative is the logarithmic score (Good 1952), in nats.
    func logDensity(_ x: Double) -> Double
    /// The continuous ranked probability score of the outcome x:
    /// ∫ (F(z) − 1{z >= x})² dz = E|X − x| − ½ E|X − X'| (Gneiting & Raftery 2007).
    func crps(_ x: Double) -> Double
}

extension ForecastDistribution {
    /// The central interval that holds the outcome with this probability, from 0 to 1, both excluded.
    public func interval(_ probability: Double) -> ClosedRange<Double> {
        precondition(probability > 0 && probability < 1, "an interval of probability \(probability)")
        let low = quantile((1 - probability) / 2)
        return low...max(low, quantile((1 + probability) / 2))
    }

    /// The logarithmic score of the outcome x: −ln of the density, in nats.
    public func logScore(_ x: Double) -> Double { -logDensity(x) }
}
