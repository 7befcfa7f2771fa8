import CSV
import Foundation
import Goals
import InputOutput
import JSON
import Reporting
import Scenarios
import TestSupport
import Testing

@Suite struct TableTests {
    private let record = RunRecord(
        version: "1.2.3",
        machine: Machine(processor: "CPU", cores: 2, system: "Debian", linearAlgebra: "OpenBLAS 0.3.21"),
        started: 1_795_503_424, seconds: 0.1234567)

    private func text(_ table: DataTable) -> String {
        String(decoding: table.csv(), as: UTF8.self).replacing("\r\n", with: "\n")
    }

    @Test func everyFileReadsAsRecorded() throws {
        let groups = [
            ("", ReportFiles.files(of: Fixtures.zhejiang(), record: record)),
            // In the folder above those of its scenarios.
            ("compared-", ReportFiles.files(of: [Fixtures.comparison()])),
        ]
        for (prefix, files) in groups {
            // Pictures are compared where they are drawn.
            for file in files where !file.relativePath.hasSuffix(".svg") && !file.relativePath.hasSuffix(".vl.json") {
                let name = prefix + file.relativePath.replacing("/", with: "-")
                try expectSnapshot(String(decoding: file.bytes, as: UTF8.self).replacing("\r\n", with: "\n"), name)
            }
            #expect(files.count == Set(files.map(\.relativePath)).count)
        }
    }

    @Test func projectionsHaveTheColumnsOfTheIAMC() {
        let table = ProjectionsTable.table(of: Fixtures.zhejiang(), model: "Milepost 1.2.3")
        #expect(table.columns == ["model", "scenario", "region", "variable", "unit", "year", "statistic", "value"])
        #expect(Set(table.rows.map { "\($0[3])\($0[4])\($0[5])\($0[6])" }).count == table.rows.count)
        #expect(text(table).contains("High-Tech Share,%,2021,observed,13\n"))
    }

    @Test func namesThatOccurTwiceStayApartInProjections() {
        var result = Fixtures.zhejiang()
        result.variables = [result.variables[0], result.variables[0]]
        let table = ProjectionsTable.table(of: result, model: "m")
        #expect(Set(table.rows.map { "\($0[3])\($0[5])\($0[6])" }).count == table.rows.count)
    }

    @Test(arguments: [false, true]) func projectionsWrittenDirectlyAreTheTables(byteOrderMark: Bool) {
        var result = Fixtures.zhejiang()
        result.variables += result.variables
        let table = ProjectionsTable.table(of: result, model: "=a \"model\", that needs care")
        let csv = ProjectionsTable.csv(
            of: result, model: "=a \"model\", that needs care", byteOrderMark: byteOrderMark)
        #expect(csv == table.csv(byteOrderMark: byteOrderMark))
    }

    @Test func targetsHaveOneRowPerReadingAndBoundsBesideCertainOdds() throws {
        let table = TargetsTable.table(of: [Fixtures.zhejiang()])
        #expect(table.rows.count == 5)
        let file = try CSVFile(bytes: table.csv(), path: "targets.csv")
        let bound = try file.requiredColumn("odds_bound")
        #expect(file.rows.map { $0[bound] } == ["", "< 0.0001", "", "", "> 0.9999"])
        let counts = try file.requiredColumn("count_probabilities")
        #expect(file.rows[1][counts].hasPrefix("0:0.004|1:0.12|"))
        let disagree = try file.requiredColumn("readings_disagree")
        #expect(file.rows.map { $0[disagree] } == ["false", "false", "true", "true", "false"])
    }

    @Test func judgementsHaveARowPerReadingWithAllTogetherLast() throws {
        let file = try CSVFile(bytes: JudgementsTable.table(of: Fixtures.zhejiang()).csv(), path: "judgements.csv")
        let names = try file.requiredColumn("judgements")
        #expect(file.rows.map { $0[names] }.suffix(2) == ["weak-orders|more", "weak-orders|more"])
        let (with, without) = (try file.requiredColumn("odds_with"), try file.requiredColumn("odds_without"))
        #expect(Double(file.rows[0][with]) == 0.0321 && Double(file.rows[0][without]) == 0.0821)
        var plain = Fixtures.zhejiang()
        plain.judgements = []
        #expect(!ReportFiles.files(of: plain, record: record).contains { $0.relativePath == "judgements.csv" })
    }

