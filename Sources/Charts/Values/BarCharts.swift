/// Units below each other, the largest first: medians as bars, P5 to P95 as whiskers.
public struct RankingChart: Sendable, Equatable {
    public var horizontal: Axis
    /// Keys are the ranks, from 1 on.
    public var units: Categories
    public var median: Series
    public var low: Series
    public var high: Series
    public var rangeName: String
    public var thresholds: [Threshold]

    /// Its parts, as documented on each.
    public init(
        horizontal: Axis, units: Categories, median: Series, low: Series, high: Series, rangeName: String,
        thresholds: [Threshold] = []
    ) {
        self.horizontal = horizontal
        self.units = units
        self.median = median
        self.low = low
        self.high = high
        self.rangeName = rangeName
        self.thresholds = thresholds
    }
}

/// What parts add to a total in one row of the data file.
public struct WaterfallChart: Sendable, Equatable {
    public var horizontal: Axis
    /// Those that are drawn by themselves, in the order of the chart; each with one value.
    public var parts: [Series]
    /// All others, drawn as one bar.
    public var rest: [Series]
    public var restName: String
    public var total: Series
    /// The row.
    public var row: Row

    /// The column that tells rows apart, and the value of the row that is drawn.
    public struct Row: Sendable, Equatable {
        public var column: String
        public var value: Int

        /// Its parts, as documented on each.
        public init(column: String, value: Int) {
            self.column = column
            self.value = value
        }
    }

    /// Its parts, as documented on each.
    public init(
        horizontal: Axis, parts: [Series], rest: [Series], restName: String, total: Series, row: Row
    ) {
        self.horizontal = horizontal
        self.parts = parts
        self.rest = rest
        self.restName = restName
        self.total = total
        self.row = row
    }
}

/// Horizontal bars, in panels that share their axis.
public struct BarChart: Sendable, Equatable {
    public var horizontal: Axis
    public var panels: [Panel]
    /// The column that names the bars, and those of their values and ranges.
    public var barColumn: String
    public var valueColumn: String
    public var lowColumn: String?
    public var highColumn: String?
    /// Behind the bars, such as the bounds of verdicts; where there are any, the axis ends where they do.
    public var zones: [Zone]

    /// Bars that belong together.
    public struct Panel: Sendable, Equatable {
        /// Heading; empty for none.
        public var name: String
        /// What a row of the data file must hold to be one of its bars, besides one of their keys.
        public var filters: [Filter]
        public var bars: [Bar]

        /// Its parts, as documented on each.
        public init(name: String = "", filters: [Filter] = [], bars: [Bar]) {
            self.name = name
            self.filters = filters
            self.bars = bars
        }
    }

    /// One bar.
    public struct Bar: Sendable, Equatable {
        /// What stands in `barColumn`.
        public var key: String
        public var name: String
        public var value: Double?
        public var low: Double?
        public var high: Double?
        /// At the end of the bar: the value as people read it, a verdict; empty for none.
        public var label: String
        /// Drawn in the second colour: what weakens a result, such as an unverified input.
        public var isMarked: Bool

        /// Its parts, as documented on each.
        public init(
            key: String, name: String, value: Double?, low: Double? = nil, high: Double? = nil, label: String = "",
            isMarked: Bool = false
        ) {
            self.key = key
            self.name = name
            self.value = value
            self.low = low
            self.high = high
            self.label = label
            self.isMarked = isMarked
        }
    }

    /// What stands in a column of a row.
    public struct Filter: Sendable, Equatable {
        public var column: String
        public var value: String

        /// Its parts, as documented on each.
        public init(column: String, value: String) {
            self.column = column
            self.value = value
        }
    }

    /// What the colours of bars mean; nil where they mean nothing.
    public var legend: Legend?

    /// What a bar in the first colour is, and what one in the second.
    public struct Legend: Sendable, Equatable {
        public var plain: String
        public var marked: String

        /// Its parts, as documented on each.
        public init(plain: String, marked: String) {
            self.plain = plain
            self.marked = marked
        }
    }

    /// Its parts, as documented on each.
    public init(
        horizontal: Axis, panels: [Panel], barColumn: String, valueColumn: String,
        lowColumn: String? = nil, highColumn: String? = nil, zones: [Zone] = [], legend: Legend? = nil
    ) {
        self.horizontal = horizontal
        self.panels = panels
        self.barColumn = barColumn
        self.valueColumn = valueColumn
        self.lowColumn = lowColumn
        self.highColumn = highColumn
        self.zones = zones
        self.legend = legend
    }
}

/// Things below each other with one value for each scenario, the base first.
public struct DumbbellChart: Sendable, Equatable {
    public var horizontal: Axis
    public var rows: Categories
    /// At most one value per row each.
    public var series: [Series]
    /// Behind the rows; where there are any, the axis ends where they do.
    public var zones: [Zone]
    public var thresholds: [Threshold]

    /// Its parts, as documented on each.
    public init(
        horizontal: Axis, rows: Categories, series: [Series], zones: [Zone] = [], thresholds: [Threshold] = []
    ) {
        self.horizontal = horizontal
        self.rows = rows
        self.series = series
        self.zones = zones
        self.thresholds = thresholds
    }
}
