import LinearAlgebra

/// The technology that is expected of the new year, at the old output: value-added ratios and inputs moved by national
/// drift, columns scaled so that each still adds up.
struct TechnologyPrior {
    /// Factor on each sector's value-added ratio: the drift, bounded so that inputs per unit of output move by no more
    /// than to a half or to twice; 1 where value added or inputs are not positive.
    let ratioFactors: [Double]
    /// Intermediate use at the old output with the drifted technology; that of the old table without drift.
    let intermediate: Matrix

    init(_ table: InputOutputTable, drift: NationalDrift?) {
        let inputs = table.intermediate.columnSums()
        let valueAdded = table.totalValueAdded()
        ratioFactors = table.output.indices.map { j in
            guard let drift, inputs[j] > 0, valueAdded[j] > 0 else { return 1 }
            let room = inputs[j] / valueAdded[j]
            return min(max(drift.valueAddedRatios[j], 1 - room), 1 + room / 2)
        }
        guard let drift else {
            intermediate = table.intermediate
            return
        }
        var moved = table.intermediate
        for j in 0..<table.count where inputs[j] > 0 {
            var column = table.intermediate.column(j)
            if !drift.coefficients.isEmpty { column = zip(column, drift.coefficients[j]).map { $0 * $1 } }
            let wanted = inputs[j] + valueAdded[j] * (1 - ratioFactors[j])
            let sum = column.reduce(0, +)
            if wanted == sum { continue }
            moved.withMutableColumn(j) { cells in
                for i in cells.indices { cells[i] = column[i] * wanted / sum }
            }
        }
        intermediate = moved
    }
}
