import Goals
import Mustache
import Reporting

/// Reports as one HTML file that needs nothing but itself: no network, no script, no font.
public enum HTMLReport {
    /// A report on scenarios, with their comparison where there are several.
    ///
    /// - Parameters:
    ///   - results: at least one.
    ///   - comparisons: of some of them, in order.
    public static func text(
        of results: [ScenarioResult], comparisons: [ComparisonResult] = [], origin: ReportOrigin, language: Language
    ) -> String {
        text(of: ReportDocument(of: results, comparisons: comparisons, origin: origin, language: language))
    }

    package static func text(of document: ReportDocument) -> String {
        let context = TemplateContext(of: Page(report: document, style: Style(text: Stylesheet.text)))
        guard let text = Templates.library.render(context, withTemplate: Templates.page) else {
            preconditionFailure("the library has the page's template")
        }
        return text
    }

    /// Bytes by which a report is known.
    public static let beginning = 512

    /// Whether a file begins as reports of Milepost do, so that a new one may take its place.
    ///
    /// - Parameter bytes: the first ``beginning`` of the file, or all of it.
    public static func isOwn(_ bytes: some Sequence<UInt8>) -> Bool {
        String(decoding: Array(bytes.prefix(beginning)), as: UTF8.self).contains(Templates.generatorMark)
    }

    private struct Page {
        var report: ReportDocument
        var style: Style
    }
}
