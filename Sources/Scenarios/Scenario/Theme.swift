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
    /// Whether no more than a floor was published: "more than 400 亿元".
    public var isFloor: Bool
    public var quality: Quality
    public var source: String
    public var note: String?
    public var noteChinese: String?
}

/// A promise without a number: tracked, not judged.
public struct Commitment: Sendable {
    public var id: String
    public var subject: String
    public var subjectChinese: String?
    public var note: String?
    /// Ids of the named industries that it is about; none where it names none.
    public var themes: [String]
    /// Numbers that others than the promise itself state about its subject.
    public var published: [PublishedFigures]
}

/// Figures that stand beside a promise: a size, a growth, the aim of another paper. Shown, neither judged nor learned from.
public struct PublishedFigures: Sendable, Equatable {
    /// What they are, as part of a sentence.
    public var label: String
    public var labelChinese: String?
    /// Whether somebody aims at them; else they are what happened.
    public var isAim: Bool
    /// Whether they are floors: "more than".
    public var isFloor: Bool
    /// By year.
    public var points: [Point]

    /// The figure of one year.
    public struct Point: Sendable, Equatable {
        public var year: Int
        /// 亿元, a fraction, or a plain number.
        public var value: Double
        public var measure: Measure
        public var quality: Quality
        public var source: String

        /// Its parts, as documented on each.
        public init(year: Int, value: Double, measure: Measure, quality: Quality, source: String) {
            self.year = year
            self.value = value
            self.measure = measure
            self.quality = quality
            self.source = source
        }
    }

    /// What a figure counts.
    public enum Measure: String, Sendable {
        /// 亿元, at current prices.
        case money
        /// A share or a rate, as a fraction.
        case percentage
        /// A plain number.
        case number
    }
}
