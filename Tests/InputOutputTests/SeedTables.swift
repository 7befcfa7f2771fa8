import Foundation
import InputOutput
import LinearAlgebra

/// The tables that ship, read without the scenario layer.
enum SeedTable: String, CaseIterable {
    case china2012 = "china/io-2012"
    case china2017 = "china/io-2017"
    case china2020 = "china/io-2020"
    case hunan2012 = "hunan/io-2012"
    case hunan2017 = "hunan/io-2017"
    case zhejiang2017 = "zhejiang/io-2017"
    case anhui2017 = "anhui/io-2017"
    case liaoning2017 = "liaoning/io-2017"
    case guangdong2017 = "guangdong/io-2017"
    case henan2017 = "henan/io-2017"

    /// The tables of 2017: the nation's and those of six provinces.
    static let seven = allCases.filter { $0.rawValue.hasSuffix("2017") }

    /// The table, rows closed to machine precision.
    func read() throws -> InputOutputTable {
        let seeds = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../seeds")
        let text = try String(contentsOf: seeds.appending(path: rawValue + ".csv"), encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let header = lines[0].dropFirst().map(String.init)
        var rows: [String: [Double]] = [:]
        for line in lines.dropFirst() { rows[String(line[0])] = line.dropFirst().map { Double($0) ?? 0 } }
        let sectors = header.filter { rows[$0] != nil && $0 != "output" }
        func column(_ name: String) -> [Double] {
            guard let place = header.firstIndex(of: name) else { return sectors.map { _ in 0 } }
            return sectors.map { rows[$0]?[place] ?? .nan }
        }
        let fixed: Set = ["export", "outflow", "import", "inflow", "discrepancy", "output"]
        let names = lines.dropFirst().map { String($0[0]) }
        return try InputOutputTable(
            sectors: sectors,
            intermediate: Matrix(rowMajor: sectors.map { Array((rows[$0] ?? []).prefix(sectors.count)) }),
            domesticFinalUse: header.filter { !sectors.contains($0) && !fixed.contains($0) }.map {
                NamedVector(name: $0, values: column($0))
            }, export: column("export"), outflow: column("outflow"), imports: column("import"),
            inflow: column("inflow"), discrepancy: column("discrepancy"),
            valueAdded: names.filter { !sectors.contains($0) && $0 != "output" }.map { name in
                NamedVector(name: name, values: Array((rows[name] ?? []).prefix(sectors.count)))
            }, output: column("output")
        ).closingRounding()
    }

    /// The sectors of every group of `seeds/sectors.csv`, by the positions that they have in the shipped tables.
    static func groups() throws -> [(name: String, sectors: [Int])] {
        let seeds = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../seeds")
        let lines = try String(contentsOf: seeds.appending(path: "sectors.csv"), encoding: .utf8)
            .split(whereSeparator: \.isNewline).dropFirst()
        // No name has a comma behind the last quote, so the group is what follows the last comma.
        let names = lines.map { String($0.split(separator: ",").last ?? "") }
        var order: [String] = []
        for name in names where !order.contains(name) { order.append(name) }
        return order.map { group in (group, names.indices.filter { names[$0] == group }) }
    }
}
