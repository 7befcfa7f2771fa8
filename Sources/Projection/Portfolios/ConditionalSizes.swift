import CKernels
import Scenarios

/// Where each unit stands before its own luck of one year: ln y = center +
/// scale · e. Given the economy and the common factor units are independent, so
/// the number above a threshold follows a Poisson-binomial law.
public final class ConditionalSizes {
    public let centers: BlockColumns
    public let scales: BlockColumns
    /// Chance of not leaving in the year.
    public let survival: BlockColumns
    private let shape: Volatility.Shape

    init(rows: Int, units: Int, shape: Volatility.Shape) {
        centers = BlockColumns(rows: rows, columns: units)
        scales = BlockColumns(rows: rows, columns: units)
        survival = BlockColumns(rows: rows, columns: units)
        survival.values.update(repeating: 1)
        self.shape = shape
    }

    /// Chance that a unit ends the year above `logThreshold` (ln 亿元), for all members.
    public func chances(
        of unit: Int, above logThreshold: Double, into chances: UnsafeMutableBufferPointer<Double>
    ) {
        let (center, scale, staying) = (centers.column(unit), scales.column(unit), survival.column(unit))
        ckernels_chance_above(
            center.baseAddress, scale.baseAddress, staying.baseAddress, logThreshold, shape == .laplace ? 1 : 0,
            chances.baseAddress, chances.count)
    }
}
