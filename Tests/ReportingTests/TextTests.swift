import Goals
import Reporting
import TestSupport
import Testing

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("abc", 3), ("万亿元", 6), ("2.5 万亿元", 10), ("e\u{301}", 1), ("浙江“万亩”", 10), ("ＡＢ", 4), ("👩‍👩‍👧", 2),
        ("🇨🇳", 2), ("❤️", 2), ("\u{200B}", 0), ("한글", 4), ("", 0), ("±…–≥≈→·−", 8),
        ("░▒━×●█▁▇", 8), ("a\u{301}\u{323}", 1), ("👍🏽", 2), ("（一）", 6), ("🫸", 2),
    ])
    func columnsAreThoseOfATerminal(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    /// Whether a text is read by its bytes or by its characters.
    @Test func columnsOfATextAreThoseOfItsCharacters() {
        for value in UInt32(0)...0x33FF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for text in ["\(scalar)", "a\(scalar)b", "≥\(scalar)"] {
                let columns = text.reduce(0) { $0 + DisplayWidth.of($1) }
                #expect(DisplayWidth.of(text) == columns, "U+\(String(value, radix: 16))")
            }
        }
    }
}

@Suite struct SummaryTextTests {
    /// The text without its line breaks.
    private func unwrapped(_ text: String) -> String { text.replacing(/\n */, with: " ") }

    @Test(arguments: [(Language.english, "run-en.txt"), (.chinese, "run-zh.txt")])
    func runSummaryReadsAsRecorded(language: Language, snapshot: String) throws {
        let text = RunSummary.text(
            of: Fixtures.zhejiang(), format: TextFormat(language: language), directory: "results/zhejiang",
            files: ["projections.csv", "targets.csv", "charts/a.csv", "charts/b.csv", "run.json"])
        try expectSnapshot(text, snapshot)
    }

    @Test(arguments: [(Language.english, "compare-en.txt"), (.chinese, "compare-zh.txt")])
    func comparisonReadsAsRecorded(language: Language, snapshot: String) throws {
        let text = ComparisonSummary.text(of: [Fixtures.comparison()], format: TextFormat(language: language))
        try expectSnapshot(text, snapshot)
    }

    @Test(arguments: [40, 60, 80, 132], Language.allCases)
    func noLineIsWiderThanTheTerminal(width: Int, language: Language) {
        let format = TextFormat(width: width, language: language)
        let text =
            RunSummary.text(of: Fixtures.zhejiang(), format: format, directory: "results/a", files: ["targets.csv"])
            + ComparisonSummary.text(of: [Fixtures.comparison()], format: format)
        for line in text.split(separator: "\n") {
            #expect(DisplayWidth.of(line) <= width, "\(line)")
            #expect(!line.hasSuffix(" "), "\(line)")
        }
    }

    @Test func colourAddsNothingButColour() {
        let plain = RunSummary.text(of: Fixtures.zhejiang())
        let coloured = RunSummary.text(of: Fixtures.zhejiang(), format: TextFormat(colour: .palette))
        #expect(!plain.contains("\u{1B}"))
        #expect(coloured.contains("\u{1B}[1;38;5;208mremote"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }

    @Test func readingsThatDisagreeAreSaidFirst() throws {
        let lines = RunSummary.text(of: Fixtures.zhejiang()).split(separator: "\n")
        #expect(lines[2].contains("How a target is read decides its verdict for one of four"))
    }

    @Test func howReadingsDecideReadsWellForOneSomeAndAll() {
        var result = Fixtures.zhejiang()
        func opening() -> Substring { RunSummary.text(of: result).split(separator: "\n")[2] }
        result.targets = [Fixtures.overFiveHundred]
        #expect(opening() == "How the target is read decides its verdict:")
        result.targets = [Fixtures.overFiveHundred, Fixtures.overFiveHundred]
        #expect(opening() == "How a target is read decides its verdict for all two:")
        result.targets.append(Fixtures.totalOutput)
        #expect(opening() == "How a target is read decides its verdict for two of three:")
    }

    @Test func oddsBelongToTheDeadlineAndItsRangeStandsBesideIt() {
        let cell = /by 2027\n +\(2026–2027\)/
        #expect(RunSummary.text(of: Fixtures.zhejiang()).contains(cell))
    }

    @Test func sharesOfInputsAreNotAddedUp() {
        let text = unwrapped(RunSummary.text(of: Fixtures.zhejiang()))
        let sentence =
            "All inputs together explain 83% of the spread, the unverified ones 78%; the rest is the luck of years, sectors and units, and what is drawn unit by unit."
        #expect(text.contains("growth of export 11%. " + sentence))
    }

    @Test func whatNothingExplainsAndWhatInputsExplainWhollyAreSaidWithoutARest() {
        var result = Fixtures.zhejiang()
        result.targets = [Fixtures.totalOutput]
        result.targets[0].readings[0].explained = 0.9999
        result.targets[0].readings[0].explainedByUnverified = nil
        let text = unwrapped(RunSummary.text(of: result))
        #expect(text.contains("together explain 100% of the spread."))
        result.targets[0].readings[0].explained = nil
        #expect(!RunSummary.text(of: result).contains("inputs together"))
    }

    @Test func figuresSinceTheBaseYearAreCountedInsideAndOutside() {
        var result = Fixtures.zhejiang()
        #expect(
            unwrapped(RunSummary.text(of: result)).contains(
                "1 of 2 published figures since 2022 lies inside P5 to P95."))
        result.tracked[0].points[3].rank = 0.5
        #expect(unwrapped(RunSummary.text(of: result)).contains("All 2 published figures since 2022 lie inside"))
        result.tracked[0].points.removeLast(2)
        #expect(unwrapped(RunSummary.text(of: result)).contains("The only published figure since 2022 lies inside"))
        result.tracked.removeFirst()
        #expect(!unwrapped(RunSummary.text(of: result)).contains("Since the base year"))
    }

