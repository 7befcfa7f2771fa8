import Goals
import Scenarios

/// The part of a report about one scenario, section by section.
struct ReportChapter {
    let result: ScenarioResult
    let language: Language
    /// Before the ids of its sections, so that they differ from those of other scenarios.
    let prefix: String
    /// Of the headings of its sections.
    let level: Int
    let charts: ReportCharts

    var scenario: Scenario { result.scenario }
    var words: NoticeWords { NoticeWords(scenario, language) }

    /// All sections that the result has something for.
    var sections: [ReportDocument.Section] {
        let findings = [summary, targets, leaning].compactMap { $0 }
        let themes = page(.themes, of: { RunSummary.themes(result, on: &$0) })
        let pages = portfolios + [sectors].compactMap { $0 }
        let further = [
            page(.loop, of: { RunSummary.loop(result.loop, on: &$0) }),
            page(.judgements, of: { RunSummary.judgements(result.judgements, on: &$0) }),
        ]
        let background = [
            page(.satellites, of: { RunSummary.satellites(of: result, on: &$0) }),
            published,
            page(.commitments, of: { RunSummary.commitments(scenario.commitments, on: &$0) }),
            page(
                .baseYear, figures: ofTableRegion,
                of: { page in result.baseYear.map { RunSummary.baseYear($0, words.names, on: &page) } }),
            sources,
        ]
        // Where nothing is judged, where the named industries go is the answer.
        let isJudged = !result.targets.isEmpty
        return findings + (isJudged ? [] : [themes].compactMap { $0 }) + pages + further.compactMap { $0 }
            + (isJudged ? [themes] : []).compactMap { $0 } + background.compactMap { $0 }
    }

    func section(_ place: ReportPlace, _ title: String, _ blocks: [ReportBlock], suffix: String = "")
        -> ReportDocument.Section
    {
        ReportDocument.Section(id: prefix + place.rawValue + suffix, title: title, level: level, blocks: blocks)
    }

    /// What is written for the terminal as a section of its own; nil where that is nothing.
    func page(
        _ place: ReportPlace, figures: [ReportBlock] = [], of write: (inout Page) -> Void
    ) -> ReportDocument.Section? {
        var page = Page(format: TextFormat(language: language))
        write(&page)
        guard case .heading(let title) = page.blocks.first else { return nil }
        return section(
            place, title,
            ReportBlock.blocks(of: page, level: level + 1, caption: title, skipsFirstHeading: true) + figures)
    }

    /// What is written for the terminal, as blocks under another heading.
    func blocks(caption: String, of write: (inout Page) -> Void) -> [ReportBlock] {
        var page = Page(format: TextFormat(language: language))
        write(&page)
        return ReportBlock.blocks(of: page, level: level + 1, caption: caption)
    }
}

/// Sections by the names that links use.
enum ReportPlace: String {
    case summary, targets, leaning, portfolio, sectors, loop, judgements, themes, satellites, published, commitments
    case baseYear = "base-year"
    case sources, method, repeating, comparison
}
