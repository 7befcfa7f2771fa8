import ArgumentParser
import Glibc
import Reporting
import Scenarios

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a scenario file to start from.",
        discussion: """
            The new file extends an existing scenario, so that only what differs needs to be written; it lists every \
            lever with an example to fill in. It is never written over an existing file.

              milepost new my-policy.yaml --like zhejiang/platforms
              milepost run my-policy.yaml
            """)

    @Argument(help: "File to write.", completion: .file(extensions: ["yaml"]))
    var file: String

    @Option(help: "Scenario to extend: a path, or the name of a shipped one.", completion: .file(extensions: ["yaml"]))
    var like: String = "zhejiang/platforms"

    @Option(help: "Name of the new scenario (default: the extended one's with \"variant\").")
    var name: String?

    mutating func run() throws {
        try Failure.reporting {
            let base = ScenarioLocator.locate(like)
            let scenario = try ScenarioLocator.load(like).scenario
            let path = file.hasSuffix(".yaml") || file.hasSuffix(".yml") ? file : file + ".yaml"
            let text = Scaffold.text(
                name: name ?? "\(scenario.name), variant", base: Scaffold.reference(to: base, from: path),
                scenario: scenario)
            try NewFile.write(text, to: path)
            let shown = path.contains(" ") ? "\"\(path)\"" : path
            Terminal.write("Wrote \(shown). Edit it, then: milepost check \(shown)\n")
        }
    }
}
