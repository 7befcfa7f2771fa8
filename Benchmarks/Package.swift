// swift-tools-version: 6.1
import PackageDescription

// A package of its own: users of Milepost build none of it.
let package = Package(
    name: "milepost-benchmarks",
    dependencies: [.package(name: "milepost", path: "..")],
    targets: [
        .executableTarget(name: "Peaks", dependencies: [.product(name: "Milepost", package: "milepost")]),
        .executableTarget(name: "Timing", dependencies: [.product(name: "Milepost", package: "milepost")]),
    ],
    swiftLanguageModes: [.v6]
)
