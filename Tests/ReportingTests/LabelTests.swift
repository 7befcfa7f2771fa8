import Foundation
import Goals
import Reporting
import Scenarios
import Testing

@Suite struct LabelTests {
    @Test func everyLabelHasBothLanguagesWithTheSamePlaceholders() {
        for (label, english, chinese) in LabelCatalogue.all {
            #expect(!english.isEmpty && !chinese.isEmpty, "\(label)")
            #expect(placeholders(english) == placeholders(chinese), "\(label)")
            // A text of placeholders alone differs in their order only.
            let isOrder = chinese.replacing(/\{\w+\}/, with: "").isEmpty
            #expect(
                english == chinese || isOrder || chinese.unicodeScalars.contains { $0.value > 0x2E80 },
                "\(label) is not Chinese")
            #expect(
                !english.unicodeScalars.contains { (0x3000...0x9FFF).contains($0.value) }, "\(label) is not English")
        }
        #expect(Set(LabelCatalogue.all.map(\.name)).count == LabelCatalogue.all.count)
    }

    /// Names that Chinese texts take over as they are: of quantiles, methods, files, keys and commands.
    private static let taken: Set<String> = [
        "P5", "P10", "P90", "P95", "CRPS", "MASE", "SLQ", "RAS", "GRAS", "CSV", "Brier", "Sobol", "Miller", "Blair",
        "Lahr", "Dietzenbacher", "van", "der", "Linden", "Los", "Rasmussen", "delta", "csv", "json", "seeds", "README",
        "md", "targets", "scores", "PARTS", "DIRECTORY", "milepost", "merge", "regions", "check", "table", "balance",
        "track", "run", "observed", "learn", "value", "economy", "science", "science_to_industry", "false", "intensity",
        "conversion", "A", "B", "C", "U", "I", "II", "L", "w", "r", "s", "z", "e", "members", "out", "prior", "only",
        "as", "of", "inventory", "format", "Milepost", "charts", "SHA", "compare", "comparison", "projections", "P25",
        "P75",
    ]

    @Test func chineseTextsHaveNoEnglishWordsLeft() {
        for (label, _, chinese) in LabelCatalogue.all {
            let text = chinese.replacing(/\{\w+\}/, with: "")
            let words = text.matches(of: /[A-Za-z][A-Za-z0-9_]*/).map { String($0.output) }
            #expect(words.allSatisfy(Self.taken.contains), "\(label): \(words.filter { !Self.taken.contains($0) })")
            #expect(text.firstMatch(of: /[,;?]\s|[\u{4E00}-\u{9FFF}][,;:!?(]/) == nil, "\(label): \(text)")
        }
    }

    /// A catalogue that is not listed would escape the tests above.
    @Test func everyCatalogueIsListed() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Reporting/Wording").path
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        let declared = try files.flatMap { file in
            try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
                .matches(of: /enum (\w+): String, (?:CaseIterable, )?Wording/).map { String($0.output.1) }
        }
        #expect(declared.count > 15 && declared.sorted() == LabelCatalogue.names.sorted())
    }

    @Test(arguments: Language.allCases)
    func noPlaceholderIsLeftInASummary(language: Language) {
        let format = TextFormat(language: language)
        var result = Fixtures.zhejiang()
        result.notices = Self.notices
        let text =
            RunSummary.text(of: result, format: format, directory: "d", files: ["a"])
            + ComparisonSummary.text(of: [Fixtures.comparison()], format: format)
        #expect(!text.contains("{") && !text.contains("}"))
    }

    @Test func bracesInANameAreNotTakenForPlaceholders() {
        var result = Fixtures.zhejiang()
        result.scenario.name = "{region} {start}"
        #expect(RunSummary.text(of: result).hasPrefix("{region} {start} (zhejiang), 2022 to 2027\n"))
    }

    private func placeholders(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{\w+\}/).map { String($0.output) })
    }
}

// MARK: Notices

extension LabelTests {
    /// One of every kind.
    static let notices: [Notice] = matters.map { Notice(level: .note, matter: $0) }

    private static let matters: [Notice.Matter] =
        ofTargets + ofFigures + ofPortfolios + ofLevers + ofEconomy + ofComparisons

    private static let ofTargets: [Notice.Matter] = [
        .readingsDisagree(
            target: "over-500", headline: .init(reading: "nested", verdict: .open),
            others: [.init(reading: "separate", verdict: .remote)]),
        .outsideViewDisagrees(target: "total-output", odds: 0.5, achieved: 1, windows: 30, years: 4, growth: 0.2),
        .missingBase(
            target: "total-output", reading: nil, year: 2022, value: 5570, range: .init(p5: 3380, p95: 8480),
            display: Fixtures.money),
        .restatesInput(target: "total-output", input: .startingSize(portfolio: "platforms"), share: 0.9),
        .edgeOfVerdicts(target: "total-output", low: .unlikely, high: .open),
        .remark(target: "total-output", reading: nil, text: "A word", chinese: "一句话"),
        .furtherSeries(
            target: "total-output", reading: "main", label: "floor", labelChinese: "下限",
            figures: [.init(year: 2022, value: 5000, quality: .c)], display: Fixtures.money),
    ]

