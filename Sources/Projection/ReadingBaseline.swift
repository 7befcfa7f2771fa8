import Sampling
import Scenarios

/// The published level that a reading starts from: product of factors over
/// product of divisors, one draw per member.
public struct ReadingBaseline: Sendable {
    public let target: String
    public let reading: String
    private let factors: [ParameterDraw]
    private let divisors: [ParameterDraw]
    var draws: [ParameterDraw] { factors + divisors }
    let input: Int?
    public let isUncertain: Bool

    init(_ baseline: Baseline, target: String, reading: String, seed: UInt64, inputs: inout InputRegistry) {
        self.target = target
        self.reading = reading
        factors = baseline.factors.map { ParameterDraw($0, seed: seed) }
        divisors = baseline.divisors.map { ParameterDraw($0, seed: seed) }
        isUncertain = (factors + divisors).contains { !$0.isConstant }
        let letters =
            (baseline.factors + baseline.divisors).compactMap(\.quality) + [baseline.quality].compactMap { $0 }
        input =
            isUncertain ? inputs.register(.baseline(target: target, reading: reading), quality: letters.max()) : nil
    }

    /// Values for the members of a block.
    ///
    /// - Parameter scratch: as long as `values`.
    func fill(
        _ draws: BlockDraws, into values: UnsafeMutableBufferPointer<Double>,
        scratch: UnsafeMutableBufferPointer<Double>
    ) {
        values.update(repeating: 1)
        for factor in factors {
            factor.fill(year: 0, draws, into: scratch)
            for member in values.indices { values[member] *= scratch[member] }
        }
        for divisor in divisors {
            divisor.fill(year: 0, draws, into: scratch)
            for member in values.indices { values[member] /= scratch[member] }
        }
    }
}
