import Goals
import HTMLReport
import Reporting
import Scenarios
import Testing

/// What a report holds, and that its words stay words.
@Suite struct ReportTests {
    private static let origin = ReportOrigin(version: "1.2.3", scenarios: ["zhejiang/platforms", "a folder/it's.yaml"])

    private func document(
        _ results: [ScenarioResult] = [Fixtures.zhejiang()], comparisons: [ComparisonResult] = [],
        _ language: Language = .english
    ) -> ReportDocument {
        ReportDocument(of: results, comparisons: comparisons, origin: Self.origin, language: language)
    }

    // MARK: Values

    @Test func summaryBeginsWithReadingsThatDisagreeThenCountsTheVerdicts() throws {
        let summary = try #require(document().parts[0].sections.first { $0.id == "summary" })
        guard case .paragraph(let first) = summary.blocks[0], case .list(let readings) = summary.blocks[1],
            case .paragraph(let answer) = summary.blocks[2]
        else {
            Issue.record("\(summary.blocks.prefix(3))")
            return
        }
        #expect(text(first.pieces) == "How a target is read decides its verdict for one of four:")
        #expect(readings.items.count == 1)
        #expect(text(answer.pieces).hasPrefix("Of four targets, one is met, "))
    }

    @Test func everyTargetHasACardThatTheOverviewLeadsTo() throws {
        let sections = document().parts[0].sections
        let overview = sections.flatMap(\.blocks).compactMap { if case .overview(let all) = $0 { all } else { nil } }
        let cards = sections.flatMap(\.blocks).compactMap { if case .card(let card) = $0 { card } else { nil } }
        #expect(overview.flatMap(\.verdicts).map(\.anchor) == cards.map(\.verdict.anchor))
        #expect(cards.map(\.verdict.odds) == ["3.2%", "< 0.01%", "41.2%", "> 99.99%"])
        #expect(cards.map(\.verdict.word) == ["remote", "remote", "open", "met"])
        #expect(cards.map(\.verdict.mark) == ["▼▼", "▼▼", "◆", "✓"])
        #expect(cards[0].facts.first?.note == "2022, U")
        #expect(cards[0].facts[2].value.hasSuffix(" short"))
        #expect(cards[3].facts[2].value == "4 platforms beyond")
        // Readings side by side where there are several, and nowhere else.
        let tables = cards.map {
            $0.blocks.count { if case .table(let table) = $0 { table.rows.count == 2 } else { false } }
        }
        #expect(tables[2] == 1)
    }

