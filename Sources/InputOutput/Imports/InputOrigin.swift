import LinearAlgebra

/// Whose products the coefficients of an analysis count.
public enum InputOrigin: String, Sendable, CaseIterable {
    /// r̂A: inputs from the region itself, what leaks abroad and to other
    /// regions is left out. Multipliers are effects inside the region.
    case regional
    /// A: inputs whatever their origin, the technology. Multipliers are what
    /// the world would produce with the region's technology.
    case total
}

extension InputOutputTable {
    /// Share of every product's use that `origin` counts: r, or 1 everywhere.
    ///
    /// - Throws: as `regionalSupply`; `ownFlowsOnly` for `total` in a table that does not tell.
    public func supplyShare(_ origin: InputOrigin) throws(TableError) -> [Double] {
        if origin == .regional { return try regionalSupply().share }
        if holdsOwnFlowsOnly { throw .ownFlowsOnly }
        return [Double](repeating: 1, count: count)
    }

    /// r̂Z, n x n, in money: intermediate use of products of that origin.
    ///
    /// A competitive table does not tell who uses the imports; every user is
    /// given the same share r of each product (proportionality). A table that
    /// `holdsOwnFlowsOnly` does tell: r is 1. Miller & Blair 2009, 4.2.3 and 8.3. O(n²).
    ///
    /// - Throws: as `regionalSupply`.
    public func intermediateUse(_ origin: InputOrigin) throws(TableError) -> Matrix {
        intermediate.scaledRows(by: try supplyShare(origin))
    }

    /// r̂A, n x n: inputs of that origin per unit of output. Miller & Blair 2009, eq. 3.2. O(n²).
    ///
    /// - Throws: as `technicalCoefficients` and `regionalSupply`.
    public func inputCoefficients(_ origin: InputOrigin) throws(TableError) -> Matrix {
        try technicalCoefficients().scaledRows(by: try supplyShare(origin))
    }

    /// The Leontief system (I − r̂A)⁻¹, inventory exogenous. O(8/3 n³).
    ///
    /// - Throws: `table`, `system`.
    public func leontiefSystem(_ origin: InputOrigin) throws(AnalysisError) -> LeontiefSystem {
        let (coefficients, share) = try systemParts(origin)
        do throws(LeontiefError) {
            return try LeontiefSystem(coefficients: coefficients, supplyShare: share)
        } catch { throw .system(error) }
    }

    /// The factored system I − r̂A without its inverse. O(2/3 n³), n² numbers beside the table.
    ///
    /// - Throws: `table`, `system`.
    public func leontiefFactors(_ origin: InputOrigin) throws(AnalysisError) -> LeontiefFactors {
        var copy = self
        return try copy.turnIntoLeontiefFactors(origin)
    }

    /// The factored system I − r̂A in the memory of the table's own flows, if no copy of the table shares them: for
    /// tables too large to hold twice. O(2/3 n³), no n² numbers beside the table.
    ///
    /// Afterwards, also after an error of the system, the table has no `intermediate` use: what is derived from it is
    /// not to be asked for.
    ///
    /// - Throws: `table`, `system`.
    public mutating func turnIntoLeontiefFactors(_ origin: InputOrigin) throws(AnalysisError) -> LeontiefFactors {
        let (share, perOutput): ([Double], [Double])
        do throws(TableError) { (share, perOutput) = (try supplyShare(origin), try inputsPerUnitOfOutput()) } catch {
            throw .table(error)
        }
        do throws(LeontiefError) {
            return try LeontiefFactors(flows: takeFlows(), perOutput: perOutput, supplyShare: share)
        } catch { throw .system(error) }
    }

    private func systemParts(_ origin: InputOrigin) throws(AnalysisError) -> (Matrix, [Double]) {
        do throws(TableError) { return (try technicalCoefficients(), try supplyShare(origin)) } catch {
            throw .table(error)
        }
    }
}
