import CSV
import Foundation
import TestSupport
import Testing

/// `milepost table` on the shipped tables.
@Suite struct TableCommandTests {
    private static let hunan = "seeds/hunan/io-2017.csv"

    private func table(_ arguments: [String]) throws -> CSVFile {
        let outcome = try Command.run(["table"] + arguments + ["--format", "csv"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try CSVFile(bytes: Array(outcome.output.utf8), path: "output")
    }

    private func number(_ table: CSVFile, _ column: String, where cells: [String: String]) throws -> Double {
        let row = try #require(
            table.rows.first { row in cells.allSatisfy { row[table.column($0) ?? 0] == $1 } }, "\(cells)")
        return try #require(try table.number(row: row, column: table.requiredColumn(column)))
    }

    private func expect(_ found: Double, _ expected: Double) {
        #expect(abs(found / expected - 1) < 1e-9, "\(found) instead of \(expected)")
    }

    /// A page of more sectors than anyone reads is cut; the file has them all.
    @Test func largeTablesAreShownInPartAndWrittenWhole() throws {
        let sectors = (0..<250).map { "s\($0)" }
        var csv = "row,\(sectors.joined(separator: ",")),household,export,import,output\n"
        for (index, sector) in sectors.enumerated() {
            csv += sector + "," + sectors.indices.map { $0 == index ? "40" : "0" }.joined(separator: ",")
            csv += ",60,0,0,100\n"
        }
        csv += "surplus," + String(repeating: "60,", count: 250) + ",,,\n"
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(csv.utf8).write(to: file)
        let page = try Command.run(["table", "multipliers", file.path])
        #expect(page.status == 0, "\(page.errors)")
        #expect(page.output.contains("50 more with --format csv."))
        #expect(page.output.split(separator: "\n").count { $0.hasPrefix("s") && $0.contains("1.667") } == 200)
        let figures = try table(["multipliers", file.path])
        #expect(figures.rows.count == 500)
        expect(try number(figures, "simple", where: ["sector": "s249", "measure": "output"]), 1 / 0.6)
    }

    // MARK: Text

    static let pages: [(name: String, arguments: [String])] = [
        ("inspect-zhejiang", ["inspect", "seeds/zhejiang/io-2017.csv"]),
        ("inspect-china-2020", ["inspect", "seeds/china/io-2020.csv"]),
        ("balance-hunan", ["balance", hunan]),
        (
            "update-hunan",
            [
                "update", "seeds/hunan/io-2012.csv", "--controls", "seeds/hunan/groups-2017.csv", "--drift-from",
                "seeds/china/io-2012.csv", "--drift-to", "seeds/china/io-2017.csv", "--against", hunan,
            ]
        ),
        (
            "regionalise-hunan",
            ["regionalise", "seeds/china/io-2017.csv", "--output", "seeds/hunan/output-2017.csv", "--method", "cilq"]
        ),
        ("aggregate-hunan", ["aggregate", hunan, "--sectors", "seeds/sectors.csv"]),
        ("multipliers-hunan", ["multipliers", hunan, "--type", "2", "--tax", "production_taxes"]),
        (
            "regionalise-hunan-by-jobs",
            [
                "regionalise", "seeds/china/io-2017.csv", "--employment", "Tests/CommandTests/Fixtures/jobs.csv",
                "--method", "aflq", "--delta", "0.2",
            ]
        ),
        ("multipliers-region", ["multipliers", "Tests/ScenariosTests/Fixtures/pymrio/tiny", "--region", "south"]),
        (
            "multipliers-zhejiang-income",
            ["multipliers", "seeds/zhejiang/io-2017.csv", "--type", "2", "--household-income", "25000"]
        ),
        ("linkages-hunan", ["linkages", hunan]),
        ("extract-hunan", ["extract", hunan, "--sector", "motor_vehicles"]),
        ("extract-china-each", ["extract", "seeds/china/io-2017.csv", "--mode", "forward"]),
        ("decompose-hunan", ["decompose", "seeds/hunan/io-2012.csv", hunan]),
        (
            "decompose-china",
            ["decompose", "seeds/china/io-2017.csv", "seeds/china/io-2020.csv", "--quantity", "value-added"]
        ),
    ]

    @Test(arguments: pages.indices, ["en", "zh"])
    func pageIsReadable(page: Int, language: String) throws {
        let (name, arguments) = Self.pages[page]
        let outcome = try Command.run(["table"] + arguments + ["--lang", language])
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        for line in outcome.output.split(separator: "\n") {
            // Chinese characters take two columns.
            let width = line.unicodeScalars.reduce(0) { $0 + (0x2E80...0xFF60 ~= $1.value ? 2 : 1) }
            #expect(width <= 80, "\(line)")
        }
        try expectSnapshot(outcome.output, "table-\(name)-\(language).txt")
    }

    @Test func helpOfTheGroup() throws {
        var text = ""
        for command in [
            [], ["inspect"], ["balance"], ["update"], ["aggregate"], ["regionalise"], ["multipliers"], ["linkages"],
            ["extract"], ["decompose"],
        ] {
            let outcome = try Command.run(["table"] + command + ["--help"])
            #expect(outcome.status == 0)
            text += "$ milepost \((["table"] + command + ["--help"]).joined(separator: " "))\n" + outcome.output + "\n"
        }
        try expectSnapshot(text, "table-help.txt")
    }

    // MARK: Figures; those of Hunan and China by NumPy 2.4.6 from the same files, with inverses where Milepost has none

    @Test func inspectionFindsTheSpectralRadii() throws {
        let inspection = try table(["inspect", Self.hunan])
        expect(try number(inspection, "value", where: ["kind": "spectral_radius_total_use"]), 0.6390788745404012)
        expect(try number(inspection, "value", where: ["kind": "spectral_radius_regional"]), 0.45868248886810764)
    }

    @Test func multipliersAreThoseOfTheInverse() throws {
        let multipliers = try table(["multipliers", Self.hunan, "--type", "2", "--tax", "production_taxes"])
        func found(_ measure: String, _ column: String) throws -> Double {
            try number(multipliers, column, where: ["sector": "electronics", "measure": measure])
        }
        expect(try found("output", "simple"), 1.8897784298201419)
        expect(try found("output", "total"), 2.310879194545899)
        expect(try found("compensation", "simple"), 0.2624192814707011)
        expect(try found("compensation", "total"), 0.3628244474146165)
        expect(try found("value_added", "simple"), 0.6259348699661135)
        expect(try found("production_taxes", "simple"), 0.09238882502343704)
        expect(
            try found("compensation", "type_2"),
            try found("compensation", "total") / found("compensation", "direct"))
    }

    @Test func jobsFollowThePersonsGiven() throws {
        try withTemporaryFolder { folder in
            let output = try outputs(of: Self.hunan)
            let jobs = "sector,value\n" + output.map { "\($0.sector),\($0.output * 2)\n" }.joined()
            try jobs.write(toFile: folder + "/jobs.csv", atomically: true, encoding: .utf8)
            let multipliers = try table(["multipliers", Self.hunan, "--employment", folder + "/jobs.csv"])
            // Two persons per unit of output everywhere: twice the output multiplier.
            expect(
                try number(multipliers, "simple", where: ["sector": "food", "measure": "employment"]),
                2 * (try number(multipliers, "simple", where: ["sector": "food", "measure": "output"])))
        }
    }

    @Test func linkagesAndKeySectors() throws {
        let linkages = try table(["linkages", Self.hunan])
        func found(_ column: String) throws -> Double {
            try number(linkages, column, where: ["sector": "electronics"])
        }
        expect(try found("normalised_backward"), 0.9992329468660737)
        expect(try found("normalised_forward_ghosh"), 0.8556875013298616)
        expect(try found("normalised_forward_leontief"), 1.024115839984823)
        let kind = try linkages.requiredColumn("class")
        #expect(
            Set(linkages.rows.filter { $0[kind] == "key" }.map { $0[0] }) == [
                "textiles", "paper_printing", "chemicals", "metal_products", "general_equipment", "other_manufacturing",
            ])
    }

