import Glibc
import Scenarios

/// The text of a new scenario file.
enum Scaffold {
    static func text(name: String, base: String, scenario: Scenario) -> String {
        let portfolio = scenario.portfolios.first?.id
        let year = scenario.start + 1
        var levers = """
            #   - id: more-demand
            #     kind: demand_growth            # adds to the growth of final use of a group
            #     group: high_tech
            #     categories: [fixed_capital]    # leave out for all categories
            #     rate: {p5: 0%, p95: 3%}
            #     years: \(year)..\(scenario.end)
            #     reason: Why, and where the size comes from.
            #   - id: extra-orders
            #     kind: demand                   # adds an amount of final use
            #     group: electronics
            #     category: export
            #     amount: {\(year): 10 亿元, \(scenario.end): 30 亿元}
            #     reason: Why, and where the size comes from.
            #   - id: lower-prices
            #     kind: price
            #     group: industry
            #     rate: -1%
            #     reason: Why, and where the size comes from.
            """
        if let portfolio {
            levers += """

                #   - id: faster-units
                #     kind: portfolio_growth         # portfolio_level for an effect that happens once
                #     portfolio: \(portfolio)
                #     rate: 2% ± 1%
                #     reason: Why, and where the size comes from.
                """
        }
        let targets = scenario.targets.map { target in
            "#   - {id: \(target.id), by: \(target.deadline)}    # \(oneLine(target.goal.text))"
        }.joined(separator: "\n")
        return """
            # Extends \(oneLine(scenario.name)): write down only what differs.
            # Lists are merged by id, maps by key; `null` removes. Check with: milepost check
            schema: 1
            extends: \(YAMLText.quoted(base))
            name: \(YAMLText.quoted(name))
            note: What this scenario asks, in one sentence.

            # What changes against the reference. Remove the `# ` before `levers:` and before the levers that you use.
            # levers:
            \(levers)

            # Targets of the base; repeat an id to change its goal, deadline or indicator.
            # targets:
            \(targets)

            """
    }

    /// Text for a comment, which ends with its line.
    private static func oneLine(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }

    /// `base` as the new file has to name it: relative to the file's own folder
    /// when both are below the working directory, else absolute.
    static func reference(to base: String, from file: String) -> String {
        guard !base.hasPrefix("/"), !file.hasPrefix("/") else { return absolute(base) }
        let folder = file.split(separator: "/").dropLast()
        guard !folder.contains(".."), !base.hasPrefix("..") else { return absolute(base) }
        let depth = folder.count { $0 != "." }
        return String(repeating: "../", count: depth) + base
    }

    private static func absolute(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
