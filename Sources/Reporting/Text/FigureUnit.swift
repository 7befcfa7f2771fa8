import Goals
import Scenarios

/// The unit in which figures are printed that are to be compared: chosen once for all of them, from the largest or from the
/// goal, so that `2.5 trillion CNY` does not stand beside `384 billion CNY`.
struct FigureUnit: Equatable {
    /// In the reader's language; empty where figures have none.
    var name: String
    /// What multiplies a canonical value.
    var scale: Double

    /// The bare figure with three significant digits.
    func number(_ value: Double) -> String { HumanNumber.threeDigits(value * scale) }

    /// The bare figure with all its digits: for what a source states.
    func exact(_ value: Double) -> String { HumanNumber.exact(value * scale) }

    /// The figure with its unit: `384 亿元`, `13.1%`.
    func text(_ value: Double) -> String { with(number(value)) }

    /// A number that is in this unit already, with its name.
    func with(_ number: String) -> String { HumanNumber.with(unit: name, number) }

    /// `1,250 (940–1,560)`, the range on a line of its own.
    func lines(_ median: Double, _ low: Double, _ high: Double) -> String {
        number(median) + "\n(" + range(low, high) + ")"
    }

    /// `940–1,560`.
    func range(_ low: Double, _ high: Double) -> String { HumanNumber.range(number(low), number(high)) }

    /// `Output [billion CNY]`.
    func heading(_ title: String) -> String { name.isEmpty ? title : "\(title) [\(name)]" }
}

extension Display {
    /// The unit for figures of about the size of a value.
    func unit(like value: Double, _ language: Language) -> FigureUnit { language.unit(of: measure, like: value) }

    /// A single figure in running text, in the unit that fits it.
    func text(_ value: Double, _ language: Language) -> String { unit(like: value, language).text(value) }
}

extension Language {
    /// The unit in which a measure is printed where figures are about as large as `value` (canonical).
    func unit(of measure: Measure, like value: Double) -> FigureUnit {
        switch measure {
        case .money: return moneyUnit(like: value)
        case .moneyAtPrices(let year):
            let unit = moneyUnit(like: value)
            return FigureUnit(
                name: text(UnitLabel.atPrices, ["unit": unit.name, "year": String(year)]), scale: unit.scale)
        case .percentagePerYear: return FigureUnit(name: text(UnitLabel.percentPerYear), scale: measure.scale)
        case .percentage, .index: return FigureUnit(name: measure.unit, scale: measure.scale)
        case .units(let id, let chinese):
            return FigureUnit(name: self == .chinese ? chinese ?? text(UnitLabel.units) : id, scale: measure.scale)
        case .other(let unit):
            let label = UnitLabel.allCases.first { $0.texts.english == unit }
            return FigureUnit(name: label.map { text($0) } ?? unit, scale: measure.scale)
        }
    }

    /// The unit for figures that a ledger has in a unit of the IAMC; only money is scaled, what a ledger has is in the unit.
    func unit(ofRecorded iamcUnit: String, like value: Double) -> FigureUnit {
        let prefix = "100 million CNY"
        guard iamcUnit.hasPrefix(prefix) else { return FigureUnit(name: iamcUnit, scale: 1) }
        let year = Int(iamcUnit.dropFirst(prefix.count + 1).prefix { $0.isNumber })
        return unit(of: year.map { .moneyAtPrices(of: $0) } ?? .money, like: value)
    }

    /// 亿元 or billion CNY, above them 万亿元 or trillion CNY, below them 万元 or million CNY.
    func moneyUnit(like amount: Double) -> FigureUnit {
        let unit = MoneyUnit(fitting: amount, self)
        return FigureUnit(name: text(unit.label), scale: 1 / unit.size(self))
    }

    /// An amount given in 亿元, in running text.
    func money(_ amount: Double) -> String { moneyUnit(like: amount).text(amount) }

    /// An amount that a source states, with all its digits.
    func exactMoney(_ amount: Double) -> String {
        let unit = moneyUnit(like: amount)
        return unit.with(unit.exact(amount))
    }

    /// What changes of a measure are counted in: points where it is a percentage.
    func unitOfChange(of measure: Measure, like value: Double) -> FigureUnit {
        measure.isPercentage
            ? FigureUnit(name: text(UnitLabel.points), scale: measure.scale) : unit(of: measure, like: value)
    }
}

extension TargetResult {
    /// The unit of all that is said of a target: the one that fits its goal.
    func unit(_ language: Language) -> FigureUnit { target.unit(headline.display, language) }
}

extension Target {
    /// The unit that fits the goal.
    func unit(_ display: Display, _ language: Language) -> FigureUnit { goal.unit(display, language) }
}

extension Goal {
    /// The unit that fits its number, the higher one of a range.
    func unit(_ display: Display, _ language: Language) -> FigureUnit {
        display.unit(like: upper ?? value, language)
    }
}
