import InputOutput
import Scenarios

/// A page about one table: title, what the table is, tables of figures, and the conventions under them.
struct WorkbenchPage {
    private(set) var page: Page
    let document: TableDocument
    var language: Language { page.format.language }
    /// Money unit of the table, as readers call it.
    var unit: String { language.tableUnit(document.unit) }
    var text: String { page.text }

    /// - Parameter title: what was done; the file is named below it.
    init(_ title: WorkbenchLabel, of document: TableDocument, format: TextFormat, values: [String: String] = [:]) {
        page = Page(format: format)
        self.document = document
        page.heading(language.text(title, values), rule: true)
        page.blank()
        page.paragraph(
            language.text(
                WorkbenchLabel.tableIs,
                [
                    "path": document.path, "count": String(document.table.count),
                    "unit": document.unit.isEmpty ? language.text(WorkbenchLabel.ownUnit) : unit,
                ]))
        if !document.note.isEmpty { page.paragraph(document.note) }
    }

    /// Whose inputs the figures count, and where the supply shares behind them were cut.
    mutating func origin(_ origin: InputOrigin) {
        self.origin(origin, supply: origin == .regional ? try? document.table.regionalSupply() : nil)
    }

    /// The same for a table whose flows may be gone.
    ///
    /// - Parameter supply: the supply shares of the table.
    mutating func origin(_ origin: InputOrigin, supply: RegionalSupply?) {
        guard origin == .regional else { return note(.totalOrigin) }
        note(document.table.holdsOwnFlowsOnly ? .ownFlows : .regionalOrigin)
        if let supply { reexports(supply, of: document) }
    }

    /// Products of which more is brought in than used: their supply share would be negative and is 0.
    mutating func reexports(of document: TableDocument) {
        if let supply = try? document.table.regionalSupply() { reexports(supply, of: document) }
    }

    private mutating func reexports(_ supply: RegionalSupply, of document: TableDocument) {
        if supply.reexports.isEmpty { return }
        let names = supply.reexports.map { language.name(of: document.sectors[$0]) }
        note(.reexports, ["path": document.path, "list": names.joined(separator: language.separator)])
    }

    mutating func say(_ label: WorkbenchLabel, _ values: [String: String] = [:], style: TextStyle = .plain) {
        page.blank()
        page.paragraph(language.text(label, values), style: style)
    }

    /// A convention or assumption, under the table that it belongs to.
    mutating func note(_ label: WorkbenchLabel, _ values: [String: String] = [:]) {
        page.paragraph(language.text(label, values), style: .faint)
    }

    /// Words that come with the input, as they are.
    mutating func text(_ words: String) { page.paragraph(words, style: .faint) }

    /// One of several statements that belong together.
    mutating func item(_ label: WorkbenchLabel, _ values: [String: String] = [:]) {
        page.item(language.text(label, values))
    }

    mutating func blank() { page.blank() }

    /// A sector in running text; see ``Language/name(of:)``.
    func name(_ index: Int) -> String { language.name(of: document.sectors[index]) }

    mutating func heading(_ label: WorkbenchLabel, _ values: [String: String] = [:]) {
        page.heading(language.text(label, values))
    }

    /// A table of named figures.
    mutating func table(_ columns: [TextTable.Column], rows: [[String]]) {
        var table = TextTable(columns: columns)
        for row in rows { table.append(row.map { TextTable.Cell($0) }) }
        page.table(table)
    }

    /// Lines that a table of sectors has on the page at most.
    static let mostSectors = 200

    /// A line per sector, with its code and its names in both languages as far as they fit; of more than
    /// `mostSectors` the first, and where the others are.
    mutating func sectors(_ all: [Int], columns: [(title: String, text: (Int) -> String)]) {
        let indices = Array(all.prefix(Self.mostSectors))
        defer {
            if all.count > indices.count {
                page.blank()
                page.paragraph(language.text(WorkbenchLabel.moreInCSV, ["count": String(all.count - indices.count)]))
            }
        }
        let cells = indices.map { index in columns.map { $0.text(index) } }
        let widths = columns.indices.map { column in
            max(
                cells.map { DisplayWidth.of($0[column]) }.max() ?? 0,
                columns[column].title.split(separator: " ").map { DisplayWidth.of($0) }.max() ?? 0)
        }
        let names = names(room: page.format.width - widths.reduce(0) { $0 + $1 + 2 })
        table(
            names.titles + columns.map { TextTable.Column.number($0.title) },
            rows: zip(indices, cells).map { names.cells($0) + $1 })
    }

    /// Columns for the names of sectors.
    private struct NameColumns {
        var titles: [TextTable.Column]
        var cells: (Int) -> [String]
    }

    /// The code whole, then the Chinese name, then the English one, each cut to the room that is left.
    private func names(room: Int) -> NameColumns {
        let sectors = document.sectors
        let codeWidth = min(sectors.map { DisplayWidth.of($0.code) }.max() ?? 0, max(12, room))
        func rest(_ used: Int) -> Int { room - used - 2 }
        func width(_ name: (Sector) -> String, _ limit: Int) -> Int {
            min(limit, sectors.map { DisplayWidth.of(name($0)) }.max() ?? 0)
        }
        let chinese = min(width(\.nameChinese, 20), rest(codeWidth))
        // An English name that only repeats the code says nothing.
        let isNamed = sectors.contains { $0.name != $0.code }
        // An English page needs no Chinese column where codes are the only English names there are.
        let hasChinese = chinese >= 8 && (language == .chinese || isNamed)
        let used = codeWidth + (hasChinese ? chinese + 2 : 0)
        let english = min(width(\.name, 28), rest(used))
        let hasEnglish = isNamed && english >= 12
        var titles = [TextTable.Column.text(language.text(WorkbenchLabel.sector), minimum: codeWidth)]
        if hasChinese { titles.append(.text(hasEnglish ? "中文" : language.text(WorkbenchLabel.name), minimum: chinese)) }
        if hasEnglish { titles.append(.text(language.text(WorkbenchLabel.name), minimum: english)) }
        return NameColumns(titles: titles) { index in
            let sector = sectors[index]
            return [TextLayout.shorten(sector.code, width: codeWidth)]
                + (hasChinese ? [TextLayout.shorten(sector.nameChinese, width: chinese)] : [])
                + (hasEnglish ? [TextLayout.shorten(sector.name, width: english)] : [])
        }
    }
}

extension Language {
    /// A sector in running text: its Chinese name in Chinese text where it has one, else its code; a code that is a
    /// mere number has its name beside it.
    func name(of sector: Sector) -> String {
        if self == .chinese && !sector.nameChinese.isEmpty { return sector.nameChinese }
        if sector.code.contains(where: \.isLetter) { return sector.code }
        let name = sector.name == sector.code ? sector.nameChinese : sector.name
        return name.isEmpty ? sector.code : sector.code + " " + name
    }
}

extension DataTable.Cell {
    /// Code and names of a sector: the first three columns of every table by sector.
    static func names(of sector: Sector) -> [DataTable.Cell] {
        [
            .text(sector.code), .text(sector.name),
            .optional(sector.nameChinese.isEmpty ? nil : sector.nameChinese),
        ]
    }

    static let nameColumns = ["sector", "name_en", "name_zh"]
}
