/// What a command on input-output tables, or on the files that there are, says: figures for programs, a page for people.
public struct WorkbenchReport: Sendable {
    /// Full precision, the same in every language.
    public let data: DataTable
    private let page: @Sendable (TextFormat) -> String

    /// - Parameter page: the page in a format; language and width are its.
    init(data: DataTable, page: @escaping @Sendable (TextFormat) -> String) {
        self.data = data
        self.page = page
    }

    /// The page.
    ///
    /// - Parameter file: the file that was written, named at the end; nil for none.
    public func text(_ format: TextFormat, written file: String? = nil) -> String {
        let text = page(format)
        guard let file else { return text }
        return text + "\n" + format.language.text(WorkbenchLabel.wrote, ["path": file]) + "\n"
    }
}