    @Test func countsNeedUnitsAYearAndLevelsGrowth() throws {
        let file = try CSVFile(bytes: TargetsTable.table(of: [Fixtures.zhejiang()]).csv(), path: "targets.csv")
        let growth = try file.requiredColumn("required_growth_percent_per_year")
        let increase = try file.requiredColumn("required_increase_per_year")
        #expect(file.rows.map { $0[growth].isEmpty } == [false, true, true, true, true])
        #expect(file.rows.map { $0[increase] } == ["", "1.4", "0.2", "2", "-0.8"])
        let explained = try file.requiredColumn("explained_share")
        let unverified = try file.requiredColumn("explained_by_unverified_share")
        #expect(file.rows[0][explained] == "0.83" && file.rows[0][unverified] == "0.78")
        #expect(file.rows[1][explained].isEmpty)
    }

    @Test func publishedRangesStandBesideTheFiguresOfAFan() throws {
        let charts = Dictionary(
            uniqueKeysWithValues: ChartCatalogue.charts(of: Fixtures.zhejiang()).map { ($0.name, $0.table) })
        let fan = try #require(charts["fan-total-output"])
        #expect(fan.columns.suffix(4) == ["published", "published low", "published high", "required"])
        let first: [DataTable.Cell] = [.number(8060), .number(55), .empty, .number(8060)]
        #expect(Array(fan.rows[0].suffix(4)) == first)
        #expect(fan.rows[1].suffix(4).prefix(3).allSatisfy { $0 == .empty })
        let tracked = try #require(charts["tracked-share"])
        #expect(tracked.columns.suffix(3) == ["observed", "observed_low", "observed_high"])
        let unmodelled = [DataTable.Cell.integer(2021)] + Array(repeating: DataTable.Cell.empty, count: 7)
        #expect(Array(tracked.rows[0].prefix(8)) == unmodelled)
        #expect(Array(tracked.rows[0].suffix(3)) == [DataTable.Cell.number(15), .empty, .empty])
        let published: [DataTable.Cell] = [15.7, 15.2, 16.1].map { .number($0) }
        #expect(Array(tracked.rows[2].suffix(3)) == published)
        #expect(charts["tracked-output"]?.rows.count == 2)
    }

    @Test func numbersRoundTrip() throws {
        let table = TargetsTable.table(of: [Fixtures.zhejiang()])
        let file = try CSVFile(bytes: table.csv(), path: "targets.csv")
        let column = try file.requiredColumn("deadline_p95")
        #expect(Double(file.rows[0][column]) == Fixtures.totalOutput.headline.atDeadline.p95)
    }

    @Test func jsonOfTargetsIsReadByFoundation() throws {
        let json = TargetsTable.table(of: [Fixtures.zhejiang()]).json().text
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        #expect(rows.count == 5)
        #expect(rows[0]["odds"] as? Double == 0.0321)
        #expect(rows[0]["headline"] as? Bool == true)
        #expect(rows[0]["odds_bound"] is NSNull)
        #expect(rows[0]["target_name_zh"] as? String == "平台产值规模")
    }

    @Test func runRecordNamesInputsByDigestAndKeepsTimeApart() throws {
        let json = record.json(of: Fixtures.zhejiang()).text
        let root = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let inputs = try #require(root["inputs"] as? [[String: Any]])
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(inputs[0]["sha256"] as? String == digest)
        #expect(root["resolved_scenario"] as? String == "schema: 1\nname: \"Zhejiang\"\n")
        let time = try #require(root["time"] as? [String: Any])
        #expect(time["started"] as? String == "2026-11-24T06:57:04Z")
        var later = record
        later.started += 100
        let again = later.json(of: Fixtures.zhejiang()).text
        #expect(json.split(separator: "\"time\"").first == again.split(separator: "\"time\"").first)
    }

