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
