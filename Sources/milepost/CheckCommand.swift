import ArgumentParser
import Projection
import Reporting
import Scenarios

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check scenario files and everything that they name.",
        discussion: """
            Reports all errors of a file at once, each with file, line, column and key. Also compiles the model: \
            the base-year update must be possible and the table solvable. Warns of levers that can change nothing. \
            Files named *.part.yaml are no scenarios by themselves: they are checked with those that extend them.

              milepost check scenarios/*/*.yaml
            """)

    @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml", "yml"]))
    var files: [String]

    @Flag(name: .shortAndLong, help: "Print nothing but errors.")
    var quiet = false

    mutating func run() throws {
        var failed = false
        for file in files {
            if file.hasSuffix(".part.yaml") {
                if !quiet { Terminal.write("\(file): skipped, a part that scenarios extend\n") }
                continue
            }
            do {
                try Failure.reporting(file) {
                    let scenario = try ScenarioLocator.load(file, quiet: quiet).scenario
                    _ = try Model(scenario, seed: 1)
                    guard !quiet else { return }
                    for idle in scenario.idleLevers {
                        let warning = Diagnostic(
                            severity: .warning, location: idle.lever.location,
                            message: IdleLeverText.message(on: idle, of: scenario))
                        Terminal.writeError(warning.description)
                    }
                    Terminal.write(
                        """
                        \(file): ok. \(scenario.name), \(scenario.start) to \(scenario.end): \
                        \(counted(scenario.sectors.count, "sector")), \
                        \(counted(scenario.portfolios.count, "portfolio")), \
                        \(counted(scenario.targets.count, "target")), \
                        \(counted(scenario.levers.count, "lever")), \(counted(scenario.inputs.count, "file"))

                        """)
                }
            } catch {
                failed = true
            }
        }
        if failed { throw Failure.badInput }
    }
}
