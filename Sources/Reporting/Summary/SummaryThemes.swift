import Goals
import Scenarios

extension RunSummary {
    /// The named industries in two or three sentences.
    static func themesInShort(_ result: ScenarioResult, _ language: Language) -> String {
        let themes = result.themes
        let ordered = themes.sorted { $0.growth.p50 < $1.growth.p50 }
        let likeliest = themes.max { $0.doublingOdds.probability < $1.doublingOdds.probability }
        guard let slowest = ordered.first, let fastest = ordered.last, let likeliest else { return "" }
        let sound = themes.filter(\.weakSectors.isEmpty)
            .max { $0.doublingOdds.probability < $1.doublingOdds.probability }
        var values = [
            "name": name(of: slowest, language), "growth": HumanNumber.percent(slowest.growth.p50),
            "end": String(slowest.end), "count": language.number(themes.count),
            "low": HumanNumber.percent(slowest.growth.p50), "slowest": name(of: slowest, language),
            "high": HumanNumber.percent(fastest.growth.p50), "fastest": name(of: fastest, language),
            "needed": HumanNumber.percent(fastest.doublingGrowth), "odds": HumanNumber.odds(likeliest.doublingOdds),
            "likeliest": name(of: likeliest, language),
        ]
        var sentences = [language.text(themes.count == 1 ? ThemeLabel.openingOne : .opening, values)]
        if likeliest.weakSectors.isEmpty {
            sentences.append(language.text(ThemeLabel.doublingOdds, values))
        } else {
            values["weak"] = weakParts(of: likeliest, language)
            sentences.append(language.text(ThemeLabel.doublingOddsWeak, values))
            if let sound {
                sentences.append(
                    language.text(
                        ThemeLabel.doublingOddsSound,
                        ["odds": HumanNumber.odds(sound.doublingOdds), "likeliest": name(of: sound, language)]))
            }
        }
        if result.scenario.commitments.contains(where: { !$0.published.isEmpty }) {
            sentences.append(language.text(ThemeLabel.numbersElsewhere))
        }
        return language.sentences(sentences)
    }

    /// `27% instruments`: what an industry has in sectors that the table knows badly.
    private static func weakParts(of theme: ThemeResult, _ language: Language) -> String {
        theme.weakSectors.map { index in
            let sector = theme.sectors[index]
            return percent(theme.theme.weights[index]) + " "
                + language.name(sector.code.replacing("_", with: " "), chinese: sector.nameChinese)
        }.joined(separator: language.separator)
    }

    /// Where each named industry goes, then what it leans on: nothing where commitments name none.
    static func themes(_ result: ScenarioResult, on page: inout Page) {
        let themes = result.themes
        guard let first = themes.first else { return }
        let language = page.format.language
        let years = [
            "start": String(first.start), "end": String(first.end),
            "needed": HumanNumber.percent(first.doublingGrowth),
        ]
        page.heading(language.text(ThemeLabel.heading, years))
        page.table(table(of: themes, years, language))
        page.blank()
        page.paragraph(note(themes, years, language), style: .faint)
        if let sizes = sizes(themes, language) { page.paragraph(sizes, style: .faint) }
        page.paragraph(language.text(ThemeLabel.doubling, years))
        if let investment = doublingInvestment(themes, language) { page.paragraph(investment) }
        for aim in aims(result, language) { page.item(aim) }
        page.heading(language.text(ThemeLabel.leaning))
        page.paragraph(language.text(ThemeLabel.leaningNote), style: .faint)
        for theme in themes { page.item(leaning(theme, language)) }
    }

    private static func table(
        of themes: [ThemeResult], _ years: [String: String], _ language: Language
    ) -> TextTable {
        let sized = themes.contains { $0.size != nil }
        let unit = language.moneyUnit(like: themes.compactMap { $0.size?.last?.p50 }.max() ?? 0)
        var columns: [TextTable.Column] = [.text(language.text(ThemeLabel.industry), minimum: 14)]
        columns += [ThemeLabel.growth, .volume, .index].map { .number(language.text($0, years)) }
        if sized { columns.append(.number(language.text(ThemeLabel.size, years.merging(["unit": unit.name]) { $1 }))) }
        columns.append(.number(language.text(ThemeLabel.odds)))
        var table = TextTable(columns: columns)
        for theme in themes {
            let odds = [HumanNumber.probability(theme.doublingOdds), HumanNumber.error(theme.doublingOdds)]
            var cells = [
                ids(theme) + " " + name(of: theme, language), rates(theme.growth), rates(theme.volumeGrowth),
                range(theme.index.last, scale: 100),
            ]
            if sized { cells.append(range(theme.size?.last, scale: unit.scale)) }
            cells.append(odds.compactMap { $0 }.joined(separator: "\n"))
            table.append(cells.map { TextTable.Cell($0) })
        }
        return table
    }

