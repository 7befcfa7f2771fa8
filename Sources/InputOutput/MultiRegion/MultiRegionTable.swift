import LinearAlgebra

/// An inter-regional table: R regions with the same S sectors, one money unit.
///
/// Line (r, s) stands at index r · S + s. Intermediate use is by origin and
/// destination: element (i, j) is what line j uses of the product of line i,
/// so that trade between the regions of the table is part of it, and only
/// trade with the rest of the world is not. Identities, for every line i:
/// - row: Σⱼ Zᵢⱼ + Σ over regions of final demand + rest of the world = output
/// - column: Σⱼ Zⱼᵢ + primary inputs (value added, imports from the rest of the world) = output
///
/// Isard 1951; Miller & Blair 2009, 3.3.
public struct MultiRegionTable: Sendable, Equatable {
    /// Names of the regions, R of them.
    public let regions: [String]
    /// Codes of the sectors, S of them, the same in every region.
    public let sectors: [String]
    /// Z, RS x RS.
    public let intermediate: Matrix
    /// RS x R: final demand of each region for the product of each line.
    public let finalDemand: Matrix
    /// RS: sales to the rest of the world.
    public let restOfWorld: [Double]
    /// RS: value added and imports from the rest of the world, by using line.
    public let primaryInputs: [Double]
    /// RS: gross output.
    public let output: [Double]

    /// Number of lines, R · S.
    public var count: Int { regions.count * sectors.count }

    /// - Throws: `duplicateName`, `wrongShape`, `notFinite`.
    public init(
        regions: [String], sectors: [String], intermediate: Matrix, finalDemand: Matrix, restOfWorld: [Double],
        primaryInputs: [Double], output: [Double]
    ) throws(AnalysisError) {
        for (kind, names) in [("region", regions), ("sector", sectors)] {
            var seen = Set<String>()
            for name in names where !seen.insert(name).inserted { throw .duplicateName(kind: kind, name: name) }
        }
        let n = regions.count * sectors.count
        try checkSquare(intermediate, count: n, part: "intermediate use")
        guard finalDemand.shape == Shape(rows: n, columns: regions.count) else {
            throw .wrongShape(
                part: "final demand", expected: Shape(rows: n, columns: regions.count), found: finalDemand.shape)
        }
        try checkVector(restOfWorld, count: n, part: "sales to the rest of the world")
        try checkVector(primaryInputs, count: n, part: "primary inputs")
        try checkVector(output, count: n, part: "output")
        for j in 0..<n { try checkVector(intermediate.column(j), count: n, part: "intermediate use") }
        for j in regions.indices { try checkVector(finalDemand.column(j), count: n, part: "final demand") }
        self.regions = regions
        self.sectors = sectors
        self.intermediate = intermediate
        self.finalDemand = finalDemand
        self.restOfWorld = restOfWorld
        self.primaryInputs = primaryInputs
        self.output = output
    }

    /// Index of the line of a region (from 0) and a sector (from 0).
    ///
    /// - Precondition: both exist.
    public func line(region: Int, sector: Int) -> Int {
        precondition(regions.indices.contains(region) && sectors.indices.contains(sector), "line out of range")
        return region * sectors.count + sector
    }

    /// The name of a line in messages and tables, `region/sector`.
    public func name(ofLine line: Int) -> String {
        "\(regions[line / sectors.count])/\(sectors[line % sectors.count])"
    }

    /// Position of a region.
    ///
    /// - Throws: `unknownName`.
    public func region(_ name: String) throws(AnalysisError) -> Int {
        guard let index = regions.firstIndex(of: name) else {
            throw .unknownName(kind: "region", name: name, known: regions)
        }
        return index
    }

    /// The S x S block of a matrix over the lines: rows of region `from`, columns of region `to`.
    ///
    /// - Precondition: regions of the table, from 0; `matrix` is RS x RS.
    public func block(_ matrix: Matrix, from: Int, to: Int) -> Matrix {
        precondition(matrix.shape == intermediate.shape, "matrix over the lines expected")
        var result = Matrix(rows: sectors.count, columns: sectors.count)
        for j in sectors.indices {
            for i in sectors.indices {
                result[i, j] = matrix[line(region: from, sector: i), line(region: to, sector: j)]
            }
        }
        return result
    }

    /// The values of one region in a vector over the lines.
    public func values(_ vector: [Double], of region: Int) -> [Double] {
        sectors.indices.map { vector[line(region: region, sector: $0)] }
    }

    /// Lines whose accounts do not add up to output, with the relative tolerance of `InputOutputTable.validate`.
    public func imbalances(relativeTolerance: Double = 1e-6) -> [Imbalance] {
        (0..<count).flatMap { i -> [Imbalance] in
            let accounts: [(Imbalance.Account, [Double])] = [
                (.row, intermediate.row(i) + finalDemand.row(i) + [restOfWorld[i]]),
                (.column, intermediate.column(i) + [primaryInputs[i]]),
            ]
            return accounts.compactMap { account, entries in
                let sum = entries.reduce(0, +)
                let scale = entries.reduce(abs(output[i])) { $0 + abs($1) }
                guard abs(sum - output[i]) > relativeTolerance * scale else { return nil }
                return Imbalance(account: account, sector: name(ofLine: i), sum: sum, output: output[i])
            }
        }
    }

    /// A, RS x RS: input from line i per unit of output of line j. A^rs, the
    /// block from r to s, are the trade coefficients. Miller & Blair 2009, eq. 3.8 to 3.11.
    ///
    /// - Throws: `notPositive` for a line with inputs and an output of zero or below.
    public func coefficients() throws(AnalysisError) -> Matrix {
        var perOutput = [Double](repeating: 0, count: count)
        for j in 0..<count where intermediate.column(j).contains(where: { $0 != 0 }) {
            guard output[j] > 0 else { throw .notPositive(part: "output", index: j, value: output[j]) }
            perOutput[j] = 1 / output[j]
        }
        return intermediate.scaledColumns(by: perOutput)
    }
}
