/// A named industry that a programme speaks of, such as quantum information, as a mix of the table's sectors.
///
/// No statistic delimits it: the weights are judgement, and what the industry gains or loses inside a sector is not in
/// them.
public struct Theme: Sendable, Equatable {
    public var id: String
    /// In English; the id in words where the file has none.
    public var name: String
    public var nameChinese: String?
    /// As the file has it, e.g. `emerging`, `future`.
    public var kind: String?
    /// Share of each sector in the industry's output of the base year, in the order of the sectors; they add up to 1.
    public var weights: [Double]
    /// What the weights rest on.
    public var basis: String?
    /// Published size; nil where none exists.
    public var size: ThemeSize?
}

/// The published size of a named industry.
public struct ThemeSize: Sendable, Equatable {
    /// A projected year, the base year included.
    public var year: Int
    /// 亿元, at current prices.
    public var value: Double
    public var quality: Quality
    public var source: String
    public var note: String?
}

/// A promise without a number: tracked, not judged.
public struct Commitment: Sendable {
    public var id: String
    public var subject: String
    public var subjectChinese: String?
    public var note: String?
    /// Ids of the named industries that it is about; none where it names none.
    public var themes: [String]
}
