import Reporting
import Workbooks

/// Where the files of one result go: the directory of --out, and the workbook of --xlsx, which may lie in it.
struct Delivery {
    let output: OutputOptions
    let workbook: WorkbookOptions

    /// Throws where something could not be written, so that a long run is refused before it starts.
    func check() throws {
        if let out = output.out { try OutputDirectory.check(out) }
        try workbook.check(besides: output.out)
    }

    /// Writes what is asked for; nothing else is made.
    ///
    /// - Parameters:
    ///   - folders: files of subdirectories.
    /// - Returns: paths of `files`, and of a workbook among them, in the directory.
    func write(
        _ files: () -> [OutputFile], folders: () -> [OutputFile] = { [] }, workbook sheets: () -> Workbook
    ) throws -> [String] {
        let made = try workbook.made(besides: output.out, sheets)
        var own: [OutputFile] = []
        if let out = output.out {
            own = files() + (made?.files ?? [])
            let all = own + folders()
            let place = { () throws(OutputError) in try OutputDirectory.write(to: out, files: all) }
            if let made { try made.write(after: place) } else { try place() }
        } else {
            try made?.write {}
        }
        return own.map(\.relativePath)
    }
}
