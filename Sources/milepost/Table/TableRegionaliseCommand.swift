import ArgumentParser
import InputOutput
import Reporting
import Scenarios

struct TableRegionaliseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regionalise",
        abstract: "Make a table for a region that has none, by location quotients.",
        discussion: """
            From the nation's table and the size of the region's sectors: employment of region and nation \
            (--employment: sector, region, nation; the region is given the nation's output per head), or output of \
            the region (--output: sector, value). slq: simple, cilq: cross-industry, flq: Flegg's, aflq: augmented \
            for specialised regions. --out writes a table that scenarios can use.

              milepost table regionalise seeds/china/io-2017.csv --output seeds/hunan/output-2017.csv
            """)

    @Argument(help: "Table of the nation.", completion: .file())
    var table: String

    @Option(help: "Employment by sector: sector, region, nation.", completion: .file(extensions: ["csv"]))
    var employment: String?

    @Option(name: .customLong("output"), help: "Output of the region: sector, value.", completion: .file())
    var outputs: String?

    @Option(help: "Location quotient.")
    var method: Method = .flq

    @Option(
        help: ArgumentHelp(
            "Exponent of flq and aflq, from 0 to below 1; the larger, the less the region supplies itself (default: 0.1, which did best on tables of six Chinese provinces)."
        ))
    var delta: Double?

    @OptionGroup var input: TableInput

    @OptionGroup var output: TableOutput

    enum Method: String, ExpressibleByArgument, CaseIterable { case slq, cilq, flq, aflq }

    func validate() throws {
        if (employment == nil) == (outputs == nil) {
            throw ValidationError("give the size of the region's sectors, by either --employment or --output.")
        }
        if let delta {
            if !(delta >= 0 && delta < 1) {
                throw ValidationError("--delta is \(delta); give a number from 0 to below 1, e.g. 0.1.")
            }
            if method == .slq || method == .cilq {
                throw ValidationError("--delta belongs to flq and aflq; \(method.rawValue) has none.")
            }
        }
    }

    mutating func run() throws {
        try Failure.reporting(table) {
            let line = output.progress("regionalise")
            defer { line.finish() }
            let document = try input.read(table)
            let quotients = try quotients(document)
            let result = try document.table.regionalised(by: quotients, method: quotientMethod)
            let report = RegionalReport(result, by: quotients, method: quotientMethod, of: document)
            line.finish()
            try output.show(report.report, writing: document.replacing(result.table, note: report.note))
        }
    }

    private var quotientMethod: QuotientMethod {
        switch method {
        case .slq: .simple
        case .cilq: .crossIndustry()
        case .flq: .flegg(delta: delta ?? 0.1)
        case .aflq: .augmentedFlegg(delta: delta ?? 0.1)
        }
    }

    /// Sizes of the sectors in region and nation.
    private func quotients(_ document: TableDocument) throws -> LocationQuotients {
        if let outputs {
            return try RegionSizeFile.output(
                ScenarioLocator.locateFile(outputs), sectors: document.sectors, nation: document.table.output)
        }
        guard let employment else { preconditionFailure("validated above") }
        return try RegionSizeFile.employment(ScenarioLocator.locateFile(employment), sectors: document.sectors)
    }
}
