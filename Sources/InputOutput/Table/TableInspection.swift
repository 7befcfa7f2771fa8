import LinearAlgebra

/// What is odd in a table, beside its accounts: nothing here stops a model, all of it is worth a look.
public struct TableInspection: Sendable, Equatable {
    /// Kinds of oddity.
    public enum Check: String, Sendable, CaseIterable {
        /// A row or column that does not add up to output (10⁻⁶ of its scale).
        case rowImbalance = "row_imbalance"
        case columnImbalance = "column_imbalance"
        /// A negative cell of intermediate use: by-products, or a balancing item.
        case negativeFlow = "negative_flow"
        /// A negative cell of final use other than inventory change.
        case negativeFinalUse = "negative_final_use"
        /// A negative cell of value added: subsidies above taxes, losses.
        case negativeValueAdded = "negative_value_added"
        /// Imports and inflow above the use inside the region: re-exports, or weak data.
        case negativeSupplyShare = "negative_supply_share"
        /// Inventory change beyond 5% of output: a balancing item rather than stock-building.
        case largeInventory = "large_inventory"
        /// Value added below zero or above output.
        case valueAddedRatio = "value_added_ratio"
        /// No output.
        case noOutput = "no_output"
        /// A row of value added that no source explains, above 5% of value added: the other rows are not all there.
        case unexplainedValueAdded = "unexplained_value_added"
    }

    /// One oddity.
    public struct Finding: Sendable, Equatable {
        public let check: Check
        /// Its code; empty where the whole table is meant.
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

    /// The category of final use that was taken for inventory change; nil where there is none.
    public let inventory: String?

    /// Share of output beyond which inventory change is odd.
    public static let inventoryLimit = 0.05
    /// Name of the row of value added that no source explains.
    public static let unexplainedRow = "unexplained"
    /// Share of value added beyond which that row is odd.
    public static let unexplainedLimit = 0.05

    /// The findings of a check.
    public func findings(of check: Check) -> [Finding] { findings.filter { $0.check == check } }
}

extension InputOutputTable {
    /// Looks the table through. O(n²) and the spectral radii (`spectralRadius(of:)`).
    ///
    /// - Parameter inventory: the category of final use that is inventory change; nil for the first whose name says so.
    /// - Throws: `notFinite`, `unknownCategory`.
    public func inspection(inventory: String? = nil) throws(TableError) -> TableInspection {
        try checkFinite()
        let categories = domesticFinalUse.map(\.name)
        if let inventory, !categories.contains(inventory) {
            throw .unknownCategory(inventory, known: categories)
        }
        let inventory = inventory ?? categories.first(where: Self.namesInventory)
        let cells =
            accounts() + negativeCells(inventory: inventory) + sectorOddities(inventory: inventory)
            + unexplainedValueAdded()
        let order = TableInspection.Check.allCases
        return TableInspection(
            findings: order.flatMap { check in cells.filter { $0.check == check } },
            spectralRadius: radius(.total), regionalSpectralRadius: radius(.regional), inventory: inventory)
    }

    /// `inventory`, `Changes in inventories`, `stocks`, `存货增加`.
    private static func namesInventory(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["inventor", "stock", "存货", "库存"].contains { part in
            name.indices.contains { name[$0...].hasPrefix(part) }
        }
    }

    private func unexplainedValueAdded() -> [TableInspection.Finding] {
        let all = totalValueAdded().reduce(0, +)
        return valueAdded.filter { $0.name == TableInspection.unexplainedRow }.compactMap { row in
            let sum = row.values.reduce(0, +)
            guard abs(sum) > TableInspection.unexplainedLimit * abs(all) else { return nil }
            return .init(
                check: .unexplainedValueAdded, sector: "", item: row.name, value: sum, ratio: all > 0 ? sum / all : nil)
        }
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

    private func negativeCells(inventory: String?) -> [TableInspection.Finding] {
        var found = negativeFlows()
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

    /// Row by row, though looked for column by column: the matrix is stored so.
    private func negativeFlows() -> [TableInspection.Finding] {
        let flows = intermediate
        var places: [(row: Int, column: Int)] = []
        for j in 0..<count {
            flows.withColumn(j) { column in
                for i in 0..<column.count where column[i] < 0 { places.append((i, j)) }
            }
        }
        return places.sorted { ($0.row, $0.column) < ($1.row, $1.column) }.map { row, column in
            .init(
                check: .negativeFlow, sector: sectors[row], item: sectors[column], value: flows[row, column], ratio: nil
            )
        }
    }

    private func sectorOddities(inventory: String?) -> [TableInspection.Finding] {
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
