import LinearAlgebra

/// Why an analysis of an input-output table has no result. Indices are from 0.
public enum AnalysisError: Error, Equatable, CustomStringConvertible {
    /// The table itself does not allow it.
    case table(TableError)
    /// The Leontief system behind it cannot be built or solved.
    case system(LeontiefError)
    /// Another linear system of the method cannot be solved.
    case unsolvable(part: String, LinearAlgebraError)
    /// A matrix or vector does not have the shape that the others ask for.
    case wrongShape(part: String, expected: Shape, found: Shape)
    /// A value is NaN or infinite.
    case notFinite(part: String, index: Int)
    /// A value is below zero, or zero, where the method divides by it or takes it as a weight.
    case notPositive(part: String, index: Int, value: Double)
    /// A parameter outside what the method is defined for.
    case outOfRange(part: String, value: Double, expected: String)
    /// No row, column, group or region has this name.
    case unknownName(kind: String, name: String, known: [String])
    /// A name that has to be unique is not.
    case duplicateName(kind: String, name: String)
    /// A sector that no group of a concordance takes up, or only in part: its weights should add up to 1.
    case incompleteSplit(sector: String, sum: Double)
    /// Households would spend, round by round, more than the round before:
    /// `respending` is what one unit of income brings back as income, 1 or more.
    case explosiveHouseholds(respending: Double)
    /// The rate of growth is at or beyond the balanced rate: investment would need all output.
    case growthTooFast(rate: Double, balanced: Double)
    /// An iterated path left the numbers that a double can hold.
    case diverged(step: Int)

    public var description: String {
        switch self {
        case .table(let error): error.description
        case .system(let error): error.description
        case .unsolvable(let part, let error): "\(part) cannot be solved: \(error)"
        case .wrongShape(let part, let expected, let found): "\(part): expected \(expected), found \(found)"
        case .notFinite(let part, let index): "\(part) of item \(index + 1) is not a finite number"
        case .notPositive(let part, let index, let value):
            "\(part) of item \(index + 1) is \(value.brief), expected a positive number"
        case .outOfRange(let part, let value, let expected): "\(part) is \(value), expected \(expected)"
        case .unknownName(let kind, let name, let known):
            "no \(kind) is called \(name); there are \(known.joined(separator: ", "))"
        case .duplicateName(let kind, let name): "\(kind) \(name) stands twice"
        case .incompleteSplit(let sector, let sum):
            "the weights of sector \(sector) add up to \(sum.brief), expected 1"
        case .explosiveHouseholds(let respending):
            "households would respend \(respending.brief) of each unit of income as new income, expected less than 1:"
                + " relate their consumption to all of their income, not only to the income row"
        case .growthTooFast(let rate, let balanced):
            "growth of \(rate.brief) a period is not below the balanced rate of \(balanced.brief)"
        case .diverged(let step): "the path left all bounds at step \(step)"
        }
    }
}

/// One value per sector, all finite.
func checkVector(_ values: [Double], count: Int, part: String) throws(AnalysisError) {
    guard values.count == count else {
        throw .wrongShape(
            part: part, expected: Shape(rows: count, columns: 1), found: Shape(rows: values.count, columns: 1))
    }
    for (i, value) in values.enumerated() where !value.isFinite { throw .notFinite(part: part, index: i) }
}

/// n x n.
func checkSquare(_ matrix: Matrix, count: Int, part: String) throws(AnalysisError) {
    guard matrix.shape == Shape(rows: count, columns: count) else {
        throw .wrongShape(part: part, expected: Shape(rows: count, columns: count), found: matrix.shape)
    }
}

/// Σ aᵢ bᵢ over the common length.
func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in 0..<min(a.count, b.count) { sum += a[i] * b[i] }
    return sum
}

extension InputOutputTable {
    /// Values of the value-added row `name`.
    ///
    /// - Throws: `unknownName`.
    public func valueAddedRow(_ name: String) throws(AnalysisError) -> [Double] {
        guard let row = valueAdded.first(where: { $0.name == name }) else {
            throw .unknownName(kind: "value-added row", name: name, known: valueAdded.map(\.name))
        }
        return row.values
    }

    /// Values of the category `name` of final use inside the region.
    ///
    /// - Throws: `unknownName`.
    public func finalUse(_ name: String) throws(AnalysisError) -> [Double] {
        guard let column = domesticFinalUse.first(where: { $0.name == name }) else {
            throw .unknownName(kind: "final use", name: name, known: domesticFinalUse.map(\.name))
        }
        return column.values
    }

    /// Values per unit of output; 0 for a sector with neither.
    ///
    /// - Throws: `wrongShape`, `notFinite`, `table(.noOutput)` for a value in a sector without output.
    public func perOutput(_ values: [Double], part: String) throws(AnalysisError) -> [Double] {
        try checkVector(values, count: count, part: part)
        var result = [Double](repeating: 0, count: count)
        for j in 0..<count where values[j] != 0 {
            guard output[j] > 0 else { throw .table(.noOutput(sector: sectors[j], output: output[j])) }
            result[j] = values[j] / output[j]
        }
        return result
    }
}