    private static let ofFigures: [Notice.Matter] = [
        .surprise(
            subject: "Output", subjectChinese: "总产出", year: 2023, value: 800, deviations: 3.1,
            expected: .init(p5: 300, p95: 500), display: Fixtures.money),
        .pricesUsed(years: [2023], rules: []), .shownOnly(start: 2022, subjects: ["total-output"]),
        .knownUntil(year: 2023), .nothingLearned(start: 2022),
    ]

    private static let ofPortfolios: [Notice.Matter] = [
        .withinSectors(portfolio: "platforms", growthOfRest: 0.04),
        .withinSectors(portfolio: "platforms", growthOfRest: nil),
        .exceedsSector(
            portfolio: "platforms", until: 2027, share: 0.03, sector: "electronics", shareOfSector: 0.02,
            growthOfRest: 0.05),
        .transit(theme: "无", parts: [.init(sector: "electronics", share: 0.2)]),
        .industryExceedsSector(theme: "无", year: 2022, sector: "electronics", ratio: 1.2),
        .entrants(portfolio: "platforms", start: 2022, end: 2027, share: 0.1, existing: 0.8),
        .startingSizesKept(portfolio: "platforms", share: 0.3),
    ]

    private static let ofLevers: [Notice.Matter] = [
        .idleLever("无", .startsInLastYear(2027)), .idleLever("无", .knowledgeIsOff),
        .idleLever("无", .noResearchToRaise(group: "electronics")), .idleLever("无", .conversionIsWhole),
        .idleLever("无", .noResearchNorSpillover(group: "electronics")),
        .award(lever: "无", paid: 0.6, budgetBinds: 0.2, capBinds: 0.1),
    ]

    private static let ofEconomy: [Notice.Matter] = [
        .incredibleGrowth(0.2), .unstableDraws(rejected: 12, members: 10_000),
        .balancingInventory(sectors: ["electronics"]), .reexports(sectors: ["electronics"]),
        .sobolPoints(coordinates: 20, others: 4, isPowerOfTwo: false),
    ]

    private static let ofComparisons: [Notice.Matter] = [
        .unsharedTargets(["total-output"]), .differentStarts(base: 2022, alternative: 2023),
        .sharedSeed(members: 10_000, seed: 7), .restsOnJudgements(["无"]),
        .differentGoals(
            target: "total-output",
            base: .init(goal: Fixtures.totalOutput.target.goal, deadline: 2027, display: Fixtures.money),
            alternative: .init(goal: Fixtures.totalOutput.target.goal, deadline: 2030, display: Fixtures.money)),
    ]

    private func lines(_ notice: Notice, _ language: Language) -> String {
        var result = Fixtures.zhejiang()
        result.notices = [notice]
        let text = RunSummary.text(of: result, format: TextFormat(width: 400, language: language))
        let lines = text.components(separatedBy: "\n")
        let start = lines.firstIndex(of: language == .english ? "To know" : "须知").map { $0 + 1 } ?? 0
        return lines[start...].prefix { !$0.isEmpty }.joined(separator: " ")
    }

    @Test(arguments: LabelTests.notices)
    func noticesAreWordedInBothLanguages(notice: Notice) {
        let (english, chinese) = (lines(notice, .english), lines(notice, .chinese))
        #expect(english.hasPrefix("- ") && chinese.hasPrefix("- ") && english != chinese)
        let words = chinese.replacing(/`[^`]*`|P5|P95|Sobol|false/, with: "").matches(of: /[A-Za-z]{2,}/)
        #expect(words.isEmpty, "\(chinese)")
    }
}

// MARK: Units

extension LabelTests {
    /// 亿元, as each language has it.
    @Test(arguments: [
        (25_000.0, "> 2.5 trillion CNY", "> 2.5 万亿元"), (10_000, "> 1 trillion CNY", "> 1 万亿元"),
        (9_000, "> 900 billion CNY", "> 9,000 亿元"), (384, "> 38.4 billion CNY", "> 384 亿元"),
        (3.5, "> 350 million CNY", "> 3.5 亿元"), (0.35, "> 35 million CNY", "> 3,500 万元"),
    ])
    func moneyIsPrintedInTheUnitsOfTheLanguage(goal: Double, english: String, chinese: String) {
        var result = Fixtures.zhejiang()
        result.targets = [Fixtures.totalOutput]
        result.targets[0].target.goal.value = goal
        for (language, expected) in [(Language.english, english), (.chinese, chinese)] {
            let text = RunSummary.text(of: result, format: TextFormat(width: 200, language: language))
            #expect(text.contains(expected + " "), "\(expected)")
        }
    }

    /// A row compares its figures, so the goal decides for all of them.
    @Test func figuresOfATargetShareTheUnitOfItsGoal() throws {
        var result = Fixtures.zhejiang()
        result.targets = [Fixtures.totalOutput]
        let english = RunSummary.text(of: result, format: TextFormat(width: 200))
        #expect(english.contains("0.806") && english.contains("1.49"))
        let chinese = RunSummary.text(of: result, format: TextFormat(width: 200, language: .chinese))
        #expect(chinese.contains("0.806") && chinese.contains("1.49"))
    }
}
