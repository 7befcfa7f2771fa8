/// What is said when a report has been written.
public enum ReportNote {
    /// A line on where it is.
    public static func text(path: String, language: Language) -> String {
        language.text(ReportLabel.written, ["path": path]) + "\n"
    }
}
