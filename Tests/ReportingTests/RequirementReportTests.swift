import Goals
import Reporting
import Scenarios
import Testing

@Suite struct RequirementReportTests {
    private func line(
        _ kind: Requirement.Kind, _ needed: Double, of available: Double?, limit: Bool = true,
        against: AvailableAmount? = nil, rest: Double? = nil, start: Double? = nil
    ) -> Requirement {
        func range(_ value: Double) -> Requirement.Range { .init(p5: 0.9 * value, p50: value, p95: 1.2 * value) }
        let measure: Measure = if case .units = kind { .units("firms", chinese: "家企业") } else { .money }
        return Requirement(
            kind: kind, measure: measure, needed: .init(p5: needed, p50: needed, p95: needed),
            available: available.map(range), against: against, quality: .c, source: "test, \"quoted\"", isLimit: limit,
            growthOfRest: rest, start: start.map(range))
    }

    private let fund = AvailableAmount(
        id: "fund", name: "the fund", nameChinese: "基金", purpose: .investment,
        amount: RequirementFigure(low: 1, central: 1, high: 1, quality: .a, source: nil), isLimit: false, targets: nil)

    private func result(_ lines: [Requirement], missing: [String] = []) -> ScenarioResult {
        var result = Fixtures.zhejiang()
        result.requirements = [
            TargetRequirements(
                target: Fixtures.target("total-output"), verdict: .remote, lines: lines, missing: missing)
        ]
        return result
    }

    private func section(_ result: ScenarioResult, _ language: Language = .english) -> String {
        let text = RunSummary.text(of: result, format: TextFormat(language: language))
        let heading = language == .english ? "\nWhat it would take\n" : "\n达到目标所需\n"
        guard let start = text.range(of: heading) else { return "" }
        return String(text[start.upperBound...].prefix { _ in true }).replacing("\n  ", with: " ")
    }

    @Test("Sentences say what cannot be, and by how much")
    func findings() {
        let text = section(
            result([
                line(.investment, 1800, of: 1000), line(.investment, 900, of: 300, limit: false, against: fund),
                line(.research, 130, of: 100), line(.sectors(whole: nil), 3600, of: 3000, rest: -0.05),
                line(.sectors(whole: "manufacturing"), 90, of: 100, rest: 0.013),
                line(.sectors(whole: "all"), 200, of: 100, rest: -1), line(.sector("electronics"), 240, of: 100),
                line(.unit(rank: 12), 1000, of: 300, start: 200), line(.unit(rank: 23), 500, of: 100, start: 90),
                line(.unit(rank: 1), 900, of: 200, start: 90),
                line(.otherUnits(count: 20), 500, of: 500, limit: false),
                line(.otherUnits(count: 1), 500, of: 500, limit: false),
                line(.unit(rank: 1), 1000, of: 300, start: 200),
                line(.units(hasEntry: false), 9, of: 3), line(.units(hasEntry: true), 10, of: 4),
                line(.satellite("jobs"), 24, of: 10), line(.landPerUnit, 30, of: 20, limit: false, against: fund),
            ]))
        for sentence in [
            "the net investment needed is 1.8 times all fixed capital formation of the region.",
            "the net investment needed is 3.0 times the fund.",
            "the R&D that goes with its output is 1.3 times all R&D of the region.",
            "if the output of its sectors grows as projected and the goal is met, the rest of it has to shrink, by 5.0% a year.",
            "if manufacturing grows as projected and the goal is met, the rest of it is left with 1.3% a year.",
            "the goal alone is more than the economy is projected to be.",
            "its part in electronics, its units growing in proportion, would be 2.4 times the whole output of that sector.",
            "the 12th largest unit has to reach 100 billion CNY; it had 20 in 2022, and is projected at 30, 36 at the P95.",
            "the 23rd largest unit", "the largest unit has to reach 90 billion CNY",
            "it leaves 50 billion CNY on average to each of the other 20 units, 1.0 times the threshold of 50",
            "it leaves 50 billion CNY to the other unit, 1.0 times the threshold of 50 that it is not counted above",
            "the largest unit has to reach 100 billion CNY",
            "it needs 9 units above the threshold; there are only 3 units, and no entry.",
            "it needs 10 units above the threshold; there can be only 4, with all that may enter.",
            "the figure for jobs that goes with its output is 2.4 times that of all of the region.",
            "the land of one of its units is 1.5 times the fund, per unit.",
        ] {
            #expect(text.contains(sentence), "\(sentence)")
        }
    }

