import Dispatch
import Scenarios
import Synchronization

/// Reads the scenario that a command line begins with while the command line is parsed: each takes a few milliseconds, which
/// a small run feels, and neither waits for the other.
enum ReadAhead {
    /// Commands whose first argument is a scenario that they load.
    private static let commands = ["run", "report", "compare", "levers", "track"]

    private static let reading = Mutex<Reading?>(nil)

    private final class Reading: Sendable {
        let path: String
        let done = DispatchGroup()
        private let loaded = Mutex<LoadedScenario?>(nil)

        init(_ path: String) {
            self.path = path
            DispatchQueue.global().async(group: done) { [self] in
                let file = ScenarioLocator.locate(path)
                // A pipe could not be read a second time.
                guard ScenarioLocator.isFile(file), let scenario = try? ScenarioLoader().load(path: file) else {
                    return
                }
                loaded.withLock { $0 = scenario }
            }
        }

        var scenario: LoadedScenario? {
            done.wait()
            return loaded.withLock { $0 }
        }
    }

    /// - Parameter arguments: of the process, its name first.
    static func begin(_ arguments: [String]) {
        guard arguments.count > 2, commands.contains(arguments[1]), !arguments[2].hasPrefix("-") else { return }
        let started = Reading(arguments[2])
        reading.withLock { $0 = started }
    }

    /// The scenario, once; nil where another one was read or it has an error, which only who loads it anew can report.
    static func take(_ path: String) -> LoadedScenario? {
        let started = reading.withLock { reading in
            defer { reading = nil }
            return reading
        }
        return started?.path == path ? started?.scenario : nil
    }
}