    /// What the figures are, after who has a goal.
    private static func note(_ themes: [ThemeResult], _ years: [String: String], _ language: Language) -> String {
        let judged = Set(themes.flatMap(\.targets)).sorted()
        var sentences: [String] = []
        if !judged.isEmpty {
            sentences.append(language.text(ThemeLabel.besideTargets, ["list": language.list(judged)]))
        }
        if themes.contains(where: \.targets.isEmpty) {
            sentences.append(language.text(judged.isEmpty ? ThemeLabel.noTarget : .othersNoTarget))
        }
        sentences.append(language.text(ThemeLabel.note, years))
        return language.sentences(sentences)
    }

    /// Nil where every industry has a target and none a size: the targets say what is published.
    private static func sizes(_ themes: [ThemeResult], _ language: Language) -> String? {
        let published = themes.compactMap { theme in
            theme.theme.size.map { size in
                language.text(
                    size.isFloor ? ThemeLabel.sizeFloorItem : .sizeItem,
                    [
                        "name": name(of: theme, language), "value": language.exactMoney(size.value),
                        "year": String(size.year), "quality": size.quality.rawValue,
                    ])
            }
        }
        guard published.isEmpty else {
            let notes = themes.compactMap { theme in
                theme.theme.size.flatMap { size in
                    size.note.map {
                        name(of: theme, language) + (language == .english ? ": " : "：")
                            + language.name($0, chinese: size.noteChinese)
                    }
                }
            }
            let list = published.joined(separator: language.separator)
            return language.sentences([language.text(ThemeLabel.sizes, ["list": list])] + notes)
        }
        let others = themes.count { $0.targets.isEmpty }
        return others == 0 ? nil : language.text(others == themes.count ? ThemeLabel.noSize : .noSizeOfOthers)
    }

    /// What doubling takes at least and at most; nil where the scenario has no capital-output ratio.
    private static func doublingInvestment(_ themes: [ThemeResult], _ language: Language) -> String? {
        let ordered = themes.compactMap { theme in theme.doublingInvestment.map { (theme, $0) } }
            .sorted { $0.1.p50 < $1.1.p50 }
        guard let lowest = ordered.first, let highest = ordered.last, lowest.1.p50 > 0 else { return nil }
        func factor(_ value: Double) -> String { HumanNumber.fixed(value / lowest.1.p50, decimals: 2) }
        return language.text(
            ordered.count == 1 ? ThemeLabel.doublingInvestmentOne : .doublingInvestment,
            [
                "start": String(lowest.0.start), "low": HumanNumber.percent(lowest.1.p50),
                "high": HumanNumber.percent(highest.1.p50), "lowest": name(of: lowest.0, language),
                "highest": name(of: highest.0, language), "less": factor(lowest.1.p5), "more": factor(lowest.1.p95),
            ])
    }

    /// The sectors that make up most of it, and the inputs that it takes most of.
    private static func leaning(_ theme: ThemeResult, _ language: Language, shown: Int = 3) -> String {
        func sector(_ index: Int, _ scenario: [Sector]) -> String {
            language.name(scenario[index].code.replacing("_", with: " "), chinese: scenario[index].nameChinese)
        }
        // Chinese names of sectors are lists themselves.
        let separator = language == .english ? ", " : "，"
        let sectors = theme.leadingSectors.prefix(shown).map {
            sector($0.sector, theme.sectors) + " " + percent($0.weight)
        }
        let suppliers = theme.suppliers.prefix(shown).map { supplier in
            language.text(
                ThemeLabel.supplier,
                [
                    "name": sector(supplier.sector, theme.sectors),
                    "amount": HumanNumber.fixed(supplier.input, decimals: 2),
                    "share": percent(supplier.fromOutside / supplier.input),
                ])
        }
        return language.text(
            ThemeLabel.leansOn,
            [
                "ids": ids(theme), "name": name(of: theme, language),
                "sectors": (sectors + (theme.leadingSectors.count > shown ? ["…"] : [])).joined(separator: separator),
                "suppliers": suppliers.joined(separator: separator), "share": percent(theme.leakage),
            ])
    }

    // MARK: Words and figures

    private static func ids(_ theme: ThemeResult) -> String {
        (theme.targets + theme.commitments).joined(separator: ", ")
    }

    static func name(of theme: ThemeResult, _ language: Language) -> String {
        language.name(theme.theme.name, chinese: theme.theme.nameChinese)
    }

    private static func percent(_ share: Double) -> String { HumanNumber.fixed(100 * share, decimals: 0) + "%" }

    /// `4.9%`, below it `(1.2–8.9)`.
    private static func rates(_ growth: ThemeResult.Growth) -> String {
        func points(_ rate: Double) -> String { HumanNumber.fixed(100 * rate, decimals: 1) }
        return HumanNumber.percent(growth.p50) + "\n(\(HumanNumber.range(points(growth.p5), points(growth.p95))))"
    }

    private static func range(_ summary: Summary?, scale: Double) -> String {
        guard let summary else { return "–" }
        func text(_ value: Double) -> String { HumanNumber.threeDigits(value * scale) }
        return text(summary.p50) + "\n(\(HumanNumber.range(text(summary.p5), text(summary.p95))))"
    }
}