    @Test(arguments: [
        ("complete", 2836.844782274262), ("backward", 1394.3461253838154), ("forward", 785.257935961688),
        ("forward-leontief", 921.7749983966868),
    ])
    func extractionLosesWhatTheSmallerSystemLacks(mode: String, loss: Double) throws {
        let losses = try table(["extract", Self.hunan, "--sector", "汽车整车和零部件", "--mode", mode])
        let column = try losses.requiredColumn("loss")
        let total = try losses.rows.reduce(0) { $0 + (try losses.number(row: $1, column: column) ?? 0) }
        #expect(abs(total / loss - 1) < 1e-8)
        #expect(losses.rows[0][0] == "motor_vehicles")
    }

    @Test func causesAddUpToTheChange() throws {
        let causes = try table(["decompose", "seeds/china/io-2012.csv", "seeds/china/io-2017.csv"])
        func found(_ column: String) throws -> Double { try number(causes, column, where: ["sector": "electronics"]) }
        expect(try found("change"), 30789.8846)
        expect(try found("technology"), 1572.312865684893)
        expect(try found("supply_share"), 8784.191716707242)
        expect(try found("demand_level"), 11472.071959006236)
        expect(try found("external_sales"), 10518.92371013073)
        #expect(abs(try found("residual")) < 1e-8)
    }

