import CSV

/// What a mapping file says of a wide table: which lines and columns mean what.
struct TableMapping {
    /// A vector of the table and the labels that add up to it.
    struct Part {
        var name: String
        var labels: [ConfigNode]
        /// −1 where the file has it with the other sign.
        var sign = 1.0
    }

    var separator = RecordFile.Separator.comma
    var notation = RecordFile.Notation()
    var unit = ""
    var factor = 1.0
    /// Line with the labels of the columns, from 1.
    var header: Int
    /// Column with the labels of the rows, from 1.
    var label: Int
    var skipped: Set<Int> = []
    /// Columns with the names of the rows, from 1.
    var nameColumn: Int?
    var chineseNameColumn: Int?
    var sectors: SectorLabels
    var finalUse: [Part]
    var export: Part?
    var outflow: Part?
    var imports: Part?
    var inflow: Part?
    var discrepancy: Part?
    var valueAdded: [Part]
    /// Rows of inputs from outside, where the sectors' rows hold own products only.
    var importedInputs: Part?
    /// What stands in a cell that is empty.
    var emptyMarks: Set<String> = []
    var outputColumn: ConfigNode
    var outputRow: ConfigNode?
    /// Rows and columns that say nothing new, such as totals.
    var ignored: [ConfigNode]

    /// The sectors: a stretch of rows, or labels, with the codes they get.
    enum SectorLabels {
        case range(from: ConfigNode, to: ConfigNode)
        case list([(label: ConfigNode, code: String)])
    }

    /// All parts in columns beside the sectors, output left out.
    var columnParts: [Part] {
        finalUse + [export, outflow, imports, inflow, discrepancy].compactMap { $0 }
    }

    // MARK: Schema

    private static let labels = ValueType.either([.text, .list(.text)])
    private static let position = ValueType.integer(1...100_000)

    static let schema = MapShape(
        noun: "a mapping with header, label, sectors, final_use, value_added and output",
        keys: [
            .optional("separator", .choice(["comma", "semicolon", "tab"]), "What stands between fields; comma."),
            .optional("decimal", .choice([".", ","]), "Decimal mark; a point."),
            .optional("thousands", .choice([".", ",", " ", "'"]), "Mark between thousands; none."),
            .optional("unit", .text, "Money unit after the factor."),
            .optional("factor", .quantity(.number), "Every figure is multiplied by it, e.g. 0.0001 for 万元 to 亿元."),
            .optional("empty", .list(.text), "What stands in cells without a figure, e.g. [\"-\", \"…\"]."),
            .required("header", position, "Line with the labels of the columns, from 1; lines above it are left out."),
            .required("label", position, "Column with the labels of the rows, from 1."),
            .optional("skip", .list(position), "Further lines that are left out, from 1."),
            .optional("names", position, "Column with the names of the rows, from 1."),
            .optional("names_zh", position, "Column with their Chinese names, from 1."),
            .required(
                "sectors",
                .either([
                    .map(
                        MapShape(
                            noun: "a stretch of rows, {from: \"01\", to: \"42\"}",
                            keys: [
                                .required("from", .text, "Label of the first sector."),
                                .required("to", .text, "Label of the last."),
                            ])), .list(.text), .dictionary("labels", .text),
                ]), "Labels of the sectors, the same for rows and columns: a stretch, a list, or a map to codes."),
            .required("final_use", .dictionary("categories", labels), "Columns of final use inside the region."),
            .optional("export", labels, "Columns of sales abroad."),
            .optional("outflow", labels, "Columns of sales to the rest of the country."),
            .optional("import", labels, "Columns of purchases from abroad."),
            .optional("inflow", labels, "Columns of purchases from the rest of the country."),
            .optional("discrepancy", labels, "Columns of what the source leaves open."),
            .optional(
                "negative", .list(.choice(["import", "inflow", "discrepancy"])),
                "Parts that the file has with the opposite sign: imports as negative figures."),
            .required("value_added", .dictionary("kinds", labels), "Rows of value added."),
            .optional(
                "imported_inputs", labels,
                "Rows of imported inputs, in a table whose sectors' rows hold the region's own products only."),
            .required("output", .text, "Column of gross output."),
            .optional("output_row", .text, "Row of gross output, compared with the column."),
            .optional("ignore", .list(.text), "Rows and columns that are left out, such as totals."),
        ])

