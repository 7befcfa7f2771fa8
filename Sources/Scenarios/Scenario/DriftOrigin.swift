/// Where the drift of sectors and technology of an update comes from.
public struct DriftOrigin: Sendable, Equatable {
    /// The files of the two tables.
    public var from: String
    public var to: String
    public var years: ClosedRange<Int>
    /// Year of the table that is moved, and the one that it is moved to.
    public var tableYear: Int
    public var start: Int
    /// Years that lie within both spans: the drift counts to the power of their share in its own.
    public var sharedYears: Int
    /// Part of the change of technology that is taken over, 0...1.
    public var technology: Double

    /// Its parts, as documented on each.
    public init(
        from: String, to: String, years: ClosedRange<Int>, tableYear: Int, start: Int, sharedYears: Int,
        technology: Double
    ) {
        self.from = from
        self.to = to
        self.years = years
        self.tableYear = tableYear
        self.start = start
        self.sharedYears = sharedYears
        self.technology = technology
    }
}
