import Foundation
import FoundationXML

/// What a reader of XML finds in an SVG file.
final class DrawnFile: NSObject, XMLParserDelegate {
    private(set) var elements: [String: Int] = [:]
    /// The texts of `text` elements, of `title` and of `desc`.
    private(set) var texts: [String: [String]] = [:]
    /// Numbers in attributes that place something.
    private(set) var places: [(element: String, x: Double, y: Double)] = []
    private(set) var height = 0.0
    private(set) var attributes: Set<String> = []
    private var open: [String] = []

    /// nil where the text is not well-formed XML.
    init?(_ text: String) {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    func parser(
        _: XMLParser, didStartElement element: String, namespaceURI _: String?, qualifiedName _: String?,
        attributes found: [String: String] = [:]
    ) {
        elements[element, default: 0] += 1
        attributes.formUnion(found.keys)
        if element == "svg" { height = Double(found["height"] ?? "") ?? 0 }
        open.append(element)
        if ["text", "title", "desc"].contains(element) { texts[element, default: []].append("") }
        for (x, y) in [("x", "y"), ("cx", "cy"), ("x1", "y1"), ("x2", "y2")] {
            guard let x = found[x], let y = found[y] else { continue }
            places.append((element, Double(x) ?? .nan, Double(y) ?? .nan))
        }
    }

    func parser(_: XMLParser, foundCharacters characters: String) {
        guard let element = open.last, let last = texts[element]?.indices.last else { return }
        texts[element]?[last] += characters
    }

    func parser(_: XMLParser, didEndElement _: String, namespaceURI _: String?, qualifiedName _: String?) {
        open.removeLast()
    }

    var words: [String] { texts["text"] ?? [] }
}
