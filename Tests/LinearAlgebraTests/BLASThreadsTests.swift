import LinearAlgebra
import Testing

@Suite(.serialized) struct BLASThreadsTests {
    @Test func theNumberOfThreadsIsSetAndRestored() {
        let before = BLASThreads.count
        let inside = BLASThreads.with(1) { BLASThreads.count }
        #expect(inside == 1)
        #expect(BLASThreads.count == before)
    }

    @Test func theNumberIsRestoredAfterAnError() {
        struct Stop: Error {}
        let before = BLASThreads.count
        #expect(throws: Stop.self) { try BLASThreads.with(1) { () throws(Stop) in throw Stop() } }
        #expect(BLASThreads.count == before)
    }

    @Test func productsAgreeForEveryNumberOfThreads() throws {
        let (a, b) = (scattered(300, 300), scattered(300, 300, seed: 2))
        let one = try BLASThreads.with(1) { try multiply(a, b) }
        let two = try BLASThreads.with(2) { try multiply(a, b) }
        #expect(distance(one, two) < 1e-11)
    }

    @Test func thisMachinesKernelsComputeRight() {
        let report = BLASThreads.selfTest()
        #expect(report.passed, "\(report.checks)")
        #expect(report.checks.count == 3)
    }

    @Test func theConfigurationNamesTheLibrary() { #expect(BLASThreads.configuration.contains("OpenBLAS")) }
}

@Suite struct BLASKernelsTests {
    /// Levels as `CKernels` numbers them: portable, AVX2, AVX-512.
    @Test(arguments: [
        ("Prescott", 2, "SkylakeX"), ("Prescott", 1, "Haswell"), ("Prescott", 0, nil), ("Haswell", 2, nil),
        ("Zen", 1, nil), ("SkylakeX", 2, nil), ("Cooperlake", 2, nil),
    ])
    func kernelsOfAnOlderProcessorAreNoticed(name: String, level: Int, better: String?) {
        #expect(BLASKernels.better(than: name, level: level) == better)
    }

    @Test func theNameIsInTheConfiguration() {
        #expect(BLASThreads.configuration.contains(BLASKernels.name))
    }
}
