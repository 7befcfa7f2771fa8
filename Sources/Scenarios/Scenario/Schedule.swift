/// Values by year: linear between the years that are given, constant outside.
public struct Schedule: Sendable, Equatable {
    /// Ascending, not empty.
    public var points: [Point]

    /// A year and its value.
    public struct Point: Sendable, Equatable {
        public var year: Int
        public var value: Double
        /// A value of one year.
        public init(year: Int, value: Double) {
            self.year = year
            self.value = value
        }
    }

    /// A schedule of points in ascending order of years.
    public init(points: [Point]) { self.points = points }

    /// The value of a year; 0 for a schedule without points.
    public func value(in year: Int) -> Double {
        guard let first = points.first, let last = points.last else { return 0 }
        if year <= first.year { return first.value }
        if year >= last.year { return last.value }
        for (a, b) in zip(points, points.dropFirst()) where year <= b.year {
            return a.value + (b.value - a.value) * Double(year - a.year) / Double(b.year - a.year)
        }
        return last.value
    }
}
