import Scenarios

/// Something the reader must know: readings that disagree, breaches, rejected members, missing bases.
///
/// What it says is a value; the words are where the reader is.
public struct Notice: Sendable, Equatable {
    /// A warning changes how the result is to be read.
    public enum Level: String, Sendable { case note, warning }
    public var level: Level
    public var matter: Matter
    /// Its parts, as documented on each.
    public init(level: Level, matter: Matter) {
        self.level = level
        self.matter = matter
    }

    /// What is to be known. Targets, readings, portfolios, levers and sectors go by their ids in the scenario; money is in
    /// 亿元, shares and rates are fractions.
    public enum Matter: Sendable, Equatable {
        // MARK: Of targets
        /// The verdict on a target depends on how it is read.
        case readingsDisagree(target: String, headline: ReadingVerdict, others: [ReadingVerdict])
        /// The odds contradict what comparable regions did.
        case outsideViewDisagrees(
            target: String, odds: Double, achieved: Int, windows: Int, years: Int, growth: Double)
        /// Nobody has published the starting value: it is modelled. `reading` is nil for the only one of a target.
        case missingBase(target: String, reading: String?, year: Int, value: Double, range: Range?, display: Display)
        /// More than four fifths of the spread is one unverified input.
        case restatesInput(target: String, input: InputName, share: Double)
        /// A few more members could turn one verdict into the other.
        case edgeOfVerdicts(target: String, low: Verdict, high: Verdict)
        /// What the scenario's author says of a target, or of one of its readings.
        case remark(target: String, reading: String?, text: String, chinese: String?)
        /// Figures of a series that is not the one that a reading is held against.
        case furtherSeries(
            target: String, reading: String, label: String, labelChinese: String?, figures: [Figure], display: Display)

        // MARK: Of figures
        /// A published figure that luck hardly explains; `deviations` are those of prediction and error together, below 0
        /// where it is lower than expected.
        case surprise(
            subject: String, subjectChinese: String?, year: Int, value: Double, deviations: Double, expected: Range,
            display: Display)
        /// Published price changes of these years are imposed, by the ids of their rules.
        case pricesUsed(years: [Int], rules: [String])
        /// Figures after the base year that are only shown: ids of targets and followed quantities.
        case shownOnly(start: Int, subjects: [String])
        /// Nothing published after a year is known.
        case knownUntil(year: Int)
        /// Nothing is learned from; price changes after the base year are not imposed.
        case nothingLearned(start: Int)

        // MARK: Of portfolios and industries
        /// A portfolio is smaller than its sectors in all members. `growthOfRest` is what the others in them are left with a
        /// year, at current prices; nil where there is none.
        case withinSectors(portfolio: String, growthOfRest: Double?)
        /// A portfolio is larger than a sector that it is part of, which cannot be: in this share of members, and most often
        /// in `sector`.
        case exceedsSector(
            portfolio: String, until: Int, share: Double, sector: String, shareOfSector: Double, growthOfRest: Double?)
        /// A published size of an industry is more than one of its sectors makes.
        case industryExceedsSector(theme: String, year: Int, sector: String, ratio: Double)
        /// An industry leans on sectors that the table knows badly.
        case transit(theme: String, parts: [SectorShare])
        /// Share of entrants since `start` in the total of `end`, and how much of theirs is existing output listed anew.
        case entrants(portfolio: String, start: Int, end: Int, share: Double, existing: Double)
        /// Share of the draws of starting sizes that agreed with what is known.
        case startingSizesKept(portfolio: String, share: Double)

        // MARK: Of levers
        /// A lever that can change nothing.
        case idleLever(String, Scenario.Idleness)
        /// What an award pays a year, and shares of the member-years in which something limits it.
        case award(lever: String, paid: Double, budgetBinds: Double, capBinds: Double)

        // MARK: Of the economy and the draws
        /// Growth a year of real value added that no region keeps up.
        case incredibleGrowth(Double)
        /// Draws beside those of the members that were rejected: a gain in competitiveness would feed itself.
        case unstableDraws(rejected: Double, members: Double)
        /// Inventory there is a balancing item of the source and grows with outflow.
        case balancingInventory(sectors: [String])
        /// Imports and inflow exceed local use: the excess counts as re-export.
        case reexports(sectors: [String])
        /// Members are points of a Sobol sequence; `others` numbers are drawn independently.
        case sobolPoints(coordinates: Int, others: Int, isPowerOfTwo: Bool)

        // MARK: Of comparisons
        /// Targets that only one of the two scenarios has.
        case unsharedTargets([String])
        /// Base years differ, and so the prices of volumes.
        case differentStarts(base: Int, alternative: Int)
        /// The members and the seed of the base hold for all.
        case sharedSeed(members: Int, seed: UInt64)
        /// Judgements that either scenario has.
        case restsOnJudgements([String])
        /// The target states another goal or deadline.
        case differentGoals(target: String, base: StatedGoal, alternative: StatedGoal)
    }

    /// A reading, by its id, with its verdict.
    public struct ReadingVerdict: Sendable, Equatable {
        public var reading: String
        public var verdict: Verdict
        /// Its parts, as documented on each.
        public init(reading: String, verdict: Verdict) { (self.reading, self.verdict) = (reading, verdict) }
    }

    /// P5 and P95.
    public struct Range: Sendable, Equatable {
        public var p5: Double
        public var p95: Double
        /// Its parts, as documented on each.
        public init(p5: Double, p95: Double) { (self.p5, self.p95) = (p5, p95) }
    }

    /// A published figure.
    public struct Figure: Sendable, Equatable {
        public var year: Int
        public var value: Double
        public var quality: Quality
        /// Its parts, as documented on each.
        public init(year: Int, value: Double, quality: Quality) {
            (self.year, self.value, self.quality) = (year, value, quality)
        }
    }

    /// What an industry has in a sector.
    public struct SectorShare: Sendable, Equatable {
        public var sector: String
        public var share: Double
        /// Its parts, as documented on each.
        public init(sector: String, share: Double) { (self.sector, self.share) = (sector, share) }
    }

    /// A goal with its deadline, and how its figures are printed.
    public struct StatedGoal: Sendable, Equatable {
        public var goal: Goal
        public var deadline: Int
        public var display: Display
        /// Its parts, as documented on each.
        public init(goal: Goal, deadline: Int, display: Display) {
            (self.goal, self.deadline, self.display) = (goal, deadline, display)
        }
    }
}

extension Notice {
    /// Whether it is about a single lever.
    var isOfLever: Bool {
        switch matter {
        case .idleLever, .award: true
        default: false
        }
    }
}
