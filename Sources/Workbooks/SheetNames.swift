/// Names of sheets that every spreadsheet takes: at most 31 UTF-16 units, none of `[ ] : * ? / \`, no apostrophe at
/// either end, not empty, not `History`, and different even where capitals do not count.
public struct SheetNames: Sendable {
    private var taken: Set<String> = ["history"]

    /// Nothing is taken yet.
    public init() {}

    /// The wished name where it is allowed, else the nearest that is.
    public mutating func name(_ wish: String) -> String {
        let allowed = wish.unicodeScalars.map { scalar in
            "[]:*?/\\".unicodeScalars.contains(scalar) || scalar.properties.generalCategory == .control
                ? " " : Character(scalar)
        }
        let front = Self.cut(String(String(allowed).drop { $0 == "'" || $0 == " " }), to: Self.most)
        let base = front.isEmpty ? "Sheet" : front
        var name = base
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            let suffix = " \(number)"
            name = Self.cut(base, to: Self.most - suffix.utf16.count) + suffix
            number += 1
        }
        return name
    }

    private static let most = 31

    private static func cut(_ text: String, to count: Int) -> String {
        var cut = Substring(text)
        while cut.utf16.count > count || cut.last == "'" || cut.last == " " { cut.removeLast() }
        return String(cut)
    }
}
