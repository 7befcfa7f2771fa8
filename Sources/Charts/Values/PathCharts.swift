/// Ranges and median of one quantity over the years, the figures published of it and the path that would reach the goal.
public struct FanChart: Sendable, Equatable {
    /// Over the years; its title may be empty.
    public var horizontal: Axis
    public var vertical: Axis
    /// Ascending.
    public var years: [Int]
    public var yearColumn: String
    /// The widest first.
    public var bands: [Band]
    public var median: Series
    public var observed: [Observed]
    public var required: Series?
    /// One, or the two ends of a range.
    public var goals: [Threshold]

    /// The ranges of all years between two quantiles.
    public struct Band: Sendable, Equatable {
        public var name: String
        public var low: Series
        public var high: Series

        /// Its parts, as documented on each.
        public init(name: String, low: Series, high: Series) {
            self.name = name
            self.low = low
            self.high = high
        }
    }

    /// Published figures, with their ranges where they have any.
    public struct Observed: Sendable, Equatable {
        public var series: Series
        public var low: Series?
        public var high: Series?

        /// Its parts, as documented on each.
        public init(series: Series, low: Series? = nil, high: Series? = nil) {
            self.series = series
            self.low = low
            self.high = high
        }
    }

    /// Its parts, as documented on each.
    public init(
        horizontal: Axis, vertical: Axis, years: [Int], yearColumn: String, bands: [Band], median: Series,
        observed: [Observed] = [], required: Series? = nil, goals: [Threshold] = []
    ) {
        self.horizontal = horizontal
        self.vertical = vertical
        self.years = years
        self.yearColumn = yearColumn
        self.bands = bands
        self.median = median
        self.observed = observed
        self.required = required
        self.goals = goals
    }
}

/// Odds by year, or by what was known: values that hold from one category to the next.
public struct StepChart: Sendable, Equatable {
    public var horizontal: Axis
    public var vertical: Axis
    public var categories: Categories
    public var series: [Series]
    /// Behind the lines, such as the bounds of verdicts; where there are any, the axis ends where they do.
    public var zones: [Zone]

    /// Its parts, as documented on each.
    public init(
        horizontal: Axis, vertical: Axis, categories: Categories, series: [Series], zones: [Zone] = []
    ) {
        self.horizontal = horizontal
        self.vertical = vertical
        self.categories = categories
        self.series = series
        self.zones = zones
    }
}

/// Ranges of one quantity as they were thought to be at several times.
public struct RangeChart: Sendable, Equatable {
    public var horizontal: Axis
    public var vertical: Axis
    public var categories: Categories
    /// The widest first.
    public var bands: [FanChart.Band]
    public var median: Series
    public var goals: [Threshold]

    /// Its parts, as documented on each.
    public init(
        horizontal: Axis, vertical: Axis, categories: Categories, bands: [FanChart.Band], median: Series,
        goals: [Threshold] = []
    ) {
        self.horizontal = horizontal
        self.vertical = vertical
        self.categories = categories
        self.bands = bands
        self.median = median
        self.goals = goals
    }
}

/// Parts of a whole over the years, on top of each other.
public struct StackChart: Sendable, Equatable {
    public var horizontal: Axis
    public var vertical: Axis
    public var years: [Int]
    public var yearColumn: String
    /// Those that are drawn by themselves, the largest first.
    public var parts: [Series]
    /// All others; empty where every part is drawn by itself.
    public var rest: [Series]
    public var restName: String

    /// Its parts, as documented on each.
    public init(
        horizontal: Axis, vertical: Axis, years: [Int], yearColumn: String, parts: [Series], rest: [Series],
        restName: String
    ) {
        self.horizontal = horizontal
        self.vertical = vertical
        self.years = years
        self.yearColumn = yearColumn
        self.parts = parts
        self.rest = rest
        self.restName = restName
    }
}
