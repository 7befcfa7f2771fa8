/// A goal as an announcement words it: `more than 25000 亿元`, `at least 10`,
/// `2..3 firms`, `超过 2.5 万亿元`, `1000 亿元以上`, `20 个左右`.
///
/// 以上 and 不低于 include the number, 超过 does not (Civil Code, art. 1259).
public struct GoalPhrase: Sendable, Equatable {
    /// How the value is compared.
    public var comparator: Goal.Comparator
    /// The words behind the comparator, one quantity or a range.
    public var amount: String
    /// The whole phrase as the file says it.
    public var text: String

    private static let prefixes: [(String, Goal.Comparator)] = [
        ("more than", .moreThan), ("at least", .atLeast), ("about", .about), ("less than", .lessThan),
        ("at most", .atMost), ("不超过", .atMost), ("超过", .moreThan), ("不低于", .atLeast), ("至少", .atLeast),
        ("低于", .lessThan), ("约", .about),
    ]
    private static let suffixes: [(String, Goal.Comparator)] = [("以上", .atLeast), ("左右", .about)]

    /// Nil when the phrase has neither a comparison nor a range.
    public init?(_ text: String) {
        self.text = text.trimmed
        let plain = halfWidth(text).trimmed
        for (word, comparator) in Self.prefixes where plain.lowercased().hasPrefix(word) {
            self.comparator = comparator
            amount = String(plain.dropFirst(word.count)).trimmed
            return
        }
        for (word, comparator) in Self.suffixes where plain.hasSuffix(word) {
            self.comparator = comparator
            amount = String(plain.dropLast(word.count)).trimmed
            return
        }
        guard QuantityRange.parts(plain) != nil else { return nil }
        comparator = .between
        amount = plain
    }

    /// What a goal looks like, for messages.
    static let expectation = "a goal, e.g. \"more than 25000 亿元\", \"at least 10\", \"about 16%\" or \"2..3 firms\""

    /// The goal's numbers in the unit of what they are about.
    public func goal(as dimension: Dimension) throws(QuantityError) -> Goal {
        if comparator == .between {
            guard let range = try QuantityRange(amount, as: dimension) else {
                throw .notANumber(found: text, expected: dimension)
            }
            if range.lower >= range.upper { throw .descendingRange(found: text) }
            return Goal(comparator: .between, value: range.lower, upper: range.upper, text: text, dimension: dimension)
        }
        let value = try Quantity(amount, as: dimension).value
        return Goal(comparator: comparator, value: value, upper: nil, text: text, dimension: dimension)
    }

    /// The same phrase with a unit of the right dimension: the example that an error message gives.
    func example(as dimension: Dimension) -> String {
        let number = amount.prefix { "0123456789.,~–- ".contains($0) }.trimmingSpaces
        let unit =
            switch dimension {
            case .money: " 亿元"
            case .rate, .share: "%"
            case .count, .number, .year: ""
            }
        let quantity = (number.isEmpty ? "10" : number) + unit
        if let (word, _) = Self.prefixes.first(where: { text.lowercased().hasPrefix($0.0) }) {
            return "\(text.prefix(word.count)) \(quantity)"
        }
        if let (word, _) = Self.suffixes.first(where: { text.hasSuffix($0.0) }) { return quantity + word }
        return quantity
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String { String(self).trimmed }
}