    // MARK: Tables that are made

    @Test func tableThatIsWrittenIsReadAsItWas() throws {
        try withTemporaryFolder { folder in
            let copy = folder + "/copy.csv"
            #expect(try Command.run(["table", "balance", Self.hunan, "--out", copy, "--quiet"]).status == 0)
            let multipliers = try Command.run(["table", "multipliers", copy, "--format", "csv"]).output
            let original = try Command.run(["table", "multipliers", Self.hunan, "--format", "csv"]).output
            #expect(multipliers == original)
        }
    }

    @Test func disturbedTableIsBalancedAgain() throws {
        try withTemporaryFolder { folder in
            let text = try String(contentsOfFile: Command.repository + "/" + Self.hunan, encoding: .utf8)
            let broken = text.replacing("agriculture,687.2528,", with: "agriculture,700,")
            #expect(broken != text)
            try broken.write(toFile: folder + "/broken.csv", atomically: true, encoding: .utf8)
            let refused = try Command.run(["table", "multipliers", "broken.csv"], in: folder)
            #expect(refused.status == 65)
            #expect(refused.errors.contains("broken.csv:2: agriculture: row agriculture adds up to 5226.2272"))
            #expect(try Command.run(["table", "inspect", "broken.csv"], in: folder).status == 0)
            let balanced = try Command.run(["table", "balance", "broken.csv", "--out", "new.csv"], in: folder)
            #expect(balanced.status == 0)
            #expect(balanced.output.contains("Wrote new.csv."))
            #expect(try Command.run(["table", "multipliers", "new.csv"], in: folder).status == 0)
        }
    }

    /// A national table and the outputs of a province make a table that the other commands take.
    @Test func regionalTableIsATableLikeOthers() throws {
        try withTemporaryFolder { folder in
            let made = folder + "/region.csv"
            let outcome = try Command.run([
                "table", "regionalise", "seeds/china/io-2017.csv", "--output", "seeds/hunan/output-2017.csv", "--out",
                made,
            ])
            #expect(outcome.status == 0)
            for (new, old) in zip(try outputs(of: made), try outputs(of: Self.hunan)) {
                #expect(abs(new.output - old.output) < 1e-6)
            }
            let inspection = try table(["inspect", made])
            #expect(!inspection.rows.contains { ["row_imbalance", "column_imbalance"].contains($0[0]) })
            // The text says 11% on average of six provinces, 4% to 15% by province; Hunan's own is 13%.
            #expect((0.12...0.15).contains(try meanError(of: made, against: Self.hunan)))
        }
    }

