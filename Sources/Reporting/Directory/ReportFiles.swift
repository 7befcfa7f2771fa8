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
    ///   - threads: among which the files are shared out.
    public static func files(
        of result: ScenarioResult, record: RunRecord, folder: String = "", language: Language = .english,
        byteOrderMark: Bool = false, threads: Int = 1
    ) -> [OutputFile] {
        let prefix = folder.isEmpty ? "" : folder + "/"
        // The largest first, beside all others together: projections.csv has most of the bytes.
        let largest = { @Sendable () -> [OutputFile] in
            let table = ProjectionsTable.table(of: result, model: "Milepost \(record.version)")
            return [
                OutputFile(relativePath: prefix + "projections.csv", bytes: table.csv(byteOrderMark: byteOrderMark))
            ]
        }
        let others = { @Sendable () -> [OutputFile] in
            tables(of: result).map { path, table in
                OutputFile(relativePath: prefix + path, bytes: table.csv(byteOrderMark: byteOrderMark))
            } + [OutputFile(relativePath: prefix + "run.json", text: record.json(of: result).text)]
        }
        let charts = { @Sendable () -> [OutputFile] in
            ChartCatalogue.charts(of: result, language: language).files(prefix: prefix, byteOrderMark: byteOrderMark)
        }
        let parts = [largest, charts, others]
        return concurrently(parts.count, threads: threads) { parts[$0]() }.flatMap { $0 }
    }

    /// All tables of a run but the projections and those of charts.
    private static func tables(of result: ScenarioResult) -> [(path: String, table: DataTable)] {
        var tables = [("targets.csv", TargetsTable.table(of: [result]))]
        if let learning = result.learning {
            tables.append(
                ("innovations.csv", TrackTables.innovations(learning.vintages, excluded: learning.excluded)))
        }
        if !result.themes.isEmpty { tables.append(("themes.csv", ThemesTable.table(of: [result]))) }
        if result.requirements.contains(where: { !$0.lines.isEmpty }) {
            tables.append(("requirements.csv", RequirementsTable.table(of: [result])))
        }
        if let report = result.baseYear { tables.append(("base-year.csv", BaseYearTable.table(of: report))) }
        if !result.judgements.isEmpty { tables.append(("judgements.csv", JudgementsTable.table(of: result))) }
        if !result.loop.isEmpty { tables.append(("loop.csv", LoopTable.table(of: result))) }
        return tables
    }

    /// What following a scenario's odds leaves: their history, the figures, what to find out next, charts, record.
    public static func files(
        of result: TrackResult, record: RunRecord, language: Language = .english, byteOrderMark: Bool = false,
        threads: Int = 1
    ) -> [OutputFile] {
        let vintages = result.steps.compactMap(\.vintage)
        let tables: [(path: String, table: DataTable)] = [
            ("track.csv", TrackTables.track(result)),
            ("innovations.csv", TrackTables.innovations(vintages, excluded: result.excluded)),
            ("next-figures.csv", TrackTables.next(result.nextFigures)),
        ]
        let charts = ChartCatalogue.charts(of: result, language: language)
        return tables.map { path, table in
            OutputFile(relativePath: path, bytes: table.csv(byteOrderMark: byteOrderMark))
        } + charts.files(byteOrderMark: byteOrderMark, threads: threads) + [
            OutputFile(relativePath: "run.json", text: record.json(of: result.last).text)
        ]
    }

    /// What trying a scenario's levers leaves: what each adds, charts of it, and the record.
    public static func files(
        of result: LeverTestResult, record: RunRecord, language: Language = .english, byteOrderMark: Bool = false,
        threads: Int = 1
    ) -> [OutputFile] {
        let charts = ChartCatalogue.charts(of: result, language: language)
        let table = OutputFile(
            relativePath: "levers.csv", bytes: LeversTable.table(of: result).csv(byteOrderMark: byteOrderMark))
        return [table] + charts.files(byteOrderMark: byteOrderMark, threads: threads) + [
            OutputFile(relativePath: "run.json", text: record.json(of: result.together).text)
        ]
    }

    /// What a comparison leaves at the top of its directory.
    public static func files(
        of comparisons: [ComparisonResult], language: Language = .english, byteOrderMark: Bool = false, threads: Int = 1
    ) -> [OutputFile] {
        let charts = ChartCatalogue.charts(of: comparisons, language: language)
        return [
            ("comparison.csv", ComparisonTable.table(of: comparisons)),
            ("comparison-targets.csv", ComparisonTargetsTable.table(of: comparisons)),
        ].map { path, table in OutputFile(relativePath: path, bytes: table.csv(byteOrderMark: byteOrderMark)) }
            + charts.files(byteOrderMark: byteOrderMark, threads: threads)
    }
}
