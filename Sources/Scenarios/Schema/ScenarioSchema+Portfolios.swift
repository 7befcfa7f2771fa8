extension ScenarioSchema {
    static let portfolio = MapShape(
        noun: "a portfolio",
        keys: [
            .optional("name", .text, "Name in English; default the id."),
            .optional("name_zh", .text, "Name in Chinese."),
            .optional("unit_zh", .text, "What its units are called in Chinese behind a number, e.g. 个平台; default 个."),
            .optional(
                "units", .path,
                "CSV of the units: id, name_en, name_zh, sector_weights, output_year, output, low, high, unit, quality, source, note."
            ),
            .optional(
                "unnamed",
                .map(
                    MapShape(
                        noun: "units without a name, e.g. {count: 11, weights: {electronics: 1}}",
                        keys: [
                            .required("count", .integer(1...10_000), "How many."),
                            .required("weights", unitWeights, "Their sectors."),
                        ])), "Units known to exist without a name."),
            .optional(
                "size",
                .map(
                    MapShape(
                        noun: "a size distribution: median, sd_log",
                        keys: [
                            .required("median", .uncertain(.money), "Median size."),
                            .required(
                                "sd_log", .uncertain(.number, limits: notNegative), "sd of the logarithm of size."),
                        ])), "Lognormal sizes of units without a figure."),
            .optional(
                "local_share", .uncertain(.share, redraw: .unit, redraws: [.once, .unit]),
                "Share of a unit's figure that is output in the region."),
            .optional(
                "total",
                .uncertain(
                    .money,
                    extraKeys: [
                        .required("year", .year, "Year of the total."),
                        .optional("growth", .uncertain(.rate), "Growth a year that carries it to the base year."),
                    ]), "A total known better than its parts."),
            .optional("known", .items(known), "Numbers of units above a threshold in the base year."),
            .required(
                "premium", .uncertain(.rate, redraws: [.once, .year, .unit]),
                "Mean growth a year above that of the unit's sectors."),
            .required("volatility", .map(volatility), "Yearly growth shocks of a unit."),
            .optional("entry", .map(entry), "New units."),
            .optional("exit", .uncertain(.share, redraws: [.once, .year]), "Probability a year that a unit ends."),
        ])

    static let known = MapShape(
        noun: "a known number, e.g. {over: 1000 亿元, is: 1}",
        keys: [
            .required("over", .quantity(.money), "Threshold."),
            .required("is", .countRange, "How many units are above it."),
            .optional("quality", .quality, "How far this can be trusted."),
            .optional("source", .text, "Where this comes from."),
        ])

    static let volatility = MapShape(
        noun: "a volatility, e.g. {at: 100 亿元, sd: 18%, size_exponent: 0.2}",
        keys: [
            .required("at", .quantity(.money), "Size at which the sd holds."),
            .required("sd", .uncertain(.rate, limits: notNegative), "sd of yearly log growth."),
            .required("size_exponent", .uncertain(.number), "How fast the sd falls with size."),
            .optional("shape", .choice(["laplace", "normal"]), "Shape of the shocks; default laplace."),
            .optional("common", .quantity(.share), "Share of the variance that units have in common; default 0."),
        ])

    static let entry = MapShape(
        noun: "entry of new units",
        keys: [
            .required("planned", .schedule(.count), "Planned cumulative number of units by year."),
            .required("achieved", .uncertain(.share), "Share of the planned additions that comes about."),
            .required("size", .uncertain(.money, redraw: .unit, redraws: [.unit]), "Size when listed."),
            .required(
                "new_output", .uncertain(.share),
                "Share of an entrant's output that is new to the region."),
            .required("weights", unitWeights, "Sectors of the entrants."),
        ])

    static let unitWeights = ValueType.either([
        .reference("a sector or group"), .dictionary("sectors", .quantity(.share)),
    ])

    static let lever = ValueType.tagged(
        key: "kind",
        common: MapShape(
            noun: "a lever with id, kind and reason",
            keys: [
                .required("id", .identifier, "Id of the lever."),
                .required(
                    "kind",
                    .choice([
                        "demand_growth", "relative_growth", "demand", "portfolio_growth", "portfolio_level", "entry",
                        "demand_level", "investment_shift", "rd_effort", "rd_award", "rd_money", "conversion", "price",
                    ]), "What the lever does."),
                .optional("name", .text, "Name of the lever."),
                .optional("name_zh", .text, "Name of the lever in Chinese."),
                .optional("years", .years, "Years in which it acts; default all after the base year."),
                .optional(
                    "reason", .text,
                    "What a policy or event stands for, and why this size: the argument or the source. Needed without `because`."
                ),
                .optional(
                    "because", .text,
                    "Makes the lever a judgement about where things are heading, and says why: results show how far it moves each target."
                ),
                .optional("because_zh", .text, "The same in Chinese."),
                .optional(
                    "source", .either([.identifier, .list(.identifier)]),
                    "Row or rows of the source's list that it stands for, e.g. LY06 or [HN03, HN05]."),
            ]),
        variants: [
            TaggedVariant(
                tag: "demand_growth", doc: "Adds a rate to the growth of final use.",
                keys: [
                    .required("group", .reference("a sector or group"), "Group whose final use grows."),
                    .optional(
                        "categories", .list(.reference("a category of final use")),
                        "Categories of final use; default all."),
                    .required("rate", .uncertain(.rate, redraws: [.once, .year]), "Added growth a year."),
                ]),
            TaggedVariant(
                tag: "relative_growth",
                doc: "Adds a rate to a relative growth of the economy; demand is scaled so that it arrives.",
                keys: [
                    .required("of", .reference("a relative growth of the economy"), "Id in economy.relative_growth."),
                    .required("rate", .uncertain(.rate, redraws: [.once, .year]), "Added growth a year."),
                ]),
            TaggedVariant(
                tag: "demand", doc: "Adds final use in prices of the base year.",
                keys: [
                    .required("group", .reference("a sector or group"), "Group whose final use rises."),
                    .required("category", .reference("a category of final use"), "Category of final use."),
                    .required("amount", .schedule(.money), "Added final use by year."),
                    .optional(
                        "factor", .uncertain(.number, redraws: [.once, .year]),
                        "Share of the amount that comes about; default 1."),
                ]),
            TaggedVariant(
                tag: "portfolio_growth", doc: "Adds a rate to the growth of a portfolio's units.",
                keys: [
                    .required("portfolio", .reference("a portfolio"), "The portfolio."),
                    .required("rate", .uncertain(.rate, redraws: [.once, .year]), "Added growth a year."),
                ]),
            TaggedVariant(
                tag: "portfolio_level", doc: "Raises the level of a portfolio's units once, spread over the years.",
                keys: [
                    .required("portfolio", .reference("a portfolio"), "The portfolio."),
                    .required("level", .uncertain(.rate), "The whole change of the level."),
                ]),
            TaggedVariant(
                tag: "entry", doc: "Additional planned entrants.",
                keys: [
                    .required("portfolio", .reference("a portfolio"), "The portfolio."),
                    .required("additional", .schedule(.count), "Additional entrants by year, cumulative."),
                    .required("achieved", .uncertain(.share), "Share of them that comes about."),
                ]),
            TaggedVariant(
                tag: "price", doc: "Adds a rate to the price change of a group.",
                keys: [
                    .required("group", .reference("a sector or group"), "Group whose prices change."),
                    .required("rate", .uncertain(.rate, redraws: [.once, .year]), "Added price change a year."),
                ]),
        ] + researchLevers + instruments)
}