    @Test func employmentWithEqualProductivityIsOutput() throws {
        try withTemporaryFolder { folder in
            let region = try outputs(of: Self.hunan)
            let nation = try outputs(of: "seeds/china/io-2017.csv")
            let output = "sector,value\n" + region.map { "\($0.sector),\($0.output)\n" }.joined()
            let jobs =
                "sector,region,nation\n"
                + zip(region, nation).map { "\($0.sector),\($0.output * 3),\($1.output * 3)\n" }.joined()
            try output.write(toFile: folder + "/output.csv", atomically: true, encoding: .utf8)
            try jobs.write(toFile: folder + "/jobs.csv", atomically: true, encoding: .utf8)
            let start = ["regionalise", "seeds/china/io-2017.csv", "--method", "slq"]
            let byOutput = try table(start + ["--output", folder + "/output.csv"])
            let byJobs = try table(start + ["--employment", folder + "/jobs.csv"])
            for sector in region.map(\.sector) {
                expect(
                    try number(byJobs, "own_supply_share", where: ["sector": sector]),
                    try number(byOutput, "own_supply_share", where: ["sector": sector]))
            }
        }
    }

    @Test func updateRefusesFiguresInAnotherUnit() throws {
        try withTemporaryFolder { folder in
            let made = folder + "/dollars.csv"
            let inDollars = try Command.run([
                "table", "balance", Self.hunan, "--unit", "Mill USD", "--out", made, "--quiet",
            ])
            #expect(inDollars.status == 0, "\(inDollars.errors)")
            let scenario = try Command.run(["table", "update", made, "--update", "hunan/high-tech-share"])
            #expect(scenario.status == 65)
            #expect(scenario.errors.contains("money is in Mill USD, the figures of --update are in 亿元"))
            let controls = folder + "/controls.csv"
            try "name,measure,sectors,value\ngdp,value_added,all,40000\n"
                .write(toFile: controls, atomically: true, encoding: .utf8)
            let against = try Command.run(["table", "update", made, "--controls", controls, "--against", Self.hunan])
            #expect(against.status == 65)
            #expect(against.errors.contains("in \(made) it is in Mill USD; expected one unit"))
        }
    }

    @Test func updateAsksWhetherATotalFarFromTheTableIsInItsUnit() throws {
        try withTemporaryFolder { folder in
            let controls = folder + "/controls.csv"
            try "name,measure,sectors,value\ngdp,value_added,all,500000000\n"
                .write(toFile: controls, atomically: true, encoding: .utf8)
            let outcome = try Command.run(["table", "update", Self.hunan, "--controls", controls, "--quiet"])
            #expect(outcome.status == 0)
            #expect(outcome.errors.contains("are both in 亿元?"))
        }
    }

    @Test func updateToItsOwnTotalsChangesNothing() throws {
        try withTemporaryFolder { folder in
            let made = folder + "/same.csv"
            let outcome = try Command.run([
                "table", "update", Self.hunan, "--controls", "seeds/hunan/groups-2017.csv", "--out", made, "--quiet",
            ])
            #expect(outcome.status == 0)
            #expect(try meanError(of: made, against: Self.hunan) < 1e-6)
            for (new, old) in zip(try outputs(of: made), try outputs(of: Self.hunan)) {
                #expect(abs(new.output / old.output - 1) < 1e-6)
            }
        }
    }

    /// The bounds stand in the README as well.
    @Test func updateSaysHowFarItIsFromThePublishedTable() throws {
        let moved = try table([
            "update", "seeds/hunan/io-2012.csv", "--controls", "seeds/hunan/groups-2017.csv", "--against", Self.hunan,
            "--drift-from", "seeds/china/io-2012.csv", "--drift-to", "seeds/china/io-2017.csv",
        ])
        let error = try number(moved, "value", where: ["margin": "error of output"])
        #expect(error > 0.12 && error < 0.13)
        // Σ |estimate − real| / Σ real, from the rows themselves.
        let (value, real) = (try moved.requiredColumn("value"), try moved.requiredColumn("published"))
        var (distance, size) = (0.0, 0.0)
        for row in moved.rows where row[0].hasPrefix("output of ") && !row[1].isEmpty {
            let published = try #require(try moved.number(row: row, column: real))
            distance += abs((try moved.number(row: row, column: value) ?? .nan) - published)
            size += published
        }
        expect(error, distance / size)
        #expect(try number(moved, "value", where: ["margin": "error of regional output multipliers"]) < 0.045)
    }

