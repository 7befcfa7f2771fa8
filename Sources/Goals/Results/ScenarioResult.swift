import Scenarios

/// Everything that one scenario's projection says: plain values, ready to be
/// written or shown. Units: money in 亿元, rates and shares as fractions.
public struct ScenarioResult: Sendable {
    public var scenario: Scenario
    public var members: Int
    public var seed: UInt64
    /// Model quantities by year, in a fixed order.
    public var variables: [VariableSummary]
    public var targets: [TargetResult]
    /// Quantities that are followed beside published figures.
    public var tracked: [TrackedResult]
    /// Named industries, in the order in which targets and commitments name them.
    public var themes: [ThemeResult]
    /// What goes with output, in the order of the scenario.
    public var satellites: [SatelliteResult]
    /// What each target would take, in their order.
    public var requirements: [TargetRequirements]
    /// Chance that all headline readings are met in the same member; nil with fewer than two targets.
    public var jointOdds: Odds?
    public var baseYear: BaseYearReport?
    /// Portfolio units at the first deadline of a target on the portfolio (else at `end`), largest first.
    public var rankings: [PortfolioRanking]
    /// What decides the result: stated on screen and in run.json.
    public var assumptions: [Assumption]
    public var notices: [Notice]
    /// What was learned from published figures; nil for the prior.
    public var learning: LearningReport?
    /// Which published figures could be known.
    public var knowledge = RunOptions.Knowledge.published
    /// How what is drawn once per member was drawn.
    public var sampling = RunOptions.Sampling.random
    /// How far each judgement of the scenario moves its targets, then all of them together where there are several;
    /// of `project` only, empty in comparisons.
    public var judgements: [JudgementResult]

    /// What each half of the loop of science and industry adds; empty where no lever sets it off, and in comparisons.
    public var loop: [LoopResult] = []

    /// Its parts, as documented on each.
    public init(
        scenario: Scenario, members: Int, seed: UInt64, variables: [VariableSummary], targets: [TargetResult],
        tracked: [TrackedResult], jointOdds: Odds?, baseYear: BaseYearReport?, rankings: [PortfolioRanking],
        assumptions: [Assumption],
        notices: [Notice], learning: LearningReport? = nil, judgements: [JudgementResult] = [],
        themes: [ThemeResult] = [], satellites: [SatelliteResult] = [],
        requirements: [TargetRequirements] = []
    ) {
        self.scenario = scenario
        self.members = members
        self.seed = seed
        self.variables = variables
        self.targets = targets
        self.tracked = tracked
        self.jointOdds = jointOdds
        self.baseYear = baseYear
        self.rankings = rankings
        self.assumptions = assumptions
        self.notices = notices
        self.learning = learning
        self.judgements = judgements
        self.themes = themes
        self.satellites = satellites
        self.requirements = requirements
    }
}

/// One IAMC variable over the years.
public struct VariableSummary: Sendable {
    /// e.g. `Output|Pharmaceuticals`, `Portfolio|Platforms|Total Output`, `Target|total-output`.
    public var name: String
    /// e.g. `100 million CNY/yr`, `100 million CNY_2022/yr`, `%`, `platforms`.
    public var unit: String
    /// What multiplies a canonical value to give `unit` (100 for `%`).
    public var scale: Double
    public var years: [YearSummary]

    /// One year: its distribution, and what was published for it.
    public struct YearSummary: Sendable {
        public var year: Int
        /// nil where only an observation exists.
        public var summary: Summary?
        public var observed: Double?

        /// Its parts, as documented on each.
        public init(year: Int, summary: Summary?, observed: Double?) {
            self.year = year
            self.summary = summary
            self.observed = observed
        }
    }

    /// Its parts, as documented on each.
    public init(name: String, unit: String, scale: Double, years: [YearSummary]) {
        self.name = name
        self.unit = unit
        self.scale = scale
        self.years = years
    }
}
