import Foundation
import Sampling

/// A made-up scenario of any size in a folder of its own: table, sectors, units and the scenario file.
///
/// It is the model of `scripts/numpy_scenario.py`, which reads the same folder: demand with correlated shocks, output
/// L f, a portfolio whose units lean on all sectors; with `lever` also knowledge stocks and spillovers, in the economy
/// with the lever and in its reference.
struct GeneratedScenario {
    let sectors: Int
    let units: Int
    let years: Int
    let lever: Bool

    static let start = 2024

    func write(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try GeneratedTable(sectors: sectors).write(to: folder + "/table.csv")
        for (name, text) in [
            ("sectors.csv", sectorFile), ("units.csv", unitFile), ("scenario.yaml", scenarioFile),
        ] { try Data(text.utf8).write(to: URL(filePath: folder + "/" + name)) }
    }

    private var codes: [String] { (0..<sectors).map(GeneratedTable.code) }

    private var sectorFile: String {
        "code,name_en,name_zh,group\n" + codes.map { "\($0),Sector \($0),\($0),\n" }.joined()
    }

    /// Weights in millionths that add up to one, sizes up to 500 亿元.
    private var unitFile: String {
        let sizes = RandomStream(seed: 7, purpose: "benchmark units", item: "size")
        let weights = RandomStream(seed: 7, purpose: "benchmark units", item: "weights")
        let rows = (0..<units).map { unit -> String in
            let draws = (0..<sectors).map { weights.uniform(step: UInt32(unit), member: UInt64($0)) }
            var parts = draws.map { Int($0 / draws.reduce(0, +) * 1e6) }
            parts[0] += 1_000_000 - parts.reduce(0, +)
            let leaning = zip(codes, parts).map { "\($0):\(Double($1) / 1e6)" }.joined(separator: "|")
            let size = Int(50_000 + 450_000 * sizes.uniform(step: 0, member: UInt64(unit)))
            return
                "u\(unit + 1),Unit \(unit + 1),,\(leaning),\(Self.start),\(Double(size) / 1000),100m yuan,U,made up\n"
        }
        return "id,name_en,name_zh,sector_weights,output_year,output,unit,quality,source\n" + rows.joined()
    }

    private var scenarioFile: String {
        """
        # Made up, for `make bench`.
        schema: 1
        name: Benchmark
        region: benchmark
        years: {start: \(Self.start), end: \(Self.start + years)}
        sectors: sectors.csv
        groups:
          high: [\(codes.prefix(sectors / 4).joined(separator: ", "))]
        economy:
          table: table.csv
          table_year: \(Self.start)
          growth: {export: 5%, outflow: 5%}
          shocks: {common: 0%, sector: 4%, correlation: 30%}
          science:
            elasticity: 0.08
            spillover: 0.375
            depreciation: [{id: all, group: all, share: 15%}]
            stock_growth: 5%
            trade_response: 1
            price_pass_through: 50%
        portfolios:
          units:
            units: units.csv
            premium: 2%
            volatility: {at: 100 亿元, sd: 12%, size_exponent: 0, shape: normal}
        targets:
          - {id: total, indicator: {total: units}, goal: more than \(units * 450) 亿元, by: \(Self.start + years)}
          - {id: count, indicator: {count: units, over: 500 亿元}, goal: at least \(units * 3 / 10) units, by: \(Self.start + years)}
          - {id: share, indicator: {share: high, of: all, measure: output}, goal: at least 25.2%, by: \(Self.start + years)}

        """ + (lever ? "levers: [{id: effort, kind: rd_effort, group: all, increase: 10%, reason: made up}]\n" : "")
    }
}
