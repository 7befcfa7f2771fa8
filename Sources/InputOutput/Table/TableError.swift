import LinearAlgebra

/// One accounting identity that does not hold.
public struct Imbalance: Sendable, Equatable, CustomStringConvertible {
    /// Which of a sector's two accounts: its sales (row) or its costs (column).
    public enum Account: String, Sendable { case row, column }
    /// Row (uses and output of a product) or column (inputs and output of a sector).
    public let account: Account
    public let sector: String
    /// What the entries add up to.
    public let sum: Double
    /// The output that they should add up to.
    public let output: Double

    /// Sum less output.
    public var difference: Double { sum - output }

    /// Its parts, as documented on each.
    public init(account: Account, sector: String, sum: Double, output: Double) {
        self.account = account
        self.sector = sector
        self.sum = sum
        self.output = output
    }

    public var description: String {
        "\(account.rawValue) \(sector) adds up to \(sum.brief), its output is \(output.brief)"
            + " (difference \(difference.brief))"
    }
}

/// Why an input-output table cannot be used.
public enum TableError: Error, Equatable, CustomStringConvertible {
    case duplicateSector(String)
    /// A matrix or vector of the table does not have one entry per sector.
    case wrongShape(part: String, expected: Shape, found: Shape)
    /// NaN or infinity. `sector` is the product (row) for intermediate use, `user` the column.
    case notFinite(part: String, sector: String, user: String?)
    case negativeOutput(sector: String, output: Double)
    /// A sector with inputs or value added needs a positive output to relate them to.
    case noOutput(sector: String, output: Double)
    /// The first five accounts that fail, and how many do.
    case unbalanced([Imbalance], total: Int)
    /// More is imported and brought in than is used inside the region and
    /// sold outside together.
    case reexportsExceedSales(sector: String, reexports: Double, sales: Double)
    case unknownCategory(String, known: [String])
    /// The table has only what the region itself supplies, so that inputs whatever their origin are not known.
    case ownFlowsOnly

    public var description: String {
        switch self {
        case .duplicateSector(let sector): "sector \(sector) appears twice"
        case .wrongShape(let part, let expected, let found): "\(part): expected \(expected), found \(found)"
        case .notFinite(let part, let sector, let user):
            "\(part) of \(sector)\(user.map { " by " + $0 } ?? "") is not a finite number"
        case .negativeOutput(let sector, let output): "output of \(sector) is negative: \(output.brief)"
        case .noOutput(let sector, let output):
            "\(sector) has inputs or value added, but its output is \(output.brief)"
        case .unbalanced(let imbalances, let total):
            imbalances.map(\.description).joined(separator: "; ")
                + (total > imbalances.count ? "; and \(total - imbalances.count) more" : "")
        case .reexportsExceedSales(let sector, let reexports, let sales):
            "\(sector): imports and inflow exceed use inside the region by \(reexports.brief),"
                + " more than export and outflow together (\(sales.brief))"
        case .unknownCategory(let name, let known):
            "no final use is called \(name); there are \(known.joined(separator: ", "))"
        case .ownFlowsOnly:
            "the table holds the region's own flows only, with imported inputs in one row:"
                + " inputs whatever their origin are not in it"
        }
    }
}

extension Double {
    /// Four decimals for messages: the precision of the tables. No Foundation here.
    var brief: String {
        guard isFinite, abs(self) < 1e12, abs(self) >= 1e-3 || self == 0 else { return "\(self)" }
        return "\((self * 1e4).rounded() / 1e4)"
    }
}
