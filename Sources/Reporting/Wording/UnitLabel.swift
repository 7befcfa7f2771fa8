/// What units are called; see ``Wording``.
enum UnitLabel: String, CaseIterable, Wording {
    case largeMoney, middleMoney, smallMoney, atPrices, points, percentPerYear, unit, units
    case hundredMillion, tenThousand
    case person, tenThousandPersons, squareKilometre, hectare

    var texts: (english: String, chinese: String) {
        switch self {
        case .largeMoney: ("trillion CNY", "万亿元")
        case .middleMoney: ("billion CNY", "亿元")
        case .smallMoney: ("million CNY", "万元")
        case .atPrices: ("{unit} at {year} prices", "{unit}（{year} 年价）")
        case .points: ("points", "个百分点")
        case .percentPerYear: ("%/yr", "%/年")
        case .unit: ("unit", "个")
        case .units: ("units", "个")
        case .hundredMillion: ("100 million CNY", "亿元")
        case .tenThousand: ("10,000 CNY", "万元")
        case .person: ("persons", "人")
        case .tenThousandPersons: ("10k persons", "万人")
        case .squareKilometre: ("km²", "平方公里")
        case .hectare: ("ha", "公顷")
        }
    }
}

extension Language {
    /// The money unit of a table, as its file has it, in this language; others than those of China stay as they are.
    func tableUnit(_ unit: String) -> String {
        switch unit {
        case "亿元", "100m yuan", "100 million yuan", "100 million CNY": text(UnitLabel.hundredMillion)
        case "万元", "10,000 yuan", "10,000 CNY": text(UnitLabel.tenThousand)
        default: unit
        }
    }
}
