import Goals

/// What made a report, for those who want to repeat it.
public struct ReportOrigin: Sendable {
    /// Milepost's version.
    public var version: String
    /// The scenarios as they were named to the program, in order.
    public var scenarios: [String]

    /// Its parts, as documented on each.
    public init(version: String, scenarios: [String]) {
        self.version = version
        self.scenarios = scenarios
    }

    /// What makes the report of a result again, as it is typed into a shell.
    func command(for result: ScenarioResult, language: Language) -> String {
        var words = ["milepost", "report"] + scenarios
        words += ["--members", String(result.members), "--seed", String(result.seed)]
        switch result.knowledge {
        case .published: break
        case .asOf(let year): words += ["--as-of", String(year)]
        case .prior: words.append("--prior-only")
        }
        if result.sampling != .random { words += ["--sampling", result.sampling.rawValue] }
        if language != .english { words += ["--lang", language.rawValue] }
        return words.map(Self.quoted).joined(separator: " ")
    }

    /// In single quotes where a shell would take a character for its own.
    private static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || "-_./=:,+".unicodeScalars.contains(scalar)
            }
        return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
