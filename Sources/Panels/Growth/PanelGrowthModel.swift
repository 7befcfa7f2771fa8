import Scoring

/// Growth of the regions of a panel, partially pooled toward their group.
///
/// On a scale on which changes add up (logarithms of levels), region i grows in year t by
///
///     m + f_t + a_it + ε_it,
///
/// - m: the group's trend, the same for all;
/// - f_t: common growth of a year, normal, correlation ψ from year to year;
/// - a_it: the region's own trend, normal around 0, of which each year keeps ρ;
/// - ε_it: the region's yearly shock, Student's t with ν degrees of freedom and the
///   region's own scale σ_i, itself pooled toward the typical one (inverse χ²).
///
/// Across a break comes a shift that is no growth: a common part and the
/// region's own, with means and variances of their own. An increment over k
/// years is the sum of k years of growth, so gaps need no filling.
///
/// Variances are estimated by expectation and maximisation from the panel
/// itself, the shared effects and the regions' trends exactly given those. ψ is
/// averaged over a few values by their likelihood. Forecasts damp the group's
/// trend by φ a year from the latest observation on (Gardner & McKenzie 1985),
/// with φ uncertain; they carry the uncertainty of every estimated effect, of
/// φ, ψ and the scales, and are Student's t with matching variance and kurtosis.
///
/// A forecast is in the classification of its target year: where a break lies
/// between the latest observation and the target it contains the shift. The
/// shift of a break that no increment crosses yet is unknown: zero with a
/// common standard deviation of twice, and a regional one of once, a typical
/// year's shock. A break after the origin that nobody declares is not foreseen.
///
/// Only the last ``PanelGrowthSettings/longestWindow`` years that have values are looked at: a region without any in
/// them has no forecast.
///
/// Deterministic. Cost: about 100 passes over the increments, each O(regions · years³).
public struct PanelGrowthModel: PanelForecaster {
    public let name = "growth model"
    /// What is taken as given.
    public let settings: PanelGrowthSettings

    /// - Parameter settings: see ``PanelGrowthSettings``.
    public init(settings: PanelGrowthSettings = PanelGrowthSettings()) { self.settings = settings }

    /// Fits on the years up to and including `origin`.
    ///
    /// - Throws: `cannotFit` with fewer than two regions that have an increment,
    ///   fewer than three years with growth or five increments in all.
    public func fit(_ panel: Panel, through origin: Int) throws(PanelError) -> any FittedPanelForecaster {
        try growthFit(panel.known(through: origin), through: origin)
    }

    /// What the model needs of a panel before it can be fitted.
    private static let enough = (increments: 5, years: 3, regions: 2)

    /// The first year through which the model can be fitted; nil if the panel never has enough growth.
    ///
    /// - Parameter panel: on any scale.
    public static func firstOrigin(of panel: Panel) -> Int? {
        let growth = panel.growthIncrements
        return panel.years.dropFirst().first { origin in
            let known = growth.filter { $0.end <= origin }
            return known.count >= enough.increments && Set(known.map(\.region)).count >= enough.regions
                && Set(known.flatMap { $0.start + 1...$0.end }).count >= enough.years
        }
    }

    /// Fits on the years up to and including `origin`: the fit with its estimates.
    ///
    /// - Parameters:
    ///   - panel: on the scale on which changes add up, see ``Panel/logarithms()``. Its breaks after the origin
    ///     are taken as announced: forecasts across them are wider. Values after the origin are not looked at.
    ///   - origin: from the panel's second year to its last.
    /// - Throws: as ``fit(_:through:)``.
    public func growthFit(_ panel: Panel, through origin: Int) throws(PanelError) -> PanelGrowthFit {
        let all = panel.known(through: origin)
        let known = all.recent(settings.longestWindow)
        let announced = panel.breaks.filter { $0 > origin }
        let design = GrowthDesign(known, announced: announced)
        func refuse(_ reason: String) -> PanelError { .cannotFit(method: name, through: origin, reason: reason) }
        let growing = design.regions.count { region in region.breaks.contains { $0.isEmpty } }
        guard growing >= Self.enough.regions else {
            throw refuse(
                "it pools regions and needs two with a change between neighbouring observations in one "
                    + "classification, there \(growing == 1 ? "is one" : "are none"); add regions or years")
        }
        let increments = design.regions.reduce(0) { $0 + $1.breaks.count { $0.isEmpty } }
        let years = design.isCovered.count { $0 }
        guard years >= Self.enough.years, increments >= Self.enough.increments else {
            throw refuse(
                "it needs five changes between neighbouring observations in one classification over three years, "
                    + "there \(increments == 1 ? "is" : "are") \(increments) over \(years == 1 ? "one year" : "\(years) years")"
            )
        }
        // Each value of ψ starts where the one before it arrived: their variances differ little.
        var components: [GrowthComponent] = []
        for (persistence, _) in settings.persistence {
            components.append(
                GrowthComponent(
                    design, persistence: persistence, from: components.last?.variances, settings: settings))
        }
        return PanelGrowthFit(
            panel: known, omitted: all.years.count - known.years.count, breaks: known.breaks + announced,
            design: design, components: components, settings: settings)
    }
}
