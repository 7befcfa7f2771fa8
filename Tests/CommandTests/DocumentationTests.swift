import CSV
import Foundation
import Testing

/// What the articles quote is what the program says.
@Suite struct DocumentationTests {
    private static let folder = Command.repository + "/Documentation/Milepost.docc"
    private static let articles: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".md") }.sorted()

    private static func text(_ article: String) throws -> String {
        try String(contentsOfFile: folder + "/" + article, encoding: .utf8)
    }

    /// Commands behind `$ ` in blocks of shell, each with the lines below it; `…` stands for lines left out.
    @Test(arguments: articles) func quotedOutputIsThatOfTheCommand(article: String) throws {
        try expectQuotes(in: try Self.text(article))
    }

    @Test func theChineseFirstPageQuotesTheProgram() throws {
        let text = try String(contentsOfFile: Command.repository + "/README.zh.md", encoding: .utf8)
        #expect(text.contains("```shell\n"))
        try expectQuotes(in: text)
    }

    private func expectQuotes(in text: String) throws {
        for block in text.components(separatedBy: "```shell\n").dropFirst() {
            let lines = try #require(block.components(separatedBy: "\n```").first).components(separatedBy: "\n")
            #expect(lines[0].hasPrefix("$ milepost "))
            var runs: [(command: String, expected: [String])] = []
            for line in lines {
                if line.hasPrefix("$ ") {
                    runs.append((String(line.dropFirst(2)), []))
                } else {
                    runs[runs.count - 1].expected.append(line)
                }
            }
            for run in runs { try expect(run.expected, from: run.command) }
        }
    }

    private func expect(_ expected: [String], from command: String) throws {
        let outcome = try Command.run(command.split(separator: " ").dropFirst().map(String.init))
        #expect(outcome.status == 0, "\(command)")
        var rest = outcome.output.components(separatedBy: "\n")[...]
        var isGap = false
        for line in expected {
            if line == "…" {
                isGap = true
                continue
            }
            let found = isGap ? rest.firstIndex(of: line) : rest.first == line ? rest.startIndex : nil
            guard let index = found else {
                Issue.record("\(command) does not go on with: \(line)")
                return
            }
            rest = rest[(index + 1)...]
            isGap = false
        }
        #expect(expected.contains { !$0.isEmpty && $0 != "…" }, "\(command) is quoted without output")
    }

    /// Every article is in the list on the first page, once.
    @Test func everyArticleIsListed() throws {
        let first = try Self.text("Milepost.md")
        for article in Self.articles where article != "Milepost.md" {
            #expect(first.components(separatedBy: "<doc:\(article.dropLast(3))>").count == 2, "\(article)")
        }
        #expect(Self.articles.count > 15)
    }

    /// Every kind of lever that the schema knows has its line in the table of instruments.
    @Test func everyKindOfLeverIsDescribed() throws {
        let schema = try JSONSerialization.jsonObject(with: Data(Command.run(["schema"]).output.utf8))
        let properties = try #require((schema as? [String: Any])?["properties"] as? [String: Any])
        let kinds = constants(properties["levers"] as Any)
        let article = try Self.text("Instruments.md")
        #expect(kinds.count > 10)
        for kind in kinds { #expect(article.contains("\n| `\(kind)` | "), "\(kind)") }
    }

    /// The values of all `kind` in a JSON Schema.
    private func constants(_ value: Any) -> Set<String> {
        if let list = value as? [Any] { return Set(list.flatMap(constants)) }
        guard let object = value as? [String: Any] else { return [] }
        let own = (object["kind"] as? [String: Any])?["const"] as? String
        return Set(object.values.flatMap(constants) + [own].compactMap { $0 })
    }

    /// The five largest multipliers and the key sectors of each table.
    @Test(arguments: ["China", "Zhejiang", "Hunan", "Anhui", "Liaoning", "Guangdong", "Henan"])
    func sevenTables(region: String) throws {
        let article = try Self.text("The-Seven-Tables.md")
        let section = try #require(article.components(separatedBy: "### \(region)\n").last)
            .components(separatedBy: "\n### ")[0]
        func run(_ arguments: String...) throws -> CSVFile {
            let file = "seeds/\(region.lowercased())/io-2017.csv"
            let outcome = try Command.run(["table", arguments[0], file, "--format", "csv"] + arguments.dropFirst())
            return try CSVFile(bytes: Array(outcome.output.utf8), path: arguments[0])
        }
        let multipliers = try run("multipliers", "--type", "2")
        let columns = try ["sector", "measure", "simple", "total", "name_zh"].map { try multipliers.requiredColumn($0) }
        let output = try multipliers.rows.filter { $0[columns[1]] == "output" }.map { row in
            try (
                name: row[columns[0]] + " " + row[columns[4]],
                simple: #require(try multipliers.number(row: row, column: columns[2])),
                total: #require(try multipliers.number(row: row, column: columns[3]))
            )
        }.sorted { $0.simple > $1.simple }
        let expected = output.prefix(5).map {
            "| \($0.name) | \(String(format: "%.2f", $0.simple)) | \(String(format: "%.2f", $0.total)) |"
        }
        #expect(section.contains(expected.joined(separator: "\n") + "\n\n"))
        let linkages = try run("linkages")
        let (sector, kind) = (try linkages.requiredColumn("sector"), try linkages.requiredColumn("class"))
        let keys = linkages.rows.filter { $0[kind] == "key" }.map { $0[sector] }
        // Text is wrapped, which means nothing.
        let words = section.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains(" Key sectors: \(keys.joined(separator: ", ")). "))
        let values = output.map(\.simple)
        let range = "\(String(format: "%.2f", values.min()!)) to \(String(format: "%.2f", values.max()!))"
        #expect(article.contains("| \(region) | \(range) |"))
    }
}
