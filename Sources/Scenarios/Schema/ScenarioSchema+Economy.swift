extension ScenarioSchema {
    static let economy = MapShape(
        noun: "the economy",
        keys: [
            .required("table", .path, "Input-output table (CSV)."),
            .required("table_year", .year, "Year of the table."),
            .optional(
                "table_region", .text,
                "Region of the table; the pages name it where it is another than the scenario's, e.g. the province of a city."
            ),
            .optional("table_region_zh", .text, "Its name in Chinese."),
            .optional(
                "update", .map(update), "How the table is moved to the base year; needed when table_year is not start."),
            .required(
                "growth", .dictionary("categories of final use", .uncertain(.rate, redraws: [.once, .year])),
                "Real growth a year of every category of final use."),
            .optional(
                "growth_correlation", .quantity(.share),
                "Correlation of the rates of different categories, 0 to 1; default 0."),
            .optional(
                "relative_growth", .items(relativeGrowth),
                "Growth of a group relative to another, from observed figures."),
            .required(
                "shocks",
                .map(
                    MapShape(
                        noun: "the shocks: common, sector, correlation",
                        keys: [
                            .required(
                                "common", .uncertain(.rate, limits: notNegative),
                                "sd of the yearly shock to all final use."),
                            .required(
                                "sector", .uncertain(.rate, limits: notNegative),
                                "sd of the yearly shock to a sector's final use."),
                            .required(
                                "correlation", .uncertain(.share), "Correlation of the shocks of different sectors."),
                        ])), "Yearly shocks to the growth of final use."),
            .optional("prices", .items(priceRule), "Price changes of groups; they add up where groups overlap."),
            .optional("science", .map(science), "How science and industry feed each other; levers on R&D need it."),
            .optional(
                "satellites", .items(satellite), "What goes with output: taxes, jobs, energy, shares of value added."),
        ])

    static let notNegative = 0...Double.infinity

    static let update = MapShape(
        noun: "an update of the table",
        keys: [
            .optional("observations", .path, "CSV of control totals: indicator, year, value, unit, quality, source."),
            .optional(
                "drift",
                .map(
                    MapShape(
                        noun: "two national tables, e.g. {from: io-2017.csv, to: io-2020.csv, years: 2017..2020}",
                        keys: [
                            .required("from", .path, "The earlier table."),
                            .required("to", .path, "The later table."),
                            .required(
                                "years", .years,
                                "Years of the two tables; the change between them counts for those from table_year to start."
                            ),
                            .optional(
                                "technology", .quantity(.share),
                                "Part of the change in value-added ratios and technical coefficients that is taken over; default 25%."
                            ),
                        ])), "National tables that tell how sectors without a control, and technology, moved."),
            .optional(
                "local_demand", .quantity(.share),
                "How far sectors that sell inside the region follow what its users call for, 0 to 1; default 50%."),
            .required("controls", .items(control), "Totals of the base year that are imposed."),
        ])

    /// A file that says how a table is updated, outside a scenario.
    static let updateFile = MapShape(
        noun: "an update of a table",
        keys: [
            .required("table_year", .year, "Year of the table."),
            .required("year", .year, "Year that the table is moved to."),
            .optional("groups", .dictionary("group ids", group), "Named groups of sectors."),
        ] + update.keys)

    static let control = MapShape(
        noun: "a control, e.g. {id: gdp, value_added: all, is: gdp}",
        keys: [
            .required("id", .identifier, "Id of the control."),
            .optional("value_added", .reference("a sector or group"), "Group whose value added is given."),
            .optional("output", .reference("a sector or group"), "Group whose gross output is given."),
            .optional(
                "is", .figure,
                "Indicator of the observations in the base year, or an amount of money, or a percentage of another control."
            ),
            .optional("of", .reference("the id of a control"), "The control that a share is a share of."),
            .optional(
                "growth", .growthFigure,
                "Growth since the year of the table where no total is known: a rate over all years together, or an indicator with a rate for every year."
            ),
            .optional(
                "price", .growthFigure,
                "How prices of the group changed since the table, where growth is in constant prices; given as growth is."
            ),
            .optional(
                "relative_to", .reference("the id of a control"),
                "The control that the growth is ahead of; left out, it is growth by itself."),
            .optional("quality", .quality, "How far an amount that is given here can be trusted."),
            .optional("source", .text, "Where an amount that is given here comes from."),
            .optional("gives_way", .flag, "Whether this control yields when controls disagree; default false."),
        ])

    static let relativeGrowth = MapShape(
        noun: "a relative growth with id, group and observed figures or a trend",
        keys: [
            .required("id", .identifier, "Id of the relative growth."),
            .required("group", .reference("a sector or group"), "The group that grows."),
            .required("relative_to", .reference("a sector or group"), "The group that its growth is relative to."),
            .optional(
                "carried_by", .reference("a sector or group"),
                "The group whose demand carries the difference, e.g. high-tech without drugs; default the group itself."
            ),
            .optional(
                "observed", observedGrowth,
                "The series that tell how it grew so far; either this and shrink_toward, or trend."),
            .optional("shrink_toward", .uncertain(.rate), "Wider experience that the observed mean is shrunk toward."),
            .optional(
                "trend", .uncertain(.rate),
                "Differential of the first year, as `milepost calibrate` estimates it from a panel."),
            .required("damping", .quantity(.share), "Each further year keeps this share of the differential."),
            .optional(
                "volatility", .uncertain(.rate, limits: notNegative),
                "sd of a yearly shock to the differential, in logarithms; default none."),
            .required("prices", .choice(["nominal", "real"]), "Whether the observed figures contain relative prices."),
        ])

    static let observedGrowth = ValueType.either([
        .map(observed("growth_of", "Level series; its log changes are used.", "over", "Level series to divide by.")),
        .map(observed("rate", "Series of yearly growth rates.", "less", "Series of yearly growth rates to subtract.")),
        .map(observed("share", "Series of shares; its log changes are used.", nil, "")),
    ])

    private static func observed(_ first: String, _ doc: String, _ second: String?, _ secondDoc: String) -> MapShape {
        var keys: [SchemaKey] = [.required(first, .text, doc), .required("file", .path, "CSV of observations.")]
        if let second { keys.append(.optional(second, .text, secondDoc)) }
        keys.append(.optional("years", .years, "Years to use; default all up to the base year."))
        return MapShape(noun: "observed growth, e.g. {file: observations.csv, \(first): hightech_revenue}", keys: keys)
    }

    static let priceRule = MapShape(
        noun: "a price rule with id, group and later",
        keys: [
            .required("id", .identifier, "Id of the price rule."),
            .required("group", groupOrWeights, "The sectors whose prices change."),
            .optional(
                "observed",
                .map(
                    MapShape(
                        noun: "published price changes, e.g. {file: controls.csv, indicator: ppi_change}",
                        keys: [
                            .required("file", .path, "CSV of observations."),
                            .required("indicator", .text, "Indicator of yearly price changes in percent."),
                        ])), "Published changes in years after the base year."),
            .required(
                "later", .uncertain(.rate, redraws: [.once, .year]),
                "Price change a year in every year without a published figure."),
        ])

    /// A group's id, or weights given on the spot.
    static let groupOrWeights = ValueType.either([
        .reference("a sector or group"),
        .dictionary("sectors or groups", .quantity(.number, limits: 0...Double.infinity)),
    ])
}
