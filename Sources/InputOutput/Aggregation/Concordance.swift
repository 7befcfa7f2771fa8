import LinearAlgebra

/// Which group takes up which sector, and how much of it.
///
/// The aggregation matrix S, groups x sectors, has columns that add up to 1:
/// one 1 a column for a plain many-to-one concordance, shares where a sector
/// is split. Miller & Blair 2009, 4.9.
public struct Concordance: Sendable, Equatable {
    /// Sector codes of the finer classification, in the order of the columns of `weights`.
    public let sectors: [String]
    /// Group names, in the order of the rows of `weights`.
    public let groups: [String]
    /// S, groups x sectors: 0...1.
    public let weights: Matrix

    /// One line of a concordance: this share of the sector belongs to the group.
    public struct Entry: Sendable, Equatable {
        /// Code in the finer classification.
        public let sector: String
        /// Name in the coarser one.
        public let group: String
        /// 1 where the sector is not split.
        public let weight: Double

        /// Its parts, as documented on each.
        public init(sector: String, group: String, weight: Double = 1) {
            self.sector = sector
            self.group = group
            self.weight = weight
        }
    }

    /// - Parameters:
    ///   - sectors: all sectors to be taken up, e.g. those of a table.
    ///   - entries: groups take the order of their first entry.
    /// - Throws: `unknownName` for a sector that is not in `sectors`,
    ///   `duplicateName` for a pair of sector and group that stands twice,
    ///   `notFinite`, `notPositive` for a weight of zero or below,
    ///   `incompleteSplit` where weights of a sector do not add up to 1 (10⁻⁹).
    public init(sectors: [String], entries: [Entry]) throws(AnalysisError) {
        var groups: [String] = []
        for entry in entries where !groups.contains(entry.group) { groups.append(entry.group) }
        var weights = Matrix(rows: groups.count, columns: sectors.count)
        for (index, entry) in entries.enumerated() {
            guard let column = sectors.firstIndex(of: entry.sector) else {
                throw .unknownName(kind: "sector", name: entry.sector, known: sectors)
            }
            guard entry.weight.isFinite else { throw .notFinite(part: "concordance weight", index: index) }
            guard entry.weight > 0 else {
                throw .notPositive(part: "concordance weight", index: index, value: entry.weight)
            }
            guard let row = groups.firstIndex(of: entry.group), weights[row, column] == 0 else {
                throw .duplicateName(kind: "concordance entry", name: "\(entry.sector) to \(entry.group)")
            }
            weights[row, column] = entry.weight
        }
        for (sector, sum) in zip(sectors, weights.columnSums()) where abs(sum - 1) > 1e-9 {
            throw .incompleteSplit(sector: sector, sum: sum)
        }
        self.sectors = sectors
        self.groups = groups
        self.weights = weights
    }

    /// S v, one value per group. O(groups · sectors).
    ///
    /// - Precondition: one value per sector.
    public func aggregate(_ values: [Double]) -> [Double] {
        precondition(values.count == sectors.count, "one value per sector expected")
        return groups.indices.map { g in dot(weights.row(g), values) }
    }

    /// S M Sᵀ, groups x groups. O(groups · sectors²).
    ///
    /// - Throws: `wrongShape` unless the matrix is sectors x sectors.
    public func aggregate(_ matrix: Matrix) throws(AnalysisError) -> Matrix {
        try checkSquare(matrix, count: sectors.count, part: "matrix to aggregate")
        do throws(LinearAlgebraError) {
            let rows = try multiply(weights, matrix)
            return try multiply(rows, weights.transposed())
        } catch { throw .unsolvable(part: "the aggregation", error) }
    }
}

extension InputOutputTable {
    /// The table with its sectors taken together.
    ///
    /// Money is added up, so both accounting identities carry over and totals
    /// are kept; coefficients follow from the sums. Multipliers of the smaller
    /// table are not averages of the larger one's (aggregation bias, Miller &
    /// Blair 2009, 4.9.3). O(groups · n²).
    ///
    /// - Throws: `unknownName` for a sector that the concordance does not know, `table`.
    public func aggregated(by concordance: Concordance) throws(AnalysisError) -> InputOutputTable {
        guard concordance.sectors == sectors else {
            let known = concordance.sectors
            guard let missing = sectors.first(where: { !known.contains($0) }) else {
                throw .wrongShape(
                    part: "concordance in the order of the table's sectors", expected: Shape(rows: count, columns: 1),
                    found: Shape(rows: known.count, columns: 1))
            }
            throw .unknownName(kind: "sector of the concordance", name: missing, known: known)
        }
        func sum(_ vectors: [NamedVector]) -> [NamedVector] {
            vectors.map { NamedVector(name: $0.name, values: concordance.aggregate($0.values)) }
        }
        let flows = try concordance.aggregate(intermediate)
        do throws(TableError) {
            return try InputOutputTable(
                sectors: concordance.groups, intermediate: flows, domesticFinalUse: sum(domesticFinalUse),
                export: concordance.aggregate(export), outflow: concordance.aggregate(outflow),
                imports: concordance.aggregate(imports), inflow: concordance.aggregate(inflow),
                discrepancy: concordance.aggregate(discrepancy), valueAdded: sum(valueAdded),
                output: concordance.aggregate(output), importedInputs: concordance.aggregate(importedInputs))
        } catch { throw .table(error) }
    }
}
