import Projection
import Scenarios

/// Tries each lever of a scenario alone, and all together, against the scenario without any of them: the same members
/// with the same luck and the same learning, so that what a lever adds is the lever's.
///
/// Levers with a `because` are judgements of where things are heading; they stay in every projection.
///
/// Cost: as many projections as there are levers, and two more.
/// - Throws: `ScenarioError` where there is no lever to try; as `project`.
public func testLevers(
    _ scenario: Scenario, options: RunOptions, progress: (@Sendable (Int) -> Void)? = nil
) throws -> LeverTestResult {
    let levers = scenario.instruments
    guard !levers.isEmpty else { throw nothingToTry(in: scenario) }
    let measures = scenario.targets.isEmpty ? LeverMeasure.industries(of: scenario) : LeverMeasure.targets(of: scenario)
    let all = scenario.following(measures.compactMap(\.followed))
    let alone = levers.map { lever in all.without(levers.filter { $0.id != lever.id }) }
    let alternatives = levers.count > 1 ? alone + [all] : alone
    // Only what all levers do together is a result of its own.
    let names = Set(measures.flatMap(\.variables))
    let scopes = alternatives.indices.map {
        $0 == alternatives.count - 1 ? ScenarioPlan.Scope.everything : .targets(besides: names)
    }
    let comparisons = try compare(
        all.without(levers), with: alternatives, scopes: scopes, options: options, progress: progress)
    return LeverTestResult(
        scenario: scenario, levers: levers, without: comparisons[0].base,
        together: comparisons[comparisons.count - 1].alternative,
        outcomes: measures.compactMap { $0.outcome(of: levers, comparisons) })
}

private func nothingToTry(in scenario: Scenario) -> ScenarioError {
    let file = SourceLocation(file: scenario.inputs.first?.path ?? scenario.id)
    let judged = scenario.judgements.map(\.id)
    return ScenarioError(diagnostics: [
        Diagnostic(
            severity: .error, location: file,
            message: judged.isEmpty
                ? "the scenario has no levers, expected at least one to try"
                : "all levers of the scenario are judgements (\(judged.joined(separator: ", "))), expected one to try",
            suggestion: judged.isEmpty
                ? "add `levers:` or `projects:`, or name an overlay that has them, such as hunan/high-tech-share-stronger-policy"
                : "what judgements move is shown by `milepost run`")
    ])
}
