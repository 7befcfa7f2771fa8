/// What is wrong with a CSV file, and where.
public struct CSVError: Error, Sendable, Equatable {
    /// The path that the file was read under.
    public var path: String
    /// 1-based line of the file.
    public var line: Int
    public var kind: Kind

    /// What is wrong, with what was found and what was expected.
    public enum Kind: Sendable, Equatable {
        /// No header: the file has no bytes, or blank lines only.
        case emptyFile
        /// The byte at this 0-based offset does not continue valid UTF-8.
        case notUTF8(byteOffset: Int)
        case wrongFieldCount(found: Int, expected: Int)
        /// A quoted field that starts on the error's line is never closed.
        case unterminatedQuote
        /// A quote inside an unquoted field, or text after a closing quote; `field` is its 1-based position.
        case strayQuote(field: Int)
        /// A control character other than tab and line ends, as no text has it; `field` is its 1-based position.
        case controlCharacter(field: Int, code: UInt32)
        /// The header is one column whose name holds another separator.
        case otherSeparator(Separator)
        case duplicateColumn(name: String)
        /// A column without a name; `field` is its 1-based position.
        case unnamedColumn(field: Int)
        /// `nearest` is the existing name closest to the one asked for, where one is close.
        case missingColumn(name: String, nearest: String?)
        case notANumber(column: String, value: String)
        /// Another program wrote to the file, or the disk failed, while it was read.
        case changedWhileRead
    }

    /// What some programs separate columns by instead of commas.
    public enum Separator: Character, Sendable, CaseIterable {
        case semicolon = ";"
        case tab = "\t"
    }

    /// Its parts, as documented on each.
    public init(path: String, line: Int, kind: Kind) {
        self.path = path
        self.line = line
        self.kind = kind
    }

    /// The error of a cell that should hold a number, for callers that parse cells themselves.
    public static func notANumber(path: String, line: Int, column: String, value: String) -> CSVError {
        CSVError(path: path, line: line, kind: .notANumber(column: column, value: value))
    }
}

extension CSVError: CustomStringConvertible {
    /// `path:line: what was found, what was expected`.
    public var description: String { "\(path):\(line): \(kind)" }
}

extension CSVError.Kind: CustomStringConvertible {
    public var description: String {
        switch self {
        case .emptyFile:
            "the file is empty; expected a header line"
        case .notUTF8(let byteOffset):
            "byte \(byteOffset) is not valid UTF-8; save the file as UTF-8 (in Excel: \"CSV UTF-8\")"
        case .wrongFieldCount(let found, let expected):
            "found \(found) \(found == 1 ? "field" : "fields"), expected \(expected) as in the header"
        case .unterminatedQuote:
            "a quote opens on this line and is never closed"
        case .strayQuote(let field):
            "field \(field) has a quote out of place; quote the whole field and double the quotes inside"
        case .controlCharacter(let field, let code):
            "field \(field) has a control character (\(codePoint(code))); delete it"
        case .otherSeparator(let separator):
            "the columns are separated by \(separator)s; save the file with commas (and decimal points)"
        case .duplicateColumn(let name):
            "column \"\(name)\" appears twice in the header"
        case .unnamedColumn(let field):
            "column \(field) has no name in the header"
        case .missingColumn(let name, let nearest):
            if let nearest {
                "column \"\(name)\" is missing; did you mean \"\(nearest)\"?"
            } else {
                "column \"\(name)\" is missing"
            }
        case .notANumber(let column, let value):
            "\"\(value)\" in column \"\(column)\" is not a number; expected digits with a decimal point, as in 1234.5"
        case .changedWhileRead:
            "the file changed while it was read; run again when it is written"
        }
    }
}
