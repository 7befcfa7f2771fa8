import LinearAlgebra

/// Which matrix forward linkages are read from.
public enum ForwardConvention: String, Sendable, CaseIterable {
    /// Row sums of the Leontief inverse (Rasmussen 1957): output of i if final
    /// demand for every product rose by one unit. Favours sectors that sell to
    /// sectors, however unlikely such a rise.
    case leontiefRows
    /// Row sums of the Ghosh inverse (Beyers 1976, Jones 1976): output enabled
    /// downstream per unit of primary input into i. The one that Miller & Blair
    /// 2009, 12.2, recommend.
    case ghoshRows
}

/// A sector's place among the others by its normalised linkages.
public enum LinkageClass: String, Sendable, CaseIterable {
    /// Both above average.
    case key
    /// Backward above average only: depends on other sectors' supply.
    case backward
    /// Forward above average only: depends on other sectors' demand.
    case forward
    /// Neither: generally independent.
    case weak
}

/// Backward and forward linkages of every sector.
///
/// Total linkages are sums of L and G, own unit included; direct ones are sums
/// of A and B (Chenery & Watanabe 1958). Normalised linkages are divided by
/// their mean over the sectors: 1 is average (Rasmussen's power and
/// sensitivity of dispersion). Unweighted: a sector counts as much as another
/// whatever its size. Miller & Blair 2009, 12.2.
public struct Linkages: Sendable, Equatable {
    /// Σᵢ aᵢⱼ
    public let directBackward: [Double]
    /// Σⱼ bᵢⱼ
    public let directForward: [Double]
    /// Σᵢ lᵢⱼ: the type I output multipliers.
    public let backward: [Double]
    /// Σⱼ lᵢⱼ
    public let forwardLeontief: [Double]
    /// Σⱼ gᵢⱼ
    public let forwardGhosh: [Double]
    /// Standard deviation over mean of column j of L: small where the effect
    /// spreads evenly, large where it stays in a few sectors.
    public let backwardVariation: [Double]
    /// The same of row i of L.
    public let forwardVariationLeontief: [Double]
    /// The same of row i of G.
    public let forwardVariationGhosh: [Double]

    /// From the inverses and coefficients of the same flows. O(n²).
    ///
    /// - Throws: `wrongShape` unless all are n x n.
    public init(
        coefficients: Matrix, leontiefInverse: Matrix, allocation: Matrix, ghoshInverse: Matrix
    ) throws(AnalysisError) {
        let n = leontiefInverse.rows
        try checkSquare(coefficients, count: n, part: "technical coefficients")
        try checkSquare(leontiefInverse, count: n, part: "Leontief inverse")
        try checkSquare(allocation, count: n, part: "allocation coefficients")
        try checkSquare(ghoshInverse, count: n, part: "Ghosh inverse")
        directBackward = coefficients.columnSums()
        directForward = allocation.rowSums()
        backward = leontiefInverse.columnSums()
        forwardLeontief = leontiefInverse.rowSums()
        forwardGhosh = ghoshInverse.rowSums()
        backwardVariation = (0..<n).map { variation(leontiefInverse.column($0)) }
        forwardVariationLeontief = rowVariations(leontiefInverse)
        forwardVariationGhosh = rowVariations(ghoshInverse)
    }

    /// Forward linkages by either convention.
    public func forward(_ convention: ForwardConvention) -> [Double] {
        convention == .leontiefRows ? forwardLeontief : forwardGhosh
    }

    /// Backward linkages over their mean.
    public var normalisedBackward: [Double] { normalised(backward) }

    /// Forward linkages over their mean.
    public func normalisedForward(_ convention: ForwardConvention) -> [Double] { normalised(forward(convention)) }

    /// The class of every sector: normalised linkages above 1 or not.
    public func classes(_ convention: ForwardConvention) -> [LinkageClass] {
        zip(normalisedBackward, normalisedForward(convention)).map { backward, forward in
            switch (backward > 1, forward > 1) {
            case (true, true): .key
            case (true, false): .backward
            case (false, true): .forward
            case (false, false): .weak
            }
        }
    }
}

extension InputOutputTable {
    /// Linkages by flows of that origin. O(16/3 n³).
    ///
    /// - Throws: as `leontiefSystem` and `ghoshSystem`.
    public func linkages(_ origin: InputOrigin) throws(AnalysisError) -> Linkages {
        let ghosh = try ghoshSystem(origin)
        let coefficients: Matrix
        do throws(TableError) { coefficients = try inputCoefficients(origin) } catch { throw .table(error) }
        return try Linkages(
            coefficients: coefficients, leontiefInverse: try leontiefSystem(origin).multipliers,
            allocation: ghosh.allocation, ghoshInverse: ghosh.inverse)
    }
}

private func normalised(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(max(values.count, 1))
    return values.map { $0 / mean }
}

/// `variation` of every row, column by column as the matrix is stored.
private func rowVariations(_ matrix: Matrix) -> [Double] {
    guard matrix.columns > 1 else { return [Double](repeating: 0, count: matrix.rows) }
    let means = matrix.rowSums().map { $0 / Double(matrix.columns) }
    var squares = [Double](repeating: 0, count: matrix.rows)
    for j in 0..<matrix.columns {
        matrix.withColumn(j) { column in
            for i in 0..<column.count { squares[i] += (column[i] - means[i]) * (column[i] - means[i]) }
        }
    }
    return zip(squares, means).map { ($0 / Double(matrix.columns - 1)).squareRoot() / $1 }
}

/// Sample standard deviation (n − 1) over the mean; 0 for fewer than two values.
private func variation(_ values: [Double]) -> Double {
    guard values.count > 1 else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot() / mean
}
