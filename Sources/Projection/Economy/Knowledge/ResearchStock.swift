/// R / R_ref of the next year, for a stock whose reference grows at g while what depreciates at δ is replaced.
///
///     q_t = q_{t−1} + (g + δ)(e_{t−1} − q_{t−1}) / (1 + g)
///
/// Written so that q stays exactly 1 where e is.
///
/// - Parameters:
///   - ratio: q of the year before.
///   - effort: e, real R&D of the year before over the reference.
@inline(__always)
func nextStockRatio(_ ratio: Double, effort: Double, depreciation: Double, stockGrowth: Double) -> Double {
    ratio + (stockGrowth + depreciation) * (effort - ratio) / (1 + stockGrowth)
}
