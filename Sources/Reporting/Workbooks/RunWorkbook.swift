import Goals
import Scenarios
import Workbooks

/// Workbooks of results: what the CSV files have, with an answer in front and charts that the spreadsheet draws.
public enum ResultWorkbook {
    /// Everything that runs of scenarios say. Of several each has a group of sheets, told apart by a number and the
    /// colour of their tabs, behind an overview of all.
    public static func workbook(
        of results: [(result: ScenarioResult, record: RunRecord)], language: Language
    ) -> Workbook {
        var names = SheetNames()
        var sheets: [Workbook.Sheet] = []
        if results.count > 1 {
            sheets.append(
                overview(results.map(\.result), name: names.name(language.text(WorkbookLabel.overview)), language))
        }
        sheets += groups(results, names: &names, language)
        return Workbook(
            title: title(of: results.map(\.result), language), created: results.first?.record.started ?? 0,
            sheets: sheets)
    }

    static func title(of results: [ScenarioResult], _ language: Language) -> String {
        results.map { language.name($0.scenario.name, chinese: $0.scenario.nameChinese) }
            .joined(separator: language.separator)
    }

    /// The sheets of each scenario.
    static func groups(
        _ results: [(result: ScenarioResult, record: RunRecord)], names: inout SheetNames, _ language: Language
    ) -> [Workbook.Sheet] {
        var sheets: [Workbook.Sheet] = []
        for (index, run) in results.enumerated() {
            let isAlone = results.count == 1
            var group = SheetGroup(
                prefix: isAlone ? "" : "\(index + 1) ",
                tab: isAlone ? nil : Workbook.Colour.distinct[index % Workbook.Colour.distinct.count], names: names,
                language: language)
            group.add(run.result, run.record)
            names = group.names
            sheets += group.sheets
        }
        return sheets
    }

    private static func overview(_ results: [ScenarioResult], name: String, _ language: Language) -> Workbook.Sheet {
        var page = SheetPage(name: name, title: name, tab: nil, language: language)
        SummarySheet.verdicts(results, on: &page)
        page.blank()
        list(results, on: &page)
        return page.finished()
    }

    /// Which sheets belong to which scenario.
    static func list(_ results: [ScenarioResult], on page: inout SheetPage) {
        let language = page.language
        for (index, result) in results.enumerated() {
            page.note(
                language.text(
                    WorkbookLabel.oneScenario,
                    [
                        "number": String(index + 1),
                        "name": language.name(result.scenario.name, chinese: result.scenario.nameChinese),
                    ]))
        }
    }
}

/// The sheets of one scenario.
struct SheetGroup {
    let prefix: String
    let tab: Workbook.Colour?
    var names: SheetNames
    let language: Language
    private(set) var sheets: [Workbook.Sheet] = []

    init(prefix: String, tab: Workbook.Colour?, names: SheetNames, language: Language) {
        self.prefix = prefix
        self.tab = tab
        self.names = names
        self.language = language
    }

    mutating func add(_ result: ScenarioResult, _ record: RunRecord) {
        add(.summary) { SummarySheet.sheet(of: result, name: $0, tab: $1, $2) }
        if !result.targets.isEmpty { add(TargetsTable.table(of: [result]), as: .targets, bars: "odds") }
        addFans(of: result)
        addPortfolios(of: result)
        addTables(of: result)
        add(.sources) { SourcesSheet.sheet(of: result, name: $0, tab: $1, $2) }
        add(.assumptions) { AssumptionSheet.sheet(of: result, name: $0, tab: $1, $2) }
        let projections = ProjectionsTable.table(of: result, model: "")
            .pivoted(keys: ["variable", "unit", "year"], statistic: "statistic", values: ["value"])
        add(projections, as: .projections, notes: [language.text(WorkbookLabel.projectionsNote)])
        add(.about) { AboutSheet.sheet(of: result, record: record, name: $0, tab: $1, $2) }
    }

    private mutating func addFans(of result: ScenarioResult) {
        let fans = FanSheet.fans(of: result, language)
        if !fans.isEmpty {
            add(.fans) { FanSheet.sheet(fans, name: $0, notes: [$2.text(WorkbookLabel.fanNote)], tab: $1, $2) }
        }
        add(.metBy) { TableSheets.metBy(of: result, name: $0, tab: $1, $2) }
        if !result.themes.isEmpty {
            add(ThemesTable.table(of: [result]), as: .industries)
            let paths = FanSheet.themes(of: result, language)
            add(.industryPaths) { FanSheet.sheet(paths, name: $0, notes: [], tab: $1, $2) }
        }
    }

    private mutating func addPortfolios(of result: ScenarioResult) {
        for ranking in result.rankings where !ranking.units.isEmpty {
            add(.portfolios) { TableSheets.ranking(ranking, of: result, name: $0, tab: $1, $2) }
        }
        add(.sectors) { TableSheets.sectors(of: result, name: $0, tab: $1, $2) }
        add(.contributions) { ContributionSheet.sheet(of: result, name: $0, tab: $1, $2) }
    }

    private mutating func addTables(of result: ScenarioResult) {
        if let drivers = DriverCharts.table(of: result) {
            add(drivers, as: .drivers, notes: [language.text(WorkbookLabel.driversNote)], bars: "share_of_variance")
        }
        if result.requirements.contains(where: { !$0.lines.isEmpty }) {
            add(RequirementsTable.table(of: [result]), as: .requirements)
        }
        if !result.judgements.isEmpty { add(JudgementsTable.table(of: result), as: .judgements) }
        if !result.loop.isEmpty { add(LoopTable.table(of: result), as: .loop) }
        if let learning = result.learning {
            add(TrackTables.innovations(learning.vintages, excluded: learning.excluded), as: .learned)
        }
        if let report = result.baseYear { add(BaseYearTable.table(of: report), as: .baseYear) }
    }

    /// A table as it is, but for columns that are empty.
    mutating func add(
        _ table: DataTable, as label: WorkbookLabel, notes: [String]? = nil, bars: String? = nil
    ) {
        guard !table.rows.isEmpty else { return }
        add(label) { name, tab, language in
            TableSheets.plain(
                table.withoutEmptyColumns(), name: name, notes: notes ?? [language.text(WorkbookLabel.fullPrecision)],
                bars: bars, tab: tab, language)
        }
    }

    mutating func add(
        _ label: WorkbookLabel, _ make: (String, Workbook.Colour?, Language) -> Workbook.Sheet?
    ) {
        var taken = names
        let name = taken.name(prefix + language.text(label))
        guard let sheet = make(name, tab, language) else { return }
        names = taken
        sheets.append(sheet)
    }
}
