extension ScenarioSchema {
    static let target = MapShape(
        noun: "a target with id, name, indicator, goal and by",
        keys: [
            .required("id", .identifier, "Id of the target."),
            .optional("name", .text, "Name in English; default the id."),
            .optional("name_zh", .text, "Name in Chinese."),
            .required("goal", .goal, "What shall be reached, e.g. more than 25000 亿元, at least 10, 超过 2.5 万亿元."),
            .required("by", .year, "Year by which it shall be reached."),
            .optional("by_range", .years, "Earliest and latest reading of that year."),
            .optional("by_any_year", .flag, "Whether it counts as met once reached in any year; default false."),
            .optional("since", .year, "Reference year of progress."),
            .optional("source", .text, "Where the target was stated."),
            .optional("note", .text, "Free text."),
            .optional("note_zh", .text, "The same in Chinese."),
            .optional(
                "theme", themes,
                "Named industry or industries that it is about: their mix of sectors is projected beside the target."),
            .optional("readings", .items(reading), "Ways to read the target, one of them the headline."),
        ] + definition)

    static let reading = MapShape(
        noun: "a reading with an id and an indicator",
        keys: [
            .required("id", .identifier, "Id of the reading."),
            .optional("name", .text, "Name in English; default the id."),
            .optional("name_zh", .text, "Name in Chinese."),
            .optional("headline", .flag, "Whether the verdict follows this reading."),
            .optional("reason", .text, "Why this reading; needed for the headline."),
            .optional("reason_zh", .text, "The same in Chinese."),
            .optional("note", .text, "Free text."),
            .optional("note_zh", .text, "The same in Chinese."),
        ] + definition)

    static let tracked = MapShape(
        noun: "a followed quantity with id, name, indicator and observed figures",
        keys: [
            .required("id", .identifier, "Id of the quantity."),
            .required("name", .text, "Name in English."),
            .optional("name_zh", .text, "Name in Chinese."),
            .required(
                "indicator", indicator, "What is followed, e.g. {share: high_tech, of: industry, measure: output}."),
            .required("observed", .items(observedSeries), "Published figures; the first series is compared."),
            .optional("note", .text, "Free text."),
        ])

    /// What a reading counts, from which base: the keys that a target with one reading has itself.
    static let definition: [SchemaKey] = [
        .optional("indicator", indicator, "What is counted, e.g. {total: platforms}."),
        .optional(
            "baseline", .map(baseline), "Level of the indicator in the base year: value times factors over divisors."),
        .optional("observed", .items(observedSeries), "Published figures of the indicator."),
        .optional(
            "outside_view", .either([.map(referencePanel), .map(noReference)]),
            "How often comparable regions achieved the growth that is needed."),
    ]

    static let referencePanel = MapShape(
        noun: "a panel of regions, e.g. {panel: high-tech.csv, value: revenue, region: zhejiang}",
        keys: [
            .required("panel", .path, "CSV with a row per region and year, in the columns region and year."),
            .required("value", .text, "Column with the values."),
            .optional("over", .text, "Column to divide them by."),
            .optional("name", .text, "What they measure, in English; default the column."),
            .optional("name_zh", .text, "The same in Chinese."),
            .optional("region", .text, "Region whose latest value comparable windows start near; default any size."),
            .optional(
                "factor", .quantity(.number, limits: 1...Double.infinity),
                "Windows start between this factor below and above it; default 3."),
            .optional("breaks", .list(.year), "First year of each new classification."),
            .optional("leave_out", .list(.text), "Regions that do not enter, such as the sum of all."),
            .optional("note", .text, "How far the panel is from what the target counts."),
            .optional("note_zh", .text, "The same in Chinese."),
        ])

    static let noReference = MapShape(
        noun: "a reason why nothing is comparable, e.g. {none: no panel of firms is published}",
        keys: [
            .required("none", .text, "Why there is nothing comparable."),
            .optional("none_zh", .text, "The same in Chinese."),
        ])

