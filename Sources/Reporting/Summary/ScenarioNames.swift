import InputOutput
import Scenarios

/// What a scenario calls its targets, groups and levers, in the reader's language.
///
/// Chinese pages use the English name where the file has no Chinese one. Groups, and sectors in lists, go by their ids
/// on English pages: their names are long and hold commas.
struct ScenarioNames {
    let scenario: Scenario
    let language: Language

    func target(_ id: String) -> String {
        if let target = scenario.targets.first(where: { $0.id == id }) {
            return language.name(target.name, chinese: target.nameChinese)
        }
        let tracked = scenario.tracked.first { $0.id == id }
        return tracked.map { language.name($0.name, chinese: $0.nameChinese) } ?? id
    }

    /// The name of a reading, without that of its target.
    func reading(_ id: String, of target: String) -> String {
        let readings = scenario.targets.first { $0.id == target }?.readings ?? []
        guard let reading = readings.first(where: { $0.id == id }) else { return id }
        // The only reading of a target goes by the target's name.
        return readings.count == 1
            ? self.target(target) : language.name(reading.name ?? id, chinese: reading.nameChinese)
    }

    /// `target/reading`; nil for the only reading of a target.
    func target(_ id: String, reading: String?) -> String {
        guard let reading else { return target(id) }
        let isOnly = scenario.targets.first { $0.id == id }?.readings.count == 1
        if isOnly { return target(id) }
        return language.text(
            NoticeLabel.reading, ["target": target(id), "reading": self.reading(reading, of: id)])
    }

    func portfolio(_ id: String) -> String {
        let portfolio = scenario.portfolios.first { $0.id == id }
        return portfolio.map { language.name($0.name, chinese: $0.nameChinese) } ?? id
    }

    func theme(_ id: String) -> String {
        let theme = scenario.themes.first { $0.id == id }
        return theme.map { language.name($0.name, chinese: $0.nameChinese) } ?? id
    }

    func satellite(_ id: String) -> String {
        let satellite = scenario.economy.satellites.first { $0.id == id }
        return language.name(satellite?.name ?? id, chinese: satellite?.nameChinese)
    }

    func lever(_ id: String) -> String {
        let lever = scenario.levers.first { $0.id == id }
        return language.name(lever?.name ?? id, chinese: lever?.nameChinese)
    }

    /// A sector by its code.
    func sector(_ code: String) -> String {
        guard language == .chinese else { return words(code) }
        let sector = scenario.sectors.first { $0.code == code }
        return sector.flatMap { $0.nameChinese.isEmpty ? nil : $0.nameChinese } ?? sector?.name ?? code
    }

    /// A sector by its name in English, not by its code.
    func sectorByName(_ code: String) -> String {
        let sector = scenario.sectors.first { $0.code == code }
        return language == .chinese ? self.sector(code) : sector?.name ?? code
    }

    /// A group, a control, a price rule, a relative growth: what has an id and no entry to carry a Chinese name.
    func id(_ id: String) -> String {
        guard language == .chinese else { return words(id) }
        if let name = scenario.namesChinese[id] { return name }
        if id == "all" { return language.text(RequirementLabel.economy, ["in": ""]) }
        if scenario.sectors.contains(where: { $0.code == id }) { return sector(id) }
        return scenario.group(id)?.name ?? id
    }

    /// An id as it stands in an English sentence.
    private func words(_ id: String) -> String { id == "gdp" ? "GDP" : id.replacing("_", with: " ") }

    /// A category of final use.
    func category(_ name: String) -> String {
        let label = CategoryLabel(rawValue: name)
        return label.map { language.text($0) }
            ?? (scenario.namesChinese[name].flatMap { language == .chinese ? $0 : nil })
            ?? name.replacing("_", with: " ")
    }

    /// A total of the updated table.
    func margin(_ subject: MarginSubject) -> String {
        MarginWords(language: language, control: id, sector: sector).text(subject)
    }

    /// An input, as pages call it.
    func input(_ name: InputName) -> String {
        func text(_ label: InputLabel, _ name: String) -> String { language.text(label, ["name": name]) }
        switch name {
        case .baseline(let target, let reading): return text(.baseline, self.target(target, reading: reading))
        case .relativeGrowth(let id): return text(.relativeGrowth, self.id(id))
        case .relativeGrowthVolatility(let id): return text(.relativeGrowthVolatility, self.id(id))
        case .productivity(let id): return text(.productivity, satellite(id))
        case .growth(let category): return text(.growth, self.category(category))
        case .commonShocks: return language.text(InputLabel.commonShocks)
        case .sectoralShocks: return language.text(InputLabel.sectoralShocks)
        case .sectoralCorrelation: return language.text(InputLabel.sectoralCorrelation)
        case .priceChange(let rule): return text(.priceChange, id(rule))
        case .lever(let id, nil): return text(.lever, lever(id))
        case .lever(let id, let part?):
            return language.text(
                InputLabel.leverPart, ["name": lever(id), "part": language.text(InputLabel(part))])
        case .science(let part): return language.text(InputLabel.science, ["part": language.text(InputLabel(part))])
        case .researchDepreciation(let group): return text(.researchDepreciation, id(group))
        case .researchIntensity(let group): return text(.researchIntensityOf, id(group))
        case .premium(let id): return text(.premium, portfolio(id))
        case .volatility(let id): return text(.volatility, portfolio(id))
        case .sizeExponent(let id): return text(.sizeExponent, portfolio(id))
        case .startingSize(let id): return text(.startingSize, portfolio(id))
        case .entryAchieved(let id): return text(.entryAchieved, portfolio(id))
        }
    }
}
