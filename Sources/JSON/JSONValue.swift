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
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// `text` in UTF-8.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes, indentation: 0)
        bytes.append(0x0A)
        return bytes
    }

    /// A text between quotes, with what JSON escapes escaped.
    public static func literal(_ text: String) -> String {
        var bytes: [UInt8] = []
        writeString(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(to bytes: inout [UInt8], indentation: Int) {
        switch self {
        case .object(let members):
            Self.writeList(members, between: ("{", "}"), to: &bytes, indentation: indentation) { member, bytes, inner in
                Self.writeString(member.0, to: &bytes)
                bytes += ": ".utf8
                member.1.write(to: &bytes, indentation: inner)
            }
        case .array(let values):
            Self.writeList(values, between: ("[", "]"), to: &bytes, indentation: indentation) { value, bytes, inner in
                value.write(to: &bytes, indentation: inner)
            }
        case .string(let text): Self.writeString(text, to: &bytes)
        case .number(let value): bytes += Self.digits(value).utf8
        case .integer(let value): bytes += String(value).utf8
        case .boolean(let value): bytes += (value ? "true" : "false").utf8
        case .null: bytes += "null".utf8
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], between brackets: (Unicode.Scalar, Unicode.Scalar), to bytes: inout [UInt8],
        indentation: Int, element write: (Element, inout [UInt8], Int) -> Void
    ) {
        bytes.append(UInt8(ascii: brackets.0))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            startLine(indentation + 2, in: &bytes)
            write(element, &bytes, indentation + 2)
        }
        if !elements.isEmpty { startLine(indentation, in: &bytes) }
        bytes.append(UInt8(ascii: brackets.1))
    }

    private static func startLine(_ indentation: Int, in bytes: inout [UInt8]) {
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
    }

    private static func digits(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func writeString(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        defer { bytes.append(UInt8(ascii: "\"")) }
        // Hardly any text has something to escape: it is copied in one piece.
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        if isPlain { return bytes.append(contentsOf: text.utf8) }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes += "\\n".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0x09: bytes += "\\t".utf8
            case ..<0x20:
                let digits = String(byte, radix: 16)
                bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
            default: bytes.append(byte)
            }
        }
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    /// An object with its members in this order.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements) }
    /// An array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// true or false.
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    /// null.
    public init(nilLiteral: ()) { self = .null }
}
