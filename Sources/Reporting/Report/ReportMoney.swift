import Goals

/// Money of a report: the one place where its unit is chosen.
struct ReportMoney {
    let language: Language

    private static let display = Display(scale: 1, unit: "亿元", iamcUnit: "100 million CNY/yr")

    var unit: String { Self.display.unit }

    /// With its unit.
    func text(_ value: Double) -> String { HumanNumber.text(value, Self.display) }

    /// Without its unit, for tables that name it once.
    func number(_ value: Double) -> String { HumanNumber.threeDigits(value * Self.display.scale) }

    /// Median, below it P5 to P95.
    func range(_ summary: Summary) -> String {
        "\(number(summary.p50))\n\(number(summary.p5))–\(number(summary.p95))"
    }
}
