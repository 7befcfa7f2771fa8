/// A place in an input file: where a value stands, and what it is called there.
public struct SourceLocation: Sendable, Hashable {
    /// The path as the user would recognise it: relative to the working directory when below it.
    public var file: String
    /// From 1; nil where the whole file is meant.
    public var line: Int?
    /// From 1, in characters; nil where the whole line is meant, as in CSV files.
    public var column: Int?
    /// The way to the value from the root, e.g. `targets[total-output].goal`;
    /// in a CSV file the row's name and the column, e.g. `qianwan.output`.
    public var keyPath: String

    /// A place; without line and column the whole file.
    public init(file: String, line: Int? = nil, column: Int? = nil, keyPath: String = "") {
        self.file = file
        self.line = line
        self.column = column
        self.keyPath = keyPath
    }
}

extension SourceLocation: CustomStringConvertible {
    /// `file:line:column`, as compilers print it, so that editors can jump there.
    public var description: String {
        var text = file
        if let line {
            text += ":\(line)"
            if let column { text += ":\(column)" }
        }
        return text
    }
}
