import CSV

/// The hint that follows an unknown name: the nearest valid one, or all of them when they are few.
func hint(for name: String, among candidates: [String]) -> String? {
    if let nearest = nearestName(to: name, among: candidates) { return "did you mean `\(nearest)`?" }
    if candidates.isEmpty { return nil }
    if candidates.count > 24 { return "there are \(candidates.count), such as \(list(candidates.prefix(6)))" }
    return candidates.count == 1 ? "the only one is \(candidates[0])" : "there are \(list(candidates))"
}

/// `a, b, c`.
func list(_ names: some Sequence<String>) -> String { names.joined(separator: ", ") }
