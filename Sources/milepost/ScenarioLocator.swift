import ArgumentParser
import CSV
import Glibc
import Scenarios

/// Finds scenario files: as named, or among the shipped ones.
enum ScenarioLocator {
    /// `path` itself if it is there, else with `.yaml`, else below the shipped
    /// scenarios; `path` unchanged when nothing is found, so that the loader can
    /// say what is missing.
    static func locate(_ path: String) -> String {
        var candidates = [path, path + ".yaml"]
        if !path.hasPrefix("/"), let home {
            for folder in [home + "/scenarios/", home + "/"] {
                candidates += [folder + path, folder + path + ".yaml"]
            }
        }
        return candidates.first(where: isFile) ?? path
    }

    /// `path` itself if it is there, else below the shipped seeds; `path` unchanged when nothing is found.
    static func locateFile(_ path: String) -> String {
        var candidates = [path]
        if !path.hasPrefix("/"), let home { candidates += [home + "/" + path, home + "/seeds/" + path] }
        return candidates.first(where: isFile) ?? path
    }

    /// The file of a like name in the folder that a path points to.
    static func sibling(of path: String) -> String? {
        let folder = parent(of: path)
        let name = String(path.split(separator: "/").last ?? "")
        return nearestName(to: name, among: names(in: folder.isEmpty ? "." : folder))
            .map { folder.isEmpty ? $0 : folder + "/" + $0 }
    }

    /// Where the shipped seeds and scenarios are: `MILEPOST_HOME`, else beside
    /// the installed program, else the repository that the program was built in,
    /// else the one that the working directory is in.
    static var home: String? {
        if let named = Terminal.environment("MILEPOST_HOME"), !named.isEmpty { return named }
        guard let program = executablePath else { return nil }
        let installed = parent(of: parent(of: program)) + "/share/milepost"
        if isDirectory(installed + "/scenarios") { return installed }
        return repository(around: parent(of: program)) ?? workingDirectory.flatMap(repository)
    }

    /// The folder that a command works on, absolute: the one named, or where the shipped files are.
    static func folder(_ named: String?) throws -> String {
        guard let named else {
            guard let home, isDirectory(home + "/scenarios") else { throw ValidationError(searched + ".") }
            return absolute(home)
        }
        guard isDirectory(named) else { throw ValidationError("--in is \(named), which is no folder.") }
        return absolute(named)
    }

    /// With links resolved; `path` itself where nothing is there.
    static func absolute(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func repository(around start: String) -> String? {
        var folder = start
        while folder != "/", !folder.isEmpty {
            if isDirectory(folder + "/scenarios"), isDirectory(folder + "/seeds") { return folder }
            folder = parent(of: folder)
        }
        return nil
    }

    private static var workingDirectory: String? {
        guard let path = getcwd(nil, 0) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    /// - Parameter quiet: leaves out warnings.
    static func load(_ path: String, quiet: Bool = false) throws -> LoadedScenario {
        let file = locate(path)
        guard mode(of: file) != nil else { throw notFound(path) }
        let loaded = try ScenarioLoader().load(path: file)
        if !quiet { for warning in loaded.warnings { Terminal.writeError(warning.description) } }
        return loaded
    }

    /// What is known about a missing file: like names in its folder, and where shipped scenarios were looked for.
    private static func notFound(_ path: String) -> ScenarioError {
        do throws(ScenarioError) {
            _ = try ScenarioLoader().load(path: path)
            return ScenarioError(diagnostics: [])
        } catch {
            guard !path.hasPrefix("/"), !path.hasPrefix("."), var diagnostic = error.diagnostics.first else {
                return error
            }
            diagnostic.suggestion = [diagnostic.suggestion, likeNames(path)].compactMap { $0 }.joined(
                separator: "\n    ")
            return ScenarioError(diagnostics: [diagnostic])
        }
    }

    /// The shipped scenario that was meant; else those of the region or of the name that was; else all.
    private static func likeNames(_ path: String) -> String {
        guard let home, case let all = shipped(in: home), !all.isEmpty else { return searched }
        let name = path.hasSuffix(".yaml") ? String(path.dropLast(5)) : path
        if let nearest = nearestName(to: name, among: all) {
            return "did you mean \(nearest), which is shipped in \(home)/scenarios?"
        }
        let parts = name.split(separator: "/").map(String.init)
        for part in [0, 1] {
            guard let wanted = part == 0 ? parts.first : parts.last else { continue }
            let known = Set(all.map { String($0.split(separator: "/")[part]) }).sorted()
            guard let found = known.contains(wanted) ? wanted : nearestName(to: wanted, among: known) else { continue }
            let meant = all.filter { $0.split(separator: "/")[part] == found }
            return "did you mean \(meant.joined(separator: " or "))? shipped in \(home)/scenarios"
        }
        return searched
    }

    private static var searched: String {
        guard let home, isDirectory(home + "/scenarios") else {
            return "shipped scenarios were not found\(home.map { " in \($0)" } ?? ""): "
                + "set MILEPOST_HOME to the folder with scenarios/ and seeds/"
        }
        return "shipped in \(home)/scenarios: \(shipped(in: home).joined(separator: ", "))"
    }

    /// Names of the scenarios below a home, parts left out.
    private static func shipped(in home: String) -> [String] {
        names(in: home + "/scenarios").flatMap { region in
            names(in: "\(home)/scenarios/\(region)").compactMap { file in
                file.hasSuffix(".yaml") && !file.hasSuffix(".part.yaml") ? "\(region)/\(file.dropLast(5))" : nil
            }
        }.sorted()
    }

    private static func names(in folder: String) -> [String] { FileAccess.real(in: folder).names(".") }

    private static var executablePath: String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        return length > 0 ? String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func isFile(_ path: String) -> Bool { mode(of: path) == S_IFREG }
    static func isDirectory(_ path: String) -> Bool { mode(of: path) == S_IFDIR }

    private static func mode(of path: String) -> mode_t? {
        var information = stat()
        return stat(path, &information) == 0 ? information.st_mode & S_IFMT : nil
    }
}
