import Mustache

/// The templates of a report.
///
/// `{{…}}` escapes; `{{{…}}}` is for our own drawings and style alone. A name with a stop before it is looked for in the
/// innermost value only.
enum Templates {
    static let page = "page"

    /// What a report is known by.
    static let generatorMark = #"<meta name="generator" content="Milepost "#

    static let library: MustacheLibrary = {
        let texts = [
            page: pageText, "contents": contentsText, "section": sectionText, "block": blockText, "card": cardText,
            "overview": overviewText, "columns": columnsText, "table": tableText, "row": rowText, "pieces": piecesText,
            "odds": oddsText,
        ]
        do {
            return MustacheLibrary(templates: try texts.mapValues { try MustacheTemplate(string: $0) })
        } catch {
            preconditionFailure("the templates are Mustache: \(error)")
        }
    }()
}
