import Scoring

/// A method that forecasts every region of a panel from what was known at the end of a year.
///
/// A panel comes on the scale on which changes add up and forecasts are scored:
/// logarithms for levels that grow (see ``Panel/logarithms()``), values as they
/// are for shares and rates. Distributions are on the same scale.
public protocol PanelForecaster: Sendable {
    /// A short name for tables, e.g. `drift`.
    var name: String { get }

    /// Fits on the years up to and including `origin`; nothing later may be looked at.
    ///
    /// - Throws: `cannotFit` where those years are too few.
    func fit(_ panel: Panel, through origin: Int) throws(PanelError) -> any FittedPanelForecaster
}

/// A method fitted up to an origin.
public protocol FittedPanelForecaster: Sendable {
    /// The value `horizon` years after the origin, at least 1; nil for a region that the method cannot
    /// forecast, such as one without a value up to the origin.
    ///
    /// - Parameter region: position in the panel.
    func forecast(region: Int, horizon: Int) -> (any ForecastDistribution)?
}
