import Sampling

extension Scenario {
    /// Levers that can change nothing in this scenario, in the file's order, each with the reason.
    ///
    /// A zero beside a lever otherwise reads as if the lever were weak. Found are levers on R&D where knowledge moves
    /// nothing, effort where no R&D is done, conversion where all of a gain lands in the region already, and what starts
    /// in the last year but shows in the year after.
    public var idleLevers: [(lever: Lever, reason: String)] {
        levers.compactMap { lever in idleness(of: lever).map { (lever, $0) } }
    }

    private func idleness(of lever: Lever) -> String? {
        if lever.showsAYearLater, lever.from >= end {
            return "it starts in the last year, \(lever.from), and what it changes shows from the year after on"
        }
        guard let group = lever.researchGroup, let science = economy.science else { return nil }
        if !science.movesIndustry { return "`economy.science.science_to_industry` is false, so that R&D moves nothing" }
        let noResearch = "no entry of `economy.science.intensity` holds any of \(group), so that it does no R&D"
        switch lever.effect {
        case .researchEffort where !doesResearch(group, science):
            return noResearch + " that could be raised"
        case .conversion(_, let increase):
            if science.conversion.distribution.lowest >= 1, increase.distribution.lowest >= 0 {
                return "`economy.science.conversion` is 100% in all members, so that nothing is left to raise"
            }
            let spills = science.spillover.distribution.highest > 0
            return spills || doesResearch(group, science) ? nil : noResearch + ", and nothing spills over to it"
        default: return nil
        }
    }

    /// Without any entry all sectors do R&D.
    private func doesResearch(_ id: String, _ science: ScienceSpecification) -> Bool {
        let weights = group(id)?.weights ?? []
        return science.intensity.isEmpty
            || science.intensity.contains { entry in
                guard entry.value.distribution.median > 0, let held = group(entry.group)?.weights else { return false }
                return zip(held, weights).contains { $0 > 0 && $1 > 0 }
            }
    }
}

extension Lever {
    /// Whether what is done in a year shows in the next: knowledge and capacity are built first.
    fileprivate var showsAYearLater: Bool {
        switch effect {
        case .researchEffort, .researchMoney, .researchAward, .investmentShift: true
        default: false
        }
    }
}

extension Distribution {
    /// The ends of what a draw can be.
    fileprivate var lowest: Double { quantile(0x1p-53) }
    fileprivate var highest: Double { quantile(1 - 0x1p-53) }
}
