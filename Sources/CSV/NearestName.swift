/// The candidate that a mistyped name was most likely meant to be, or nil if none is close.
///
/// Close means an edit distance of at most a third of the name's length (at
/// least 1, at most 4): nearer than that, a suggestion helps more often than it
/// misleads. Case, `_` and `-` do not count as differences. Cost: the product
/// of the lengths for each candidate.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    func folded(_ text: String) -> [Character] { text.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 } }
    let wanted = folded(name)
    let limit = max(1, min(4, wanted.count / 3))
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name {
        let characters = folded(candidate)
        if abs(characters.count - wanted.count) > limit { continue }
        let distance = editDistance(wanted, characters)
        if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
}

/// Number of insertions, deletions, replacements and swaps of neighbours that
/// turn `a` into `b` (optimal string alignment).
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
        var current = [i] + Array(repeating: 0, count: b.count)
        for j in 1...b.count {
            current[j] = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                current[j] = min(current[j], beforeLast[j - 2] + 1)
            }
        }
        (beforeLast, last) = (last, current)
    }
    return last[b.count]
}
