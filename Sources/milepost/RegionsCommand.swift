import ArgumentParser
import Reporting
import Scenarios

struct RegionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regions",
        abstract: "What there is: regions, scenarios, stated targets and instruments, data and their quality.",
        discussion: """
            Reads the scenarios and the list of statements that they are made from, and says for every row of the \
            list which entry of which scenario carries it. Without --in, of what ships.

              milepost regions
              milepost regions zhejiang --lang zh
              milepost regions --in my-region
            """)

    @Argument(help: "Region to show row by row; all regions with counts without it.")
    var region: String?

    @Option(
        name: .customLong("in"),
        help: "Folder with scenarios/ and seeds/, or with scenario files and their CSV.", completion: .directory)
    var folder: String?

    @Option(
        help: "List of statements: id, region, kind, subject_en, subject_zh, theme (default: seeds/targets.csv there).",
        completion: .file(extensions: ["csv"]))
    var source: String?

    @OptionGroup var output: TableOutput

    mutating func run() throws {
        try Failure.reporting {
            let folder = try ScenarioLocator.folder(folder)
            let files = FileAccess.real(in: folder)
            let catalogue = Catalogue(files, source: try list(files))
            if let region {
                try output.show(CatalogueReport.region(catalogue.region(region), of: catalogue))
            } else {
                try output.show(CatalogueReport.overview(catalogue, folder: folder))
            }
        }
    }

    private func list(_ files: FileAccess) throws -> SourceList? {
        if let source { return try SourceList(path: source) }
        let usual = "seeds/targets.csv"
        return files.read(usual) == nil ? nil : try SourceList(path: usual, fileSystem: files)
    }
}
