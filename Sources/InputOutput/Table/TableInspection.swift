import LinearAlgebra

/// What is odd in a table, beside its accounts: nothing here stops a model, all of it is worth a look.
public struct TableInspection: Sendable, Equatable {
    /// Kinds of oddity.
    public enum Check: String, Sendable, CaseIterable {
        /// A row or column that does not add up to output (10⁻⁶ of its scale).
        case rowImbalance, columnImbalance
        /// A negative cell of intermediate use: by-products, or a balancing item.
        case negativeFlow
        /// A negative cell of final use other than inventory change.
        case negativeFinalUse
        /// A negative cell of value added: subsidies above taxes, losses.
        case negativeValueAdded
        /// Imports and inflow above the use inside the region: re-exports, or weak data.
        case negativeSupplyShare
        /// Inventory change beyond 5% of output: a balancing item rather than stock-building.
        case largeInventory
        /// Value added below zero or above output.
        case valueAddedRatio
        /// No output.
        case noOutput
    }

    /// One oddity.
    public struct Finding: Sendable, Equatable {
        public let check: Check
        public let sector: String
        /// The user, category or row that the cell stands in, where it is a cell.
        public let item: String?
        /// In money; for a row or column the difference from output.
        public let value: Double
        /// The supply share, or the value over output, where that is what is odd.
        public let ratio: Double?
    }

    /// By check, then in the order of the table.
    public let findings: [Finding]
    /// Largest modulus of the eigenvalues of A, total use: below 1 the technology
    /// is productive. Nil where A does not exist (`technicalCoefficients` throws).
    public let spectralRadius: Double?
    /// The same of r̂A, inputs from the region itself; nil where r does not exist either.
    public let regionalSpectralRadius: Double?

    /// Share of output beyond which inventory change is odd.
    public static let inventoryLimit = 0.05

    /// The findings of a check.
    public func findings(of check: Check) -> [Finding] { findings.filter { $0.check == check } }
}

extension InputOutputTable {
    /// Looks the table through. O(25 n³) for the spectral radii.
    ///
    /// - Parameter inventory: the category of final use that is inventory change.
    /// - Throws: `notFinite`.
    public func inspection(inventory: String = "inventory") throws(TableError) -> TableInspection {
        try checkFinite()
        let cells = accounts() + negativeCells(inventory: inventory) + sectorOddities(inventory: inventory)
        let order = TableInspection.Check.allCases
        return TableInspection(
            findings: order.flatMap { check in cells.filter { $0.check == check } },
            spectralRadius: radius(.total), regionalSpectralRadius: radius(.regional))
    }

    private func radius(_ origin: InputOrigin) -> Double? {
        guard let coefficients = try? inputCoefficients(origin) else { return nil }
        return try? LinearAlgebra.spectralRadius(of: coefficients)
    }

    private func accounts() -> [TableInspection.Finding] {
        (imbalances(.row) + imbalances(.column)).map {
            TableInspection.Finding(
                check: $0.account == .row ? .rowImbalance : .columnImbalance, sector: $0.sector, item: nil,
                value: $0.difference, ratio: nil)
        }
    }

    private func negativeCells(inventory: String) -> [TableInspection.Finding] {
        var found: [TableInspection.Finding] = []
        for i in 0..<count {
            for (j, value) in intermediate.row(i).enumerated() where value < 0 {
                found.append(
                    .init(check: .negativeFlow, sector: sectors[i], item: sectors[j], value: value, ratio: nil))
            }
        }
        let vectors =
            domesticFinalUse.filter { $0.name != inventory }.map { (TableInspection.Check.negativeFinalUse, $0) }
            + valueAdded.map { (.negativeValueAdded, $0) }
        for (check, vector) in vectors {
            for (i, value) in vector.values.enumerated() where value < 0 {
                found.append(.init(check: check, sector: sectors[i], item: vector.name, value: value, ratio: nil))
            }
        }
        return found
    }

    private func sectorOddities(inventory: String) -> [TableInspection.Finding] {
        var found: [TableInspection.Finding] = []
        let use = domesticUse()
        let stocks = domesticFinalUse.first { $0.name == inventory }?.values
        let added = totalValueAdded()
        for i in 0..<count {
            func add(_ check: TableInspection.Check, _ value: Double, _ ratio: Double?) {
                found.append(.init(check: check, sector: sectors[i], item: nil, value: value, ratio: ratio))
            }
            let brought = imports[i] + inflow[i]
            if brought > max(use[i], 0) {
                add(.negativeSupplyShare, brought - use[i], use[i] > 0 ? 1 - brought / use[i] : nil)
            }
            if let stock = stocks?[i], abs(stock) > TableInspection.inventoryLimit * output[i] {
                add(.largeInventory, stock, output[i] > 0 ? stock / output[i] : nil)
            }
            if output[i] <= 0 {
                add(.noOutput, output[i], nil)
            } else if added[i] < 0 || added[i] > output[i] {
                add(.valueAddedRatio, added[i], added[i] / output[i])
            }
        }
        return found
    }
}
