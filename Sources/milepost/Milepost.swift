import ArgumentParser
import CHeap
import LinearAlgebra
import Reporting

/// The commands, thin: read options, call the library, show the result.
@main
struct Milepost: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "milepost",
        abstract: "Where is a region's industry heading, and will it arrive where it was promised to be?",
        discussion: """
            A scenario file describes a region's economy, its programme and its stated targets. Milepost projects it \
            thousands of times and says for every target: how far, how likely, and what decides it.

            Start here:
              milepost run zhejiang/platforms --out results/platforms
              milepost report zhejiang/platforms
              milepost track zhejiang/platforms
              milepost compare zhejiang/platforms zhejiang/platforms-adverse
              milepost new my-policy.yaml --like zhejiang/platforms

            Exit codes: 0 done, 64 usage, 65 bad input, 70 internal error, 74 file system, 130 interrupted.
            """,
        version: version,
        subcommands: [
            RunCommand.self, ReportCommand.self, MergeCommand.self, CompareCommand.self, LeversCommand.self,
            TrackCommand.self,
            ScoreCommand.self,
            CalibrateCommand.self, BacktestCommand.self, OutlookCommand.self, TableCommand.self, RegionsCommand.self,
            CheckCommand.self, NewCommand.self,
            SchemaCommand.self, DoctorCommand.self,
        ])

    static func main() {
        cheap_take_large_pages()
        BLASThreads.useOne()
        Terminal.ignoreClosedPipes()
        OutputDirectory.removeTemporariesOnSignal { _ in
            // A line of progress that is being shown would stay in front of it.
            Terminal.writeError((Terminal.showsProgress ? "\r\u{1B}[K" : "") + "interrupted; nothing was half-written")
        }
        ReadAhead.begin(CommandLine.arguments)
        main(nil)
    }
}
