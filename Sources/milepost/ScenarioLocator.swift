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

    /// Where the shipped seeds and scenarios are: `MILEPOST_HOME`, else beside
    /// the installed program, else the repository that the program was built in.
    static var home: String? {
        if let named = Terminal.environment("MILEPOST_HOME"), !named.isEmpty { return named }
        guard let program = executablePath else { return nil }
        var folder = parent(of: program)
        let installed = parent(of: folder) + "/share/milepost"
        if isDirectory(installed + "/scenarios") { return installed }
        while folder != "/", !folder.isEmpty {
            if isDirectory(folder + "/scenarios"), isDirectory(folder + "/seeds") { return folder }
            folder = parent(of: folder)
        }
        return nil
    }

    static func load(_ path: String) throws -> LoadedScenario {
        let loaded = try ScenarioLoader().load(path: locate(path))
        for warning in loaded.warnings { Terminal.writeError(warning.description) }
        return loaded
    }

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
