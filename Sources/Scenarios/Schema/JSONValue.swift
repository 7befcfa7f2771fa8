/// A JSON document (RFC 8259) with its keys in the order given, so that equal results give equal bytes.
///
/// Foundation's encoder would sort the keys or leave their order to chance, and a reader of a schema or of
/// `run.json` wants what matters first.
public indirect enum JSONValue: Sendable {
    case object([(String, JSONValue)])
    case array([JSONValue])
    case string(String)
    /// Written with the digits that round-trip; null when not finite.
    case number(Double)
    case integer(Int)
    case boolean(Bool)
    case null

    /// The text, or null where there is none.
    public static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// The document, indented by two spaces, with a line feed at its end.
    public var text: String {
        var output = ""
        write(to: &output, indentation: "")
        return output + "\n"
    }

    private func write(to output: inout String, indentation: String) {
        switch self {
        case .object(let members):
            Self.writeList(members, between: ("{", "}"), to: &output, indentation: indentation) {
                member, output, inner in
                Self.writeString(member.0, to: &output)
                output += ": "
                member.1.write(to: &output, indentation: inner)
            }
        case .array(let values):
            Self.writeList(values, between: ("[", "]"), to: &output, indentation: indentation) { value, output, inner in
                value.write(to: &output, indentation: inner)
            }
        case .string(let text): Self.writeString(text, to: &output)
        case .number(let value): output += Self.digits(value)
        case .integer(let value): output += String(value)
        case .boolean(let value): output += value ? "true" : "false"
        case .null: output += "null"
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], between brackets: (String, String), to output: inout String, indentation: String,
        element write: (Element, inout String, String) -> Void
    ) {
        output += brackets.0
        let inner = indentation + "  "
        for (index, element) in elements.enumerated() {
            output += (index == 0 ? "\n" : ",\n") + inner
            write(element, &output, inner)
        }
        if !elements.isEmpty { output += "\n" + indentation }
        output += brackets.1
    }

    private static func digits(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func writeString(_ text: String, to output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }
}
