import Benchmark

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock], warmupIterations: 3, maxDuration: .seconds(2), maxIterations: 10_000)
    linearAlgebra()
    draws()
    baseYear()
    ensembles()
    commands()
}
