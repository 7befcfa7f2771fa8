import Scenarios

/// What goes with output, in the base year and at the last deadline.
public struct SatelliteResult: Sendable {
    public var satellite: Satellite
    public var display: Display
    public var start: Summary
    /// The last deadline of a target; the last projected year where there is none.
    public var year: Int
    public var atYear: Summary

    /// Its parts, as documented on each.
    public init(satellite: Satellite, display: Display, start: Summary, year: Int, atYear: Summary) {
        self.satellite = satellite
        self.display = display
        self.start = start
        self.year = year
        self.atYear = atYear
    }
}

extension Satellite {
    /// Name in `projections.csv`: `Satellite|Production Tax`, `Value Added|Real-Economy Share`.
    public var variableName: String {
        if case .share = basis { return "Value Added|\(name)" }
        return "Satellite|\(name)"
    }
}
