// swift-tools-version: 6.1
import PackageDescription

// Dependencies point down this list only; the numeric modules do no I/O.
let package = Package(
    name: "milepost",
    targets: [
        .target(name: "InputOutput", dependencies: ["LinearAlgebra"]),
        .target(name: "LinearAlgebra", dependencies: ["COpenBLAS"]),
        .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),

        .testTarget(name: "LinearAlgebraTests", dependencies: ["LinearAlgebra"]),
        .testTarget(name: "InputOutputTests", dependencies: ["InputOutput", "LinearAlgebra"]),
    ],
    swiftLanguageModes: [.v6]
)
