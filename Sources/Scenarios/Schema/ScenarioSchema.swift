/// Every key of a scenario file, described once: what checks files, words the
/// messages and exports the JSON Schema reads this description.
public enum ScenarioSchema {
    /// Version that `schema:` must name.
    public static let version = 1

    /// JSON Schema (draft 2020-12) of a scenario file, for editors that complete and check YAML.
    ///
    /// Nothing is required in it: a file may leave to the file it extends whatever that has.
    public static func jsonSchema() -> String { JSONSchemaWriter().document().text }

    /// Key paths of every key, with `[]` for list items and `*` for free keys, in order of description.
    public static var keyPaths: [String] {
        var paths: [String] = []
        visit(.map(root), path: "") { paths.append($0) }
        var seen: Set<String> = []
        return paths.filter { seen.insert($0).inserted }
    }

    static let root = MapShape(
        noun: "a scenario",
        keys: [
            .required("schema", .integer(1...1), "Version of the file format."),
            .required("name", .text, "Name of the scenario in English."),
            .optional("name_zh", .text, "Name of the scenario in Chinese."),
            .required("region", .identifier, "Id of the region, e.g. zhejiang."),
            .optional("region_zh", .text, "Name of the region in Chinese."),
            .optional(
                "names_zh", .dictionary("ids", .text),
                "Chinese names by id of what has no `name_zh` of its own: groups, controls, price rules, relative growths."
            ),
            .optional("note", .text, "Free text."),
            .optional(
                "extends", .either([.path, .list(.path)]),
                "File or files that this one builds on: maps merge by key, lists of items by id, null removes."),
            .required(
                "years",
                .map(
                    MapShape(
                        noun: "the years, e.g. {start: 2022, end: 2027}",
                        keys: [
                            .required("start", .year, "Base year of the economy."),
                            .required("end", .year, "Last projected year."),
                        ])), "The years that are projected."),
            .optional(
                "ensemble",
                .map(
                    MapShape(
                        noun: "the ensemble, e.g. {members: 10000, seed: 1}",
                        keys: [
                            .optional("members", .integer(1...10_000_000), "Number of ensemble members."),
                            .optional("seed", .integer(0...Int.max), "Seed of all draws."),
                        ])), "Size and seed of the ensemble."),
            .required("sectors", .path, "CSV of the sectors: code, name_en, name_zh, group."),
            .optional("priors", .path, "CSV of parameters: id, low, central, high, unit, quality, reference."),
            .optional(
                "themes", .path,
                "CSV of named industries as mixes of sectors: theme, sector, weight; optional name_en, name_zh, region, kind, basis."
            ),
            .optional("groups", .dictionary("group ids", group), "Named groups of sectors."),
            .required("economy", .map(economy), "The input-output table, its update, growth, shocks and prices."),
            .optional(
                "portfolios", .dictionary("portfolio ids", .map(portfolio)), "Platforms, firms or named industries."),
            .optional("levers", .list(lever), "What policies, or adverse events, change against the reference path."),
            .optional(
                "projects", .path,
                "CSV of dated projects, a lever each: id, host, capacity, start, ramp, utilisation, probability, displaced, source."
            ),
            .optional("targets", .items(target), "The stated targets."),
            .optional("tracked", .items(tracked), "Quantities without a goal, followed beside published figures."),
            .optional("commitments", .items(commitment), "Commitments without a number, tracked as such."),
            .optional("requirements", .map(requirements), "What a path to a goal takes, and what there is."),
            .optional("observation_errors", .map(observationErrors), "Errors of published figures without a range."),
        ])

    static let observationErrors = MapShape(
        noun: "errors of published figures: level, share, growth",
        keys: [
            .required("level", .map(errorsByQuality), "sd as a share of the level."),
            .required("share", .map(errorsByQuality), "sd in points of a share."),
            .required("growth", .map(errorsByQuality), "sd in points of a growth rate."),
            .optional("note", .text, "Free text."),
        ])

