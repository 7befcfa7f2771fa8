import Foundation
import LinearAlgebra
import Projection

/// Measures what the machine can do at most, in the operations that a projection consists of.
///
///     Peaks [SECTORS] [UNITS]
///
/// Prints a line per peak: name, value per second, on one core and on all. Shapes are those of a block of members.
@main
enum Peaks {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst().compactMap(Int.init)
        let sectors = arguments.first ?? 33
        let units = arguments.dropFirst().first ?? 40
        BLASThreads.useOne()
        let rows = Ensemble.defaultBlockSize
        let cell = Double(rows)
        func flops(_ inner: Int, _ columns: Int) -> Double { 2 * cell * Double(inner) * Double(columns) }

        show("dgemm_output", flops(sectors, sectors)) {
            Kernels.product(rows: rows, inner: sectors, columns: sectors)
        }
        show("dgemm_units", flops(sectors, units)) { Kernels.product(rows: rows, inner: sectors, columns: units) }
        show("dgemm_large", flops(1023, 1023)) { Kernels.product(rows: rows, inner: 1023, columns: 1023) }
        show("uniforms", cell) { Kernels.uniforms(rows: rows) }
        show("normals", cell) { Kernels.normals(rows: rows) }
        show("laplace", cell) { Kernels.laplace(rows: rows) }
        show("exp", cell) { Kernels.exponential(rows: rows) }
        show("log", cell) { Kernels.logarithm(rows: rows) }
        show("quantiles", cell) { Kernels.quantiles(rows: rows) }
        // Three columns of all sectors: a block's working set, in the second-level cache.
        show("cache_bytes", 24 * cell * Double(sectors)) { Kernels.addition(count: rows * sectors) }
        let large = 1 << 22
        show("memory_bytes", 24 * Double(large)) { Kernels.addition(count: large) }
    }

    private static func show(_ name: String, _ amount: Double, _ makeWork: @Sendable () -> () -> Void) {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let one = Rate.best(cores: 1, amount: amount, makeWork: makeWork)
        let all = Rate.best(cores: cores, amount: amount, makeWork: makeWork)
        print("\(name)\t\(one)\t\(all)")
    }
}
