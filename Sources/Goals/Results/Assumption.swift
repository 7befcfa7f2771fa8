import Scenarios

/// An assumption worth a line of its own, e.g. the dominant relative growth.
public struct Assumption: Sendable, Equatable {
    public var matter: Matter
    public var quality: Quality?
    /// Its parts, as documented on each.
    public init(matter: Matter, quality: Quality?) {
        self.matter = matter
        self.quality = quality
    }

    /// What is assumed. Rates and shares are fractions.
    public enum Matter: Sendable, Equatable {
        case relativeGrowth(RelativeGrowth)
        /// What all assumptions together imply: growth a year of real value added over `years`.
        case impliedGrowth(median: Double, p5: Double, p95: Double, years: Int)
        case sectorWeights
        /// How sectors and technology moved that no control says anything of.
        case drift(DriftOrigin)
    }

    /// A group that grows faster or slower than its reference, by ids.
    public struct RelativeGrowth: Sendable, Equatable {
        public var id: String
        public var relativeTo: String
        /// Difference a year at first, and its sd.
        public var mean: Double
        public var deviation: Double
        /// What each further year keeps of it, 1 for all.
        public var damping: Double
        /// Whether the figures contain changes of relative prices.
        public var isNominal: Bool
        public var origin: Origin
        /// The group whose demand carries the difference alone; nil where it is the group itself.
        public var carriedBy: String?
        /// sd of yearly shocks; nil for none.
        public var shocks: Double?
        /// Share of a difference in demand that arrives in relative value added.
        public var passThrough: Double

        /// Its parts, as documented on each.
        public init(
            id: String, relativeTo: String, mean: Double, deviation: Double, damping: Double, isNominal: Bool,
            origin: Origin, carriedBy: String?, shocks: Double?, passThrough: Double
        ) {
            self.id = id
            self.relativeTo = relativeTo
            self.mean = mean
            self.deviation = deviation
            self.damping = damping
            self.isNominal = isNominal
            self.origin = origin
            self.carriedBy = carriedBy
            self.shocks = shocks
            self.passThrough = passThrough
        }
    }

    /// Where the differential of the first year comes from.
    public enum Origin: Sendable, Equatable {
        /// Published figures, shrunk toward wider experience: their own mean and its standard error.
        case observed(series: String, file: String, from: Int, to: Int, increments: Int, mean: Double, error: Double)
        /// Stated by the scenario, with its source.
        case stated(source: String?)
    }
}
