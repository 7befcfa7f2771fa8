/// A chart: what is drawn, the words around it, and the columns of the data file that hold the figures.
///
/// All words are handed in: the module has none of its own. Figures are in the unit of the data file; an axis may show
/// them in another one (`Axis.factor`).
public struct Chart: Sendable, Equatable {
    public var title: String
    /// What is drawn, in a line below the title; empty for none.
    public var subtitle: String
    /// Where the figures come from, below the chart; empty for none.
    public var source: String
    /// What the chart shows, for those who cannot see it: one or two sentences.
    public var alternative: String
    /// BCP 47 language of the words: `en`, `zh`.
    public var language: String
    public var form: Form

    /// The kinds of charts.
    public enum Form: Sendable, Equatable {
        /// Ranges and median over the years, published figures, the path to the goal.
        case fan(FanChart)
        /// Lines over a row of categories, each value held until the next one.
        case steps(StepChart)
        /// Ranges of one quantity over a row of categories.
        case ranges(RangeChart)
        /// Horizontal bars of medians with whiskers, largest first, and thresholds.
        case ranking(RankingChart)
        /// Areas on top of each other over the years.
        case stack(StackChart)
        /// What parts add to a total, one after the other.
        case waterfall(WaterfallChart)
        /// Horizontal bars, in panels.
        case bars(BarChart)
        /// Values of each thing in several scenarios and the way between them.
        case dumbbells(DumbbellChart)
    }

    /// Its parts, as documented on each.
    public init(
        title: String, subtitle: String = "", source: String = "", alternative: String, language: String, form: Form
    ) {
        self.title = title
        self.subtitle = subtitle
        self.source = source
        self.alternative = alternative
        self.language = language
        self.form = form
    }
}

/// What the figures along one direction of a chart are.
public struct Axis: Sendable, Equatable {
    /// With the unit.
    public var title: String
    public var format: Format
    /// What multiplies figures of the data file to give what the axis shows; a power of ten, so that round ticks stay round.
    public var factor: Double

    /// How the numbers of an axis are written.
    public enum Format: Sendable, Equatable {
        case number
        /// Fractions, shown as percent.
        case percent
    }

    /// Its parts, as documented on each.
    public init(title: String, format: Format = .number, factor: Double = 1) {
        self.title = title
        self.format = format
        self.factor = factor
    }
}

/// Figures of one kind, one for each year or category.
public struct Series: Sendable, Equatable {
    /// For people.
    public var name: String
    /// Its column in the data file, as the file has it.
    public var column: String
    /// nil, or a value that is not finite, is a gap.
    public var values: [Double?]

    /// Its parts, as documented on each.
    public init(name: String, column: String, values: [Double?]) {
        self.name = name
        self.column = column
        self.values = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
    }
}

/// Things in a row, or below each other.
public struct Categories: Sendable, Equatable {
    /// For people.
    public var names: [String]
    /// The column of the data file that tells them apart, and what stands in it for each of them.
    public var column: String
    public var keys: [String]

    /// Its parts, as documented on each; as many keys as names.
    public init(names: [String], column: String, keys: [String]) {
        precondition(names.count == keys.count, "\(names.count) names for \(keys.count) keys")
        self.names = names
        self.column = column
        self.keys = keys
    }
}

/// A value that others are held against.
public struct Threshold: Sendable, Equatable {
    /// For people, short.
    public var name: String
    /// In the unit of the data file.
    public var value: Double

    /// Its parts, as documented on each.
    public init(name: String, value: Double) {
        self.name = name
        self.value = value
    }
}

/// A stretch of an axis with a name, such as the odds that are called likely.
public struct Zone: Sendable, Equatable {
    public var name: String
    /// In the unit of the data file.
    public var low: Double
    public var high: Double

    /// Its parts, as documented on each.
    public init(name: String, low: Double, high: Double) {
        self.name = name
        self.low = low
        self.high = high
    }
}
