import CSV
import Foundation
import TestSupport
import Testing

/// What ships, and where each row of the source is found.
@Suite struct RegionsCommandTests {
    private func page(_ arguments: [String]) throws -> String {
        let outcome = try Command.run(["regions"] + arguments)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        return outcome.output.replacing(Command.repository, with: "HOME")
    }

    @Test(arguments: ["en", "zh"])
    func pages(language: String) throws {
        var text = ""
        for arguments in [[], ["liuyang"]] {
            text += "$ milepost \((["regions"] + arguments).joined(separator: " "))\n"
            text += try page(arguments + ["--lang", language]) + "\n"
        }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        try expectSnapshot(text, "regions-\(language).txt")
    }

    private func table(_ arguments: [String]) throws -> CSVFile {
        try CSVFile(bytes: Array(page(arguments + ["--format", "csv"]).utf8), path: "output")
    }

    /// The rows that the command prints are those of the list, with an entry that stands in the scenario's own file or
    /// in a part that scenarios share.
    @Test func everyRowOfTheListIsPrintedWithThePlaceWhereItIs() throws {
        let source = try CSVFile(
            bytes: Array(Data(contentsOf: URL(fileURLWithPath: Command.repository + "/seeds/targets.csv"))),
            path: "targets.csv")
        let (id, region) = (try source.requiredColumn("id"), try source.requiredColumn("region"))
        let shared = try FileManager.default.contentsOfDirectory(atPath: Command.repository + "/scenarios")
            .filter { $0.hasSuffix(".part.yaml") }
            .map { try String(contentsOfFile: Command.repository + "/scenarios/" + $0, encoding: .utf8) }.joined()
        for name in Set(source.rows.map { $0[region] }) {
            let printed = try table([name])
            let columns = try ["id", "status", "scenario", "entry", "kind"].map { try printed.requiredColumn($0) }
            let rows = printed.rows.filter { !["entry", "data"].contains($0[columns[4]]) }
            var ids: [String] = []
            for row in rows where !ids.contains(row[columns[0]]) { ids.append(row[columns[0]]) }
            #expect(ids == source.rows.filter { $0[region] == name }.map { $0[id] })
            for row in rows {
                #expect(row[columns[1]] == "carried")
                let file = Command.repository + "/scenarios/\(row[columns[2]]).yaml"
                let text = try String(contentsOfFile: file, encoding: .utf8) + shared
                let key = try #require(row[columns[3]].split(separator: "[").last?.dropLast())
                #expect(text.contains("id: \(key)"), "\(row[columns[3]]) of \(file)")
                #expect(text.contains(row[columns[0]]))
            }
        }
    }

    @Test func countsAreThoseOfTheFiles() throws {
        let overview = try table([])
        let (region, tables) = (try overview.requiredColumn("region"), try overview.requiredColumn("tables"))
        for name in ["zhejiang", "china"] {
            let row = try #require(overview.rows.first { $0[region] == name })
            let files = try FileManager.default.contentsOfDirectory(atPath: Command.repository + "/seeds/" + name)
            #expect(row[tables] == String(files.count { $0.hasPrefix("io-") }))
            var letters: [String: Int] = [:]
            for file in files where file.hasSuffix(".csv") {
                let path = Command.repository + "/seeds/\(name)/\(file)"
                let csv = try CSVFile(bytes: Array(Data(contentsOf: URL(fileURLWithPath: path))), path: path)
                guard let quality = csv.column("quality") else { continue }
                for line in csv.rows { letters[line[quality], default: 0] += 1 }
            }
            for letter in ["A", "B", "C", "U"] {
                let figures = row[try overview.requiredColumn("figures_" + letter.lowercased())]
                #expect(figures == String(letters[letter] ?? 0), "\(name) \(letter)")
            }
        }
    }

    @Test func aFolderOfOnesOwn() throws {
        let outcome = try Command.run(["regions", "valley", "--in", "Tests/CommandTests/Fixtures/valley"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("valley"))
        try withValley { folder in
            // The same without --in, where the folder is the home; and with a list, of which one row is carried.
            try "schema: 1\nextends: valley.yaml\nname: Carrying\ncommitments: [{id: C1, subject: More}]\n"
                .write(toFile: folder + "/carrying.yaml", atomically: true, encoding: .utf8)
            try "id,region,kind,subject_en\nC1,valley,commitment,More\nC2,valley,commitment,Even more\n"
                .write(toFile: folder + "/list.csv", atomically: true, encoding: .utf8)
            let own = try Command.run(["regions", "--in", ".", "--source", "list.csv"], in: folder)
            #expect(own.output.contains("1 of 2 rows of list.csv are carried by no scenario: C2."))
            let json = try Command.run(
                ["regions", "valley", "--in", ".", "--source", "list.csv", "--format", "json"], in: folder)
            let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
            let status = (rows ?? []).prefix(2).map { "\($0["id"] ?? "") \($0["status"] ?? "")" }
            #expect(status == ["C1 carried", "C2 missing"])
        }
    }

    @Test func whatIsWrongIsSaid() throws {
        let region = try Command.run(["regions", "zhejian"])
        #expect(region.status == 65)
        #expect(region.errors.contains("found no region \"zhejian\"\n    did you mean `zhejiang`?"))
        let folder = try Command.run(["regions", "--in", "nowhere"])
        #expect(folder.status == 64)
        #expect(folder.errors.contains("--in is nowhere, which is no folder."))
        let home = try Command.run(["regions"], in: "/", environment: ["MILEPOST_HOME": "/nowhere"])
        #expect(home.status == 64)
        #expect(home.errors.contains("shipped scenarios were not found in /nowhere: set MILEPOST_HOME"))
    }
}
