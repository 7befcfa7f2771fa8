import ArgumentParser
import Projection
import Scenarios

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check scenario files and everything that they name.",
        discussion: """
            Reports all errors of a file at once, each with file, line, column and key. Also compiles the model: \
            the base-year update must be possible and the table solvable.

              milepost check scenarios/*/*.yaml
            """)

    @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml", "yml"]))
    var files: [String]

    @Flag(name: .shortAndLong, help: "Print nothing but errors.")
    var quiet = false

    mutating func run() throws {
        var failed = false
        for file in files {
            do {
                try Failure.reporting(file) {
                    let scenario = try ScenarioLocator.load(file).scenario
                    _ = try Model(scenario, seed: 1)
                    guard !quiet else { return }
                    Terminal.write(
                        """
                        \(file): ok. \(scenario.name), \(scenario.start) to \(scenario.end): \
                        \(scenario.sectors.count) sectors, \(scenario.portfolios.count) portfolios, \
                        \(scenario.targets.count) targets, \(scenario.levers.count) levers, \
                        \(scenario.inputs.count) files

                        """)
                }
            } catch {
                failed = true
            }
        }
        if failed { throw Failure.badInput }
    }
}
