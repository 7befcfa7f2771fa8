import Sampling

extension Scenario {
    /// Levers that can change nothing in this scenario, in the file's order, each with the reason.
    ///
    /// A zero beside a lever otherwise reads as if the lever were weak. Found are levers on R&D where knowledge moves
    /// nothing, effort where no R&D is done, conversion where all of a gain lands in the region already, and what starts
    /// in the last year but shows in the year after.
    public var idleLevers: [(lever: Lever, reason: Idleness)] {
        levers.compactMap { lever in idleness(of: lever).map { (lever, $0) } }
    }

    /// Why a lever can change nothing.
    public enum Idleness: Sendable, Equatable {
        /// What it changes shows from the year after on.
        case startsInLastYear(Int)
        /// `economy.science.science_to_industry` is false: R&D moves nothing.
        case knowledgeIsOff
        /// The group does no R&D that could be raised.
        case noResearchToRaise(group: String)
        /// All of a gain lands in the region already.
        case conversionIsWhole
        /// The group does no R&D, and nothing spills over to it.
        case noResearchNorSpillover(group: String)
    }

    private func idleness(of lever: Lever) -> Idleness? {
        if lever.showsAYearLater, lever.from >= end {
            return .startsInLastYear(lever.from)
        }
        guard let group = lever.researchGroup, let science = economy.science else { return nil }
        if !science.movesIndustry { return .knowledgeIsOff }
        switch lever.effect {
        case .researchEffort where !doesResearch(group, science):
            return .noResearchToRaise(group: group)
        case .conversion(_, let increase):
            if science.conversion.distribution.lowest >= 1, increase.distribution.lowest >= 0 {
                return .conversionIsWhole
            }
            let spills = science.spillover.distribution.highest > 0
            return spills || doesResearch(group, science) ? nil : .noResearchNorSpillover(group: group)
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
