import Scenarios
import Synchronization

/// Reads the scenario that a command line begins with while the command line is parsed: each takes a few milliseconds, which
/// a small run feels, and neither waits for the other.
enum ReadAhead {
    /// Commands whose first argument is a scenario that they load.
    private static let commands = ["run", "report", "compare", "levers", "track"]

    private static let reading = Mutex<Reading?>(nil)

    private struct Reading {
        let path: String
        /// nil where no regular file is there.
        let result: Computation<Result<LoadedScenario, ScenarioError>?>

        init(_ path: String) {
            self.path = path
            result = Computation {
                let file = ScenarioLocator.locate(path)
                guard ScenarioLocator.isFile(file) else { return nil }
                return Result { () throws(ScenarioError) in try ScenarioLoader().load(path: file) }
            }
        }
    }

    /// - Parameter arguments: of the process, its name first.
    static func begin(_ arguments: [String]) {
        guard arguments.count > 2, commands.contains(arguments[1]), !arguments[2].hasPrefix("-") else { return }
        let started = Reading(arguments[2])
        reading.withLock { $0 = started }
    }

    /// What reading the scenario has come to, once; nil where another one or none was read. It is not to be read again: what
    /// it names may be a pipe.
    ///
    /// - Throws: what is wrong with it.
    static func take(_ path: String) throws(ScenarioError) -> LoadedScenario? {
        let started = reading.withLock { (reading) -> Reading? in
            guard reading?.path == path else { return nil }
            defer { reading = nil }
            return reading
        }
        return try started?.result.value?.get()
    }
}
