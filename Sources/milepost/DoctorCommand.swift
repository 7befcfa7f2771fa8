import ArgumentParser
import Elementwise
import LinearAlgebra
import Reporting
import Sampling

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check this installation: linear algebra, random numbers, shipped files.",
        discussion: "Older OpenBLAS builds compute wrong results on some processors: the self-test would show it.")

    mutating func run() throws {
        let machine = Machine.current(linearAlgebra: BLASThreads.configuration)
        var failed = false
        func line(_ name: String, _ text: String) {
            Terminal.write(name + ":" + String(repeating: " ", count: max(28 - name.count, 1)) + text + "\n")
        }
        line("milepost", Milepost.version)
        line("system", machine.system)
        line("processor", "\(machine.processor), \(Terminal.processorCount) usable")
        line("vector units", VectorLevel.current.name)
        line("linear algebra", machine.linearAlgebra)
        if let better = BLASKernels.better {
            line(
                "",
                "OpenBLAS does not know this processor and runs kernels of an older one (\(BLASKernels.name)): tables of "
                    + "thousands of sectors take three times as long; set OPENBLAS_CORETYPE=\(better), or update libopenblas"
            )
        }
        let test = BLASThreads.selfTest()
        for check in test.checks {
            line("  \(check.name)", check.passed ? "ok" : "WRONG: scaled error \(check.scaledError)")
        }
        if !test.passed {
            failed = true
            line("", "OpenBLAS computes wrong results here; try OPENBLAS_CORETYPE=Haswell, or update libopenblas")
        }
        let block = Philox.block(counter: SIMD4(repeating: 0), key: SIMD2(repeating: 0))
        let known: SIMD4<UInt32> = [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]
        // Runs draw by the vector units' loop, one number at a time by plain code: the answer known to one holds for both.
        let drawn = block == known && Self.loopsAgree
        line("random numbers", drawn ? "ok (Philox4x32-10 known answer)" : "WRONG: Philox known answer")
        failed = failed || !drawn
        if let home = ScenarioLocator.home {
            let isThere = ScenarioLocator.isDirectory(home + "/scenarios")
            line("shipped files", home + (isThere ? "" : ": no scenarios/ there; check MILEPOST_HOME"))
        } else {
            line("shipped files", "not found: set MILEPOST_HOME to the folder with scenarios/ and seeds/")
        }
        if failed { throw Failure.internalError }
    }

    private static var loopsAgree: Bool {
        let stream = RandomStream(seed: 1, purpose: "doctor", item: "draws")
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: 1001) { values in
            values.initialize(repeating: 0)
            stream.fill(step: 2, firstMember: 3, into: values)
            return values.indices.allSatisfy { values[$0] == stream.uniform(step: 2, member: UInt64($0 + 3)) }
        }
    }
}