    @Test("Growth that contradicts is shown and marked, also where what is projected does not grow")
    func growth() {
        for (projected, ratio) in [(0.05, "1.8 !"), (-0.02, "– !")] {
            let growing = result([line(.growth, 0.09, of: projected), line(.research, 30, of: 100)])
            let text = section(growing)
            #expect(text.contains("Growth a year, against what is projected") && text.contains(ratio))
            #expect(text.contains("it needs 9.0% a year, more than the P95 of what is projected"))
            #expect(!text.contains("R&D, of all"))
            let csv = String(decoding: RequirementsTable.table(of: [growing]).csv(), as: UTF8.self)
            #expect(csv.contains("it needs 9.0% a year"))
        }
    }

    @Test("Units of measure are in the reader's language")
    func units() {
        var growth = line(.growth, 0.09, of: 0.05)
        growth.measure = .percentagePerYear
        var units = line(.units(hasEntry: false), 9, of: 3)
        units.measure = .other("units")
        let text = section(result([growth, units]), .chinese)
        #expect(text.contains("[%/年]") && text.contains("[个]") && !text.contains("units"))
    }

    @Test("Figures of the table's region are not called those of the scenario's")
    func tableRegion() {
        var result = result([
            line(.research, 130, of: 100), line(.sectors(whole: nil), 90, of: 100, rest: 0.013),
            line(.investment, 900, of: 300, against: fund),
        ])
        result.scenario.economy.tableRegion = "hunan"
        result.scenario.economy.tableRegionChinese = "湖南"
        let text = section(result).components(separatedBy: "Since the base year")[0]
        #expect(
            text.contains("the R&D that goes with its output is 1.3 times all R&D of Hunan, whose table drives this."))
        #expect(text.contains("if the output of its sectors in Hunan grows as projected"))
        #expect(!text.contains("the region"))
        #expect(section(result, .chinese).contains("湖南（其投入产出表驱动本情景）研发经费"))
        let table = RequirementsTable.table(of: [result])
        let column = RequirementsTable.table(of: []).columns.firstIndex(of: "available")!
        #expect(table.rows.map { $0[column] } == [.text("hunan"), .text("hunan"), .text("fund")])
        result.scenario.economy.tableRegion = result.scenario.region
        #expect(section(result).contains("all R&D of the region"))
    }

    @Test("A goal of one unit is not a plural")
    func oneUnit() {
        var result = Fixtures.zhejiang()
        #expect(RunSummary.text(of: result).contains("≥ 10 platforms"))
        result.targets[1].target.goal.value = 1
        let text = RunSummary.text(of: result)
        #expect(text.contains("≥ 1 platform") && !text.contains("≥ 1 platforms"))
    }

    @Test("What is within reach is not shown, but for the line that comes nearest")
    func nearest() {
        let lines = [
            line(.growth, 0.11, of: 0.1), line(.investment, 10, of: 1000), line(.research, 30, of: 100),
            line(.land, 5, of: nil, limit: false),
        ]
        let text = section(result(lines, missing: ["requirements.land"]))
        #expect(text.contains("R&D, against all R&D of the region") && text.contains("0.3"))
        #expect(!text.contains("Net investment a year") && !text.contains("Growth a year, against"))
        #expect(text.contains("Left out for want of keys: requirements.land."))
    }

    @Test("Likely targets take no space")
    func likely() {
        var result = result([line(.investment, 1800, of: 1000)])
        result.requirements[0].verdict = .likely
        #expect(section(result).isEmpty)
    }

    @Test(arguments: Language.allCases)
    func everyLineFitsAndIsFilledIn(language: Language) {
        let kinds: [Requirement.Kind] = [
            .growth, .investment, .research, .satellite("jobs"), .sectors(whole: nil), .sectors(whole: "all"),
            .sector("electronics"), .land, .landPerUnit, .unit(rank: 1), .units(hasEntry: true), .otherUnits(count: 3),
        ]
        let all = result(
            kinds.map { line($0, 20, of: 10, rest: 0.1, start: 3) }
                + [.investment, .research, .satellite("jobs"), .land].map { line($0, 20, of: 10, against: fund) })
        let text = section(all, language)
        #expect(!text.isEmpty && !text.contains("{"))
        let table = RequirementsTable.table(of: [all])
        #expect(table.rows.count == 16)
        let csv = String(decoding: table.csv(), as: UTF8.self)
        #expect(csv.contains("\"test, \"\"quoted\"\"\""))
        #expect(csv.split(separator: "\r\n").dropFirst().allSatisfy { $0.contains(",true,true,") })
    }
}
