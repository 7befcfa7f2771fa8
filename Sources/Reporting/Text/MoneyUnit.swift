/// The power of ten in which money is read: thousands apart in English, ten thousands in Chinese.
enum MoneyUnit: CaseIterable {
    case large, middle, small

    /// The unit in which an amount has a digit before the point; amounts below the smallest stay in it.
    ///
    /// - Parameter amount: 亿元. Nothing at all is in the middle one.
    init(fitting amount: Double, _ language: Language) {
        // 9,996 亿元 is printed with three digits, and then is a trillion.
        let size = abs(amount) * 1.0005
        self =
            size == 0 || !size.isFinite
            ? .middle : Self.allCases.first { size >= $0.size(language) } ?? .small
    }

    /// In 亿元.
    func size(_ language: Language) -> Double {
        switch (self, language) {
        case (.large, _): 1e4
        case (.middle, .english): 10
        case (.middle, .chinese): 1
        case (.small, .english): 0.01
        case (.small, .chinese): 1e-4
        }
    }

    var label: UnitLabel {
        switch self {
        case .large: .largeMoney
        case .middle: .middleMoney
        case .small: .smallMoney
        }
    }
}
