/// A catalogue of texts that readers see, in both languages, with `{placeholders}` for what varies. A case per text; the
/// names of the cases are for the code, not for the reader.
protocol Wording: CaseIterable, RawRepresentable<String>, Sendable {
    var texts: (english: String, chinese: String) { get }
}

/// All texts of the program that have a language, for checks that none is missing.
public enum LabelCatalogue {
    private static let catalogues: [any Wording.Type] = [
        AssumptionLabel.self, CatalogueLabel.self, CategoryLabel.self, ChartLabel.self, InputLabel.self, Label.self,
        LedgerLabel.self,
        LeverLabel.self, MarginLabel.self, NoticeLabel.self, PanelLabel.self, PartLabel.self, ProgressLabel.self,
        ReportLabel.self,
        RequirementLabel.self, SatelliteLabel.self, TerminalLabel.self, ThemeLabel.self, TrackLabel.self,
        UnitLabel.self,
        WorkbenchLabel.self, WorkbookLabel.self,
    ]

    /// Names of the catalogues, as the code has them.
    public static var names: [String] { catalogues.map { "\($0)" } }

    /// Every text in both languages; names are those of the catalogue and the case: `TrackLabel.title`.
    public static var all: [(name: String, english: String, chinese: String)] {
        catalogues.flatMap { entries($0) } + WorkbookColumn.all
    }

    private static func entries<Catalogue: Wording>(
        _ catalogue: Catalogue.Type
    ) -> [(name: String, english: String, chinese: String)] {
        catalogue.allCases.map { ("\(catalogue).\($0.rawValue)", $0.texts.english, $0.texts.chinese) }
    }
}
