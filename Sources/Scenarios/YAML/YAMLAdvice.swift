/// What to do about text that is not valid YAML, for the slips that people make.
struct YAMLAdvice {
    /// The parser's own words.
    let problem: String
    /// The lines of the file from where the parser began to doubt to where it gave up.
    let lines: [String]
    /// Where it gave up in the last of them, counted from 0.
    let column: Int

    var text: String? {
        if character == "\t" || problem.contains("tab") { return "indent with spaces, not with tabs" }
        // A Chinese input method leaves them on; in texts they are right.
        if let mark = lines.joined().first(where: { "：，｛｝［］".contains($0) }) {
            return "the marks of YAML are half-width: write `: ` and `, `, not `\(mark)`"
        }
        if problem.contains("block scalar") || character == ">" || character == "|" {
            return "put quotes around text that begins with > or |; goals can be worded, e.g. more than 25000 亿元"
        }
        if problem.contains("could not find expected ':'") { return "a key ends in a colon and a space: `key: value`" }
        if problem.contains("cannot start any token") || problem.contains("mapping values are not allowed") {
            return "put quotes around text that contains `: ` or begins with % @ ` & * !"
        }
        return nil
    }

    private var character: Character? { (lines.last?.dropFirst(column)).flatMap(\.first) }
}
