/// The unit that follows a number, in English or Chinese.
enum Unit: Equatable {
    /// None: the key's dimension decides.
    case none
    /// A currency unit: how many 亿元 it is.
    case money(Double)
    /// Percent, or points of percent.
    case percent
    /// 万, million…: a multiple of an unnamed thing.
    case multiple(Double, isChinese: Bool)
    /// A word for things, with a multiple for `万家`.
    case things(Double)
    case year

    private static let percents: Set<String> = [
        "%", "percent", "per cent", "pct", "pp", "percentage point", "percentage points", "percent points", "points",
        "个百分点", "百分点",
    ]
    private static let currencies = ["元人民币", "人民币", "元", "yuan renminbi", "yuan", "cny", "rmb"]
    private static let chineseMultiples: [String: Double] = [
        "百": 1e2, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "亿": 1e8, "十亿": 1e9, "百亿": 1e10,
        "千亿": 1e11, "万亿": 1e12,
    ]
    private static let englishMultiples: [String: Double] = [
        "thousand": 1e3, "k": 1e3, "10k": 1e4, "ten thousand": 1e4, "million": 1e6, "m": 1e6, "mn": 1e6,
        "100m": 1e8, "100 million": 1e8, "hundred million": 1e8, "billion": 1e9, "bn": 1e9, "trillion": 1e12,
        "tn": 1e12,
    ]

    /// - Parameter text: normalised (half-width, trimmed) text behind the number.
    /// - Returns: nil when it cannot be a unit at all.
    init?(_ text: String) {
        let text = text.lowercased().split(separator: " ").joined(separator: " ")
        if text.isEmpty {
            self = .none
        } else if Self.percents.contains(text) {
            self = .percent
        } else if text == "年" {
            self = .year
        } else if let multiple = Self.currencyMultiple(text) {
            self = .money(multiple / 1e8)
        } else if let multiple = Self.chineseMultiples[text] {
            self = .multiple(multiple, isChinese: true)
        } else if let multiple = Self.englishMultiples[text] {
            self = .multiple(multiple, isChinese: false)
        } else if let multiple = Self.thingsMultiple(text) {
            self = .things(multiple)
        } else {
            return nil
        }
    }

    private static func currencyMultiple(_ text: String) -> Double? {
        guard let currency = currencies.first(where: text.hasSuffix) else { return nil }
        var multiple = String(text.dropLast(currency.count))
        if multiple.hasSuffix(" ") { multiple.removeLast() }
        return multiple.isEmpty ? 1 : chineseMultiples[multiple] ?? englishMultiples[multiple]
    }

    /// Any word is accepted as the name of what is counted: platforms, firms, 个, 家, 户.
    private static func thingsMultiple(_ text: String) -> Double? {
        guard text.allSatisfy({ $0.isLetter || $0 == " " || $0 == "-" }) else { return nil }
        for (prefix, multiple) in [("万", 1e4), ("百", 1e2), ("千", 1e3)] where text.hasPrefix(prefix) { return multiple }
        // 亿家 is possible Chinese, but far more likely a mistyped 亿元.
        return text.hasPrefix("亿") || text.hasPrefix("元") ? nil : 1
    }
}
