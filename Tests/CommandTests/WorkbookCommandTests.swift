import Foundation
import TestSupport
import Testing

/// `--xlsx`, with and without the trait that writes workbooks.
@Suite struct WorkbookCommandTests {
    private let few = ["--members", "200", "--quiet"]

    #if Workbook
        @Test func aWorkbookIsReplacedUnlessSomebodyHasChangedIt() throws {
            try withTemporaryFolder { folder in
                let path = folder + "/results.xlsx"
                let arguments = ["run", "liuyang/biopharma", "--xlsx", path] + few
                for _ in 1...2 {
                    let outcome = try Command.run(arguments)
                    #expect(outcome.status == 0 && outcome.errors.isEmpty && outcome.output.isEmpty)
                }
                let written = try Data(contentsOf: URL(fileURLWithPath: path))
                #expect(written.starts(with: Data("PK".utf8)))
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["results.xlsx"])

                try Data("PK, a file of somebody else".utf8).write(to: URL(fileURLWithPath: path))
                let refused = try Command.run(arguments)
                #expect(refused.status == 64)
                #expect(refused.errors.contains("was not written by Milepost, or was changed since"))
            }
        }

        @Test(arguments: [
            ["run", "hunan/high-tech-share", "liuyang/biopharma"],
            ["compare", "hunan/high-tech-share", "hunan/high-tech-share-adverse"], ["track", "hunan/high-tech-share"],
            ["levers", "liuyang/biopharma-stronger-policy"],
        ])
        func everyCommandWritesItsWorkbookAmongItsFiles(arguments: [String]) throws {
            try withTemporaryFolder { folder in
                let out = folder + "/out"
                for language in ["en", "zh"] {
                    let outcome = try Command.run(
                        arguments + few + ["--out", out, "--xlsx", out + "/results.xlsx", "--lang", language])
                    #expect(outcome.status == 0, "\(outcome.errors)")
                    let written = try Data(contentsOf: URL(fileURLWithPath: out + "/results.xlsx"))
                    #expect(written.starts(with: Data("PK".utf8)) && written.count > 20_000)
                }
            }
        }

        @Test func joinedPartsGiveTheWorkbookOfTheRun() throws {
            try withTemporaryFolder { folder in
                let run =
                    ["run", "liuyang/biopharma", "--prior-only", "--shard", "1/1", "--out", folder + "/part"] + few
                #expect(try Command.run(run).status == 0)
                let merged = try Command.run(["merge", folder + "/part", "--xlsx", folder + "/a.xlsx", "--quiet"])
                #expect(merged.status == 0 && FileManager.default.fileExists(atPath: folder + "/a.xlsx"))
                let shard = try Command.run(run + ["--xlsx", folder + "/b.xlsx"])
                #expect(shard.status == 64 && shard.errors.contains("milepost merge"))
            }
        }

        @Test(arguments: ["", "results.xls", "results"])
        func aNameThatNoSpreadsheetOpensIsRefused(name: String) throws {
            let outcome = try Command.run(["run", "liuyang/biopharma", "--xlsx", name] + few)
            #expect(outcome.status == 64 && outcome.errors.contains("ends in .xlsx"))
        }

        /// Two results with one name, and a workbook that fails at the last: nothing else is left either.
        @Test(arguments: [
            (["--out", "both.xlsx", "--xlsx", "both.xlsx"], 64),
            (["--record", "both.xlsx", "--xlsx", "both.xlsx"], 64),
            (["--out", "out", "--xlsx", "/proc/x.xlsx"], 74), (["--xlsx", "line\nend.xlsx"], 64),
        ])
        func allOrNothingIsWritten(places: [String], status: Int) throws {
            try withTemporaryFolder { folder in
                let outcome = try Command.run(["run", "liuyang/biopharma"] + places + few, in: folder)
                #expect(outcome.status == Int32(status))
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
            }
        }

        @Test func aPlaceThatCannotBeIsSaidBeforeTheRun() throws {
            let outcome = try Command.run(["run", "liuyang/biopharma", "--xlsx", "/proc/none/x.xlsx"] + few)
            #expect(outcome.status == 74 && outcome.errors.contains("cannot write the workbook /proc/none/x.xlsx"))
        }
    #else
        @Test func aBuildWithoutWorkbooksSaysSoAndHowToGetThem() throws {
            let outcome = try Command.run(["run", "liuyang/biopharma", "--xlsx", "x.xlsx"] + few)
            #expect(outcome.status == 64)
            #expect(outcome.errors.contains("built without workbooks") && outcome.errors.contains("libxlsxwriter"))
        }
    #endif
}