    static let baseline = MapShape(
        noun: "a baseline, e.g. {value: 13%, quality: B, source: ...}",
        keys: [
            .required(
                "value", .uncertain(UncertainType(dimension: nil, limits: ValueType.anyNumber)), "A published figure."),
            .optional("times", factors, "Factors to the definition of the reading."),
            .optional("over", factors, "Divisors to the definition of the reading."),
            .optional("quality", .quality, "How far this can be trusted."),
            .optional("source", .text, "Where this comes from."),
            .optional("note", .text, "Free text."),
        ])

    private static let factors = ValueType.either([
        .list(.uncertain(.number, limits: notNegative)), .uncertain(.number, limits: notNegative),
    ])

    static let observedSeries = MapShape(
        noun: "a published series, e.g. {file: observations.csv, indicator: platforms_over_1000}",
        keys: [
            .required("file", .path, "CSV of observations."),
            .required("indicator", .text, "Indicator in the file."),
            .optional("label", .text, "Label of the series; default the indicator."),
            .optional("label_zh", .text, "The same in Chinese."),
            .optional(
                "derived", .flag,
                "Whether the figures are arithmetic on published ones: then nothing calls them published."),
            .optional("years", .years, "Years of the series that are taken; default all."),
            .optional("times", .quantity(.number), "Factor to the definition of the reading."),
            .optional("over", .quantity(.number), "Divisor to the definition of the reading."),
            .optional(
                "learn", .choice(["value", "floor", "ceiling"]),
                "How a run learns from the figures after the base year; left out, they are only shown."),
            .optional(
                "concept_error", .quantity(.number, limits: notNegative),
                "sd of how far the published concept may lie from the modelled one: share of a level, points of a share or rate, units of a count; default 0."
            ),
            .optional(
                "breaks", .list(.year), "First years of another definition: figures from there on are not learned."),
            .optional(
                "kind", .choice(["outcome", "plan", "aim"]),
                "Kind of the rows; default outcome. A plan or aim can be a floor or ceiling only."),
            .optional(
                "holds", .quantity(.share),
                "Share of such floors or ceilings that turn out to hold: 80% weighs what keeps it four times what breaks it; default 100% for outcomes."
            ),
        ])

    /// Forms of an indicator: the first key tells which.
    static let indicatorForms: [MapShape] = [
        indicator("total", "a portfolio", "Total output of a portfolio."),
        indicator("cumulative", "a portfolio", "Number of units ever listed."),
        indicator(
            "count", "a portfolio", "Number of units above a threshold.",
            .optional("over", .quantity(.money), "Threshold to exceed."),
            .optional("at_least", .quantity(.money), "Threshold to reach.")),
        indicator(
            "unit", "a unit", "Output of one unit.", .required("of", .reference("a portfolio"), "Its portfolio.")),
        indicator(
            "share", "a sector or group", "Share of a group in another, in current prices.",
            .required("of", .reference("a sector or group"), "The whole."),
            .required("measure", .choice(["output", "value_added"]), "What is compared.")),
        indicator("output", "a sector or group", "Gross output of a group.", prices),
        indicator("value_added", "a sector or group", "Value added of a group.", prices),
        indicator("satellite", "a satellite", "A satellite of the economy, e.g. jobs."),
    ]

    static let indicator = ValueType.either(
        indicatorForms.map(ValueType.map) + [
            .map(
                MapShape(
                    noun: "growth of another indicator",
                    keys: [
                        .required(
                            "growth", .either(indicatorForms.map(ValueType.map)),
                            "Growth on the year before of another indicator.")
                    ]))
        ])

    private static let prices = SchemaKey.optional(
        "prices", .choice(["current", "constant"]), "Default current, but constant under growth.")

    private static func indicator(_ key: String, _ noun: String, _ doc: String, _ others: SchemaKey...) -> MapShape {
        MapShape(noun: "an indicator", keys: [.required(key, .reference(noun), doc)] + others)
    }
}
