import CSV
import Panels

/// The panel that a reading's growth is held against.
struct OutsideViewDecoder {
    let context: DecodingContext
    let indicator: Indicator

    private var log: DiagnosticLog { context.log }

    func reference(_ node: ConfigNode) -> OutsideViewReference? {
        switch indicator {
        case .total, .unit, .share, .level, .satellite: break
        case .count, .cumulative, .growth:
            log.error(
                node.location,
                "\(indicator.dimension.noun) does not grow by percent, expected an outside view only for totals, units, shares and levels"
            )
            return nil
        }
        if let reason = node["none"]?.text { return .nothing(reason: reason, chinese: node["none_zh"]?.text) }
        guard let file = node["panel"], let (panel, sizes) = panels(file, node), let path = resolved(file) else {
            return nil
        }
        let factor = context.quantity(node["factor"], .number) ?? OutsideView.defaultFactor
        var reference = ReferencePanel(
            panel: panel, sizes: sizes, path: path, name: node["name"]?.text ?? panel.name,
            nameChinese: node["name_zh"]?.text,
            region: nil, size: nil, factor: factor, note: node["note"]?.text,
            noteChinese: node["note_zh"]?.text)
        guard let regionNode = node["region"] else { return .panel(reference) }
        guard let region = context.name(regionNode, among: panel.regions, noun: "a region of the panel"),
            let index = panel.index(of: region)
        else { return nil }
        guard let latest = sizes.latest(of: index), latest.value > 0 else {
            log.error(
                regionNode.location,
                "the latest value of \(region) in \(path) is not above zero, expected one to compare sizes with")
            return nil
        }
        (reference.region, reference.size) = (region, latest.value)
        return .panel(reference)
    }

    private func resolved(_ node: ConfigNode) -> String? {
        node.text.map { context.catalog.access.resolve($0, from: node.location.file) }
    }

    private func panels(_ fileNode: ConfigNode, _ node: ConfigNode) -> (values: Panel, sizes: Panel)? {
        guard let value = node["value"]?.text, let file = context.catalog.file(namedBy: fileNode) else { return nil }
        let layout = PanelFile(
            value: value, divisor: node["over"]?.text, leftOut: node["leave_out"]?.items?.compactMap(\.text) ?? [],
            breaks: node["breaks"]?.items?.compactMap(context.year) ?? [])
        if let known = context.panels.first(where: { $0.path == file.path && $0.layout == layout }) {
            return (known.values, known.sizes)
        }
        do throws(PanelFileError) {
            let values = try layout.panel(bytes: file.bytes, path: file.path)
            let sizes = layout.divisor == nil ? values : try layout.sizes(bytes: file.bytes, path: file.path)
            context.panels.append((file.path, layout, values, sizes))
            return (values, sizes)
        } catch {
            // What is wrong with the file as a whole is wrong with what the scenario asks of it.
            let place =
                error.line.map { SourceLocation(file: error.path, line: $0, keyPath: node.location.keyPath) }
                ?? node.location
            log.error(place, error.line == nil ? "\(error)" : "\(error.kind)")
            return nil
        }
    }
}
