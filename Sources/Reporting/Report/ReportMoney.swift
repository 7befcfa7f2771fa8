import Goals

/// Money of a report: the one place where its unit is chosen.
struct ReportMoney {
    let language: Language
    /// Of all figures of a table: the one that fits its largest.
    private let tableUnit: FigureUnit

    /// - Parameter largest: of the table, 亿元.
    init(language: Language, largest: Double) {
        self.language = language
        tableUnit = language.moneyUnit(like: largest)
    }

    var unit: String { tableUnit.name }

    /// By itself, with the unit that fits it.
    func text(_ value: Double) -> String { language.exactMoney(value) }

    /// Without its unit, for tables that name it once.
    func number(_ value: Double) -> String { tableUnit.number(value) }

    /// Median, below it P5 to P95.
    func range(_ summary: Summary) -> String {
        "\(number(summary.p50))\n\(HumanNumber.range(number(summary.p5), number(summary.p95)))"
    }
}
