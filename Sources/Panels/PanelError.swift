/// What is wrong with a panel, or with what is asked of it.
public enum PanelError: Error, Sendable, Equatable {
    case noRegions
    case duplicateRegion(String)
    case tooFewYears([Int])
    case yearsNotConsecutive(Int, Int)
    case wrongShape(rows: Int, regions: Int)
    case wrongLength(region: String, values: Int, years: Int)
    case notFinite(region: String, year: Int)
    /// A logarithm was asked of a value at or below zero.
    case notPositive(region: String, year: Int, value: Double)
    case breakOutsideYears(Int, first: Int, last: Int)
    /// `nearest` is the region closest in spelling, where one is close.
    case unknownRegion(String, nearest: String?)
    /// A method has too little data up to this year; `reason` says what is missing.
    case cannotFit(method: String, through: Int, reason: String)
    /// What was asked of the panel leaves nothing to compute; `reason` says what to change.
    case nothingToDo(reason: String)
}

extension PanelError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noRegions: "the panel has no regions"
        case .duplicateRegion(let region): "the region \"\(region)\" is there twice"
        case .tooFewYears(let years): "the panel has the years \(years), expected at least two"
        case .yearsNotConsecutive(let earlier, let later):
            "the year \(later) follows \(earlier), expected consecutive years with gaps left empty"
        case .wrongShape(let rows, let regions): "the panel has \(rows) rows of values for \(regions) regions"
        case .wrongLength(let region, let values, let years):
            "\(region) has \(values) values for \(years) years"
        case .notFinite(let region, let year): "the value of \(region) in \(year) is not finite"
        case .notPositive(let region, let year, let value):
            "the value of \(region) in \(year) is \(value), expected one above zero for growth in logarithms; "
                + "leave the region out (--leave-out), or the cell empty if nothing was published"
        case .breakOutsideYears(let year, let first, let last):
            "a break in \(year), expected the first year of a new classification, after \(first) and not after \(last)"
        case .unknownRegion(let region, let nearest):
            "no region \"\(region)\" in the panel" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
        case .cannotFit(let method, let year, let reason): "\(method) cannot be fitted through \(year): \(reason)"
        case .nothingToDo(let reason): reason
        }
    }
}
