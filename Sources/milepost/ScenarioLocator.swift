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
        let loaded = try ReadAhead.take(path) ?? read(path)
        if !quiet { for warning in loaded.warnings { Terminal.writeError(warning.description) } }
        return loaded
    }

    private static func read(_ path: String) throws -> LoadedScenario {
        let file = locate(path)
        guard mode(of: file) != nil else { throw notFound(path) }
        return try ScenarioLoader().load(path: file)
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
            // A file of a like name beside it is the better guess.
            let shipped = sibling(of: path) == nil ? likeNames(path) : nil
            diagnostic.suggestion = [diagnostic.suggestion, shipped].compactMap { $0 }.joined(separator: "\n    ")
            return ScenarioError(diagnostics: [diagnostic])
        }
    }

    /// The shipped scenarios that may be meant; where none is like the name, all.
    private static func likeNames(_ path: String) -> String {
        guard let home, isDirectory(home + "/scenarios") else { return searched }
        let all = shipped(in: home)
        let name = path.hasSuffix(".yaml") ? String(path.dropLast(5)) : path
        func question(_ names: [String]) -> String {
            "did you mean \(names.joined(separator: " or "))? (shipped in \(home)/scenarios)"
        }
        if let nearest = nearestName(to: name, among: all.map { $0.region + "/" + $0.name }) {
            return question([nearest])
        }
        func like(_ wanted: Substring, _ known: some Sequence<String>) -> String? {
            let wanted = String(wanted)
            return known.contains(wanted) ? wanted : nearestName(to: wanted, among: Set(known).sorted())
        }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts.first, let last = parts.last else { return searched }
        let region = like(first, all.map(\.region))
        // Of a file in a folder of its own, only the same name is a hint.
        let scenario = parts.count == 1 ? like(last, all.map(\.name)) : String(last)
        let meant = all.filter { $0.region == region || $0.name == scenario }
        return meant.isEmpty ? searched : question(meant.map { $0.region + "/" + $0.name })
    }

    private static var searched: String {
        guard let home, isDirectory(home + "/scenarios") else {
            return "shipped scenarios were not found\(home.map { " in \($0)" } ?? ""): "
                + "set MILEPOST_HOME to the folder with scenarios/ and seeds/"
        }
        let names = shipped(in: home).map { $0.region + "/" + $0.name }
        return "shipped in \(home)/scenarios: \(names.isEmpty ? "none" : names.joined(separator: ", "))"
    }

    /// The scenarios below a home in the order of their names, parts left out.
    private static func shipped(in home: String) -> [(region: String, name: String)] {
        names(in: home + "/scenarios").flatMap { region in
            names(in: "\(home)/scenarios/\(region)").compactMap { file in
                guard file.hasSuffix(".yaml"), !file.hasSuffix(".part.yaml"), file.count > 5 else { return nil }
                return (region, String(file.dropLast(5)))
            }
        }.sorted { ($0.region, $0.name) < ($1.region, $1.name) }
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
