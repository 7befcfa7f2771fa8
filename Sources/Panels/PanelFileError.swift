import CSV

/// Why a file is not a panel, and where.
public struct PanelFileError: Error, Sendable, Equatable {
    /// The path that the file was read under.
    public var path: String
    /// 1-based line; nil where the file as a whole is meant.
    public var line: Int?
    public var kind: Kind

    /// What was found and what was expected.
    public enum Kind: Sendable, Equatable {
        case csv(CSVError.Kind)
        /// There is no such file, or it cannot be read; `nearest` is one of a like name beside it.
        case unreadable(nearest: String?)
        case noRows
        case emptyRegion(column: String)
        case notAYear(column: String, value: String)
        case duplicateRow(region: String, year: Int, firstLine: Int)
        case zeroDivisor(column: String)
        case quotientNotFinite(Double, Double)
        case spanTooLong(first: Int, last: Int)
        case panel(PanelError)
    }

    /// Its parts, as documented on each.
    public init(path: String, line: Int?, kind: Kind) {
        self.path = path
        self.line = line
        self.kind = kind
    }

    init(_ error: CSVError) { self.init(path: error.path, line: error.line, kind: .csv(error.kind)) }
}

extension PanelFileError: CustomStringConvertible {
    /// `path:line: what was found, what was expected`.
    public var description: String { "\(path):\(line.map { "\($0):" } ?? "") \(kind)" }
}

extension PanelFileError.Kind: CustomStringConvertible {
    public var description: String {
        switch self {
        case .csv(let kind): "\(kind)"
        case .unreadable(let nearest): "cannot read the file" + (nearest.map { "; there is \($0)" } ?? "")
        case .noRows: "the file has a header but no rows; expected one per region and year"
        case .emptyRegion(let column): "the cell in column \"\(column)\" is empty, expected a region"
        case .notAYear(let column, let value):
            "found \"\(value)\" in column \"\(column)\", expected a year as in 2023"
        case .duplicateRow(let region, let year, let firstLine):
            "a second row of \(region) for \(year), the first is on line \(firstLine)"
        case .zeroDivisor(let column): "the divisor in column \"\(column)\" is zero"
        case .quotientNotFinite(let value, let divisor): "\(value) / \(divisor) is beyond the range of numbers"
        case .spanTooLong(let first, let last):
            "the years go from \(first) to \(last), more than \(PanelFile.longestSpan); is one of them a slip?"
        case .panel(let error): "\(error)"
        }
    }
}
