import Goals
import Scenarios

/// Language of the text for people.
public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case chinese = "zh"

    /// A text of any catalogue, its `{placeholders}` filled in one pass: braces in a value stay as they are.
    func text(_ label: some Wording, _ values: [String: String] = [:]) -> String { filled(label, values) }

    /// The same of the main catalogue, whose cases go without its name.
    func text(_ label: Label, _ values: [String: String] = [:]) -> String { filled(label, values) }

    /// BCP 47, for documents.
    var tag: String { self == .english ? "en" : "zh-CN" }

    private func filled(_ label: some Wording, _ values: [String: String]) -> String {
        let texts = label.texts
        var rest = Substring(self == .english ? texts.english : texts.chinese)
        var text = ""
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            text += rest[..<open] + (values[name] ?? "{\(name)}")
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// The name in this language where there is one.
    func name(_ english: String, chinese: String?) -> String {
        self == .chinese ? chinese ?? english : english
    }

    func name(of verdict: Verdict) -> String {
        switch verdict {
        case .met: text(.met)
        case .veryLikely: text(.veryLikely)
        case .likely: text(.likely)
        case .open: text(.open)
        case .unlikely: text(.unlikely)
        case .remote: text(.remote)
        }
    }

    /// What a series of figures is called.
    func name(of series: ObservedSeries) -> String { name(series.label, chinese: series.labelChinese) }

    /// What a unit of a portfolio is called.
    func name(of unit: PortfolioRanking.RankedUnit) -> String { name(unit.name, chinese: unit.chineseName) }

    /// A sector by its name where ``name(of:)`` in running text would give its code.
    func fullName(of sector: Sector) -> String {
        name(sector.name, chinese: sector.nameChinese.isEmpty ? nil : sector.nameChinese)
    }

    /// A title in this language's quotation marks.
    func quoted(_ text: String) -> String { "“\(text)”" }

    /// Between the items of a list of figures.
    var separator: String { self == .english ? ", " : "、" }

    /// `a, b and c`.
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        switch self {
        case .english: return items.dropLast().joined(separator: ", ") + " and " + last
        case .chinese: return items.joined(separator: "、")
        }
    }

    /// A small number as a sentence begins with it.
    func capitalised(_ value: Int) -> String {
        let text = number(value)
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// Parts of one sentence, which the languages set off by a comma.
    /// A text under its name.
    func labelled(_ name: String, _ text: String) -> String { name + (self == .english ? ": " : "：") + text }

    func clauses(_ parts: [String]) -> String { parts.joined(separator: self == .english ? ", " : "，") }

    /// Sentences behind each other.
    func sentences(_ parts: [String]) -> String { parts.joined(separator: self == .english ? " " : "") }

    /// A remark in brackets behind a word.
    func inBrackets(_ word: String, _ remark: String) -> String {
        self == .english ? "\(word) (\(remark))" : "\(word)（\(remark)）"
    }

    /// A small number as running text has it.
    func number(_ value: Int) -> String {
        let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        return self == .english && words.indices.contains(value) ? words[value] : String(value)
    }
}
