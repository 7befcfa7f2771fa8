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

/// Quantities by year, e.g. `{2024: 30 亿元, 2027: 50 亿元}`.
struct ScheduleReader {
    let log: DiagnosticLog?

    func read(_ node: ConfigNode, _ dimension: Dimension) -> Schedule? {
        guard let entries = node.entries, !entries.isEmpty else {
            log?.error(node.location, "found \(node.summary), expected \(ValueType.schedule(dimension).expectation)")
            return nil
        }
        var points: [Schedule.Point] = []
        for entry in entries {
            guard let year = try? Quantity(entry.key, as: .year).value else {
                log?.error(entry.keyLocation, "found \"\(entry.key)\", expected \(Dimension.year.expectation)")
                continue
            }
            guard let text = entry.value.text else {
                log?.error(entry.value.location, "found \(entry.value.summary), expected \(dimension.expectation)")
                continue
            }
            do throws(QuantityError) {
                let value = try Quantity(text, as: dimension).value
                if dimension == .count, value < 0 {
                    log?.error(entry.value.location, "found \"\(text)\", expected a count not below 0")
                    continue
                }
                points.append(Schedule.Point(year: Int(year), value: value))
            } catch {
                log?.error(entry.value.location, error.description, suggestion: error.suggestion)
            }
        }
        return points.count == entries.count ? Schedule(points: points.sorted { $0.year < $1.year }) : nil
    }
}
