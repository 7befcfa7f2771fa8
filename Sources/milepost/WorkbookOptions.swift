import ArgumentParser
import Reporting
import Workbooks
import XLSX

/// An Excel workbook of the results.
struct WorkbookOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Also write an Excel workbook: the tables with number formats, charts, sources. One that Milepost did not "
                + "write, or that was changed since, is not replaced.",
            valueName: "file.xlsx"),
        completion: .file(extensions: ["xlsx"]))
    var xlsx: String?

    func validate() throws {
        guard let xlsx else { return }
        #if Workbook
            if !xlsx.lowercased().hasSuffix(".xlsx") {
                throw ValidationError("--xlsx is \(xlsx.isEmpty ? "empty" : xlsx); name a file that ends in .xlsx.")
            }
            // The list of files that marks a result directory has a line for each.
            if xlsx.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
                throw ValidationError("--xlsx has a line end or another control character; name a file without.")
            }
        #else
            throw ValidationError(
                "This milepost was built without workbooks, so --xlsx \(xlsx) cannot be written. Install libxlsxwriter "
                    + "(Debian: apt-get install libxlsxwriter-dev) and build again with `make build`, or with "
                    + "`swift build -c release --traits Workbook`.")
        #endif
    }

    /// A workbook that is ready to be written.
    struct Made {
        var bytes: [UInt8]
        var path: String
        /// Its place in the result directory; nil where it lies elsewhere.
        var inside: String?

        /// What belongs into the result directory.
        var files: [OutputFile] { inside.map { [OutputFile(relativePath: $0, bytes: bytes)] } ?? [] }

        /// Writes the other results, and with them a workbook that lies elsewhere: both or neither.
        func write(after others: () throws(OutputError) -> Void) throws(OutputError) {
            if inside == nil { try WorkbookFile.write(bytes, to: path, after: others) } else { try others() }
        }
    }

    #if Workbook
        /// Throws where the workbook could not be written, so that a long run is refused before it starts.
        func check(besides directory: String?) throws {
            guard let xlsx else { return }
            let empty = Workbook(title: "", created: 1, sheets: [Workbook.Sheet(name: "Sheet")])
            try WorkbookFile.check(xlsx, mark: WorkbookMark(try XLSXFile.bytes(of: empty)), besides: directory)
        }

        /// - Parameter directory: where the other results go, which are replaced together with a workbook among them.
        func made(besides directory: String?, _ workbook: () -> Workbook) throws -> Made? {
            guard let xlsx else { return nil }
            return Made(
                bytes: try XLSXFile.bytes(of: workbook()), path: xlsx,
                inside: directory.flatMap { WorkbookFile.path(xlsx, below: $0) })
        }
    #else
        /// Nothing is asked for: `validate` has refused it.
        func check(besides directory: String?) throws {}

        /// Nothing, as `check`.
        func made(besides directory: String?, _ workbook: () -> Workbook) throws -> Made? { nil }
    #endif
}
