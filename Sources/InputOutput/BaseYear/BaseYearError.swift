import LinearAlgebra

/// Why a table could not be moved to a new base year.
public enum BaseYearError: Error, Equatable, CustomStringConvertible {
    /// The old table is not usable.
    case table(TableError)
    case wrongShape(part: String, expected: Int, found: Int)
    case duplicateControl(String)
    /// A control must be positive and finite.
    case invalidValue(control: String, value: Double)
    /// Growth or price change of -100% or less, or not finite.
    case invalidGrowth(control: String, rate: Double, price: Double)
    /// A growth needs something in the old table to grow from.
    case noBase(control: String, base: Double)
    /// A growth ahead of a control that is not there.
    case unknownReference(control: String, reference: String, known: [String])
    /// Controls grow ahead of each other in a circle.
    case circularGrowth([String])
    /// Outside 0...1.
    case invalidWeight(control: String, sector: String, weight: Double)
    /// All weights are 0.
    case emptyControl(String)
    /// Drift must be positive and finite.
    case invalidDrift(sector: String, drift: Double)
    /// Sectors of the region that a national table does not have.
    case missingSectors([String], known: [String])
    /// Two value-added controls share some sectors, but neither contains the other.
    case overlapping(first: String, second: String, sectors: [String])
    /// The parts of a control cover all of it and add up to something else, and none gives way.
    case totalsDisagree(control: String, value: Double, parts: [String], sum: Double)
    /// The parts leave nothing for the other sectors of the control.
    case nothingLeft(control: String, value: Double, parts: [String], sum: Double, sectors: [String])
    /// The sectors that should take what the parts leave have no positive value added in the old table.
    case noTaker(control: String, residual: Double, sectors: [String])
    /// Two controls on outputs or parts share sectors.
    case overlappingOutputs(first: String, second: String, sectors: [String])
    /// An output control reaches into a value-added control that does not
    /// contain it: scaling one would break the other.
    case outputCrosses(output: String, valueAdded: String, sectors: [String])
    /// The old table has no output in the sectors of an output control.
    case noOutput(control: String)
    /// The value added that goes with the controlled output leaves nothing
    /// (`rest` is the factor that the remaining output would need) of the
    /// value added that `enclosing` may have.
    case outputTooLarge(controls: [String], valueAdded: Double, enclosing: String, available: Double, rest: Double)
    /// The controlled output of a sector is not above its value added.
    case outputTooSmall(control: String, sector: String, output: Double, valueAdded: Double)
    /// The intermediate block cannot be balanced; negative cells are refused here.
    case balancing(RASError, sectors: [String])

    public var description: String {
        switch self {
        case .table(let error): return "the table to update: \(error)"
        case .wrongShape(let part, let expected, let found):
            return "\(part): expected \(expected) values, one per sector, found \(found)"
        case .duplicateControl(let name): return "two controls are called \(name)"
        case .invalidValue(let control, let value): return "control \(control) must be positive, is \(value)"
        case .invalidWeight(let control, let sector, let weight):
            return "control \(control) has weight \(weight) on \(sector), expected 0 to 1"
        case .invalidGrowth(let control, let rate, let price):
            return "control \(control) has a growth of \((100 * rate).brief)% and a price change of"
                + " \((100 * price).brief)%, expected more than -100%"
        case .noBase(let control, let base):
            return "control \(control) gives a growth, but the old table has \(base.brief) to grow from"
        case .unknownReference(let control, let reference, let known):
            return "control \(control) grows ahead of \(reference), expected one of \(Self.list(known))"
        case .circularGrowth(let names):
            return "controls grow ahead of each other in a circle: \(names.joined(separator: " -> "))"
        case .missingSectors(let sectors, let known):
            return "a national table lacks \(Self.list(sectors)); it has \(Self.list(known))"
        case .emptyControl(let name): return "control \(name) covers no sector"
        case .invalidDrift(let sector, let drift): return "drift of \(sector) must be positive, is \(drift)"
        case .overlapping(let first, let second, let sectors):
            return "value-added controls \(first) and \(second) share \(Self.list(sectors)),"
                + " but neither contains the other"
        case .totalsDisagree(let control, let value, let parts, let sum):
            return "\(Self.list(parts)) make up all of \(control) and add up to \(sum.brief), but \(control)"
                + " is \(value.brief) (\((100 * (sum / value - 1)).brief)%): one of them must give way"
        case .nothingLeft(let control, let value, let parts, let sum, let sectors):
            return "\(sum.brief) in \(Self.list(parts)) leaves nothing of \(control) (\(value.brief))"
                + " for \(Self.list(sectors))"
        case .noTaker(let control, let residual, let sectors):
            return "\(residual.brief) of \(control) should go to \(Self.list(sectors)),"
                + " which had no positive value added"
        case .overlappingOutputs(let first, let second, let sectors):
            return "controls \(first) and \(second) on output or parts share \(Self.list(sectors))"
        case .outputCrosses(let output, let valueAdded, let sectors):
            return "output control \(output) covers \(Self.list(sectors)) of value-added control \(valueAdded),"
                + " which does not contain it"
        case .noOutput(let control): return "the old table has no output in the sectors of control \(control)"
        case .outputTooSmall(let control, let sector, let output, let valueAdded):
            return "output control \(control) leaves \(sector) an output of \(output.brief), which is not above its"
                + " value added of \(valueAdded.brief)"
        case .outputTooLarge(let controls, let valueAdded, let enclosing, let available, let rest):
            return "output of \(Self.list(controls)) takes value added of \(valueAdded.brief) of the"
                + " \(available.brief) in \(enclosing): the other output there would be scaled by \(rest.brief)"
        case .balancing(let error, let sectors):
            return "intermediate use: " + error.description(rowNames: sectors, columnNames: sectors)
        }
    }

    private static func list(_ names: [String]) -> String {
        names.prefix(6).joined(separator: ", ") + (names.count > 6 ? " and \(names.count - 6) more" : "")
    }
}
