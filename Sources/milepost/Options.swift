import ArgumentParser
import Goals
import Reporting
import Scenarios

/// How the ensemble is drawn.
struct EnsembleOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "Number of ensemble members (default: the scenario's, else 10000).")
    var members: Int?

    @Option(help: "Seed of all draws (default: the scenario's, else 1). Same seed and members, same results.")
    var seed: UInt64?

    @Option(help: "Worker threads (default: all cores). Results do not depend on it.")
    var threads: Int?

    @Option(
        name: .customLong("as-of"),
        help: "Go back in time: know no published figure of a later year (default: all are known and learned from).")
    var asOf: Int?

    @Option(
        help: ArgumentHelp(
            "How what is drawn once per member is drawn: each member by itself, or all as scrambled Sobol points, "
                + "which are spread more evenly. Powers of two of members suit them best.",
            valueName: "random|sobol"))
    var sampling: RunOptions.Sampling = .random

    @Flag(name: .customLong("prior-only"), help: "Learn from no published figure; they are shown beside the prior.")
    var priorOnly = false

    static let memberLimit = 100_000_000

    func validate() throws {
        if let members, !(1...Self.memberLimit).contains(members) {
            throw ValidationError("--members is \(members); give a number from 1 to \(Self.memberLimit), e.g. 10000.")
        }
        if priorOnly, asOf != nil {
            throw ValidationError("--prior-only knows no figures at all, so --as-of has no meaning with it; give one.")
        }
        if let asOf, !(1900...2200).contains(asOf) {
            throw ValidationError("--as-of is \(asOf); give a year, e.g. 2024.")
        }
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads is \(threads); give a number from 1 to 1024.")
        }
    }

    /// Whether a run learns from figures before members are projected, which takes time of its own.
    func learns(from scenario: Scenario) -> Bool { !priorOnly && scenario.learnsFromFigures }

    /// A line for the projection of all members of a scenario; `label` is its id unless given.
    func progress(of scenario: Scenario, label: String? = nil, language: Language, quiet: Bool) -> ProgressLine {
        ProgressLine(
            label: label ?? scenario.id, total: members ?? scenario.members ?? RunOptions.defaultMembers,
            learns: learns(from: scenario), language: language, quiet: quiet)
    }

    var run: RunOptions {
        RunOptions(
            members: members, seed: seed, threads: threads ?? Terminal.processorCount,
            knowledge: priorOnly ? .prior : asOf.map { .asOf($0) } ?? .published, sampling: sampling)
    }
}

/// Where results go and how they look.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: "Directory for CSV and JSON. Replaced as a whole; one that Milepost did not write is refused.",
        completion: .directory)
    var out: String?

    @Flag(help: "Begin CSV files with a byte order mark, so that Excel shows Chinese text.")
    var excel = false

    @Option(help: "Language of what a command prints for people; error messages and --help are in English.")
    var lang: Language = .english

    @Option(help: "What to print: a summary, or the targets with one row per reading.")
    var format: Format = .table

    @Flag(name: .shortAndLong, help: "Print nothing but errors.")
    var quiet = false

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json }

    func validate() throws {
        if let out, out.isEmpty { throw ValidationError("--out is empty; name a directory, e.g. results/platforms.") }
        if out == "-" {
            throw ValidationError("--out names a directory, and - is none; --format csv or json prints the answers.")
        }
    }

    @OptionGroup var appearance: AppearanceOptions

    var text: TextFormat { appearance.text(lang) }
}

extension Language: ExpressibleByArgument {}

extension RunOptions.Sampling: ExpressibleByArgument {}

/// How text for people is set.
struct AppearanceOptions: ParsableArguments {
    @Option(help: "Colours: on a terminal only (and as NO_COLOR, CLICOLOR_FORCE say), always, or never.")
    var color: When = .auto

    enum When: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

    func text(_ language: Language) -> TextFormat {
        let colour: TextFormat.Colour =
            switch color {
            case .auto: Terminal.colour
            case .always: Terminal.palette
            case .never: .none
            }
        return TextFormat(width: Terminal.width, colour: colour, signs: Terminal.signs, language: language)
    }
}
