import Goals
import Scenarios

extension RunSummary {
    /// A small fan of the headline reading of each target, side by side as far as the width allows.
    static func paths(of result: ScenarioResult, on page: inout Page) {
        let format = page.format
        let across = max(1, (format.width + gap.count) / 42)
        let width = min(44, (format.width - gap.count * (across - 1)) / across)
        let plots = result.targets.map { plot(of: $0, format.language).lines(width: width, format: format) }
            .filter { !$0.isEmpty }
        guard !plots.isEmpty else { return }
        page.heading(format.language.text(TerminalLabel.pathsHeading))
        for start in stride(from: 0, to: plots.count, by: across) {
            if start > 0 { page.blank() }
            let row = plots[start..<min(start + across, plots.count)]
            page.drawing(
                row[start].indices.map { line in
                    TextLayout.trimmingEnd(row.map { $0[line] }.joined(separator: gap))
                })
        }
        let signs = FanPlot.Signs(format.signs)
        page.paragraph(
            format.language.text(
                TerminalLabel.pathsLegend,
                [
                    "median": signs.median, "inner": signs.inner, "outer": signs.outer, "required": signs.required,
                    "observed": signs.observed,
                ]), style: .faint)
    }

    /// Between two plots.
    private static let gap = "    "

    /// From the latest known figure or the first projected year to the deadline.
    private static func plot(of target: TargetResult, _ language: Language) -> FanPlot {
        let headline = target.headline
        let unit = target.unit(language)
        let main = headline.reading.observed.firstIndex(where: \.isOutcome)
        let projected = headline.fan.first { $0.summary != nil }?.year ?? headline.latest.year
        let years = min(projected, headline.latest.year)...max(target.target.deadline, projected)
        let points = headline.fan.filter { years.contains($0.year) }.map { point in
            let summary = point.summary
            let observed = main.flatMap { $0 < point.observed.count ? point.observed[$0] : nil }
            // A count has no path of constant growth; its goal stands at the deadline.
            let required = point.required ?? (point.year == target.target.deadline ? target.target.goal.threshold : nil)
            func scaled(_ value: Double?) -> Double? { value.map { $0 * unit.scale } }
            return FanPlot.Point(
                year: point.year, p5: scaled(summary?.p5), p25: scaled(summary?.p25), p50: scaled(summary?.p50),
                p75: scaled(summary?.p75), p95: scaled(summary?.p95), observed: scaled(observed),
                required: scaled(required))
        }
        return FanPlot(title: name(of: target.target, language), unit: unit.name, points: points)
    }
}
