extension ScenarioSchema {
    static let requirements = MapShape(
        noun: "what a path to a goal takes, e.g. {capital_output_ratio: {prior: capital_output_ratio}}",
        keys: [
            .optional("capital_output_ratio", figure(.number), "Capital per yuan of value added."),
            .optional(
                "research_over_output", figure(.share), "R&D that a yuan of output takes in the industries at issue."),
            .optional("research_over_gdp", figure(.share), "R&D of the region over its GDP."),
            .optional(
                "investment_over_gdp", figure(.share),
                "Fixed capital formation over GDP; default that of the table's category fixed_capital."),
            .optional("land", .map(land), "Land that each unit of a portfolio takes."),
            .optional("available", .items(available), "Amounts that a requirement is held against."),
        ])

    private static let land = MapShape(
        noun: "land, e.g. {portfolio: platforms, per_unit: 6.67, unit: km²}",
        keys: [
            .required("portfolio", .reference("a portfolio"), "Whose units take land."),
            .required("per_unit", figure(.number), "Land of one unit."),
            .required("unit", .text, "Unit of the land, e.g. km²."),
        ])

    static let available = MapShape(
        noun: "an amount that is available, with id, name, for and amount",
        keys: [
            .required("id", .identifier, "Id of the amount."),
            .required("name", .text, "What it is, in English: \"the industry fund, spread over five years\"."),
            .optional("name_zh", .text, "The same in Chinese."),
            .required(
                "for", .reference("investment, research, land or a satellite"),
                "The requirement that it is held against."),
            .required(
                "amount", figure(.number),
                "How much: money a year for investment, research and money satellites, else in the unit of the need."),
            .optional("limit", .flag, "Whether more cannot be had; default false: it only compares."),
            .optional("targets", .list(.reference("a target")), "The targets that it is about; default all."),
            .optional(
                "units", .integer(1...10_000),
                "For land: how many units the area is for, so that it is compared per unit; default: it is for all."),
            .optional("note", .text, "Free text."),
        ])

    /// A figure of a file of observations, or a number with its range.
    static func figure(_ dimension: Dimension) -> ValueType {
        .either([
            .map(
                MapShape(
                    noun: "a published figure, e.g. {file: controls.csv, indicator: rd_intensity}",
                    keys: [
                        .required("file", .path, "CSV of observations."),
                        .required("indicator", .text, "Indicator in the file; its latest figure is taken."),
                        .optional("year", .year, "Year of the figure; default the latest."),
                        .optional("kind", .text, "Kind of the row, e.g. plan or policy; default outcome."),
                        .optional("times", .quantity(.number, limits: notNegative), "Factor to what is meant here."),
                        .optional("note", .text, "Free text."),
                    ])),
            .uncertain(
                UncertainType(dimension: dimension == .number ? nil : dimension, limits: figureLimits(dimension))),
        ])
    }

    /// A share up to 1, anything else from 0 on.
    static func figureLimits(_ dimension: Dimension) -> ClosedRange<Double> {
        dimension == .share ? ValueType.limits(of: .share) : notNegative
    }
}
