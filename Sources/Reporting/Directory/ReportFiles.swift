import Goals

/// The files of a result directory, ready to be written.
public enum ReportFiles {
    /// Everything that one scenario's run leaves: projections, targets, charts, named industries, base year,
    /// judgements, what the loop of science and industry adds, record.
    ///
    /// - Parameters:
    ///   - folder: prefix of the paths, for several scenarios in one directory; empty for none.
    ///   - language: of the words on charts.
    ///   - byteOrderMark: for spreadsheets that would garble Chinese without it.
    public static func files(
        of result: ScenarioResult, record: RunRecord, folder: String = "", language: Language = .english,
        byteOrderMark: Bool = false
    ) -> [OutputFile] {
        let prefix = folder.isEmpty ? "" : folder + "/"
        // The largest first: it has most of the bytes.
        let projections = OutputFile(relativePath: prefix + "projections.csv") {
            ProjectionsTable.csv(of: result, model: "Milepost \(record.version)", byteOrderMark: byteOrderMark)
        }
        let charts = ChartCatalogue.charts(of: result, language: language)
        let tables = tables(of: result).map { path, table in
            OutputFile(relativePath: prefix + path, byteOrderMark: byteOrderMark, table: table)
        }
        let run = OutputFile(relativePath: prefix + "run.json") { Array(record.json(of: result).text.utf8) }
        return [projections] + charts.files(prefix: prefix, byteOrderMark: byteOrderMark) + tables + [run]
    }

    /// All tables of a run but the projections and those of charts.
    private static func tables(of result: ScenarioResult) -> [(path: String, table: @Sendable () -> DataTable)] {
        var tables: [(path: String, table: @Sendable () -> DataTable)] = [
            ("targets.csv", { TargetsTable.table(of: [result]) })
        ]
        if let learning = result.learning {
            tables.append(
                ("innovations.csv", { TrackTables.innovations(learning.vintages, excluded: learning.excluded) }))
        }
        if !result.themes.isEmpty { tables.append(("themes.csv", { ThemesTable.table(of: [result]) })) }
        if result.requirements.contains(where: { !$0.lines.isEmpty }) {
            tables.append(("requirements.csv", { RequirementsTable.table(of: [result]) }))
        }
        if let report = result.baseYear { tables.append(("base-year.csv", { BaseYearTable.table(of: report) })) }
        if !result.judgements.isEmpty { tables.append(("judgements.csv", { JudgementsTable.table(of: result) })) }
        if !result.loop.isEmpty { tables.append(("loop.csv", { LoopTable.table(of: result) })) }
        return tables
    }

    /// What following a scenario's odds leaves: their history, the figures, what to find out next, charts, record.
    public static func files(
        of result: TrackResult, record: RunRecord, language: Language = .english, byteOrderMark: Bool = false
    ) -> [OutputFile] {
        let vintages = result.steps.compactMap(\.vintage)
        let tables: [(path: String, table: @Sendable () -> DataTable)] = [
            ("track.csv", { TrackTables.track(result) }),
            ("innovations.csv", { TrackTables.innovations(vintages, excluded: result.excluded) }),
            ("next-figures.csv", { TrackTables.next(result.nextFigures) }),
        ]
        let run = OutputFile(relativePath: "run.json") { Array(record.json(of: result.last).text.utf8) }
        return tables.map { OutputFile(relativePath: $0, byteOrderMark: byteOrderMark, table: $1) }
            + ChartCatalogue.charts(of: result, language: language).files(byteOrderMark: byteOrderMark) + [run]
    }

    /// What trying a scenario's levers leaves: what each adds, charts of it, and the record.
    public static func files(
        of result: LeverTestResult, record: RunRecord, language: Language = .english, byteOrderMark: Bool = false
    ) -> [OutputFile] {
        let table = OutputFile(relativePath: "levers.csv", byteOrderMark: byteOrderMark) {
            LeversTable.table(of: result)
        }
        let run = OutputFile(relativePath: "run.json") { Array(record.json(of: result.together).text.utf8) }
        return [table] + ChartCatalogue.charts(of: result, language: language).files(byteOrderMark: byteOrderMark)
            + [run]
    }

    /// What a comparison leaves at the top of its directory.
    public static func files(
        of comparisons: [ComparisonResult], language: Language = .english, byteOrderMark: Bool = false
    ) -> [OutputFile] {
        let differences = OutputFile(relativePath: "comparison.csv", byteOrderMark: byteOrderMark) {
            ComparisonTable.table(of: comparisons)
        }
        let targets = OutputFile(relativePath: "comparison-targets.csv", byteOrderMark: byteOrderMark) {
            ComparisonTargetsTable.table(of: comparisons)
        }
        return [differences, targets]
            + ChartCatalogue.charts(of: comparisons, language: language).files(byteOrderMark: byteOrderMark)
    }
}
