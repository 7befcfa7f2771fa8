// swift-tools-version: 6.1
import PackageDescription

// Dependencies point down this list only; the numeric modules do no I/O.
let package = Package(
    name: "milepost",
    products: [
        .executable(name: "milepost", targets: ["milepost"]),
        .library(
            name: "Milepost",
            targets: [
                "CHeap", "CSV", "Charts", "Elementwise", "Goals", "HTMLReport", "InputOutput", "JSON", "Ledger",
                "LinearAlgebra", "Panels", "Projection", "Reporting", "Sampling", "Scenarios", "Scoring", "Workbooks",
            ]),
    ],
    traits: [
        .trait(name: "MPI", description: "Share out `milepost run` among the processes of mpirun; needs Open MPI."),
        .trait(name: "Workbook", description: "Write Excel workbooks with `--xlsx`; needs libxlsxwriter."),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .executableTarget(
            name: "milepost",
            dependencies: [
                "CHeap", "CSV", "Elementwise", "Goals", "HTMLReport", "InputOutput", "Ledger", "LinearAlgebra",
                "Panels", "Projection", "Reporting", "Sampling", "Scenarios", "Scoring", "Workbooks", "XLSX",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .target(name: "CMPI", condition: .when(traits: ["MPI"])),
            ]),
        .target(
            name: "HTMLReport", dependencies: ["Reporting", .product(name: "Mustache", package: "swift-mustache")]),
        .target(
            name: "Reporting",
            dependencies: [
                "CSV", "Charts", "Goals", "InputOutput", "JSON", "Ledger", "Panels", "Scenarios", "Scoring",
                "Workbooks",
            ]),
        .target(name: "Charts", dependencies: ["JSON"]),
        // Empty without the trait.
        .target(
            name: "XLSX",
            dependencies: ["Workbooks", .target(name: "CXLSXWriter", condition: .when(traits: ["Workbook"]))]),
        .target(name: "Workbooks"),
        .target(name: "Ledger", dependencies: ["CSV", "Goals", "Scenarios", "Scoring"]),
        .target(
            name: "Goals",
            dependencies: [
                "Elementwise", "InputOutput", "LinearAlgebra", "Panels", "Projection", "Scenarios", "Scoring",
                .product(name: "RealModule", package: "swift-numerics"),
            ]),
        .target(
            name: "Projection",
            dependencies: [
                "CKernels", "Elementwise", "InputOutput", "LinearAlgebra", "Sampling", "Scenarios",
                .product(name: "RealModule", package: "swift-numerics"),
            ]),
        .target(
            name: "Scenarios",
            dependencies: [
                "CSV", "InputOutput", "JSON", "LinearAlgebra", "Panels", "Sampling",
                .product(name: "Yams", package: "Yams"),
            ]),
        .target(
            name: "Panels",
            dependencies: [
                "CSV", "LinearAlgebra", "Sampling", "Scoring", .product(name: "RealModule", package: "swift-numerics"),
            ]),
        .target(
            name: "Scoring", dependencies: ["Sampling", .product(name: "RealModule", package: "swift-numerics")]),
        .target(name: "CSV"),
        .target(name: "JSON"),
        .target(name: "Sampling", dependencies: ["CKernels", .product(name: "RealModule", package: "swift-numerics")]),
        .target(
            name: "InputOutput",
            dependencies: ["LinearAlgebra", .product(name: "RealModule", package: "swift-numerics")]),
        .target(name: "LinearAlgebra", dependencies: ["CKernels", "COpenBLAS"]),
        .target(name: "Elementwise", dependencies: ["CKernels"]),
        .target(name: "CKernels"),
        .target(name: "CHeap"),
        .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
        // Not linked but loaded when a workbook is written: no pkg-config.
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CMPI", pkgConfig: "ompi-c", providers: [.apt(["libopenmpi-dev"])]),

        .target(name: "TestSupport", dependencies: ["Projection", "Scenarios"], path: "Tests/TestSupport"),
        .testTarget(name: "LinearAlgebraTests", dependencies: ["LinearAlgebra"]),
        .testTarget(
            name: "InputOutputTests",
            dependencies: ["InputOutput", "LinearAlgebra", .product(name: "RealModule", package: "swift-numerics")]),
        .testTarget(
            name: "ElementwiseTests",
            dependencies: ["Elementwise", .product(name: "RealModule", package: "swift-numerics")]),
        .testTarget(name: "SamplingTests", dependencies: ["Elementwise", "Sampling"]),
        .testTarget(name: "CSVTests", dependencies: ["CSV"]),
        .testTarget(name: "ChartsTests", dependencies: ["Charts", "TestSupport"], exclude: ["Snapshots"]),
        .testTarget(
            name: "ScoringTests",
            dependencies: ["Sampling", "Scoring", .product(name: "RealModule", package: "swift-numerics")]),
        .testTarget(
            name: "PanelsTests",
            dependencies: [
                "CSV", "Panels", "Sampling", "Scoring", .product(name: "RealModule", package: "swift-numerics"),
            ]),
        .testTarget(
            name: "ScenariosTests", dependencies: ["InputOutput", "Sampling", "Scenarios"], exclude: ["Fixtures"]),
        .testTarget(
            name: "ProjectionTests",
            dependencies: [
                "InputOutput", "LinearAlgebra", "Projection", "Sampling", "Scenarios", "TestSupport",
                .product(name: "RealModule", package: "swift-numerics"),
            ]),
        .testTarget(name: "GoalsTests", dependencies: ["Goals", "Panels", "Projection", "Scenarios", "TestSupport"]),
        .testTarget(
            name: "LedgerTests",
            dependencies: ["CSV", "Goals", "Ledger", "Sampling", "Scenarios", "Scoring", "TestSupport"]),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "CSV", "Charts", "Goals", "HTMLReport", "InputOutput", "JSON", "Ledger", "Panels", "Reporting",
                "Scenarios",
                "Scoring", "TestSupport", "Workbooks",
            ],
            exclude: ["Snapshots"]),
        .testTarget(name: "WorkbooksTests", dependencies: ["Workbooks"]),
        .testTarget(name: "XLSXTests", dependencies: ["Reporting", "Workbooks", "XLSX"]),
        // Runs the built program; the dependency is there so that it is built.
        .testTarget(
            name: "CommandTests", dependencies: ["CSV", "Reporting", "TestSupport", "milepost"],
            exclude: ["Fixtures", "Snapshots"]),
    ],
    swiftLanguageModes: [.v6]
)
