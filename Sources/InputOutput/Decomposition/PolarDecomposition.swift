/// A change split into what each of its causes contributed.
public struct StructuralDecomposition: Sendable, Equatable {
    /// Later value less earlier value, one per sector.
    public let change: [Double]
    /// One vector per cause, in the unit of `change`; together they are the change.
    public let contributions: [NamedVector]

    /// What the causes leave unexplained: zero to rounding by construction.
    public var residual: [Double] {
        contributions.reduce(into: change) { rest, contribution in
            for i in rest.indices { rest[i] -= contribution.values[i] }
        }
    }

    /// Values of the cause `name`.
    ///
    /// - Throws: `unknownName`.
    public func contribution(_ name: String) throws(AnalysisError) -> [Double] {
        guard let found = contributions.first(where: { $0.name == name }) else {
            throw .unknownName(kind: "cause", name: name, known: contributions.map(\.name))
        }
        return found.values
    }
}

/// The mean of the two polar decompositions of a function of several factors.
///
/// The first polar form moves the factors from their earlier to their later
/// value one after the other, in the order given; the second in the reverse
/// order. A factor's contribution is the change of the function as it moves.
/// Each form adds up to the whole change whatever the function, so their mean
/// does too. All k! orders are equally valid; the mean of these two is close
/// to the mean of all (Dietzenbacher & Los 1998). For x = L f it is
/// ½ ΔL (f₀ + f₁) + ½ (L₀ + L₁) Δf. 2 k evaluations.
///
/// - Parameters:
///   - factors: names, k of them.
///   - evaluate: the function where factor i takes its later value if the i-th
///     flag is true and its earlier one if not; always as many values.
public func meanOfPolarForms(
    factors: [String], evaluate: ([Bool]) throws(AnalysisError) -> [Double]
) throws(AnalysisError) -> StructuralDecomposition {
    let earlier = try evaluate(factors.map { _ in false })
    let later = try evaluate(factors.map { _ in true })
    var contributions = factors.map { NamedVector(name: $0, values: earlier.map { _ in 0 }) }
    for order in [Array(factors.indices), factors.indices.reversed()] {
        var moved = factors.map { _ in false }
        var before = earlier
        for factor in order {
            moved[factor] = true
            let after = moved.contains(false) ? try evaluate(moved) : later
            for i in before.indices { contributions[factor].values[i] += (after[i] - before[i]) / 2 }
            before = after
        }
    }
    return StructuralDecomposition(change: zip(later, earlier).map { $0 - $1 }, contributions: contributions)
}
