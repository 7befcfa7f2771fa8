/// `2024..2027`, or one year.
struct YearRange {
    var years: ClosedRange<Int>

    init?(_ text: String) {
        if let range = try? QuantityRange(text, as: .year) {
            guard range.lower <= range.upper else { return nil }
            years = Int(range.lower)...Int(range.upper)
        } else if let year = try? Quantity(text, as: .year).value {
            years = Int(year)...Int(year)
        } else {
            return nil
        }
    }
}

/// `1`, or `2..3`: a whole number of things.
struct CountRange {
    var range: ClosedRange<Int>

    init?(_ text: String) {
        var bounds: (Double, Double)
        if let range = try? QuantityRange(text, as: .count) {
            bounds = (range.lower, range.upper)
        } else if let value = try? Quantity(text, as: .count).value {
            bounds = (value, value)
        } else {
            return nil
        }
        guard bounds.0 >= 0, bounds.0 <= bounds.1, bounds.1 < 1e9, bounds.0 == bounds.0.rounded(),
            bounds.1 == bounds.1.rounded()
        else { return nil }
        range = Int(bounds.0)...Int(bounds.1)
    }
}
