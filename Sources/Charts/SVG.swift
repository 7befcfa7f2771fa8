/// Charts as SVG files, ready for a document: words are text, what is drawn is described for those who cannot see it, and
/// nothing is loaded from elsewhere.
public enum SVG {
    /// Pixels across, where nothing else is asked for.
    public static let width = 760.0

    /// The file: equal charts give equal bytes.
    ///
    /// - Parameter width: in pixels; 340 or more leave room for what a chart has. Letters are as large at every width.
    public static func bytes(of chart: Chart, width: Double = SVG.width) -> [UInt8] {
        var sheet = Sheet(chart, width: width)
        switch chart.form {
        case .fan(let fan): fan.draw(on: &sheet)
        case .steps(let steps): steps.draw(on: &sheet)
        case .ranges(let ranges): ranges.draw(on: &sheet)
        case .ranking(let ranking): ranking.draw(on: &sheet)
        case .stack(let stack): stack.draw(on: &sheet)
        case .waterfall(let waterfall): waterfall.draw(on: &sheet)
        case .bars(let bars): bars.draw(on: &sheet)
        case .dumbbells(let dumbbells): dumbbells.draw(on: &sheet)
        }
        return sheet.finished()
    }

    /// The file as text: one `svg` element, which an HTML document can hold as it is.
    public static func text(of chart: Chart, width: Double = SVG.width) -> String {
        String(decoding: bytes(of: chart, width: width), as: UTF8.self)
    }
}
