import Goals
import Scenarios

extension ReportChapter {
    /// Units that a table of a report takes; the files of a run have all.
    private static var mostUnits: Int { PortfolioCharts.most }

    /// A page per portfolio that is ranked.
    var portfolios: [ReportDocument.Section] {
        // A portfolio of one unit has nothing to rank: its target has a card.
        result.rankings.filter { $0.units.count > 1 }.map { ranking in
            let portfolio = scenario.portfolios.first { $0.id == ranking.portfolio }
            let name = language.name(portfolio?.name ?? ranking.portfolio, chinese: portfolio?.nameChinese)
            let left = ranking.units.count - Self.mostUnits
            let note = left > 0 ? language.text(ReportLabel.moreUnits, ["count": String(left)]) : nil
            return section(
                .portfolio, language.text(ReportLabel.portfolio, ["name": name]),
                charts.blocks("ranking-" + ranking.portfolio) + [.table(table(of: ranking, name: name))]
                    + [note].compactMap { $0 }.map { .paragraph(ReportText($0, tone: .faint)) },
                suffix: "-" + ranking.portfolio)
        }
    }

    private func table(of ranking: PortfolioRanking, name: String) -> ReportTable {
        let thresholds = ranking.units[0].oddsOver.map(\.threshold)
        let money = ReportMoney(language: language, largest: ranking.units[0].atYear.p50)
        var columns = [
            ReportTable.Column(title: language.text(ReportLabel.unit), isNumber: false),
            .init(title: String(scenario.start), isNumber: true),
            .init(title: "\(ranking.year)\n" + language.text(.atDeadline), isNumber: true),
        ]
        columns += thresholds.map {
            .init(title: language.text(ReportLabel.above, ["value": money.text($0)]), isNumber: true)
        }
        let rows = ranking.units.prefix(Self.mostUnits).enumerated().map { index, unit in
            let name = language.name(of: unit)
            var cells = [
                ReportTable.Cell("\(index + 1). \(name)"),
                ReportTable.Cell(money.number(unit.start.p50), isNumber: true),
                ReportTable.Cell(money.range(unit.atYear), isNumber: true),
            ]
            cells += thresholds.map { threshold in
                let share = unit.oddsOver.first { $0.threshold == threshold }.map {
                    HumanNumber.probability(odds($0.probability))
                }
                return ReportTable.Cell(share ?? "–", isNumber: true)
            }
            return ReportTable.Row(cells)
        }
        return ReportTable(
            caption: language.text(
                ReportLabel.portfolioTable, ["name": name, "year": String(ranking.year), "unit": money.unit]),
            columns: columns, rows: rows)
    }

    /// A share of the members, with the error of so many.
    private func odds(_ share: Double) -> Odds {
        let error = (share * (1 - share) / Double(result.members)).squareRoot()
        return Odds(probability: share, standardError: error, members: result.members)
    }

    /// Value added by sector, its growth, and what each adds to that of the region; nil without sectors.
    var sectors: ReportDocument.Section? {
        guard let contributions = ContributionTable.table(of: result), let last = contributions.rows.last else {
            return nil
        }
        let end = scenario.end
        let largest = scenario.sectors.compactMap { sector in
            result.variables.first { $0.name == "Value Added|" + sector.name }?.years.last?.summary?.p50
        }.max()
        let money = ReportMoney(language: language, largest: largest ?? 0)
        let columns = [
            ReportTable.Column(title: language.text(ReportLabel.sector), isNumber: false),
            .init(title: String(scenario.start), isNumber: true),
            .init(title: "\(end)\n" + language.text(.atDeadline), isNumber: true),
            .init(title: language.text(ReportLabel.growth), isNumber: true),
            .init(title: language.text(ReportLabel.points), isNumber: true),
        ]
        let rows = scenario.sectors.enumerated().compactMap { index, sector -> ReportTable.Row? in
            guard let variable = result.variables.first(where: { $0.name == "Value Added|" + sector.name }),
                let first = variable.years.first?.summary, let now = variable.years.last?.summary
            else { return nil }
            let points: String =
                if case .number(let value) = last[index + 2] {
                    HumanNumber.signed(value, decimals: 1)
                } else {
                    "–"
                }
            return ReportTable.Row([
                .init(language.fullName(of: sector)),
                .init(money.number(first.p50), isNumber: true), .init(money.range(now), isNumber: true),
                .init(growth(from: first.p50, to: now.p50), isNumber: true), .init(points, isNumber: true),
            ])
        }
        let table = ReportTable(
            caption: language.text(ReportLabel.sectorTable, ["unit": money.unit]), columns: columns, rows: rows)
        let note = language.text(ReportLabel.sectorNote, ["start": String(scenario.start), "end": String(end)])
        var blocks = charts.blocks("sectors") + charts.blocks("contributions")
        blocks.append(.table(table))
        blocks += ofTableRegion
        blocks.append(.paragraph(ReportText(note, tone: .faint)))
        return section(.sectors, sectorTitle, blocks)
    }

    /// A city driven by the table of its province must not read as if the province's sectors were its own.
    private var sectorTitle: String {
        guard let region = RequirementWords.tableRegion(of: scenario, language) else {
            return language.text(ReportLabel.sectors)
        }
        return language.text(ReportLabel.sectorsOf, ["region": region])
    }

    /// Whose figures these are, where they are not those of the scenario's region.
    var ofTableRegion: [ReportBlock] {
        guard let region = RequirementWords.tableRegion(of: scenario, language) else { return [] }
        return [.paragraph(ReportText(language.text(SatelliteLabel.tableRegion, ["region": region])))]
    }

    private func growth(from first: Double, to last: Double) -> String {
        HumanNumber.percent(compoundGrowth(from: first, to: last, years: scenario.end - scenario.start))
    }

    /// What the model says of years that figures exist for, with the charts of what is followed.
    var published: ReportDocument.Section? {
        page(
            .published, figures: result.tracked.flatMap { charts.blocks("tracked-" + $0.indicator.id, isSmall: true) },
            of: { RunSummary.sinceBaseYear(result, on: &$0) })
    }
}