    @Test func chancesOfNumbersAreColumnsUpToTheHighest() throws {
        let cards = document().parts[0].sections.flatMap(\.blocks).compactMap { block -> ReportCard? in
            if case .card(let card) = block { card } else { nil }
        }
        let columns = try #require(
            cards[1].blocks.compactMap { if case .columns(let columns) = $0 { columns } else { nil } }.first)
        #expect(columns.columns.map(\.label) == ["1", "2", "3", "4", "5", "6"])
        #expect(columns.columns.map(\.value) == ["12%", "25%", "31%", "20%", "10%", "2%"])
        #expect(columns.columns[2].height == "100.0")
    }

    @Test func severalScenariosGetAPartEachAfterTheirComparison() {
        let comparison = Fixtures.comparison()
        let document = document([comparison.base, comparison.alternative], comparisons: [comparison])
        #expect(document.parts.map(\.title).compactMap { $0 }.count == 4)
        #expect(document.parts[0].id == "comparison")
        #expect(document.title == "Zhejiang new-industry platforms and one more")
        #expect(document.parts[1].sections.allSatisfy { $0.id.hasPrefix("s1-") && $0.level == 3 })
    }

    @Test(arguments: Language.allCases)
    func idsDifferAndLinksLeadSomewhere(language: Language) {
        let comparison = Fixtures.comparison()
        for html in [
            HTMLReport.text(of: document([Fixtures.zhejiang()], language)),
            HTMLReport.text(
                of: document(
                    [comparison.base, comparison.alternative], comparisons: [comparison], language)),
        ] {
            let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count)
            for link in html.matches(of: /href="#([^"]*)"/) { #expect(ids.contains(String(link.1)), "\(link.1)") }
            #expect(html.matches(of: /\{\w+\}/).isEmpty)
            #expect(html.contains(language == .english ? #"<html lang="en">"# : #"<html lang="zh-CN">"#))
        }
    }

    @Test func commandIsTypedAsAShellTakesIt() {
        let html = HTMLReport.text(of: document())
        #expect(
            html.contains(
                "milepost report zhejiang/platforms &#39;a folder/it&#39;\\&#39;&#39;s.yaml&#39; --members 10000 --seed 1"
            ))
    }

    // MARK: Text stays text

    @Test func onlyAddressesOfWebPagesBecomeLinks() {
        func links(_ text: String) -> [String] { ReportPiece.pieces(of: text).compactMap(\.link) }
        #expect(links("see https://example.org/a?b=c&d, and more") == ["https://example.org/a?b=c&d"])
        #expect(links("(http://example.org).") == ["http://example.org"])
        #expect(links("javascript:alert(1) data:text/html,x ftp://a.example //b.example").isEmpty)
        #expect(links("https:// and http://x") == [])
        #expect(links(#"http://example.org/"onmouseover="alert(1)"#) == ["http://example.org/"])
        #expect(links("https://a.example https://b.example") == ["https://a.example", "https://b.example"])
        for text in ["", "no link", "https://a.example!", "一https://a.example一"] {
            #expect(ReportPiece.pieces(of: text).map(\.text).joined() == text)
        }
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "{{title}} {{{style}}} {{#parts}}", #""><img src=x onerror=alert(1)>"#,
        "</style></title>", "'onfocus='alert(1)", "&lt;b&gt; &amp;", "a\u{0}b\u{202E}c",
        // Each of these is one character with its neighbour, which escaping by character would pass over.
        "\"\u{301} onfocus=alert(1) x=\u{301}\"", "\u{600}\"", "<\u{338}script>",
    ])
    func whatAScenarioSaysStaysText(attack: String) {
        let html = HTMLReport.text(of: document([result(saying: attack)]))
        // The same elements with the same attributes as with harmless names.
        // Charts break long titles into several lines, so that only the kinds of their elements are the same.
        let harmless = HTMLReport.text(of: document([result(saying: "harmless")]))
        #expect(tags(withoutCharts(html)) == tags(withoutCharts(harmless)))
        #expect(Set(tags(html)) == Set(tags(harmless)))
        #expect(!html.unicodeScalars.contains { $0 == "\0" || $0 == "\u{202E}" })
    }

    private func withoutCharts(_ html: String) -> String { html.replacing(/<svg[\s\S]*?<\/svg>/, with: "") }

    private func result(saying text: String) -> ScenarioResult {
        var result = Fixtures.zhejiang()
        result.scenario.name = text
        result.scenario.nameChinese = text + "文"
        result.scenario.region = text
        for index in result.targets.indices {
            result.targets[index].target.name = text
            result.targets[index].target.source = text
            for reading in result.targets[index].readings.indices {
                result.targets[index].readings[reading].reading.name = text
                result.targets[index].readings[reading].reading.reason = text
            }
        }
        result.rankings[0].units[0].name = text
        for index in result.scenario.inputs.indices { result.scenario.inputs[index].path = text }
        return result
    }

    /// Names of all elements with those of their attributes, in order, as a browser would find them: by code points.
    private func tags(_ html: String) -> [String] {
        var found: [String] = []
        var rest = Array(html.unicodeScalars)[...]
        while let start = rest.firstIndex(of: "<") {
            rest = rest[(start + 1)...]
            var tag = String.UnicodeScalarView()
            var quoted = false
            while let scalar = rest.popFirst(), quoted || scalar != ">" {
                if scalar == "\"" { quoted.toggle() } else if !quoted { tag.append(scalar) }
            }
            found.append(String(tag).split(separator: " ").joined(separator: " "))
        }
        return found
    }

    private func text(_ pieces: [ReportPiece]) -> String { pieces.map(\.text).joined() }
}
