import JSON

/// The columns of a data file that a specification reads, under names that every part of Vega-Lite takes.
///
/// A dot or bracket in the name of a field is a path to Vega-Lite, and its rules for escaping them differ between
/// encodings, transforms and formats. So a column whose name is not a plain word is read by an expression, where the
/// name is text between quotes, into a field with a plain name.
struct Fields {
    private var parse: [(String, JSONValue)] = []
    private var names: [String: String] = [:]
    private(set) var transforms: [JSONValue] = []

    /// The field of a column of figures; an empty cell is null.
    mutating func number(_ column: String) -> String { field(column, type: "number", function: "toNumber") }

    /// The field of a column of texts, digits among them.
    mutating func text(_ column: String) -> String { field(column, type: "string", function: "toString") }

    private mutating func field(_ column: String, type: String, function: String) -> String {
        if let name = names[column] { return name }
        if Self.isPlain(column) {
            names[column] = column
            parse.append((column, .string(type)))
            return column
        }
        let name = "column_\(names.count + 1)"
        names[column] = name
        calculate("\(function)(datum[\(Expression.text(column))])", as: name)
        return name
    }

    /// The sum of columns of figures, as a field of this name; empty cells count as zero.
    mutating func sum(of columns: [String], as name: String) {
        let terms = columns.map { "datum['\(number($0))']" }
        calculate(terms.joined(separator: " + "), as: name)
    }

    mutating func calculate(_ expression: String, as name: String) {
        transforms.append(["calculate": .string(expression), "as": .string(name)])
    }

    /// `data` of the specification. Whatever is not named here stays text.
    func data(_ url: String) -> JSONValue {
        ["url": .string(url), "format": ["type": "csv", "parse": .object(parse)]]
    }

    private static func isPlain(_ column: String) -> Bool {
        guard let first = column.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return false
        }
        // Names of this kind are given by `field`.
        return !column.hasPrefix("column_")
            && column.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}

/// Parts of expressions of Vega.
enum Expression {
    /// Text between quotes.
    static func text(_ text: String) -> String { JSONValue.literal(text) }

    /// What stands for each key: `{"a":"Wheat"}[datum.label]`; the key itself where nothing does.
    static func lookup(_ keys: [String], _ values: [String], at key: String) -> String {
        "{" + zip(keys, values).map { text($0) + ":" + text($1) }.joined(separator: ",") + "}[\(key)] || \(key)"
    }

    /// The same with the lines of each value.
    static func lookup(_ keys: [String], lines: [[String]], at key: String) -> String {
        "{" + zip(keys, lines).map { text($0) + ":" + list($1) }.joined(separator: ",") + "}[\(key)] || \(key)"
    }

    /// A list of texts.
    static func list(_ texts: [String]) -> String { "[" + texts.map(text).joined(separator: ",") + "]" }
}
