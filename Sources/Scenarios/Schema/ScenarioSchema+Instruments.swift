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
            ])
    ]
}
