/// Places of values along a stretch of the sheet.
struct Scale {
    let ticks: Ticks
    /// Places of the low and the high end.
    let start: Double
    let end: Double

    func place(_ value: Double) -> Double {
        let part = (value - ticks.low) / (ticks.high - ticks.low)
        return start + min(max(part, 0), 1) * (end - start)
    }
}
