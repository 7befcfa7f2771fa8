import InputOutput
import LinearAlgebra
import Scenarios

/// Reading a large table, multipliers of all its sectors, and one projection of its output.
enum TableTiming {
    static func run(_ path: String, threads: Int) throws {
        let reading = try timed { try TableReader().read(path, layout: .wide(sectors: nil, names: nil)) }
        report("read", reading.seconds)
        let table = reading.result.table
        let solving = try BLASThreads.with(threads) {
            try timed {
                let factors = try table.leontiefFactors(.regional)
                let added = try multipliers(direct: try table.directCoefficients(.valueAdded), open: factors)
                let output = try multipliers(direct: try table.directCoefficients(.output), open: factors)
                let projected = try factors.solve(table.export.map { $0 * 1.05 })
                return (added.simple, output.simple, projected)
            }
        }
        report("solve", solving.seconds)
        report("multiplier", solving.result.1[0])
        report("output", solving.result.2[0] / table.output[0])
    }
}
