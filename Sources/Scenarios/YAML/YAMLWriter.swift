/// Writes a tree as YAML: block style, keys in their order, paths as resolved.
/// The same tree gives the same text.
struct YAMLWriter {
    /// What the file paths in the tree resolved to, by where they stand.
    let paths: [SourceLocation: String]

    func text(_ root: ConfigNode) -> String {
        var lines: [String] = []
        write(root, indent: 0, prefix: "", into: &lines)
        return lines.joined(separator: "\n") + "\n"
    }

    /// - Parameter prefix: what stands before the value on its first line, e.g. `name:` or `-`.
    private func write(_ node: ConfigNode, indent: Int, prefix: String, into lines: inout [String]) {
        let margin = String(repeating: " ", count: indent)
        func inline(_ value: String) { lines.append(margin + prefix + (prefix.isEmpty ? "" : " ") + value) }
        switch node.content {
        case .null: inline("null")
        case .scalar(let text): inline(Self.scalar(paths[node.location] ?? text))
        case .list(let items):
            if items.isEmpty { return inline("[]") }
            if !prefix.isEmpty { lines.append(margin + prefix) }
            for item in items { write(item, indent: prefix.isEmpty ? indent : indent + 2, prefix: "-", into: &lines) }
        case .map(let entries):
            if entries.isEmpty { return inline("{}") }
            if prefix == "-" {
                // The first key stands on the line of the dash.
                var inner: [String] = []
                for entry in entries {
                    write(entry.value, indent: indent + 2, prefix: Self.scalar(entry.key) + ":", into: &inner)
                }
                inner[0] = margin + "- " + inner[0].dropFirst(indent + 2)
                lines += inner
                return
            }
            if !prefix.isEmpty { lines.append(margin + prefix) }
            for entry in entries {
                write(
                    entry.value, indent: prefix.isEmpty ? indent : indent + 2, prefix: Self.scalar(entry.key) + ":",
                    into: &lines)
            }
        }
    }

    /// Plain where no reader could take it for anything else, in double quotes otherwise.
    static func scalar(_ text: String) -> String {
        isPlain(text) || isNegativeNumber(text) ? text : YAMLText.quoted(text)
    }

    /// All that is special is ASCII, whose bytes occur in no other character.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.last != UInt8(ascii: " ") else { return false }
        switch first {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: "~"), UInt8(ascii: "%"),
            UInt8(ascii: "="):
            return false
        case UInt8(ascii: "n"), UInt8(ascii: "N"):
            if text == "null" || text == "Null" || text == "NULL" { return false }
        default: break
        }
        return !text.utf8.contains { $0 < 0x20 || $0 == 0x7F || isSpecial[Int($0)] }
    }

    private static let isSpecial: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte in ":#{}[],&*!|>'\"@`\\".utf8 { table[Int(byte)] = true }
        return table
    }()

    private static func isNegativeNumber(_ text: String) -> Bool {
        text.first == "-" && text.dropFirst().first?.isNumber == true && !text.contains { ":#,".contains($0) }
    }
}
