extension ScenarioSchema {
    static let satellite = MapShape(
        noun: "a satellite with id and one of row, file, share",
        keys: [
            .required("id", .identifier, "Id of the satellite."),
            .optional("name", .text, "Name in English; default the id."),
            .optional("name_zh", .text, "Name in Chinese."),
            .optional("row", .text, "Row of value added of the table, e.g. production_taxes: money, current prices."),
            .optional("file", .path, "CSV of figures by sector: sector, value; optional unit."),
            .optional("column", .text, "Column of the file with the figures; default value."),
            .optional(
                "gives", .choice(["levels", "coefficients"]),
                "Whether the file has levels of the base year (default) or units per 亿元 of output."),
            .optional(
                "unit", .text, "What the figures of the file count, e.g. 10k persons; 亿元 and the like are money."),
            .optional(
                "productivity", .uncertain(.rate),
                "Growth a year of output per unit, by which the coefficient falls; default none."),
            .optional("share", .reference("a sector or group"), "Group whose share of value added is followed."),
            .optional("of", .reference("a sector or group"), "What it is a share of; default all, which is GDP."),
            .optional("quality", .quality, "How far the figures can be trusted."),
            .optional("source", .text, "Where the figures come from."),
            .optional("note", .text, "Free text."),
        ])
}
