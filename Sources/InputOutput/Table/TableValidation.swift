import LinearAlgebra

extension InputOutputTable {
    /// Checks that every value is finite, no output is negative, and both
    /// accounting identities hold for every sector.
    ///
    /// An account holds when its difference is at most `relativeTolerance`
    /// times the sum of the absolute values of its entries, output included:
    /// the scale of its rounding, also for a product that is mostly traded
    /// through and has little output. O(n²).
    ///
    /// - Throws: `notFinite`, `negativeOutput`, `unbalanced` (with the first five accounts).
    public func validate(relativeTolerance: Double = 1e-6) throws(TableError) {
        try checkFinite()
        for (sector, value) in zip(sectors, output) where value < 0 {
            throw .negativeOutput(sector: sector, output: value)
        }
        let failures =
            imbalances(.row, relativeTolerance: relativeTolerance)
            + imbalances(.column, relativeTolerance: relativeTolerance)
        if !failures.isEmpty { throw .unbalanced(Array(failures.prefix(5)), total: failures.count) }
    }

    /// The table with the rounding of its rows moved into the discrepancy, so
    /// that row sums equal outputs to machine precision.
    ///
    /// Published tables are rounded to a few decimals; without this the
    /// Leontief system reproduces their outputs only to that rounding.
    ///
    /// - Throws: what `validate` throws: more than rounding is not closed.
    public func closingRounding(relativeTolerance: Double = 1e-6) throws(TableError) -> InputOutputTable {
        try validate(relativeTolerance: relativeTolerance)
        let sums = sums(of: .row).sums
        return try InputOutputTable(
            sectors: sectors, intermediate: intermediate, domesticFinalUse: domesticFinalUse, export: export,
            outflow: outflow, imports: imports, inflow: inflow,
            discrepancy: (0..<count).map { discrepancy[$0] + output[$0] - sums[$0] }, valueAdded: valueAdded,
            output: output, importedInputs: importedInputs)
    }

    /// The entries of each row beside intermediate use that add up to output, trade deductions negative.
    private func rowVectors() -> [[Double]] {
        domesticFinalUse.map(\.values) + [export, outflow, imports.map { -$0 }, inflow.map { -$0 }, discrepancy]
    }

    /// What the entries of each account add up to, and they and output without their signs.
    private func sums(of account: Imbalance.Account) -> (sums: [Double], scales: [Double]) {
        var sums: [Double]
        var scales = output.map { abs($0) }
        let vectors: [[Double]]
        switch account {
        case .row:
            vectors = rowVectors()
            sums = intermediate.rowSums()
            intermediate.addRows(to: &scales, absolute: true)
        case .column:
            vectors = valueAdded.map(\.values) + [importedInputs]
            sums = intermediate.columnSums()
            let flows = intermediate
            for j in 0..<count {
                scales[j] = flows.withColumn(j) { column in
                    var scale = scales[j]
                    for i in 0..<column.count { scale += abs(column[i]) }
                    return scale
                }
            }
        }
        for vector in vectors {
            for (index, value) in vector.enumerated() {
                sums[index] += value
                scales[index] += abs(value)
            }
        }
        return (sums, scales)
    }

    /// The accounts of one kind that do not hold, in the order of the sectors. O(n²).
    ///
    /// - Parameter relativeTolerance: as in `validate`.
    public func imbalances(_ account: Imbalance.Account, relativeTolerance: Double = 1e-6) -> [Imbalance] {
        let (sums, scales) = sums(of: account)
        return (0..<count).compactMap { s in
            guard abs(sums[s] - output[s]) > relativeTolerance * scales[s] else { return nil }
            return Imbalance(account: account, sector: sectors[s], sum: sums[s], output: output[s])
        }
    }

    /// Checks that every value is finite. O(n²).
    ///
    /// - Throws: `notFinite`.
    public func checkFinite() throws(TableError) {
        if let place = intermediate.firstNonFinite() {
            throw .notFinite(part: "intermediate use", sector: sectors[place.row], user: sectors[place.column])
        }
        let parts =
            domesticFinalUse + valueAdded + [
                NamedVector(name: "export", values: export), NamedVector(name: "outflow", values: outflow),
                NamedVector(name: "imports", values: imports), NamedVector(name: "inflow", values: inflow),
                NamedVector(name: "discrepancy", values: discrepancy), NamedVector(name: "output", values: output),
                NamedVector(name: "imported inputs", values: importedInputs),
            ]
        for part in parts {
            for (sector, value) in zip(sectors, part.values) where !value.isFinite {
                throw .notFinite(part: part.name, sector: sector, user: nil)
            }
        }
    }
}
