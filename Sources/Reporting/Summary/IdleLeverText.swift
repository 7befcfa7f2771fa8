import Scenarios

/// What is said of a lever that can change nothing, where no result is at hand.
public enum IdleLeverText {
    /// In English, as messages are.
    public static func message(on idle: (lever: Lever, reason: Scenario.Idleness), of scenario: Scenario) -> String {
        NoticeWords(scenario, .english).text(onLever: idle.lever.id, idle.reason)
    }
}
