import CSV
import Foundation
import TestSupport
import Testing

/// `track`, `--as-of` and `--prior-only`, as a user types them.
@Suite struct TrackCommandTests {
    private static let members = ["--members", "1500"]

    @Test func filesSayWhatCameAndHowTheOddsMoved() throws {
        try withTemporaryFolder { folder in
            let out = folder + "/track"
            let outcome = try Command.run(["track", "zhejiang/platforms", "--out", out] + Self.members)
            #expect(outcome.status == 0)
            let track = try table(out + "/track.csv")
            #expect(try Set(column("vintage", of: track)) == ["prior", "2022", "2023", "2024", "2025"])
            #expect(track.rows.count == 20)
            let figures = try table(out + "/innovations.csv")
            let status = try column("status", of: figures)
            #expect(status.contains("learned") && status.contains("in the prior"))
            let senses = try column("sense", of: figures)
            #expect(senses.contains("floor") && senses.contains("value"))
            let next = try table(out + "/next-figures.csv")
            #expect(try !column("range_cut_percent", of: next).isEmpty)
            let history = try table(out + "/charts/odds-history.csv")
            #expect(history.rows.count == 5)
            #expect(FileManager.default.fileExists(atPath: out + "/charts/history-total-output.csv"))
            // The last step is the run with all that is known.
            let run = folder + "/run"
            #expect(try Command.run(["run", "zhejiang/platforms", "-q", "--out", run] + Self.members).status == 0)
            let targets = try table(run + "/targets.csv")
            #expect(try Array(column("odds", of: track).suffix(4)) == column("odds", of: targets))
            let learned = try table(run + "/innovations.csv")
            #expect(try column("surprise_sd", of: learned) == column("surprise_sd", of: figures))
        }
    }

    @Test func goingBackInTimeKnowsNoLaterFigure() throws {
        let back = try Command.run(["run", "hunan/high-tech-share", "--as-of", "2024"] + Self.members)
        #expect(back.status == 0)
        #expect(back.output.contains("- No published figure of a year after 2024 is known"))
        #expect(back.output.contains("learned from 4 figures of 2024"))
        let prior = try Command.run(["run", "hunan/high-tech-share", "--prior-only"] + Self.members)
        #expect(prior.output.contains("- No published figure is learned from"))
        #expect(!prior.output.contains("The run has learned"))
    }

    @Test func contradictoryOptionsAreUsageErrors() throws {
        let both = try Command.run(["run", "hunan/high-tech-share", "--prior-only", "--as-of", "2024"])
        #expect(both.status == 64)
        #expect(both.errors.contains("--prior-only knows no figures at all"))
        #expect(try Command.run(["track", "hunan/high-tech-share", "--prior-only"]).status == 64)
        #expect(try Command.run(["run", "hunan/high-tech-share", "--as-of", "24"]).status == 64)
    }

    @Test func figuresThatNoMemberAgreesWithAreBadInput() throws {
        try withTemporaryFolder { folder in
            let scenario = """
                schema: 1
                extends: \(Command.repository)/scenarios/zhejiang/platforms.yaml
                name: Impossible
                targets:
                  - id: over-1000
                    observed:
                      - {label: wrong, file: wrong.csv, indicator: count, learn: value}
                """
            try scenario.write(toFile: folder + "/impossible.yaml", atomically: true, encoding: .utf8)
            try "indicator,year,value,unit,quality,source\ncount,2022,25,platforms,A,test\n"
                .write(toFile: folder + "/wrong.csv", atomically: true, encoding: .utf8)
            let outcome = try Command.run(["run", "impossible.yaml", "--out", "out"] + Self.members, in: folder)
            #expect(outcome.status == 65)
            #expect(
                outcome.errors.contains("after the figures of 2022 the ensemble is worth only 0 of its 1500 members"))
            #expect(outcome.errors.contains("count/2022"))
            #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
        }
    }

    private func table(_ path: String) throws -> CSVFile {
        try CSVFile(bytes: Array(Data(contentsOf: URL(fileURLWithPath: path))), path: path)
    }

    private func column(_ name: String, of table: CSVFile) throws -> [String] {
        let index = try table.requiredColumn(name)
        return table.rows.map { $0[index] }
    }
}
