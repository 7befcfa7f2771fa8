extension GoalPhrase {
    private static let likeWords: [(String, String)] = [
        ("no more than", "at most"), ("not more than", "at most"), ("not exceeding", "at most"), ("up to", "at most"),
        ("maximum", "at most"), ("<=", "at most"), ("≤", "at most"), ("no less than", "at least"),
        ("not less than", "at least"), ("no fewer than", "at least"), ("minimum", "at least"), (">=", "at least"),
        ("≥", "at least"), ("greater than", "more than"), ("higher than", "more than"), ("over", "more than"),
        ("above", "more than"), ("exceeding", "more than"), ("exceeds", "more than"), (">", "more than"),
        ("fewer than", "less than"), ("lower than", "less than"), ("under", "less than"), ("below", "less than"),
        ("<", "less than"), ("around", "about"), ("approximately", "about"), ("roughly", "about"), ("circa", "about"),
        ("不少于", "不低于"), ("不小于", "不低于"), ("达到", "至少"), ("不高于", "不超过"), ("不多于", "不超过"),
        ("不大于", "不超过"), ("至多", "不超过"), ("最多", "不超过"), ("大于", "超过"), ("高于", "超过"), ("多于", "超过"),
        ("突破", "超过"), ("小于", "低于"), ("少于", "低于"), ("不足", "低于"), ("大约", "约"), ("约为", "约"),
    ]

    /// The phrase in the words that are accepted, for one whose words only come close; nil where none is clear.
    static func advice(for text: String) -> String? {
        let plain = simplified(halfWidth(text)).trimmed
        if GoalPhrase(plain) != nil { return plain == halfWidth(text).trimmed ? nil : "write `\(plain)`" }
        for (word, accepted) in likeWords where plain.lowercased().hasPrefix(word) {
            let rest = plain.dropFirst(word.count)
            let separator = accepted.utf8.allSatisfy { $0 < 0x80 } ? " " : ""
            if word.last?.isASCII == true, rest.first?.isLetter == true { continue }
            return "write `\(accepted)\(separator)\(String(rest).trimmed)`"
        }
        if plain.hasSuffix("以下") { return "write `不超过\(String(plain.dropLast(2)).trimmed)`" }
        return nil
    }
}

/// Traditional characters of numbers, units and comparisons as their simplified twins.
func simplified(_ text: String) -> String {
    let twins: [Character: Character] = [
        "億": "亿", "萬": "万", "個": "个", "過": "过", "於": "于", "約": "约", "達": "达", "圓": "元",
    ]
    return String(text.map { twins[$0] ?? $0 })
}
