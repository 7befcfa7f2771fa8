import Goals
import Reporting
import Testing

/// Small fans, what changes most, and the line of progress.
@Suite struct TerminalTextTests {
    private func section(_ heading: String, of text: String) throws -> [Substring] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex(of: heading[...]))
        return Array(lines[(start + 1)...])
    }

    @Test func fanShowsWhatIsProjectedPublishedAndRequired() throws {
        var result = Fixtures.zhejiang()
        result.targets = [Fixtures.totalOutput]
        let lines = try section(
            "Where it is heading, and the path that reaches the goal", of: RunSummary.text(of: result))
        // The unit stays whole, the name gives way.
        #expect(lines[0] == "Total output of all pl… [trillion CNY]")
        #expect(lines[1].hasPrefix("2.2 "))
        #expect(lines[6].hasPrefix("0.8 "))
        #expect(lines[7].contains("2022") && lines[7].hasSuffix("2027"))
        let plot = lines[1...6].joined()
        for sign in ["░", "▒", "━", "×"] { #expect(plot.contains(sign), "\(sign)") }
        #expect(lines[8].hasPrefix("━ median, ▒ P25–P75, ░ P5–P95, × path"))
    }

    @Test func fansStandSideBySideWhereThereIsRoom() throws {
        func titles(_ width: Int) throws -> Substring {
            try section(
                "Where it is heading, and the path that reaches the goal",
                of: RunSummary.text(of: Fixtures.zhejiang(), format: TextFormat(width: width)))[0]
        }
        #expect(try titles(80).contains("Total output of all pl… [trillion CNY]    Platforms above "))
        #expect(try titles(60).hasPrefix("Total output of all pl") && !titles(60).contains("Platforms above"))
    }

    @Test func terminalWithoutBlocksGetsPlainSigns() {
        let text = RunSummary.text(of: Fixtures.zhejiang(), format: TextFormat(signs: .ascii))
        for sign in "░▒━●" { #expect(!text.contains(sign)) }
        #expect(text.contains("= median, : P25–P75, . P5–P95, x path that just reaches the goal, o published."))
    }

    @Test func sixteenColoursMakeDoWithYellow() {
        let text = RunSummary.text(of: Fixtures.zhejiang(), format: TextFormat(colour: .sixteen))
        #expect(text.contains("\u{1B}[1;33mremote"))
        #expect(!text.contains("38;5"))
        #expect(text.replacing(/\u{1B}\[[0-9;]*m/, with: "") == RunSummary.text(of: Fixtures.zhejiang()))
    }

    @Test func unverifiedFigureIsUnderlined() {
        let text = RunSummary.text(of: Fixtures.zhejiang(), format: TextFormat(colour: .sixteen))
        #expect(text.contains("\u{1B}[4m2022 U\u{1B}[0m"))
        #expect(!text.contains("\u{1B}[4m2022 B"))
    }

    // MARK: What changes most

    private func changes(_ comparison: ComparisonResult) throws -> [Substring] {
        try section("What changes most by 2027", of: ComparisonSummary.text(of: [comparison]))
    }

    @Test func largestChangeInPercentLeads() throws {
        var comparison = Fixtures.comparison()
        let small = try #require(comparison.variables.firstIndex { $0.name == "Output|Pharmaceuticals" })
        // A sector of the scenario's.
        comparison.variables[small].name = "Output|Services"
        let last = comparison.variables[small].years.count - 1
        comparison.variables[small].years[last].difference = Fixtures.summary(2000)
        comparison.targets = []
        let rows = try changes(comparison).filter { $0.hasPrefix("Output: ") }
        try #require(rows.count == 2)
        #expect(rows[0].contains("Services") && rows[0].contains("+47.6%"))
        #expect(rows[1].contains("Electronics") && rows[1].contains("+10.0%"))
    }

    @Test func sectorWithoutWeightDoesNotLead() throws {
        var comparison = Fixtures.comparison()
        let small = try #require(comparison.variables.firstIndex { $0.name == "Output|Pharmaceuticals" })
        // A sector of the scenario's.
        comparison.variables[small].name = "Output|Services"
        let last = comparison.variables[small].years.count - 1
        comparison.variables[small].years[last].base = Fixtures.summary(0.01)
        let rows = try changes(comparison).filter { $0.hasPrefix("Output: ") }
        #expect(rows.count == 1 && rows[0].contains("Electronics"))
    }

    @Test func nothingThatChangesIsSaid() throws {
        var comparison = Fixtures.comparison()
        comparison.variables = []
        #expect(try changes(comparison)[0].hasPrefix("By 2027 no sector"))
    }

    // MARK: Progress

    private static let text = ProgressText(label: "zhejiang/platforms", language: .english)

    @Test(arguments: [
        (
            ProgressText.State.members(done: 45_000, of: 100_000, rate: 12_345),
            "zhejiang/platforms  █████████░░░░░░░░░░░   45%  12,000 members/s  4 s left"
        ),
        (
            .members(done: 1, of: 1_000_000, rate: 12_345),
            "zhejiang/platforms  ░░░░░░░░░░░░░░░░░░░░    0%  12,000 members/s  1 min 21 s left"
        ),
        (.members(done: 5, of: 10, rate: nil), "zhejiang/platforms  ██████████░░░░░░░░░░   50%"),
        (
            .origins(done: 3, of: 30, rate: 0.004),
            "zhejiang/platforms  ██░░░░░░░░░░░░░░░░░░   10%  3 of 30 origins  1 h 52 min left"
        ),
        (.uncounted(learning: true, seconds: 3.4), "zhejiang/platforms  learning from published figures  3 s"),
        (.uncounted(learning: false, seconds: 61), "zhejiang/platforms  at work  1 min 1 s"),
        (.finishing(seconds: 9), "zhejiang/platforms  ████████████████████  finishing  9 s"),
    ])
    func progressSaysHowFarAndHowLongStill(state: ProgressText.State, line: String) {
        #expect(Self.text.line(state, width: 100) == line)
    }

    @Test(arguments: [79, 59, 39, 24, 12], Language.allCases)
    func progressNeverBreaksTheLine(width: Int, language: Language) {
        let text = ProgressText(label: "一个名字很长的情景 with a long name of its own", language: language)
        for state in [
            ProgressText.State.members(done: 999_999, of: 1_000_000, rate: 123_456), .finishing(seconds: 4000),
            .uncounted(learning: true, seconds: 100), .origins(done: 1, of: 3, rate: 0.1),
        ] { #expect(DisplayWidth.of(text.line(state, width: width)) <= width) }
    }

    @Test func progressSpeaksChineseAndPlainSigns() {
        let text = ProgressText(label: "platforms", language: .chinese, signs: .ascii)
        #expect(
            text.line(.members(done: 1, of: 2, rate: 0.01), width: 100)
                == "platforms  ##########..........   50%  每秒 0.01 个成员  剩余 1 分 40 秒")
    }
}