    @Test func jsonEscapesWhatItMust() throws {
        let value = JSONValue.object([
            ("a\"\\\n\u{1}", .array([.string("\u{2028}万\t"), .number(.nan), .number(1e21), .number(0.1)]))
        ])
        let parsed = try JSONSerialization.jsonObject(with: Data(value.text.utf8)) as? [String: [Any]]
        let list = try #require(parsed?["a\"\\\n\u{1}"])
        #expect(list[0] as? String == "\u{2028}万\t")
        #expect(list[1] is NSNull)
        #expect(list[2] as? Double == 1e21)
        #expect(list[3] as? Double == 0.1)
    }

    @Test func namesThatSpreadsheetsWouldRunAreHarmlessInEveryFile() throws {
        let attack = "=cmd|' /C calc'!A0"
        var result = Fixtures.zhejiang()
        result.scenario.id = attack
        result.scenario.region = attack
        result.rankings[0].units[0].name = attack
        result.rankings[0].portfolio = attack
        result.variables[0].name = attack
        result.baseYear!.margins[0].subject = MarginSubject(.finalUse(attack), .all)
        result.baseYear!.margins[0].note = attack
        for index in result.targets.indices {
            result.targets[index].target.id = attack
            result.targets[index].target.name = attack
            result.targets[index].target.goal.text = attack
            for reading in result.targets[index].readings.indices {
                result.targets[index].readings[reading].reading.name = attack
                for series in result.targets[index].readings[reading].reading.observed.indices {
                    result.targets[index].readings[reading].reading.observed[series].label = attack
                }
                result.targets[index].readings[reading].drivers = [
                    Driver(input: .lever(attack), share: 0.5, quality: nil)
                ]
            }
        }
        var comparison = Fixtures.comparison()
        comparison.base.scenario.id = attack
        comparison.variables[0].name = attack
        let files = ReportFiles.files(of: result, record: record) + ReportFiles.files(of: [comparison])
        for file in files where file.relativePath.hasSuffix(".csv") {
            let parsed = try CSVFile(bytes: file.bytes, path: file.relativePath)
            for cell in parsed.rows.flatMap(\.fields) + parsed.header {
                let start = cell.drop { $0 == " " }.first
                #expect(start.map { "=+@".contains($0) } != true, "\(file.relativePath): \(cell)")
                #expect(start != "-" || Double(cell) != nil, "\(file.relativePath): \(cell)")
            }
        }
        for file in files {
            let parts = file.relativePath.split(separator: "/", omittingEmptySubsequences: false)
            #expect(parts.count <= 2 && !parts.contains(".."), "\(file.relativePath)")
        }
        // Scenarios of a comparison have folders of their own.
        for files in [ReportFiles.files(of: result, record: record), ReportFiles.files(of: [comparison])] {
            #expect(files.count == Set(files.map(\.relativePath)).count)
        }
    }

    @Test func byteOrderMarkIsWrittenOnlyWhenAsked() {
        let table = TargetsTable.table(of: [Fixtures.zhejiang()])
        #expect(Array(table.csv(byteOrderMark: true).prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(table.csv().first == UInt8(ascii: "s"))
    }

    @Test func missingFiguresAreEmptyCells() throws {
        var result = Fixtures.zhejiang()
        result.targets[0].readings[0].latest.value = .nan
        result.targets[0].readings[0].requiredGrowth = nil
        let file = try CSVFile(bytes: TargetsTable.table(of: [result]).csv(), path: "targets.csv")
        #expect(file.rows[0][try file.requiredColumn("latest_value")] == "")
        #expect(file.rows[0][try file.requiredColumn("required_growth_percent_per_year")] == "")
    }
}

@Suite struct SHA256Tests {
    /// FIPS 180-4 examples and, at the block borders, values of coreutils' sha256sum.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (String(repeating: "x", count: 55), "d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072"),
        (String(repeating: "x", count: 56), "04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e"),
        (String(repeating: "x", count: 63), "75220b47218278e656f2013bb8f0c455a25eaf01e86c64924e9d48d89776d6f2"),
        (String(repeating: "x", count: 64), "7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c"),
    ])
    func digestsArePublishedOnes(message: String, digest: String) {
        #expect(SHA256.hexDigest(of: Array(message.utf8)) == digest)
    }

    /// The long message of FIPS 180-4.
    @Test func digestOfAMillionLettersIsThePublishedOne() {
        let message = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        #expect(SHA256.hexDigest(of: message) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }
}
