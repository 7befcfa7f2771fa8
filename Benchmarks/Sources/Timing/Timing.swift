import CHeap
import Foundation

/// Times parts of Milepost from inside, for the driver in `compare`.
///
///     Timing scenario FOLDER SECTORS UNITS YEARS [lever]     writes a made-up scenario
///     Timing table FILE SECTORS                              writes a made-up table
///     Timing project SCENARIO MEMBERS THREADS [TIMES]        seconds of project()
///     Timing targets SCENARIO MEMBERS THREADS [TIMES]        seconds of the ensemble with its targets alone
///     Timing multipliers TABLE THREADS                       seconds to read and to solve
///     Timing words along|across                              random words without end, for statistical tests
///     Timing csv SCENARIO TIMES                              bytes of CSV a second
@main
enum Timing {
    static func main() {
        // As the program does.
        cheap_take_large_pages()
        do { try measure(Array(CommandLine.arguments.dropFirst())) } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    private static func measure(_ words: [String]) throws {
        func number(_ index: Int, default value: Int? = nil) -> Int {
            guard let found = index < words.count ? Int(words[index]) : value else {
                fatalError("expected a number in place \(index + 1) of \(words)")
            }
            return found
        }
        switch words.first {
        case "scenario":
            try GeneratedScenario(
                sectors: number(2), units: number(3), years: number(4), lever: words.last == "lever"
            ).write(to: words[1])
        case "table": try GeneratedTable(sectors: number(2)).write(to: words[1])
        case "project":
            let timing = try EnsembleTiming(words[1], members: number(2), threads: number(3))
            for _ in 0..<number(4, default: 1) { report("seconds", try timing.project()) }
        case "targets":
            let timing = try EnsembleTiming(words[1], members: number(2), threads: number(3))
            for _ in 0..<number(4, default: 1) { show(try timing.targets()) }
        case "multipliers": try TableTiming.run(words[1], threads: number(2))
        case "csv": try OutputTiming.run(words[1], repetitions: number(2))
        case "words": RandomWords.stream(across: words.last == "across")
        default: fatalError("unknown: \(words)")
        }
    }

    private static func show(_ run: EnsembleTiming.Targets) {
        report("seconds", run.seconds)
        report("compiling", run.compiling)
        for target in run.summaries {
            report("\(target.id) mean", target.mean)
            report("\(target.id) odds", target.odds)
            for (p, value) in zip(TargetSummary.probabilities, target.quantiles) {
                report("\(target.id) p\(Int(p * 100))", value)
            }
        }
    }
}
