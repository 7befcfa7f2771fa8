extension Workbook {
    /// A chart that the spreadsheet draws from cells of its own sheet.
    public struct Chart: Sendable, Equatable {
        /// How series stand beside each other.
        public enum Kind: Sendable, Equatable {
            /// From category to category.
            case line
            /// Vertical, on top of each other.
            case stackedColumns
            /// Horizontal, side by side, the first on top.
            case bars
            /// Horizontal, on top of each other, the first category on top.
            case stackedBars
        }

        public var kind: Kind
        public var title: String
        /// Along the categories; nil for none.
        public var categoryTitle: String?
        /// Along the values.
        public var valueTitle: String
        /// How values are shown along their axis.
        public var numbers: NumberFormat
        public var categories: CellRange
        public var series: [Series]
        public var showsLegend: Bool
        /// What the chart shows, for those who cannot see it.
        public var description: String
        /// Least value of the axis; nil where the spreadsheet may choose.
        public var least: Double?
        /// Greatest value of the axis; nil where the spreadsheet may choose.
        public var greatest: Double?

        /// Its parts, as documented on each.
        public init(
            _ kind: Kind, title: String, categoryTitle: String? = nil, valueTitle: String,
            numbers: NumberFormat = .general, categories: CellRange, series: [Series], showsLegend: Bool = true,
            description: String, least: Double? = nil, greatest: Double? = nil
        ) {
            self.kind = kind
            self.title = title
            self.categoryTitle = categoryTitle
            self.valueTitle = valueTitle
            self.numbers = numbers
            self.categories = categories
            self.series = series
            self.showsLegend = showsLegend
            self.description = description
            self.least = least
            self.greatest = greatest
        }

        /// Values of one column.
        public struct Series: Sendable, Equatable {
            public var name: String
            public var values: CellRange
            public var look: Look

            /// Its parts, as documented on each.
            public init(_ name: String, _ values: CellRange, _ look: Look) {
                self.name = name
                self.values = values
                self.look = look
            }
        }

        /// How a series is drawn.
        public struct Look: Sendable, Equatable {
            /// Whether a line has gaps, so that lines stay apart without their colours.
            public enum Dash: Sendable { case solid, dots, dashes }

            /// Of the line or the area; nil for what takes its place unseen.
            public var colour: Colour?
            /// Of the line, in points; nil for no line.
            public var width: Float?
            public var dash: Dash
            public var hasMarkers: Bool
            /// Whether the values stand beside it.
            public var isLabelled: Bool

            /// Its parts, as documented on each.
            public init(
                _ colour: Colour?, width: Float? = nil, dash: Dash = .solid, hasMarkers: Bool = false,
                isLabelled: Bool = false
            ) {
                self.colour = colour
                self.width = width
                self.dash = dash
                self.hasMarkers = hasMarkers
                self.isLabelled = isLabelled
            }

            /// Takes room and is not seen, nor in the legend: what a bar of a waterfall stands on.
            public static let unseen = Look(nil)
        }
    }

    /// A chart with its upper left corner and its size in pixels.
    public struct PlacedChart: Sendable, Equatable {
        public var chart: Chart
        public var row: Int
        public var column: Int
        public var width: Int
        public var height: Int

        /// Its parts, as documented on each.
        public init(_ chart: Chart, row: Int, column: Int, width: Int = 640, height: Int = 340) {
            self.chart = chart
            self.row = row
            self.column = column
            self.width = width
            self.height = height
        }
    }
}

extension Workbook.Colour {
    /// A dark and a light colour that stay apart in grey and for colour-blind readers, and those between.
    public static let blue = Workbook.Colour(0x1F_4E9E)
    public static let paleBlue = Workbook.Colour(0x8F_B4E3)
    public static let orange = Workbook.Colour(0xD9_5F02)
    public static let paleOrange = Workbook.Colour(0xF2_B27A)
    public static let black = Workbook.Colour(0x22_2222)
    public static let grey = Workbook.Colour(0x8C_8C8C)

    /// Colours of Okabe and Ito, which colour-blind readers tell apart, for series without an order.
    public static let distinct = [
        0x00_72B2, 0xE6_9F00, 0x00_9E73, 0xCC_79A7, 0x56_B4E9, 0xD5_5E00, 0xF0_E442, 0x4D_4D4D, 0xB3_B3B3,
    ].map { Workbook.Colour($0) }
}
