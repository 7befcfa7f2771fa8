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
            guard let against else { return language.text(own, values.merging(region) { $1 }) }
            return language.text(other, values.merging(["name": against]) { $1 })
        }
        let year = String(scenario.start)
        switch line.kind {
        case .growth: return language.text(RequirementLabel.growth)
        case .investment: return label(.investment, .investmentAgainst)
        case .research: return label(.research, .researchAgainst)
        case .satellite(let id): return label(.satellite, .satelliteAgainst, ["satellite": satellite(id)])
        case .sectors(nil): return language.text(RequirementLabel.sectors, ["year": year].merging(region) { $1 })
        case .sectors(let group?): return language.text(RequirementLabel.whole, ["whole": whole(group), "year": year])
        case .sector(let code):
            return language.text(RequirementLabel.sector, ["sector": sector(code)].merging(region) { $1 })
        case .land: return label(.land, .landAgainst)
        case .landPerUnit: return label(.land, .landPerUnitAgainst)
        case .unit(let rank): return language.text(RequirementLabel.unit, ["unit": unit(of: rank)])
        case .units: return language.text(RequirementLabel.units)
        case .otherUnits(1): return language.text(RequirementLabel.otherUnit)
        case .otherUnits(let count): return language.text(RequirementLabel.otherUnits, ["count": String(count)])
        }
    }

    /// The unit of all figures of a line: the one that fits the middle of what is needed and what there is, which may be
    /// a firm's and a province's.
    func unit(_ line: Requirement) -> FigureUnit {
        let needed = abs(line.needed.p50)
        let available = line.available.map { abs($0.p50) } ?? needed
        let middle = needed > 0 && available > 0 ? (needed * available).squareRoot() : max(needed, available)
        return language.unit(of: line.measure, like: middle)
    }

    /// `{region}` and `{in}`: the region whose figures those of the projection are. A city driven by the table of its
    /// province must not read as if the province's R&D were its own.
    private var region: [String: String] {
        guard let name = Self.tableRegion(of: scenario, language) else {
            return ["region": language.text(RequirementLabel.region), "in": ""]
        }
        return [
            "region": language.text(RequirementLabel.tableRegion, ["name": name]),
            "in": language.text(RequirementLabel.inTableRegion, ["name": name]),
        ]
    }

    /// The name of the table's region where it is another than the scenario's, `Hunan` for `hunan`; else nil.
    static func tableRegion(of scenario: Scenario, _ language: Language) -> String? {
        scenario.foreignTableRegion.map { id in
            let words = id.split { $0 == "_" || $0 == "-" || $0 == " " }.map {
                $0.prefix(1).uppercased() + $0.dropFirst()
            }
            return language.name(words.joined(separator: " "), chinese: scenario.economy.tableRegionChinese)
        }
    }

    /// A ratio: one decimal, two digits where that would be 0; what is next to nothing is said to be so.
    static func ratio(_ ratio: Double) -> String {
        if ratio > 0, ratio < 0.001 { return "< 0.001" }
        return ratio < 0.1 || ratio >= 10 ? HumanNumber.twoDigits(ratio) : HumanNumber.fixed(ratio, decimals: 1)
    }

    /// A sentence on a line that cannot be, or that takes what others need; nil for those that are no news.
    func finding(_ line: Requirement) -> String? {
        guard let available = line.available, line.ratio != nil || line.isContradiction else { return nil }
        let ratio = line.ratio ?? .infinity
        switch line.kind {
        case .otherUnits(let count):
            guard ratio >= 0.9 else { return nil }
            return language.text(
                count == 1 ? RequirementLabel.foundOtherUnit : .foundOtherUnits,
                values(line, available).merging(["count": String(count)]) { $1 })
        case .sectors(let group):
            return ratio < 0.8
                ? nil : rest(line, group.map(whole) ?? language.text(RequirementLabel.ofSectors, region))
        default: break
        }
        // What only compares is worth a sentence where it is clearly less.
        guard line.isLimit ? line.isContradiction : ratio >= 1.05 else { return nil }
        return beyond(line, available)
    }

    /// What a line asks for beyond what there is.
    private func beyond(_ line: Requirement, _ available: Requirement.Range) -> String? {
        var values = values(line, available)
        switch line.kind {
        case .growth:
            values["needed"] = HumanNumber.percent(line.needed.p50)
            values["high"] = HumanNumber.percent(available.p95)
            return language.text(RequirementLabel.foundGrowth, values)
        case .sector(let code):
            values["sector"] = sector(code)
            return language.text(RequirementLabel.foundSector, values)
        case .unit(let rank):
            values["unit"] = unit(of: rank)
            values["start"] = self.unit(line).number(line.start?.p50 ?? .nan)
            return language.text(RequirementLabel.foundUnit, values)
        case .units(let hasEntry):
            return language.text(hasEntry ? RequirementLabel.foundUnitsWithEntry : .foundUnits, values)
        default:
            guard let ratio = values["ratio"], let (need, of) = sides(line) else { return nil }
            return language.text(RequirementLabel.foundTimes, ["need": need, "ratio": ratio, "of": of])
        }
    }

    private func values(_ line: Requirement, _ available: Requirement.Range) -> [String: String] {
        let unit = unit(line)
        // Sentences name the unit with the figures that stand alone; those beside them are in the same.
        var values = [
            "needed": unit.number(line.needed.p50), "available": unit.number(available.p50),
            "projected": unit.number(available.p50), "high": unit.number(available.p95),
            "year": String(scenario.start), "currency": unit.name,
        ].merging(region) { $1 }
        values["ratio"] = line.ratio.map(Self.ratio)
        return values
    }

    private func rest(_ line: Requirement, _ whole: String) -> String {
        guard let growth = line.growthOfRest, growth > -1 else {
            return language.text(RequirementLabel.foundNoRest, ["whole": whole])
        }
        return language.text(
            growth < 0 ? RequirementLabel.foundRestShrinks : .foundRest,
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
        case .landPerUnit: labels = (.needLandPerUnit, .land)
        default: return nil
        }
        let need = language.text(labels.need, values)
        guard let amount = line.against else { return (need, language.text(labels.of, region)) }
        let name = language.name(amount.name, chinese: amount.nameChinese)
        return (need, line.kind == .landPerUnit ? language.text(RequirementLabel.perUnit, ["name": name]) : name)
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
        if group == "all" { return language.text(RequirementLabel.economy, region) }
        if language == .chinese { return ScenarioNames(scenario: scenario, language: language).id(group) }
        return scenario.group(group)?.name ?? group.replacing("_", with: " ")
    }

    /// `largest unit`, `2nd largest unit`.
    private func unit(of rank: Int) -> String {
        language.text(rank == 1 ? RequirementLabel.largestUnit : .rankedUnit, ["ordinal": ordinal(rank)])
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
