import Glibc
import InputOutput
import LinearAlgebra
import Testing

/// Employment of Flegg & Webber 2000; quotients computed from it.
@Suite struct LocationQuotientTests {
    let quotients: LocationQuotients

    init() throws {
        quotients = try LocationQuotients(
            region: [170, 2227, 403, 821, 4896, 2484], nation: [24019, 129248, 36320, 63521, 484087, 216831],
            base: .employment)
    }

    @Test func simpleQuotients() {
        #expect(distance(quotients.simple, [0.613793, 1.494254, 0.962249, 1.120866, 0.877094, 0.993478]) < 5e-7)
    }

    @Test(arguments: [(0.1, 0.663522), (0.25, 0.358623), (0.3, 0.292123)])
    func lambdaShrinksSmallRegions(delta: Double, lambda: Double) {
        #expect(abs(quotients.lambda(delta: delta) - lambda) < 5e-7)
    }

    @Test func fleggsQuotientsWithTheSimpleOneOnTheDiagonal() {
        let flq = quotients.supplyShares(.flegg(delta: 0.3))
        #expect(distance((0..<6).map { flq[$0, $0] }, [0.1793, 0.4365, 0.2811, 0.3274, 0.2562, 0.2902]) < 5e-5)
        #expect(distance(Array(flq.row(0).dropFirst()), [0.12, 0.1863, 0.16, 0.2044, 0.1805]) < 5e-5)
        let other = quotients.supplyShares(.flegg(delta: 0.3, diagonal: .crossIndustry))
        for i in 0..<6 { #expect(abs(other[i, i] - quotients.lambda(delta: 0.3)) < 1e-15) }
        #expect(distance(Array(other.row(0).dropFirst()), Array(flq.row(0).dropFirst())) == 0)
    }

    @Test func theAugmentationRaisesColumnsOfSpecialisedSectorsOnly() {
        let (flq, aflq) = (
            quotients.quotients(.flegg(delta: 0.3)), quotients.quotients(.augmentedFlegg(delta: 0.3))
        )
        for j in 0..<6 {
            let slq = quotients.simple[j]
            let factor = slq > 1 ? log2(1 + slq) : 1
            #expect(distance(aflq.column(j), flq.column(j).map { $0 * factor }) < 1e-15)
        }
        #expect(aflq[0, 1] > flq[0, 1] && aflq[0, 2] == flq[0, 2])
    }

    @Test func crossIndustryQuotientsAreReciprocal() {
        let cilq = quotients.quotients(.crossIndustry())
        #expect(abs(cilq[0, 3] * cilq[3, 0] - 1) < 1e-15)
        #expect(abs(cilq[2, 2] - quotients.simple[2]) < 1e-15)
    }

    @Test(arguments: [
        QuotientMethod.simple, .crossIndustry(), .flegg(delta: 0.2), .augmentedFlegg(delta: 0.2),
    ]) func regionalCoefficientsNeverExceedNationalOnes(method: QuotientMethod) throws {
        let national = Matrix(rows: 6, columns: 6, repeating: 0.1)
        let regional = try quotients.regionalCoefficients(national: national, method: method)
        regional.withUnsafeBuffer { #expect($0.allSatisfy { $0 > 0 && $0 <= 0.1 }) }
    }

    @Test(arguments: [-0.1, 1, .nan]) func aDeltaWithoutMeaningIsRefused(delta: Double) {
        let national = Matrix(rows: 6, columns: 6, repeating: 0.1)
        let error = #expect(throws: AnalysisError.self) {
            try quotients.regionalCoefficients(national: national, method: .flegg(delta: delta))
        }
        #expect(error?.description.hasPrefix("delta of Flegg's quotient is \(delta)") == true)
    }

    /// The nation as its own region imports nothing from itself.
    @Test func theNationIsSelfSufficient() throws {
        let same = try LocationQuotients(region: [5, 2, 3], nation: [5, 2, 3], base: .output)
        for method in [QuotientMethod.simple, .crossIndustry(), .flegg(delta: 0.3), .augmentedFlegg(delta: 0.3)] {
            #expect(distance(same.supplyShares(method), Matrix(rows: 3, columns: 3, repeating: 1)) < 1e-15)
        }
    }

    @Test func theUnitOfSizeDoesNotMatter() throws {
        let thousands = try LocationQuotients(
            region: quotients.region.map { $0 / 1000 }, nation: quotients.nation.map { $0 / 1000 }, base: .employment)
        #expect(
            distance(
                thousands.quotients(.flegg(delta: 0.3)), quotients.quotients(.flegg(delta: 0.3))) < 1e-14)
    }

    @Test func aSectorThatTheRegionLacks() throws {
        let lacking = try LocationQuotients(region: [0, 4, 0], nation: [5, 20, 0], base: .output)
        let shares = lacking.supplyShares(.crossIndustry())
        #expect(shares.row(0) == [0, 0, 0] && shares.row(2) == [0, 0, 0])
        #expect(shares[1, 0] == 1)
        #expect(throws: AnalysisError.notPositive(part: "size in the nation", index: 0, value: 0)) {
            try LocationQuotients(region: [1, 4], nation: [0, 20], base: .output)
        }
    }
}
