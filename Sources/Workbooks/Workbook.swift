/// A spreadsheet workbook as plain values: what is in its sheets, how it looks, which charts it has.
///
/// Nothing here knows the format of a file. Text is text: whatever it begins with, it is never a formula or a link.
public struct Workbook: Sendable, Equatable {
    /// For the properties of the document.
    public var title: String
    /// Seconds since 1970, for the properties of the document.
    public var created: Int
    public var sheets: [Sheet]

    /// A workbook; names of sheets must differ, see ``SheetNames``.
    public init(title: String, created: Int, sheets: [Sheet]) {
        self.title = title
        self.created = created
        self.sheets = sheets
    }

    /// One sheet. Rows and columns count from 0.
    public struct Sheet: Sendable, Equatable {
        public var name: String
        /// Colour of the tab; nil for none.
        public var tab: Colour?
        /// From the top; a row may be shorter than others.
        public var rows: [[Cell]] = []
        /// Widths of the columns from the first one on, in characters.
        public var widths: [Double] = []
        /// Heights of rows that take more than a line, in points, by row.
        public var heights: [Int: Double] = [:]
        /// Rows that begin a new page in print.
        public var pageBreaks: [Int] = []
        /// Rows at the top that stay when the reader scrolls, and that are repeated on every printed page.
        public var frozenRows = 0
        /// Columns at the left that stay when the reader scrolls.
        public var frozenColumns = 0
        /// Header row and all rows below it that can be filtered.
        public var filter: CellRange?
        /// Where bars in the cells show how large their numbers are, from 0 to 1.
        public var bars: [CellRange] = []
        public var charts: [PlacedChart] = []

        /// Per cent of its size at which the sheet is printed, so that it is one page wide where that can be read.
        public var printScale: Int {
            let columns = widths.reduce(0) { $0 + 7 * $1 + 5 }
            let charts = charts.map { placed in
                widths.prefix(placed.column).reduce(0) { $0 + 7 * $1 + 5 }
                    + 69 * Double(max(0, placed.column - widths.count)) + Double(placed.width)
            }
            let pixels = max(columns, charts.max() ?? 0)
            // A4 across, less its margins, has 1040; columns are a third wider where another type stands in for Calibri.
            return min(100, max(Self.leastScale, Int(100 * 780 / max(pixels, 1))))
        }

        /// Whether the sheet is printed one page wide, whatever type it is set in: not where nobody could read it, nor
        /// where it has page breaks of its own, which programs ignore then.
        public var fitsPageWidth: Bool { pageBreaks.isEmpty && printScale > Self.leastScale }

        /// Whether all of it is printed on one page: short tables with a chart, which would be cut at the foot.
        public var fitsOnePage: Bool { !charts.isEmpty && rows.count <= 60 }

        /// Where a sheet that is wider than a page is parted in print, so that no chart is cut; nil for nowhere.
        public var columnBreak: Int? {
            guard printScale == Self.leastScale, let column = charts.map(\.column).min(), column > 0 else { return nil }
            return column
        }

        private static let leastScale = 40

        /// An empty sheet.
        public init(name: String, tab: Colour? = nil) {
            self.name = name
            self.tab = tab
        }
    }

    /// What a cell holds.
    public enum Value: Sendable, Equatable {
        case text(String)
        case number(Double)
        case boolean(Bool)
        case empty
    }

    /// A value and its looks.
    public struct Cell: Sendable, Equatable {
        public var value: Value
        public var format: CellFormat

        /// A cell in plain type unless `format` says otherwise.
        public init(_ value: Value, _ format: CellFormat = CellFormat()) {
            self.value = value
            self.format = format
            if case .number(let number) = value, format.number == .figure, abs(number) >= 100 {
                self.format.number = .count
            }
        }

        /// Text in plain type unless `format` says otherwise.
        public init(_ text: String, _ format: CellFormat = CellFormat()) { self.init(.text(text), format) }

        /// Nothing.
        public static let empty = Cell(.empty)
    }

    /// A rectangle of cells of one sheet, all ends included.
    public struct CellRange: Sendable, Equatable {
        public var rows: ClosedRange<Int>
        public var columns: ClosedRange<Int>

        /// Rows and columns count from 0.
        public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
            self.rows = rows
            self.columns = columns
        }

        /// The cells of one column.
        public init(rows: ClosedRange<Int>, column: Int) { self.init(rows: rows, columns: column...column) }
    }

    /// Red, green and blue as `0xRRGGBB`.
    public struct Colour: Sendable, Hashable {
        public var rgb: UInt32

        /// A colour by its hexadecimal notation.
        public init(_ rgb: UInt32) { self.rgb = rgb }
    }
}
