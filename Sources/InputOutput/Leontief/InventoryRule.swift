/// Which sectors' inventory change follows their output.
///
/// Stock-building has no growth of its own: it is a fixed share of the
/// sector's output, and becomes part of the Leontief system. A column with
/// more than a few percent of output is a balancing item of the source, not
/// stock-building; feeding that back through the system would multiply it, so
/// such sectors keep it as final use.
public struct InventoryRule: Sendable, Equatable {
    /// Inventory change per unit of output; 0 for the sectors of `exogenous`.
    public let share: [Double]
    /// Indices of the sectors whose inventory stays final use.
    public let exogenous: [Int]
}

extension InputOutputTable {
    /// The rule for the final-use category `category`.
    ///
    /// - Parameter limit: largest |inventory change| per unit of output that follows output.
    /// - Throws: `unknownCategory`.
    public func inventoryRule(category: String = "inventory", limit: Double = 0.05) throws(TableError) -> InventoryRule
    {
        guard let inventory = domesticFinalUse.first(where: { $0.name == category }) else {
            throw .unknownCategory(category, known: domesticFinalUse.map(\.name))
        }
        var share = [Double](repeating: 0, count: count)
        var exogenous: [Int] = []
        for i in 0..<count where inventory.values[i] != 0 {
            if abs(inventory.values[i]) <= limit * output[i] {
                share[i] = inventory.values[i] / output[i]
            } else {
                exogenous.append(i)
            }
        }
        return InventoryRule(share: share, exogenous: exogenous)
    }
}
