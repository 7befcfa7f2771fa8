/// One total of the updated table, of all sectors, of a group or of one sector, and where it comes from.
public struct MarginReport: Sendable, Equatable {
    /// How the total came about.
    public enum Status: String, Sendable {
        /// Published, and met.
        case imposed
        /// Follows from an assumption about how it moved.
        case inferred
        /// What is left when the others are met.
        case residual
    }

    public let subject: MarginSubject
    /// As files have it, e.g. `value added of manufacturing`.
    public var name: String { subject.text }
    /// Code of the sector that it is a total of; nil for a total of several.
    public var sector: String? { if case .sector(let code) = subject.scope { code } else { nil } }
    public let status: Status
    /// In the money unit of the table.
    public let value: Double
    /// Names of the controls that it follows from; of an imposed one, the control itself. Controls that only shape how
    /// a group's total is spread, through local demand, are not counted.
    public let basis: [String]
    public let note: String

    /// Its parts, as documented on each.
    public init(
        subject: MarginSubject, status: Status, value: Double, basis: [String] = [], note: String
    ) {
        self.subject = subject
        self.status = status
        self.value = value
        self.basis = basis
        self.note = note
    }
}
