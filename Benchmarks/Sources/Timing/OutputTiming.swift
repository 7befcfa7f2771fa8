import Goals
import Reporting
import Scenarios

/// Bytes a second of tidy CSV: the figures of a projection as text, in memory.
enum OutputTiming {
    static func run(_ path: String, repetitions: Int) throws {
        let scenario = try ScenarioLoader().load(path: path).scenario
        let result = try project(scenario, options: RunOptions(members: 1000))
        let table = ProjectionsTable.table(of: result, model: "Milepost")
        for _ in 0..<repetitions {
            let (seconds, bytes) = timed {
                var bytes = 0
                // A file of one run is small: many of them make a measurable time.
                for _ in 0..<20 { bytes += table.csv().count }
                return bytes
            }
            report("bytes_per_second", Double(bytes) / seconds)
        }
    }
}
