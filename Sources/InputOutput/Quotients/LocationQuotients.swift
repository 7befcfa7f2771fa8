import Glibc
import LinearAlgebra

/// What the diagonal of a cross-industry quotient is, where a sector supplies itself.
public enum QuotientDiagonal: String, Sendable {
    /// SLQᵢ (times λ for FLQ and AFLQ): the sector's own size counts (Flegg & Webber 1997, 2000).
    case simpleQuotient
    /// CILQᵢᵢ = 1 (times λ): as the formula off the diagonal says.
    case crossIndustry
}

/// What the size of a sector is measured by. It labels results; quotients of
/// employment assume equal productivity in region and nation.
public enum QuotientBase: String, Sendable {
    /// Persons or full-time equivalents.
    case employment
    /// Gross output.
    case output
    /// Value added.
    case valueAdded
}

/// A location quotient with its parameters.
public enum QuotientMethod: Sendable, Equatable {
    /// Simple: SLQᵢ = (REᵢ / RE) / (NEᵢ / NE), the same for all users of product i.
    case simple
    /// Cross-industry: CILQᵢⱼ = SLQᵢ / SLQⱼ.
    case crossIndustry(diagonal: QuotientDiagonal = .simpleQuotient)
    /// Flegg's: FLQᵢⱼ = CILQᵢⱼ · λ with λ = [log₂(1 + RE / NE)]^δ; 0 ≤ δ < 1,
    /// .1 to .35 in the literature, .3 usual.
    case flegg(delta: Double, diagonal: QuotientDiagonal = .simpleQuotient)
    /// Augmented: FLQᵢⱼ · log₂(1 + SLQⱼ) where SLQⱼ > 1: a region that is
    /// specialised in the buying sector has drawn its suppliers.
    case augmentedFlegg(delta: Double, diagonal: QuotientDiagonal = .simpleQuotient)
}

/// Sizes of the sectors of a region and of the nation around it, and the
/// quotients that follow.
///
/// Flegg, Webber & Elliott 1995; Flegg & Webber 1997, 2000; Miller & Blair
/// 2009, 8.2. They estimate how much of its inputs a region supplies itself,
/// with the national technology; against survey tables their errors are large
/// for single cells, smaller for multipliers, and all but FLQ and AFLQ
/// understate what regions bring in (no cross-hauling).
public struct LocationQuotients: Sendable, Equatable {
    /// REᵢ, n: any unit, the same as the nation's.
    public let region: [Double]
    /// NEᵢ, n.
    public let nation: [Double]
    /// What the sizes count.
    public let base: QuotientBase

    /// Number of sectors.
    public var count: Int { region.count }

    /// - Throws: `wrongShape`, `notFinite`; `notPositive` for a negative size,
    ///   a region or nation without any, or a sector that the region has and the nation has not.
    public init(region: [Double], nation: [Double], base: QuotientBase) throws(AnalysisError) {
        try checkVector(region, count: nation.count, part: "size in the region")
        try checkVector(nation, count: nation.count, part: "size in the nation")
        for (i, value) in region.enumerated() {
            guard value >= 0 else { throw .notPositive(part: "size in the region", index: i, value: value) }
            guard nation[i] > 0 || (nation[i] == 0 && value == 0) else {
                throw .notPositive(part: "size in the nation", index: i, value: nation[i])
            }
        }
        for (part, sizes) in [("the region's total", region), ("the nation's total", nation)] {
            let total = sizes.reduce(0, +)
            guard total > 0 else { throw .notPositive(part: part, index: 0, value: total) }
        }
        self.region = region
        self.nation = nation
        self.base = base
    }

    /// RE / NE: the region's share of the nation.
    public var relativeSize: Double { region.reduce(0, +) / nation.reduce(0, +) }

    /// SLQ, n: above 1 the region is specialised in the sector; 0 for a sector that neither has.
    public var simple: [Double] {
        let size = relativeSize
        return zip(region, nation).map { $1 == 0 ? 0 : $0 / $1 / size }
    }

    /// λ = [log₂(1 + RE / NE)]^δ: below 1, smaller for smaller regions.
    public func lambda(delta: Double) -> Double { pow(log2(1 + relativeSize), delta) }

    /// The quotients qᵢⱼ, n x n, row i the supplying sector, not capped. O(n²).
    ///
    /// A buying sector that the region does not have makes its column
    /// infinite (0 for a supplying sector that it lacks too): nothing is bought.
    public func quotients(_ method: QuotientMethod) -> Matrix {
        let slq = simple
        var result = Matrix(rows: count, columns: count)
        for j in 0..<count {
            for i in 0..<count { result[i, j] = quotient(method, i, j, slq) }
        }
        return result
    }

    /// min(1, qᵢⱼ), n x n: the share of its inputs that the region supplies
    /// itself. Also AFLQ is capped, so that no regional coefficient exceeds the
    /// national one. O(n²).
    public func supplyShares(_ method: QuotientMethod) -> Matrix {
        var result = quotients(method)
        result.withUnsafeMutableBuffer { cells in
            for k in cells.indices { cells[k] = min(1, cells[k]) }
        }
        return result
    }

    /// rᵢⱼ = min(1, qᵢⱼ) aᵢⱼ, n x n: regional input coefficients from national ones. O(n²).
    ///
    /// - Parameter national: A of the nation, imports from abroad taken out
    ///   (`inputCoefficients(.regional)` of its table) if the nation imports.
    /// - Throws: `wrongShape`; `outOfRange` for a δ that is not in 0..<1.
    public func regionalCoefficients(
        national: Matrix, method: QuotientMethod
    ) throws(AnalysisError) -> Matrix {
        try method.checkDelta()
        try checkSquare(national, count: count, part: "national coefficients")
        var result = supplyShares(method)
        for j in 0..<count {
            for i in 0..<count { result[i, j] *= national[i, j] }
        }
        return result
    }

    private func quotient(_ method: QuotientMethod, _ i: Int, _ j: Int, _ slq: [Double]) -> Double {
        func cross(_ diagonal: QuotientDiagonal) -> Double {
            if i == j { return diagonal == .simpleQuotient ? slq[i] : 1 }
            return slq[i] == 0 ? 0 : slq[i] / slq[j]
        }
        switch method {
        case .simple: return slq[i]
        case .crossIndustry(let diagonal): return cross(diagonal)
        case .flegg(let delta, let diagonal): return cross(diagonal) * lambda(delta: delta)
        case .augmentedFlegg(let delta, let diagonal):
            return cross(diagonal) * lambda(delta: delta) * (slq[j] > 1 ? log2(1 + slq[j]) : 1)
        }
    }
}

extension QuotientMethod {
    /// δ = 1 would shrink in proportion to the region's size; below 0 small regions would be the self-sufficient ones.
    func checkDelta() throws(AnalysisError) {
        switch self {
        case .simple, .crossIndustry: return
        case .flegg(let delta, _), .augmentedFlegg(let delta, _):
            guard delta >= 0 && delta < 1 else {
                throw .outOfRange(
                    part: "delta of Flegg's quotient", value: delta, expected: "0 or more and less than 1")
            }
        }
    }
}
