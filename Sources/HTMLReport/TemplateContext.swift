import Mustache
import Reporting

/// A value as templates see it: what a structure holds by name, texts made safe for the escaping that follows.
struct TemplateContext: MustacheParent {
    private let children: [String: Any]

    /// - Parameter value: a structure, or a case of an enumeration with one value.
    init(of value: Any) {
        children = Dictionary(
            Mirror(reflecting: value).children.compactMap { child in
                child.label.map { ($0, Self.converted(child.value)) }
            }, uniquingKeysWith: { first, _ in first })
    }

    func child(named name: String) -> Any? { children[name] }

    /// Nothing becomes false, so that a template does not look for the name further out.
    private static func converted(_ value: Any) -> Any {
        switch value {
        case let text as String: return Self.separated(text)
        case let markup as ReportMarkup: return markup.text
        case let style as Style: return style.text
        case let tone as ReportTone: return tone.rawValue
        case let flag as Bool: return flag
        case let number as Int: return number
        default: break
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { converted($0.value) } ?? false
        case .collection: return mirror.children.map { converted($0.value) }
        default: return TemplateContext(of: value)
        }
    }

    /// The text with each of `<>&"'` a character of its own.
    ///
    /// Mustache escapes by character, and a quotation mark with a combining accent is one that it does not know: a
    /// browser would still end an attribute there. A space of no width keeps the two apart. Characters that HTML does
    /// not allow are left out.
    static func separated(_ text: String) -> String {
        let special: Set<Character> = ["<", ">", "&", "\"", "'"]
        let scalars: Set<Unicode.Scalar> = ["<", ">", "&", "\"", "'"]
        var result = ""
        for character in text {
            if special.contains(character) {
                result.append(character)
            } else {
                for scalar in character.unicodeScalars where isAllowed(scalar) {
                    let isSpecial = scalars.contains(scalar)
                    if isSpecial { result.unicodeScalars.append("\u{200B}") }
                    result.unicodeScalars.append(scalar)
                    if isSpecial { result.unicodeScalars.append("\u{200B}") }
                }
            }
        }
        return result
    }

    /// No control characters, nor those that turn the direction of what follows.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: true
        case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: false
        case let value: value & 0xFFFE != 0xFFFE
        }
    }
}
