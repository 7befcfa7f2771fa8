/// What is read from a file that people fill in is held against what its quantity can be: a share of 0.42 in a column
/// of percent would otherwise be scored as a surprise of the forecast.
extension ActualFigure {
    /// - Parameter forecasts: of the same quantity and year, by whatever scenario.
    /// - Throws: `implausible`.
    func checkValue(of question: Question, forecasts: [LedgerEntry]) throws(LedgerError) {
        guard let value else { return }
        func refuse(_ expected: String) -> LedgerError {
            .implausible(
                place, target: target, value: plainNumber(value) + (hasPercentSign ? "%" : ""), unit: question.unit,
                expected: expected)
        }
        if let expected = question.refusal(of: value) { throw refuse(expected) }
        guard question.unit == "%", !hasPercentSign, !forecasts.isEmpty else { return }
        for factor in [100, 0.01] where forecasts.allSatisfy({ $0.suits(value, times: factor) }) {
            let (low, high) = (
                forecasts.map { $0.quantiles[0] }.min() ?? 0, forecasts.map { $0.quantiles[6] }.max() ?? 0
            )
            throw refuse(
                "about 100 times too \(factor > 1 ? "small" : "large") for the forecasts, which reach from "
                    + "\(short(low))% to \(short(high))%; write \(short(value * factor)), or "
                    + "\(plainNumber(value))% if that is the figure")
        }
    }
}

extension Question {
    /// What a figure should be that this quantity cannot have; nil for one that it can.
    fileprivate func refusal(of value: Double) -> String? {
        if indicator.hasPrefix("{growth:") { return nil }
        if indicator.hasPrefix("{share:") {
            return (0...100).contains(value) ? nil : "a share lies between 0 and 100%; correct the figure"
        }
        if indicator.hasPrefix("{count:") {
            if value < 0 { return "a count is not below zero; correct the figure" }
            return value == value.rounded() ? nil : "a count is a whole number; correct the figure"
        }
        // A firm may close; a region's total does not.
        let isFirm = indicator.hasPrefix("{unit:")
        if value > 0 || value == 0 && isFirm { return nil }
        return isFirm
            ? "a level is not below zero; correct the figure, or leave the cell empty where nothing was published"
            : "a level is above zero; correct the figure, or leave the cell empty where nothing was published"
    }
}

extension LedgerEntry {
    /// Whether a figure lies outside P5 to P95 and, times a factor of 100 or a hundredth, where the forecast is: within
    /// P5 to P95, or within a factor of three of the median. Ranges of growth may reach across zero; a figure
    /// is too large by a hundred only if it is ten times as far from zero as either end.
    fileprivate func suits(_ figure: Double, times factor: Double) -> Bool {
        let range = quantiles[0]...quantiles[6]
        guard figure != 0, !range.contains(figure) else { return false }
        let reach = max(range.lowerBound.magnitude, range.upperBound.magnitude)
        if factor < 1, figure.magnitude <= 10 * reach { return false }
        let scaled = figure * factor
        let ratio = scaled / quantiles[3]
        return range.contains(scaled) || ratio > 1 / 3.0 && ratio < 3
    }
}

/// Three digits or so, for a message.
private func short(_ value: Double) -> String {
    let scale = value.magnitude < 10 ? 100.0 : value.magnitude < 100 ? 10 : 1
    return plainNumber((value * scale).rounded() / scale)
}
