import Foundation
import InputOutput
import Scenarios
import Testing

/// What is said of tables by location quotients, calculated from the shipped tables.
@Suite struct QuotientTrialTests {
    private static let provinces = ["anhui", "guangdong", "henan", "hunan", "liaoning", "zhejiang"]

    private static func table(_ region: String) throws -> InputOutputTable {
        let seeds =
            URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/seeds/"
        return try TableReader().read("\(seeds)\(region)/io-2017.csv", layout: .wide(sectors: nil, names: nil)).table
    }

    private func made(
        _ region: InputOutputTable, _ nation: InputOutputTable, _ method: QuotientMethod, _ base: QuotientBase
    ) throws -> InputOutputTable {
        func size(_ table: InputOutputTable) throws -> [Double] {
            base == .output ? table.output : try table.valueAddedRow("compensation")
        }
        let sizes = try LocationQuotients(region: size(region), nation: size(nation), base: base)
        return try nation.regionalised(by: sizes, method: method).table
    }

    @Test(arguments: [QuotientBase.output, .employment])
    func errorsOfMultipliersAreThoseStated(base: QuotientBase) throws {
        let nation = try Self.table("china")
        let real = try Self.provinces.map(Self.table)
        for trial in base == .output ? QuotientTrial.fromOutput : QuotientTrial.fromEmployment {
            let errors = try real.map { region in
                zip(
                    try made(region, nation, trial.method, base).multipliers(.output).simple,
                    try region.multipliers(.output).simple
                ).map { $0 / $1 - 1 }
            }
            let means = errors.map { $0.reduce(0, +) / Double($0.count) }
            let absolute = errors.map { $0.reduce(0) { $0 + abs($1) } / Double($0.count) }
            let found = [
                absolute.reduce(0, +) / 6, try #require(absolute.min()), try #require(absolute.max()),
                try #require(means.min()), try #require(means.max()),
            ]
            let stated = [trial.mean, trial.least, trial.most, trial.lowest, trial.highest]
            for (found, stated) in zip(found, stated) {
                #expect(abs(found - stated) < 1e-3, "\(trial.method): \(found), \(stated)")
            }
        }
    }

    @Test func tradeOutputsAndValueAddedAreThoseStated() throws {
        let nation = try Self.table("china")
        var (exports, imports, outputs, added): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
        func sum(_ values: [Double]) -> Double { values.reduce(0, +) }
        for region in try Self.provinces.map(Self.table) {
            let table = try made(region, nation, .flegg(delta: 0.1), .output)
            exports.append(sum(table.export) / sum(region.export))
            imports.append(sum(table.imports) / sum(region.imports))
            let guessed = try made(region, nation, .flegg(delta: 0.1), .employment)
            outputs.append(sum(zip(guessed.output, region.output).map { abs($0 - $1) }) / sum(region.output))
            added.append(sum(guessed.totalValueAdded()) / sum(region.totalValueAdded()))
        }
        for (found, stated) in [
            (exports, QuotientTrial.exports), (imports, QuotientTrial.imports),
            (outputs, QuotientTrial.outputErrors), (added, QuotientTrial.valueAdded),
        ] {
            #expect(abs(try #require(found.min()) - stated.lowerBound) < 6e-3)
            #expect(abs(try #require(found.max()) - stated.upperBound) < 6e-3)
        }
    }

    @Test func aMethodThatWasNotTriedHasThoseOfItsKind() {
        #expect(QuotientTrial.trials(of: .flegg(delta: 0.1), base: .output).map(\.mean) == [0.112])
        #expect(QuotientTrial.trials(of: .flegg(delta: 0.2), base: .output).map(\.mean) == [0.112, 0.173, 0.195])
        #expect(QuotientTrial.trials(of: .augmentedFlegg(delta: 0), base: .employment).count == 3)
        #expect(QuotientTrial.trials(of: .simple, base: .employment).map(\.mean) == [0.161])
    }
}
