import ArgumentParser
import CSV
import Ledger
import Reporting
import Scenarios

struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Score recorded forecasts when the facts have come in.",
        usage: "milepost score <ledger> --actuals <file> ... [<options>]",
        discussion: """
            The ledger is what `milepost run --record` wrote. --template prints its questions as CSV: fill in value \
            (in the unit given), or met (yes or no) where only that is known, and leave open what is open. A scenario \
            given as --actuals supplies the figures that it names as published.

            Odds get Brier and logarithmic scores, figures the continuous ranked probability score and the share \
            inside the ranges. Each question counts once: a later forecast from as many years ahead replaces an \
            earlier one, and forecasts from different years ahead are averaged.

              milepost run zhejiang/platforms --record ledger.csv
              milepost score ledger.csv --template > actuals.csv
              milepost score ledger.csv --actuals actuals.csv --out results/scores
            """)

    @Argument(help: "The ledger.", completion: .file(extensions: ["csv"]))
    var ledger: String

    @Option(
        help: "CSV of what came, or a scenario with published figures; may be given several times.",
        completion: .file(extensions: ["csv", "yaml", "yml"]))
    var actuals: [String] = []

    @Option(help: "Score the forecasts of this scenario only.")
    var scenario: String?

    @Flag(help: "Print the questions that are still open, as CSV to be filled in.")
    var template = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if !template, actuals.isEmpty {
            throw ValidationError("Nothing to score with: give --actuals FILE, or --template for a file to fill in.")
        }
        if template, output.format == .json {
            throw ValidationError("--template is CSV, to be filled in; leave --format json out.")
        }
        if template, output.out != nil {
            throw ValidationError("--template is printed: write it to a file with `> actuals.csv` instead of --out.")
        }
    }

    mutating func run() throws {
        try Failure.reporting {
            if let out = output.out { try OutputDirectory.check(out) }
            let ledger = try Self.ledger(ledger, scenario: scenario)
            let answers = Actuals(try actuals.map { try Self.actuals($0, quiet: output.quiet) })
            if template {
                let table = try ActualsTemplate.table(for: ledger, besides: answers)
                return Terminal.write(table.csv(byteOrderMark: output.excel))
            }
            let scores = try LedgerScores(of: ledger, actuals: answers)
            let files = ScoreFiles.files(of: scores, byteOrderMark: output.excel)
            if let out = output.out { try OutputDirectory.write(to: out, files: files) }
            if !output.quiet { show(scores, files: files) }
        }
    }

    private static func ledger(_ path: String, scenario: String?) throws -> Ledger {
        let ledger = try Ledger(bytes: try InputBytes.read(path), path: path)
        return try scenario.map { try ledger.ofScenario($0, path: path) } ?? ledger
    }

    private static func actuals(_ path: String, quiet: Bool) throws -> Actuals {
        let located = ScenarioLocator.locate(path)
        if located.hasSuffix(".yaml") || located.hasSuffix(".yml") {
            return Actuals(publishedIn: try ScenarioLocator.load(path, quiet: quiet).scenario)
        }
        return try Actuals(bytes: try InputBytes.read(path), path: path)
    }

    private func show(_ scores: LedgerScores, files: [OutputFile]) {
        switch output.format {
        case .table:
            Terminal.write(
                ScoreSummaryText.text(
                    of: scores, ledger: ledger, format: output.text, directory: output.out,
                    files: files.map(\.relativePath)))
        case .csv: Terminal.write(ScoresTable.table(of: scores).csv())
        case .json: Terminal.write(ScoresTable.table(of: scores).json().text)
        }
    }
}

/// Files that commands read themselves.
enum InputBytes {
    static let limit = 64 << 20

    static func read(_ path: String) throws(LedgerError) -> [UInt8] {
        guard ScenarioLocator.isFile(path), let bytes = FileAccess.real.read(path) else {
            throw .unreadable(path: path, nearest: sibling(of: path))
        }
        guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
        return bytes
    }

    private static func sibling(of path: String) -> String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.dropLast().joined(separator: "/")
        let names = FileAccess.real.names(folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder)
        return nearestName(to: String(parts.last ?? ""), among: names)
            .map { folder.isEmpty ? $0 : folder + "/" + $0 }
    }
}
