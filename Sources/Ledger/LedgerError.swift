import CSV

/// Why a file is no ledger, or no file of actual figures.
public enum LedgerError: Error, Sendable, Equatable {
    /// Not there, or not to be read; `nearest` is a file beside it with a similar name.
    case unreadable(path: String, nearest: String?)
    /// Larger than any record of forecasts: something else.
    case tooLarge(path: String, limit: Int)
    /// Not even CSV.
    case csv(CSVError)
    /// CSV with other columns than a ledger's; `header` is what it has.
    case notALedger(path: String, missing: String, header: [String])
    /// A cell that cannot be what its column holds.
    case badCell(path: String, line: Int, column: String, value: String, expected: String)
    /// A row of actual figures without the one or the other that it needs.
    case incompleteActual(ActualPlace, missing: String)
    /// A row that does not say which of several readings it is of.
    case ambiguousReading(ActualPlace, target: String, readings: [String])
    /// A row that says whether a goal was met, for a target with several goals.
    case ambiguousGoal(ActualPlace, target: String, goals: [String])
    /// A row in another unit than the ledger's.
    case otherUnit(ActualPlace, target: String, found: String, expected: String)
    /// A row that says whether a goal was met, for a year of which no forecast has one.
    case metWithoutGoal(ActualPlace, target: String, year: Int, deadlines: [Int])
    /// A figure that its quantity cannot have, or that was meant in another unit; `expected` says what to do.
    case implausible(ActualPlace, target: String, value: String, unit: String, expected: String)
    /// Two rows that say different things about the same.
    case contradiction(first: ActualPlace, second: ActualPlace, about: String)
    /// A scenario to look at that the ledger does not have.
    case unknownScenario(path: String, name: String, nearest: String?, known: [String])
}

/// Where a figure was read.
public struct ActualPlace: Sendable, Equatable, CustomStringConvertible {
    public var path: String
    public var line: Int?

    public var description: String { path + (line.map { ":\($0)" } ?? "") }
}

extension LedgerError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let path, let nearest):
            "cannot read the file \(path)" + (nearest.map { "; there is \($0)" } ?? "")
        case .tooLarge(let path, let limit): "\(path) has more than \(limit) bytes, which no ledger needs"
        case .csv(let error): "\(error)"
        case .notALedger(let path, let missing, let header):
            """
            \(path) is not a ledger: it has no column "\(missing)" (its header begins \
            \(header.prefix(4).joined(separator: ","))); name a new file, or one that `milepost run --record` wrote
            """
        case .badCell(let path, let line, let column, let value, let expected):
            "\(path):\(line): found \"\(value)\" in column \"\(column)\", expected \(expected)"
        case .incompleteActual(let place, let missing): "\(place): \(missing) is missing"
        case .ambiguousReading(let place, let target, let readings):
            """
            \(place): "\(target)" has several readings in the ledger: say in a column "reading" which one this \
            is of (\(readings.joined(separator: ", ")))
            """
        case .ambiguousGoal(let place, let target, let goals):
            """
            \(place): the ledger has several goals for "\(target)": say in a column "goal" which one was met or \
            not (\(goals.joined(separator: ", ")))
            """
        case .otherUnit(let place, let target, let found, let expected):
            "\(place): \"\(target)\" is in \"\(found)\" here and in \"\(expected)\" in the ledger: "
                + "give the figure in the ledger's unit"
        case .metWithoutGoal(let place, let target, let year, let deadlines):
            "\(place): \"met\" is given for \"\(target)\" in \(year), "
                + (deadlines.isEmpty
                    ? "which has no goal in the ledger; give its value instead"
                    : "whose goal is for \(deadlines.map(String.init).joined(separator: ", ")); "
                        + "say there whether it was met, and here the value")
        case .implausible(let place, let target, let value, let unit, let expected):
            "\(place): \(value) for \"\(target)\" in \(unit): \(expected)"
        case .contradiction(let first, let second, let about):
            "\(second): contradicts \(first) on \(about)"
        case .unknownScenario(let path, let name, let nearest, let known):
            "\(path) has no forecasts of a scenario \"\(name)\""
                + (nearest.map { "; did you mean \"\($0)\"?" } ?? "; it has: \(known.joined(separator: ", "))")
        }
    }
}
