/// How far tables made by a location quotient were from real ones.
///
/// Trials on the tables of six Chinese provinces of 2017 (Anhui, Guangdong,
/// Henan, Hunan, Liaoning, Zhejiang; 33 sectors), each made anew from China's
/// table of 2017 and compared with its own: made / real − 1 of the type I output
/// multipliers of inputs from the region itself, unweighted mean over sectors.
/// Nothing is known of other nations, years or classifications, and the
/// exponent 0.1 was chosen on the same six tables. Tests calculate all of it
/// from the shipped tables.
public struct QuotientTrial: Sendable, Equatable {
    /// What the tables were made by.
    public let method: QuotientMethod
    /// Mean absolute error: of all provinces, of the best and of the worst.
    public let mean: Double
    public let least: Double
    public let most: Double
    /// Mean error with its sign of the province that comes out lowest, and of the one that comes out highest.
    public let lowest: Double
    public let highest: Double

    /// From the true outputs of the provinces.
    public static let fromOutput: [QuotientTrial] = [
        .init(method: .simple, mean: 0.164, least: 0.068, most: 0.283, lowest: 0.031, highest: 0.281),
        .init(method: .crossIndustry(), mean: 0.126, least: 0.051, most: 0.229, lowest: -0.013, highest: 0.226),
        .init(method: .flegg(delta: 0.1), mean: 0.112, least: 0.045, most: 0.146, lowest: -0.137, highest: 0.137),
        .init(method: .flegg(delta: 0.25), mean: 0.173, least: 0.073, most: 0.288, lowest: -0.288, highest: -0.001),
        .init(method: .flegg(delta: 0.3), mean: 0.195, least: 0.072, most: 0.322, lowest: -0.322, highest: -0.042),
        .init(
            method: .augmentedFlegg(delta: 0.1), mean: 0.122, least: 0.060, most: 0.203, lowest: -0.096,
            highest: 0.197),
        .init(
            method: .augmentedFlegg(delta: 0.25), mean: 0.162, least: 0.104, most: 0.261, lowest: -0.261,
            highest: 0.059),
        .init(
            method: .augmentedFlegg(delta: 0.3), mean: 0.182, least: 0.086, most: 0.301, lowest: -0.301,
            highest: 0.015),
    ]

    /// With compensation of employees in place of persons, so that outputs are estimated too.
    public static let fromEmployment: [QuotientTrial] = [
        .init(method: .simple, mean: 0.161, least: 0.067, most: 0.241, lowest: -0.041, highest: 0.227),
        .init(method: .crossIndustry(), mean: 0.125, least: 0.068, most: 0.181, lowest: -0.067, highest: 0.175),
        .init(method: .flegg(delta: 0.1), mean: 0.121, least: 0.053, most: 0.187, lowest: -0.187, highest: 0.072),
        .init(method: .flegg(delta: 0.25), mean: 0.186, least: 0.083, most: 0.321, lowest: -0.321, highest: -0.032),
        .init(method: .flegg(delta: 0.3), mean: 0.210, least: 0.092, most: 0.351, lowest: -0.351, highest: -0.061),
        .init(
            method: .augmentedFlegg(delta: 0.1), mean: 0.132, least: 0.057, most: 0.183, lowest: -0.154,
            highest: 0.148),
        .init(
            method: .augmentedFlegg(delta: 0.25), mean: 0.175, least: 0.092, most: 0.303, lowest: -0.303,
            highest: 0.020),
        .init(
            method: .augmentedFlegg(delta: 0.3), mean: 0.197, least: 0.090, most: 0.336, lowest: -0.336,
            highest: -0.016),
    ]

    /// Made over real, from the true outputs: exports and imports of all sectors, lowest and highest province.
    public static let exports = 0.66...3.93
    public static let imports = 0.64...6.28
    /// With compensation in place of persons: mean absolute error of outputs (weighted by output) by
    /// province, and value added of all sectors, made over real.
    public static let outputErrors = 0.156...0.302
    public static let valueAdded = 0.85...0.98

    /// The trials of a method, those of other exponents where its own was not tried.
    ///
    /// - Returns: one trial where the method was tried as it is, else all of its kind.
    public static func trials(of method: QuotientMethod, base: QuotientBase) -> [QuotientTrial] {
        let all = base == .output ? fromOutput : fromEmployment
        if let same = all.first(where: { $0.method == method }) { return [same] }
        return all.filter { trial in
            switch (trial.method, method) {
            case (.flegg, .flegg), (.augmentedFlegg, .augmentedFlegg): true
            default: false
            }
        }
    }
}
