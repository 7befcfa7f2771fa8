/// The scenarios and data files below a folder, such as the one that ships.
///
/// Scenarios are the YAML files with a key `schema:` in `scenarios/` and its folders, data the CSV files in `seeds/` and
/// its folders; where a folder has no `scenarios/` or `seeds/`, those in the folder itself and its folders.
struct ScenarioFolder {
    /// Rooted in the folder: its working directory is the folder.
    let access: FileAccess

    /// Paths of data files.
    var dataFiles: [String] {
        folders(below: access.names("seeds").isEmpty ? "." : "seeds").flatMap { files(in: $0, ending: [".csv"]) }
    }

    /// Every scenario that can be loaded, and what is wrong with those that cannot. A file that only others extend is
    /// neither.
    func scenarios() -> (loaded: [(path: String, scenario: Scenario)], failed: [(path: String, error: ScenarioError)]) {
        var loaded: [(path: String, scenario: Scenario)] = []
        var failed: [(path: String, error: ScenarioError)] = []
        for folder in folders(below: access.names("scenarios").isEmpty ? "." : "scenarios") {
            for path in files(in: folder, ending: [".yaml", ".yml"]) where isScenario(path) {
                do throws(ScenarioError) {
                    loaded.append((path, try ScenarioLoader(fileSystem: access).load(path: path).scenario))
                } catch {
                    failed.append((path, error))
                }
            }
        }
        let extended = Set(loaded.flatMap { $0.scenario.inputs.map(\.path) })
        return (loaded, failed.filter { !extended.contains($0.path) })
    }

    private func isScenario(_ path: String) -> Bool {
        guard !path.hasSuffix(".part.yaml"), let bytes = access.read(path) else { return false }
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .contains { $0.hasPrefix("schema:") }
    }

    /// The folder and those in it, hidden ones left out.
    private func folders(below folder: String) -> [String] {
        let inside = access.names(folder).filter { !$0.hasPrefix(".") }.map { access.resolve("\(folder)/\($0)") }
        return [folder] + inside.filter { !access.names($0).isEmpty }
    }

    private func files(in folder: String, ending: [String]) -> [String] {
        access.names(folder).filter { name in !name.hasPrefix(".") && ending.contains { name.hasSuffix($0) } }
            .map { access.resolve("\(folder)/\($0)") }
    }
}
