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

/// Creates a file that must not exist yet.
enum NewFile {
    static func write(_ text: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            if errno == EEXIST { throw ValidationError("\(path) exists already; choose another name.") }
            throw OutputError.systemCall(action: .write, path: path, code: errno)
        }
        let bytes = Array(text.utf8)
        let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        let code = errno
        guard close(descriptor) == 0, written == bytes.count else {
            unlink(path)
            throw OutputError.systemCall(action: .write, path: path, code: code)
        }
    }
}