    /// The table that a scenario starts from is what `run` writes of its base year, margin by margin.
    @Test func updateOfAScenarioIsItsBaseYear() throws {
        try withTemporaryFolder { folder in
            let run = try Command.run([
                "run", "hunan/high-tech-share", "--members", "64", "--prior-only", "--quiet", "--out", folder + "/run",
            ])
            #expect(run.status == 0)
            let path = folder + "/run/base-year.csv"
            let base = try CSVFile(bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))), path: path)
            let made = folder + "/hunan-2023.csv"
            let outcome = try Command.run([
                "table", "update", "--update", "hunan/high-tech-share", "--format", "csv", "--out", made,
            ])
            #expect(outcome.status == 0)
            let update = try CSVFile(bytes: Array(outcome.output.utf8), path: "output")
            #expect(base.rows.count == update.rows.count && base.rows.count > 33 * 12)
            for column in ["margin", "sector", "status", "quality", "note"] {
                let places = (try base.requiredColumn(column), try update.requiredColumn(column))
                #expect(zip(base.rows, update.rows).allSatisfy { $0[places.0] == $1[places.1] }, "\(column)")
            }
            let values = (try base.requiredColumn("value_100m_cny"), try update.requiredColumn("value"))
            #expect(zip(base.rows, update.rows).allSatisfy { $0[values.0] == $1[values.1] })
            // And the table that was written holds them, in the layout that is read.
            let gdp = try number(update, "value", where: ["margin": "value added of gdp"])
            let sums = try table(["inspect", made])
            let account = try number(sums, "value", where: ["kind": "total", "item": "value_added"])
            #expect(abs(account / gdp - 1) < 1e-9)
        }
    }

    @Test func growthSinceTheTableIsAControl() throws {
        try withTemporaryFolder { folder in
            let controls = folder + "/growth.csv"
            try """
            name,measure,sectors,value,price,relative_to,quality,source
            industry,growth,manufacturing,20%,-5%,,B,Bureau
            chips,output_growth,electronics,10%,,industry,U,Own
            """.write(toFile: controls, atomically: true, encoding: .utf8)
            let update = try table(["update", Self.hunan, "--controls", controls, "--local-demand", "0"])
            func value(_ margin: String) throws -> Double { try number(update, "value", where: ["margin": margin]) }
            let inspected = try outputs(of: Self.hunan)
            let electronics = try #require(inspected.first { $0.sector == "electronics" }).output
            #expect(abs(try value("output of chips") / (electronics * 1.1 * 1.2 * 0.95) - 1) < 1e-12)
            let row = try #require(update.rows.first { $0[0] == "value added of food" })
            #expect(row[try update.requiredColumn("quality")] == "U")
            #expect(row[try update.requiredColumn("status")] == "inferred")
        }
    }

    private func outputs(of path: String) throws -> [(sector: String, output: Double)] {
        let path = path.hasPrefix("/") ? path : Command.repository + "/" + path
        let file = try CSVFile(bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))), path: path)
        let output = try file.requiredColumn("output")
        return try file.rows.filter { file.column($0[0]) != nil && $0[0] != "output" }.map {
            ($0[0], try file.number(row: $0, column: output) ?? 0)
        }
    }

    /// Mean relative error of type I output multipliers.
    private func meanError(of made: String, against real: String) throws -> Double {
        let (found, wanted) = (try table(["multipliers", made]), try table(["multipliers", real]))
        let column = try found.requiredColumn("simple")
        let errors = try zip(found.rows, wanted.rows).filter { $0.0[3] == "output" }.map {
            abs(
                (try found.number(row: $0, column: column) ?? 0) / (try wanted.number(row: $1, column: column) ?? 0) - 1
            )
        }
        return errors.reduce(0, +) / Double(errors.count)
    }

    /// From the system of pymrio a region's multipliers are those of its own block of coefficients.
    @Test func regionOfASystemHasItsOwnCoefficients() throws {
        let folder = "Tests/ScenariosTests/Fixtures/pymrio/tiny"
        let region = try table(["multipliers", folder, "--region", "south"])
        // Column sums of (I − A)⁻¹ with A of the block south to south, by NumPy.
        #expect(
            abs(try number(region, "simple", where: ["sector": "farms", "measure": "output"]) - 1.260312474167149)
                < 1e-8)
        #expect(
            abs(try number(region, "simple", where: ["sector": "works", "measure": "output"]) - 1.3463668678184673)
                < 1e-8)
    }

    /// The file that is written says what its figures are in, and who its sectors are.
    @Test func unitNamesAndNoteAreWritten() throws {
        let folder = Command.repository + "/Tests/ScenariosTests/Fixtures/pymrio/tiny"
        try withTemporaryFolder { work in
            let start = ["table", "balance", folder, "--region", "south", "--quiet", "--out", "own.csv"]
            #expect(try Command.run(start, in: work).status == 0)
            let page = try Command.run(["table", "multipliers", "own.csv"], in: work).output
            let original = try Command.run(["table", "multipliers", folder, "--region", "south"], in: work).output
            func words(_ page: String) -> [Substring] { page.split(whereSeparator: \.isWhitespace) }
            #expect(words(page.replacing("own.csv", with: folder)) == words(original))
            #expect(page.contains("money in Mill EUR."))
            // A scenario takes neither another unit nor own flows only.
            try "schema: 1\nextends: \(Command.repository)/scenarios/example/example.yaml\neconomy: {table: own.csv}\n"
                .write(toFile: work + "/own.yaml", atomically: true, encoding: .utf8)
            let sectors = "code,name_en,name_zh,group\nfarms,F,,\nworks,W,,industry\n"
            try sectors.write(toFile: work + "/s.csv", atomically: true, encoding: .utf8)
            let refused = try Command.run(["check", "own.yaml"], in: work)
            #expect(refused.status == 65)
            let unknown = try Command.run(
                ["table", "balance", "scenarios/example/table.csv", "--out", "x.csv", "--unit", "万元"], in: work)
            #expect(unknown.status == 0)
            #expect(try Command.run(["table", "inspect", "x.csv"], in: work).output.contains("money in 10,000 CNY."))
        }
    }

    @Test func aTableWithoutAUnitIsNotWritten() throws {
        try withTemporaryFolder { work in
            try "code,农,C,O\n农,1,9,10\nv,9,,\n".write(toFile: work + "/t.csv", atomically: true, encoding: .utf8)
            let mapping =
                "header: 1\nlabel: 1\nsectors: [农]\nfinal_use: {household: C}\nvalue_added: {wages: v}\noutput: O\n"
            try mapping.write(toFile: work + "/m.yaml", atomically: true, encoding: .utf8)
            let start = ["table", "balance", "t.csv", "--mapping", "m.yaml", "--out", "o.csv"]
            let refused = try Command.run(start, in: work)
            #expect(refused.status == 65)
            #expect(refused.errors.hasPrefix("t.csv: the money unit is not known"))
            let written = try Command.run(start + ["--unit", "亿元"], in: work)
            #expect(written.status == 0)
            #expect(written.errors.contains("the code of a sector is \"农\": scenarios take only ASCII letters"))
        }
    }

    @Test func tablesOfDifferentUnitsAreNotCompared() throws {
        try withTemporaryFolder { work in
            let table = Command.repository + "/scenarios/example/table.csv"
            #expect(
                try Command.run(["table", "balance", table, "--unit", "万元", "--out", "w.csv", "--quiet"], in: work)
                    .status == 0)
            let outcome = try Command.run(["table", "decompose", table, "w.csv"], in: work)
            #expect(outcome.status == 65)
            #expect(outcome.errors.hasPrefix("w.csv: money is in 万元, in \(table) it is in 亿元; expected one unit"))
        }
    }

    @Test func orderOfTheSectorsDoesNotMatterToTheDecomposition() throws {
        try withTemporaryFolder { work in
            let path = Command.repository + "/" + Self.hunan
            let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
            let moved = [lines[0]] + lines[2...33] + [lines[1]] + lines[34...]
            func columns(_ line: String) -> String {
                var fields = line.split(separator: ",", omittingEmptySubsequences: false)
                fields.swapAt(1, 7)
                return fields.joined(separator: ",")
            }
            try moved.map(columns).joined(separator: "\n").write(
                toFile: work + "/c.csv", atomically: true, encoding: .utf8)
            let start = ["decompose", "seeds/hunan/io-2012.csv"]
            let (reordered, original) = (try table(start + [work + "/c.csv"]), try table(start + [path]))
            let column = try original.requiredColumn("technology")
            for (a, b) in zip(reordered.rows, original.rows) {
                #expect(a[0] == b[0])
                expect(
                    try #require(try reordered.number(row: a, column: column)),
                    try #require(try original.number(row: b, column: column)))
            }
        }
    }

    @Test func aRegionLargerThanItsNationIsRefused() throws {
        try withTemporaryFolder { work in
            let codes = try outputs(of: "seeds/china/io-2017.csv").map(\.sector)
            let jobs =
                "sector,region,nation\n" + codes.map { $0 == "food" ? "food,26585,10\n" : "\($0),1,10\n" }.joined()
            try jobs.write(toFile: work + "/jobs.csv", atomically: true, encoding: .utf8)
            let outcome = try Command.run(
                ["table", "regionalise", "seeds/china/io-2017.csv", "--employment", work + "/jobs.csv"])
            #expect(outcome.status == 65)
            #expect(outcome.output.isEmpty)
            #expect(
                outcome.errors.contains(
                    "jobs.csv:4: food.region: found 26585, expected at most what the nation has, 10"))
        }
    }

    /// From regional jobs to a scenario: the nation's table, a GDP total, and a scenario that names the table.
    @Test func regionalJobsLeadToAScenario() throws {
        try withTemporaryFolder { work in
            let example = Command.repository + "/scenarios/example/"
            for name in try FileManager.default.contentsOfDirectory(atPath: example) where name != "table.csv" {
                try FileManager.default.copyItem(atPath: example + name, toPath: work + "/" + name)
            }
            try FileManager.default.copyItem(atPath: example + "table.csv", toPath: work + "/nation.csv")
            try "sector,region,nation\nfarms,2,40\nfactories,30,50\nservices,8,60\n"
                .write(toFile: work + "/jobs.csv", atomically: true, encoding: .utf8)
            try "name,measure,sectors,value\ngdp,value_added,all,160\n"
                .write(toFile: work + "/gdp.csv", atomically: true, encoding: .utf8)
            let scenario = try String(contentsOfFile: example + "example.yaml", encoding: .utf8)
            try scenario.replacing("table: table.csv", with: "table: region.csv")
                .write(toFile: work + "/region.yaml", atomically: true, encoding: .utf8)
            let steps = [
                [
                    "table", "regionalise", "nation.csv", "--sectors", "sectors.csv", "--employment", "jobs.csv",
                    "--out",
                    "made.csv",
                ], ["table", "update", "made.csv", "--controls", "gdp.csv", "--out", "region.csv"],
                ["table", "inspect", "region.csv"], ["check", "region.yaml"],
            ]
            for step in steps {
                let outcome = try Command.run(step, in: work)
                #expect(outcome.status == 0, "\(step): \(outcome.errors)")
            }
            for name in ["made.csv", "region.csv"] {
                let text = try contents(work)[name].map { String(decoding: $0, as: UTF8.self) } ?? ""
                #expect(
                    text.contains("Estimated by FLQ (δ = 0.1) from nation.csv and the region's employment by sector"))
            }
            // A scenario on it says the same.
            try scenario.replacing("table: table.csv", with: "table: made.csv")
                .write(toFile: work + "/made.yaml", atomically: true, encoding: .utf8)
            #expect(try Command.run(["check", "made.yaml"], in: work).errors.contains("made.csv: Estimated by FLQ"))
        }
    }

    // MARK: Streams and mistakes

    @Test func resultGoesToTheFileAndIsNotWrittenOver() throws {
        try withTemporaryFolder { folder in
            let file = folder + "/m.csv"
            let arguments = ["table", "multipliers", Self.hunan, "--out", file]
            #expect(try Command.run(arguments + ["--quiet"]).output.isEmpty)
            let csv = try Command.run(["table", "multipliers", Self.hunan, "--format", "csv"])
            #expect(try contents(folder)["m.csv"] == Data(csv.output.utf8))
            let again = try Command.run(arguments)
            #expect(again.status == 64)
            #expect(again.errors.contains("exists already; choose another name, or --force"))
            #expect(try Command.run(arguments + ["--force", "--format", "json"]).status == 0)
            let json = try JSONSerialization.jsonObject(with: try #require(try contents(folder)["m.csv"]))
            #expect((json as? [[String: Any]])?.count == 99)
            #expect(try Command.run(arguments + ["--force", "--excel", "--quiet"]).status == 0)
            #expect(try contents(folder)["m.csv"]?.prefix(3) == Data([0xEF, 0xBB, 0xBF]))
        }
    }

    @Test func tablesOfPymrioAreRead() throws {
        let folder = "Tests/ScenariosTests/Fixtures/pymrio/tiny"
        let system = try table(["multipliers", folder])
        // Column sums of the Leontief inverse that pymrio calculates.
        #expect(
            abs(try number(system, "simple", where: ["sector": "south:works", "measure": "output"]) - 1.54423252) < 1e-8
        )
        let region = try Command.run(["table", "inspect", folder, "--region", "south"])
        #expect(region.status == 0)
        #expect(region.output.contains("2 sectors; money in Mill EUR."))
    }

    @Test func mistakesAreNamed() throws {
        let cases: [(arguments: [String], status: Int32)] = [
            (["inspect", "seeds/hunan/io-2107.csv"], 65), (["inspect", "seeds/hunan"], 65),
            (["inspect", Self.hunan, "--mapping", "seeds/sectors.csv"], 65),
            (["inspect", Self.hunan, "--region", "north"], 64),
            (["inspect", Self.hunan, "--mapping", "m.yaml", "--sectors", "seeds/sectors.csv"], 64),
            (["multipliers", Self.hunan, "--type", "3"], 64),
            (["multipliers", Self.hunan, "--tax", "production_tax"], 65),
            (["multipliers", Self.hunan, "--type", "2", "--household", "housholds"], 65),
            (["multipliers", Self.hunan, "--employment", "seeds/sectors.csv"], 65),
            (["extract", Self.hunan, "--sector", "motor_vehicle"], 64),
            (["extract", Self.hunan, "--sector", "food", "--sector", "food"], 64),
            (["aggregate", Self.hunan, "--map", "seeds/sectors.csv"], 65),
            (["regionalise", "seeds/china/io-2017.csv"], 64),
            (["regionalise", "seeds/china/io-2017.csv", "--output", "o.csv", "--delta", "1"], 64),
            (["update", Self.hunan, "--controls", "seeds/sectors.csv"], 65),
            (["update", Self.hunan, "--controls", "seeds/hunan/groups-2017.csv", "--drift-to", Self.hunan], 64),
            (["update", Self.hunan], 64),
            (["update", Self.hunan, "--update", "scenarios/example/example.yaml"], 65),
            (["update", Self.hunan, "--controls", "seeds/hunan/groups-2017.csv", "--technology", "0.5"], 64),
            (
                ["update", "--update", "hunan/high-tech-share", "--drift-from", Self.hunan, "--drift-to", Self.hunan],
                64
            ),
            (["decompose", Self.hunan, "scenarios/example/table.csv"], 65),
            (["inspect", Self.hunan, "--inventory", "foo"], 65),
            (["inspect", Self.hunan, "--mapping", "m.yaml", "--region", "north"], 64),
            (["regionalise", "seeds/china/io-2017.csv", "--output", "o.csv", "--method", "slq", "--delta", "0.2"], 64),
            (["multipliers", Self.hunan, "--household-income", "20000"], 64),
            (["multipliers", Self.hunan, "--household", "household"], 64),
            (
                ["multipliers", "Tests/ScenariosTests/Fixtures/pymrio/tiny", "--region", "south", "--origin", "total"],
                65
            ),
            (["inspect", "Tests/ScenariosTests/Fixtures/pymrio/tiny", "--unit", "亿元"], 64),
        ]
        var text = ""
        for (arguments, status) in cases {
            let outcome = try Command.run(["table"] + arguments)
            #expect(outcome.status == status, "\(arguments)")
            #expect(outcome.output.isEmpty, "\(arguments)")
            text += "$ milepost table \(arguments.joined(separator: " "))\n\(outcome.errors)\n"
        }
        try expectSnapshot(text, "table-errors.txt")
    }
}
