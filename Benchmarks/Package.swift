// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that users of Milepost do not fetch what only the benchmarks need.
let package = Package(
    name: "milepost-benchmarks",
    dependencies: [
        .package(name: "milepost", path: ".."),
        // Without traits: its interposers count allocations, which are not measured here, and slow them down.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "MilepostBenchmarks",
            dependencies: [
                .product(name: "Milepost", package: "milepost"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "MilepostBenchmarks",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
    ],
    swiftLanguageModes: [.v6]
)