    /// Decodes a tree that the schema check has passed.
    init?(_ root: ConfigNode) {
        guard let header = root["header"]?.text.flatMap({ Int($0) }),
            let label = root["label"]?.text.flatMap({ Int($0) }), let output = root["output"],
            let sectors = root["sectors"].flatMap(Self.sectorLabels)
        else { return nil }
        self.header = header
        self.label = label
        self.sectors = sectors
        outputColumn = output
        outputRow = root["output_row"]
        let separators = ["comma": RecordFile.Separator.comma, "semicolon": .semicolon, "tab": .tab]
        separator = root["separator"]?.text.flatMap { separators[$0] } ?? .comma
        notation = RecordFile.Notation(
            decimalMark: root["decimal"]?.text?.first ?? ".", groupMark: root["thousands"]?.text?.first)
        unit = root["unit"]?.text ?? ""
        factor = root["factor"]?.text.flatMap { try? Quantity($0, as: .number).value } ?? 1
        skipped = Set((root["skip"]?.items ?? []).compactMap { $0.text.flatMap { Int($0) } })
        nameColumn = root["names"]?.text.flatMap { Int($0) }
        chineseNameColumn = root["names_zh"]?.text.flatMap { Int($0) }
        let negative = Set((root["negative"]?.items ?? []).compactMap(\.text))
        func part(_ key: String) -> Part? {
            root[key].map { Part(name: key, labels: $0.labels, sign: negative.contains(key) ? -1 : 1) }
        }
        func parts(_ key: String) -> [Part] {
            (root[key]?.entries ?? []).map { Part(name: $0.key, labels: $0.value.labels) }
        }
        finalUse = parts("final_use")
        valueAdded = parts("value_added")
        export = part("export")
        outflow = part("outflow")
        imports = part("import")
        inflow = part("inflow")
        discrepancy = part("discrepancy")
        ignored = root["ignore"]?.items ?? []
        importedInputs = part("imported_inputs")
        emptyMarks = Set((root["empty"]?.items ?? []).compactMap(\.text))
    }

    private static func sectorLabels(_ node: ConfigNode) -> SectorLabels? {
        if let items = node.items { return .list(items.map { ($0, $0.text ?? "") }) }
        if let from = node["from"], let to = node["to"] { return .range(from: from, to: to) }
        return node.entries.map { entries in
            .list(
                entries.map {
                    (ConfigNode(content: .scalar($0.key), location: $0.keyLocation), $0.value.text ?? $0.key)
                })
        }
    }
}

extension ConfigNode {
    /// One label or several.
    fileprivate var labels: [ConfigNode] { items ?? [self] }
}

extension TableMapping {
    /// What could make a number of a cell that is none; nil where nothing is likely.
    func advice(on text: String) -> String? {
        let isFigure = text.contains { $0.isASCII && $0.isNumber }
        if !isFigure { return "where it stands for no figure, say `empty: [\"\(text)\"]`" }
        let marks = text.filter { [".", ",", " ", "'"].contains($0) && $0 != notation.decimalMark }
        guard notation.groupMark == nil, let mark = marks.first, marks.allSatisfy({ $0 == mark }) else { return nil }
        let parts = text.split(separator: mark)
        if parts.dropFirst().allSatisfy({ $0.prefix { $0.isNumber }.count == 3 }) {
            return "where \"\(mark)\" stands between thousands, say `thousands: \"\(mark)\"`"
        }
        return mark == "," && parts.count == 2 ? "where \",\" is the decimal mark, say `decimal: \",\"`" : nil
    }
}
