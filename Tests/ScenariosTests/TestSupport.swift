import Foundation
import Scenarios

/// The folder of fixtures beside this file, as working directory.
let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures").path

/// The fixtures with some files replaced or added in memory.
func files(_ memory: [String: String] = [:]) -> FileAccess {
    bytes(memory.mapValues { Array($0.utf8) })
}

func bytes(_ memory: [String: [UInt8]]) -> FileAccess {
    let disk = FileAccess.real(in: fixtures)
    return FileAccess(
        workingDirectory: fixtures, read: { memory[$0] ?? disk.read($0) },
        names: { disk.names($0) + memory.keys.filter { !$0.contains("/") } })
}

/// Loads the text of a scenario file that stands beside `valid.yaml`.
func load(_ text: String, with memory: [String: String] = [:]) throws -> Scenario {
    let all = memory.merging(["test.yaml": text]) { $1 }
    return try ScenarioLoader(fileSystem: files(all)).load(path: "test.yaml").scenario
}

/// The valid scenario with some keys laid over it.
func loadOverlay(_ text: String, with memory: [String: String] = [:]) throws -> Scenario {
    try load("extends: valid.yaml\n" + text, with: memory)
}

/// The diagnostics of an overlay that must fail, as they are printed.
func diagnostics(_ text: String, with memory: [String: String] = [:]) -> String {
    do {
        _ = try load(text, with: memory)
        return "no error"
    } catch {
        return String(describing: error)
    }
}
