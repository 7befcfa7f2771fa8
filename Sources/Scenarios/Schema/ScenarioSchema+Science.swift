extension ScenarioSchema {
    static let science = MapShape(
        noun: "how science and industry feed each other",
        keys: [
            .required(
                "elasticity", .uncertain(.number, limits: notNegative), "Elasticity of productivity to R&D capital."),
            .optional(
                "spillover", .uncertain(.number, limits: notNegative),
                "Elasticity to the R&D capital of suppliers, as a share of `elasticity`; default 0."),
            .required(
                "depreciation", .items(groupShare("Depreciation of R&D capital a year.")),
                "Depreciation of R&D capital by group; the first that holds a sector counts."),
            .required("stock_growth", .uncertain(.rate), "Real growth of R&D capital a year without levers."),
            .required(
                "trade_response", .uncertain(.number, limits: notNegative),
                "Response of export and outflow to a gain in productivity."),
            .optional(
                "price_pass_through", .uncertain(.share), "Share of a gain that lowers the price; default 0%."),
            .optional("conversion", .uncertain(.share), "Share of a gain that lands in the region; default 100%."),
            .optional(
                "intensity", .items(groupShare("Reported R&D over output.")),
                "R&D over output by group, narrow groups first; needed where money is spent on R&D."),
            .optional("real_share", .uncertain(.share), "Share of reported R&D that is real; default 100%."),
            .optional("misuse", .uncertain(.share), "Share of public money that is misused; default 0%."),
            .optional(
                "additionality", .uncertain(.number, limits: -1...Double.infinity),
                "Private R&D that a public yuan adds, in yuan; negative where it crowds out; default 0."),
            .optional(
                "science_to_industry", .flag, "Whether R&D capital moves demand and prices; default true."),
            .optional("industry_to_science", .flag, "Whether output moves R&D; default true."),
        ])

    private static func groupShare(_ doc: String) -> MapShape {
        MapShape(
            noun: "a group with its share, e.g. {id: drugs, group: pharmaceuticals, share: 15%}",
            keys: [
                .required("id", .identifier, "Id of the entry."),
                .required("group", .reference("a sector or group"), "The group that it is about."),
                .required("share", .uncertain(.share), doc),
            ])
    }

    /// Levers that act on R&D.
    static let researchLevers: [TaggedVariant] = [
        TaggedVariant(
            tag: "rd_effort", doc: "Raises R&D effort above the reference.",
            keys: [
                .required("group", .reference("a sector or group"), "Group whose effort rises."),
                .required(
                    "increase", .uncertain(.rate, redraws: [.once, .year]),
                    "Rise as a share of the reference effort."),
            ]),
        TaggedVariant(
            tag: "rd_money", doc: "Public money for R&D of a group, in prices of the base year.",
            keys: [
                .required("group", .reference("a sector or group"), "Group that it is spent on, as it does R&D."),
                .required("amount", .uncertain(.money, redraws: [.once, .year]), "Money a year."),
            ]),
        TaggedVariant(
            tag: "conversion", doc: "Raises the share of a gain that lands in the region.",
            keys: [
                .required("group", .reference("a sector or group"), "Group whose results are converted."),
                .required(
                    "increase", .uncertain(.share, redraws: [.once, .year]),
                    "Rise of `conversion` in points, reached once, spread over the years."),
            ]),
    ]
}