    @Test func judgementsSayWhatTheyMoveAndWhatNot() {
        let text = unwrapped(RunSummary.text(of: Fixtures.zhejiang()))
        #expect(
            text.contains(
                "- Weak orders (because order books are thin). It moves “Total output of all platforms” from 8.2% to 3.2% (median 1.54 to 1.49 trillion CNY). No clear change for “Platforms above 1,000 亿元”."
            ))
        #expect(
            text.contains(
                "- more (because new plants open). It moves “Platforms above 1,000 亿元” from a median of 2 to 3 platforms. No clear"
            ))
        #expect(text.contains("- All together. It moves “Total output of all platforms” from"))
        var plain = Fixtures.zhejiang()
        plain.judgements = []
        #expect(!RunSummary.text(of: plain).contains("Judgements"))
    }

    @Test func differentGoalsAreSaidBeforeTheOdds() throws {
        var comparison = Fixtures.comparison()
        comparison.notices.append(Notice(level: .warning, matter: .differentStarts(base: 2022, alternative: 2023)))
        let text = ComparisonSummary.text(of: [comparison])
        let warning = try #require(text.range(of: "- Warning: The scenarios start in different years"))
        let odds = try #require(text.range(of: "The verdict changes"))
        let note = try #require(text.range(of: "To know"))
        #expect(warning.upperBound < odds.lowerBound && odds.lowerBound < note.lowerBound)
    }

    @Test func oddsOfZeroAndOneArePrintedAsBounds() {
        let text = RunSummary.text(of: Fixtures.zhejiang())
        #expect(text.contains("< 0.01%"))
        #expect(text.contains("> 99.99%"))
        #expect(text.contains("3.2%"))
        #expect(!text.contains(" 0.0%"))
    }

    @Test func nameWithControlCharactersCannotDriveTheTerminal() {
        var result = Fixtures.zhejiang()
        result.scenario.name = "evil\u{1B}[2J\u{7}\u{202E}name"
        result.notices = [
            Notice(
                level: .warning,
                matter: .remark(target: "t", reading: nil, text: "\u{9B}31m", chinese: nil))
        ]
        let text = RunSummary.text(of: result)
        #expect(text.contains("evil[2Jname"))
        #expect(!text.unicodeScalars.contains { $0.value != 10 && ($0.value < 32 || (0x7F...0x9F).contains($0.value)) })
    }

    @Test func scenarioWithoutTargetsSaysSo() {
        var result = Fixtures.zhejiang()
        result.targets = []
        result.jointOdds = nil
        #expect(RunSummary.text(of: result).contains("states no target"))
    }

    @Test func oneTargetIsOneSentence() {
        var result = Fixtures.zhejiang()
        result.targets = [Fixtures.totalOutput]
        #expect(RunSummary.text(of: result).contains("The target is remote: 3.2% ± 0.2."))
    }
}
