import Goals
import Scenarios

/// The words for what a goal would take.
struct RequirementWords {
    let scenario: Scenario
    let language: Language

    /// What is needed, and of what.
    func name(_ line: Requirement) -> String {
        let against = line.against.map { language.name($0.name, chinese: $0.nameChinese) }
        func label(_ own: RequirementLabel, _ other: RequirementLabel, _ values: [String: String] = [:]) -> String {
            guard let against else { return language.requirement(own, values) }
            return language.requirement(other, values.merging(["name": against]) { $1 })
        }
        let year = String(scenario.start)
        switch line.kind {
        case .growth: return language.requirement(.growth)
        case .investment: return label(.investment, .investmentAgainst)
        case .research: return label(.research, .researchAgainst)
        case .satellite(let id): return label(.satellite, .satelliteAgainst, ["satellite": satellite(id)])
        case .sectors(nil): return language.requirement(.sectors, ["year": year])
        case .sectors(let group?): return language.requirement(.whole, ["whole": whole(group), "year": year])
        case .sector(let code): return language.requirement(.sector, ["sector": sector(code)])
        case .land: return label(.land, .landAgainst)
        case .unit(let rank): return language.requirement(.unit, ["ordinal": ordinal(rank)])
        case .otherUnits(let count): return language.requirement(.otherUnits, ["count": String(count)])
        }
    }

    /// A ratio: one decimal, two digits where that would be 0.
    static func ratio(_ ratio: Double) -> String {
        ratio < 0.1 || ratio >= 10 ? HumanNumber.twoDigits(ratio) : HumanNumber.fixed(ratio, decimals: 1)
    }

    /// A sentence on a line that cannot be, or that takes what others need; nil for those that are no news.
    func finding(_ line: Requirement) -> String? {
        guard let available = line.available, let ratio = line.ratio else { return nil }
        func number(_ value: Double) -> String { HumanNumber.threeDigits(value * line.scale) }
        var values = [
            "ratio": Self.ratio(ratio), "needed": number(line.needed.p50), "available": number(available.p50),
            "projected": number(available.p50), "high": number(available.p95), "year": String(scenario.start),
        ]
        switch line.kind {
        case .otherUnits(let count):
            guard ratio >= 0.9 else { return nil }
            values["count"] = String(count)
            return language.requirement(.foundOtherUnits, values)
        case .sectors(let group):
            return ratio < 0.8 ? nil : rest(line, group.map(whole) ?? language.requirement(.ofSectors))
        default: break
        }
        // What only compares is worth a sentence where it is clearly less.
        guard line.isLimit ? line.isContradiction : ratio >= 1.05 else { return nil }
        switch line.kind {
        case .growth:
            values["needed"] = HumanNumber.percent(line.needed.p50)
            values["high"] = HumanNumber.percent(available.p95)
            return language.requirement(.foundGrowth, values)
        case .sector(let code):
            values["sector"] = sector(code)
            return language.requirement(.foundSector, values)
        case .unit(let rank):
            values["ordinal"] = ordinal(rank)
            values["start"] = number(line.start?.p50 ?? .nan)
            return language.requirement(.foundUnit, values)
        default:
            guard let (need, of) = sides(line) else { return nil }
            return language.requirement(.foundTimes, ["need": need, "ratio": Self.ratio(ratio), "of": of])
        }
    }

    private func rest(_ line: Requirement, _ whole: String) -> String {
        guard let growth = line.growthOfRest, growth > -1 else {
            return language.requirement(.foundNoRest, ["whole": whole])
        }
        return language.requirement(
            growth < 0 ? .foundRestShrinks : .foundRest,
            ["whole": whole, "rate": HumanNumber.percent(growth < 0 ? -growth : growth)])
    }

    /// What is needed and what it is held against, in words; nil for lines that have sentences of their own.
    private func sides(_ line: Requirement) -> (need: String, of: String)? {
        let labels: (need: RequirementLabel, of: RequirementLabel)
        var values: [String: String] = [:]
        switch line.kind {
        case .investment: labels = (.needInvestment, .ofInvestment)
        case .research: labels = (.needResearch, .ofResearch)
        case .satellite(let id):
            labels = (.needSatellite, .ofSatellite)
            values["satellite"] = satellite(id)
        case .land: labels = (.needLand, .land)
        default: return nil
        }
        let against = line.against.map { language.name($0.name, chinese: $0.nameChinese) }
        return (language.requirement(labels.need, values), against ?? language.requirement(labels.of))
    }

    private func satellite(_ id: String) -> String {
        let satellite = scenario.economy.satellites.first { $0.id == id }
        return language.name(satellite?.name ?? id, chinese: satellite?.nameChinese)
    }

    private func sector(_ code: String) -> String {
        let sector = scenario.sectors.first { $0.code == code }
        return language.name(code.replacing("_", with: " "), chinese: sector?.nameChinese)
    }

    private func whole(_ group: String) -> String {
        if group == "all" { return language.requirement(.economy) }
        return scenario.group(group)?.name ?? group.replacing("_", with: " ")
    }

    /// `10th`, `22nd`; in Chinese the number alone.
    private func ordinal(_ rank: Int) -> String {
        guard language == .english else { return String(rank) }
        let suffix =
            switch (rank % 10, rank % 100) {
            case (1, let tens) where tens != 11: "st"
            case (2, let tens) where tens != 12: "nd"
            case (3, let tens) where tens != 13: "rd"
            default: "th"
            }
        return "\(rank)\(suffix)"
    }
}
