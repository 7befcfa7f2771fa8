/// A report as values, ready for a template: all words chosen, all numbers written out, nothing escaped.
///
/// Property names are what the templates call them.
package struct ReportDocument: Sendable {
    /// BCP 47, e.g. `zh-CN`.
    package var language: String
    /// What wrote it: `Milepost 0.1.0`.
    package var generator: String
    package var title: String
    /// The title in the other language, and which that is; nil where there is none.
    package var otherTitle: OtherTitle?
    /// Region, years, members.
    package var subtitle: String
    package var skip: String
    package var contentsTitle: String
    package var contents: [Entry]
    package var parts: [Part]
    package var footer: String

    /// A title in a language that the document is not in.
    package struct OtherTitle: Sendable, Equatable {
        package var text: String
        package var language: String
    }

    /// An entry of the contents with those below it.
    package struct Entry: Sendable, Equatable {
        package var anchor: String
        package var text: String
        package var entries: [Entry]
        /// Whether there are entries below it.
        package var isGroup: Bool

        init(anchor: String, text: String, entries: [Entry] = []) {
            (self.anchor, self.text, self.entries, isGroup) = (anchor, text, entries, !entries.isEmpty)
        }
    }

    /// One scenario, a comparison, or what all have in common.
    package struct Part: Sendable {
        package var id: String
        /// Nil where the report has one scenario: its title is that of the report.
        package var title: String?
        package var subtitle: String?
        package var sections: [Section]
    }

    /// A part of a part under a heading of its own.
    package struct Section: Sendable {
        package var id: String
        package var title: String
        /// Level of the heading: 2 below the title of the report.
        package var level: Int
        package var blocks: [ReportBlock]
    }
}

/// A piece of a section.
package indirect enum ReportBlock: Sendable {
    case heading(ReportHeading)
    case paragraph(ReportText)
    case list(ReportList)
    case table(ReportTable)
    case figure(ReportFigure)
    case overview(ReportOverview)
    case card(ReportCard)
    case columns(ReportColumns)
    /// Text to be typed as it stands.
    case code(String)
}

/// A heading below that of a section.
package struct ReportHeading: Sendable {
    package var level: Int
    package var text: String
}

/// Running text.
package struct ReportText: Sendable {
    package var tone: ReportTone
    package var pieces: [ReportPiece]

    init(_ text: String, tone: ReportTone = .plain) {
        self.tone = tone
        pieces = ReportPiece.pieces(of: text)
    }
}

/// Sentences below each other.
package struct ReportList: Sendable {
    package var items: [ReportText]
}

/// Emphasis, never by colour alone: each has a weight, a size or a mark of its own.
package enum ReportTone: String, Sendable {
    case plain, strong, faint, good, poor, neutral, doubtful

    init(_ style: TextStyle) {
        self =
            switch style {
            case .plain: .plain
            case .strong: .strong
            case .faint: .faint
            case .good, .veryGood: .good
            case .poor, .veryPoor: .poor
            case .doubtful: .doubtful
            }
    }
}

/// A stretch of text, perhaps a link.
package struct ReportPiece: Sendable, Equatable {
    package var text: String
    /// An address that starts with `http://` or `https://`; nil for plain text.
    package var link: String?
}

/// A table with one cell per column in every row, but for rows that are headings.
package struct ReportTable: Sendable {
    package var caption: String
    package var columns: [Column]
    package var rows: [Row]
    /// Whether the heading above says the same: then the caption is there for readers aloud alone.
    package var isCaptionHidden = false

    /// The head of a column.
    package struct Column: Sendable {
        package var title: String
        package var isNumber: Bool

        /// Ranges in a title stay in one line.
        init(title: String, isNumber: Bool) {
            (self.title, self.isNumber) = (title.replacing("–", with: "–\u{2060}"), isNumber)
        }
    }

    /// Cells from left to right; the first is the head of the row.
    package struct Row: Sendable {
        /// Whether the head stands alone, over all columns, for the rows below it.
        package var isHeading: Bool
        /// Columns that the head spans.
        package var span: Int
        package var head: Cell
        package var cells: [Cell]
    }

    /// A figure or words, the lines after the first set smaller.
    package struct Cell: Sendable {
        package var isNumber: Bool
        package var tone: ReportTone
        /// The anchor within the report that it leads to.
        package var anchor: String?
        package var pieces: [ReportPiece]
        package var further: [Line]

        /// A line below the first.
        package struct Line: Sendable {
            package var pieces: [ReportPiece]
        }

        init(_ text: String, isNumber: Bool = false, tone: ReportTone = .plain, anchor: String? = nil) {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
                ReportPiece.pieces(of: String($0))
            }
            (self.isNumber, self.tone, self.anchor) = (isNumber, tone, anchor)
            pieces = lines.first ?? []
            further = lines.dropFirst().map { Line(pieces: $0) }
        }
    }
}

/// A chart, which says itself what it shows: markup that is ours, in which what a scenario says is escaped already.
package struct ReportFigure: Sendable {
    /// Whether two of them stand beside each other where there is room.
    package var isSmall: Bool
    /// For a desk and for paper; nil where the narrow one does for these too.
    package var wide: ReportMarkup?
    /// For a phone: letters are as large as in the wide one.
    package var narrow: ReportMarkup
}

/// Markup that goes into the report as it is.
package struct ReportMarkup: Sendable {
    package var text: String
}

/// All verdicts, one below the other.
package struct ReportOverview: Sendable {
    package var verdicts: [ReportVerdict]
}

/// The verdict on one target or reading.
package struct ReportVerdict: Sendable {
    package var anchor: String
    package var name: String
    package var goal: String
    package var word: String
    /// A sign that tells verdicts apart without colour.
    package var mark: String
    package var tone: ReportTone
    package var odds: String
    /// Standard error of the odds; nil beside a bound.
    package var error: String?
    /// Place of the odds on a scale from 0 to 100, in percent.
    package var place: String
}

/// All that is known of one target.
package struct ReportCard: Sendable {
    package var level: Int
    package var verdict: ReportVerdict
    package var oddsTitle: String
    package var facts: [Fact]
    package var blocks: [ReportBlock]

    /// A figure with its name.
    package struct Fact: Sendable {
        package var term: String
        package var value: String
        package var note: String?
    }
}

/// Chances of numbers as columns side by side: a picture of what the text below it says.
package struct ReportColumns: Sendable {
    package var text: String
    package var columns: [Column]

    /// One number and its chance.
    package struct Column: Sendable {
        package var label: String
        package var value: String
        /// Height in percent of the highest.
        package var height: String
        /// Whether the number meets the goal.
        package var isMet: Bool
    }
}
