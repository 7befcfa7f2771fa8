import Goals
import Workbooks

/// How figures in the display unit of a reading stand in a workbook. The one place that knows their units.
enum WorkbookUnits {
    /// The unit as a head or an axis names it.
    static func text(_ display: Display, _ language: Language) -> String {
        display.measure.isMoney
            ? language.text(UnitLabel.hundredMillion) : display.unit(like: 0, language).name
    }

    /// `100 million CNY/yr` of a table is 亿元/年.
    static func yearly(_ unit: String, _ language: Language) -> String {
        guard unit.hasSuffix("/yr") else { return language.tableUnit(unit) }
        let money = String(unit.dropLast(3))
        let named = language.tableUnit(money)
        return named + (language == .chinese && named != money ? "/年" : "/yr")
    }

    /// A canonical value: shares and rates as fractions that are shown as percent, all else in the display unit.
    static func cell(_ canonical: Double, _ display: Display) -> Workbook.Cell {
        guard canonical.isFinite else { return .empty }
        return display.measure.isPercentage
            ? Workbook.Cell(.number(canonical), Workbook.CellFormat(.percent))
            : figure(canonical * display.scale)
    }

    private static func figure(_ value: Double) -> Workbook.Cell {
        Workbook.Cell(.number(value), Workbook.CellFormat(value == value.rounded() ? .count : .figure))
    }

    static func style(of verdict: Verdict) -> Workbook.Style {
        switch verdict {
        case .met, .veryLikely: .veryGood
        case .likely: .good
        case .open: .plain
        case .unlikely: .poor
        case .remote: .veryPoor
        }
    }
}
