extension ScenarioSchema {
    /// Levers that stand for instruments of industrial policy.
    static let instruments = [
        TaggedVariant(
            tag: "demand_level", doc: "Raises the level of final use once, spread over the years.",
            keys: [
                .required("group", .reference("a sector or group"), "Group whose final use rises."),
                .optional(
                    "categories", .list(.reference("a category of final use")),
                    "Categories of final use; default all."),
                .required("level", .uncertain(.rate), "The whole change of the level."),
            ]),
        TaggedVariant(
            tag: "investment_shift", doc: "Moves fixed investment toward a group, whose capacity then sells outside.",
            keys: [
                .required("group", .reference("a sector or group"), "Group that gains capacity."),
                .required("share", .uncertain(.share), "Share of each year's fixed investment that is moved."),
                .required(
                    "capital_output", .uncertain(.number, limits: 0.1...Double.infinity),
                    "Capital per yuan of the group's value added."),
                .required("displaced", .uncertain(.share), "Share of the new output that replaces other output."),
                .optional(
                    "category", .reference("a category of final use"), "What is investment; default fixed_capital."),
            ]),
        TaggedVariant(
            tag: "rd_award", doc: "Awards for the R&D of a portfolio's units, limited by a cap for each and a budget.",
            keys: [
                .required("portfolio", .reference("a portfolio"), "The portfolio."),
                .required(
                    "cap", .either([.quantity(.money), .list(.quantity(.money))]),
                    "Most that one unit gets a year; several caps are added up."),
                .required("budget", .uncertain(.money), "Most that all units together get a year."),
                .required("rate", .uncertain(.share), "Share of its R&D that a unit claims."),
                .required("intensity", .uncertain(.share), "R&D of a unit over its output."),
                .required("misuse", .uncertain(.share), "Share of the money that is misused."),
                .required(
                    "additionality", .uncertain(.number, limits: -1...Double.infinity),
                    "Private R&D that a yuan of award adds; negative where it crowds out."),
                .required("relabelled", .uncertain(.share), "Share of reported R&D that is relabelled expense."),
                .required("elasticity", .uncertain(.number), "Elasticity of productivity to the stock of R&D."),
                .required("depreciation", .uncertain(.share), "Depreciation of the stock of R&D a year."),
                .required("stock_growth", .uncertain(.rate), "Growth of the reference stock of R&D a year."),
                .required("trade_response", .uncertain(.number), "Response of sales to productivity."),
            ]),
    ]
}