    private static let errorsByQuality = MapShape(
        noun: "an sd by quality letter, e.g. {A: 1%, B: 2%, C: 5%, U: 10%}",
        keys: Quality.allCases.map {
            .required(
                $0.rawValue, .quantity(.number, limits: 0.0001...Double.infinity),
                "sd of a figure of quality \($0.rawValue).")
        })

    static let group = ValueType.either([
        .list(.reference("a sector or group")),
        .map(
            MapShape(
                noun: "a weights file, e.g. {weights: high-tech.csv, column: share}",
                keys: [
                    .required("weights", .path, "CSV with a column `code` of sector codes."),
                    .required("column", .text, "The column of weights."),
                    .optional("name", .text, "Name of the group."),
                ])),
        .dictionary("sectors or groups", .quantity(.number, limits: 0...Double.infinity)),
    ])

    static let commitment = MapShape(
        noun: "a commitment with an id and a subject",
        keys: [
            .required("id", .identifier, "Id, e.g. of the source's list."),
            .required("subject", .text, "What was promised."),
            .optional("subject_zh", .text, "What was promised, in Chinese."),
            .optional(
                "theme", themes,
                "Named industry or industries that it is about, of the file of themes: projected without a goal."),
            .optional(
                "size", .map(themeSize), "Published size of the one industry; without it only an index is projected."),
            .optional(
                "published", .items(publishedFigures),
                "Numbers that others than the promise state about its subject: shown beside it."),
            .optional("note", .text, "Free text."),
        ])

    static let themes = ValueType.either([
        .reference("the id of a theme"), .list(.reference("the id of a theme")),
    ])

    private static let themeSize = MapShape(
        noun: "a published size, e.g. {year: 2023, value: 400 亿元, quality: A, source: …}",
        keys: [
            .required("year", .year, "Year of the figure, one that is projected."),
            .required("value", .quantity(.money, limits: 0.0001...Double.infinity), "Size at current prices."),
            .optional("floor", .flag, "Whether no more than a floor was published."),
            .required("quality", .quality, "A, B, C or U."),
            .required("source", .text, "Who published it."),
            .optional("note", .text, "Free text, e.g. what is counted."),
            .optional("note_zh", .text, "The same in Chinese."),
        ])

    private static let publishedFigures = MapShape(
        noun: "published figures, e.g. {label: aim of the action plan, aim: true, file: …, indicator: …}",
        keys: [
            .required("label", .text, "What the figures are, as part of a sentence."),
            .optional("label_zh", .text, "The same in Chinese."),
            .required("file", .path, "CSV of published figures."),
            .required("indicator", .text, "Id of the indicator in that file."),
            .optional("kind", .text, "Kind of the rows, e.g. aim; outcome."),
            .optional("years", .years, "Years that are taken; all."),
            .optional("aim", .flag, "Whether somebody aims at them."),
            .optional("floor", .flag, "Whether they are floors: more than."),
        ])

    private static func visit(_ type: ValueType, path: String, _ body: (String) -> Void) {
        func keys(_ keys: [SchemaKey], _ path: String) {
            for key in keys {
                let keyPath = path.isEmpty ? key.name : "\(path).\(key.name)"
                body(keyPath)
                visit(key.type, path: keyPath, body)
            }
        }
        switch type {
        case .map(let shape): keys(shape.keys, path)
        case .items(let shape): keys(shape.keys, path + "[]")
        case .list(let item): visit(item, path: path + "[]", body)
        case .dictionary(_, let value): visit(value, path: path + ".*", body)
        case .either(let types): for type in types { visit(type, path: path, body) }
        case .uncertain(let type): keys(type.extraKeys, path)
        case .tagged(_, let common, let variants):
            keys(common.keys, path)
            for variant in variants { keys(variant.keys, path) }
        default: break
        }
    }
}
