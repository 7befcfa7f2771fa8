import InputOutput
import Scenarios
import Testing

/// The small files beside a table: controls, values by sector, concordances.
@Suite struct TableSideFilesTests {
    private let sectors = [
        Sector(code: "farms", name: "Farms", group: "primary"), Sector(code: "works", name: "Works", group: "industry"),
        Sector(code: "mills", name: "Mills", group: "industry"),
    ]

    private func message(_ body: () throws(ScenarioError) -> Void) -> String {
        do throws(ScenarioError) {
            try body()
            return "none"
        } catch { return error.description }
    }

    private func controls(_ rows: String) throws(ScenarioError) -> [TableControl] {
        let text = "name,measure,sectors,value,gives_way,quality\n" + rows
        return try ControlFile.read("c.csv", sectors: sectors, fileSystem: files(["c.csv": text]))
    }

    @Test func controlsCoverGroupsSectorsAndParts() throws {
        let read = try controls(
            "gdp,value_added,all,900,true,B\nindustry,value_added,industry,500,,\nhigh,output,works|mills:0.4,70,,U\n")
        #expect(read.map(\.control.weights) == [[1, 1, 1], [0, 1, 1], [0, 1, 0.4]])
        #expect(read.map(\.control.givesWay) == [true, false, false])
        #expect(read.map(\.control.measure) == [.valueAdded, .valueAdded, .output])
        #expect(read.map(\.quality) == [.b, nil, .u])
    }

    @Test func growthTakesAPriceAndAReference() throws {
        let text = """
            name,measure,sectors,value,price,relative_to
            industry,growth,industry,25%,-3%,
            mills,output_growth,mills:0.5,0.1,,industry
            """
        let read = try ControlFile.read("c.csv", sectors: sectors, fileSystem: files(["c.csv": text]))
        #expect(read.map(\.control.measure) == [.valueAdded, .output])
        #expect(
            read.map(\.control.growth) == [
                BaseYearControl.Growth(rate: 0.25, price: -0.03),
                BaseYearControl.Growth(rate: 0.1, relativeTo: "industry"),
            ])
        #expect(read.letters.isEmpty)
    }

    @Test(arguments: [
        ("a,gdp,all,1,,\n", "c.csv:2: a.measure: found \"gdp\", expected value_added, output, growth or output_growth"),
        (
            "a,outputs,all,1,,\n",
            "c.csv:2: a.measure: found \"outputs\", expected value_added, output, growth or output_growth\n    did you mean `output`?"
        ),
        ("a,growth,works,5 亿元,,\n", "c.csv:2: a.value: found \"5 亿元\", expected a rate, e.g. \"5%\""),
        (
            "a,output,wroks,1,,\n",
            "c.csv:2: a.sectors: found \"wroks\", expected all, a sector or a group\n    did you mean `works`?"
        ),
        ("a,output,works:2,1,,\n", "c.csv:2: a.sectors: found the share \"2\", expected a number above 0 and up to 1"),
        ("a,output,works,,,\n", "c.csv:2: a.value: found nothing, expected a total"),
        ("a,output,works,1,maybe,\n", "c.csv:2: a.gives_way: found \"maybe\", expected true or false"),
        ("", "c.csv: found no controls"),
    ])
    func wrongControlsAreNamed(rows: String, expected: String) {
        #expect(message { () throws(ScenarioError) in _ = try controls(rows) } == expected)
    }

    private func values(
        _ text: String, column: String? = nil, isComplete: Bool = true
    ) throws(ScenarioError) -> [Double?] {
        try SectorValueFile.read(
            "v.csv", column: column, sectors: sectors, isComplete: isComplete, fileSystem: files(["v.csv": text]))
    }

    @Test func valuesFollowTheOrderOfTheTable() throws {
        #expect(try values("sector,value\nmills,3\nfarms,1\nworks,2\n") == [1, 2, 3])
        #expect(
            try values("sector,region,nation\nworks,2,20\n", column: "nation", isComplete: false) == [nil, 20, nil])
    }

    @Test(arguments: [
        (
            "sector,value\nmills,3\nworks,2\n",
            "v.csv: there is no value for farms; expected one for every sector of the table, 0 where there is nothing"
        ),
        (
            "sector,value\nmill,3\nworks,2\n",
            "v.csv:2: sector: found \"mill\", expected a sector of the table\n    did you mean `mills`?"
        ),
        (
            "sector,value\nworks,1\nworks,2\n", "v.csv:3: works: the sector \"works\" stands twice"
        ),
        (
            "sector,men,women\nworks,1,2\n",
            "v.csv:1: found the columns sector, men, women, expected `sector` and `value`"
        ),
    ])
    func wrongValuesAreNamed(text: String, expected: String) {
        #expect(message { () throws(ScenarioError) in _ = try values(text) } == expected)
    }

    @Test func concordanceEntriesMaySplitASector() throws {
        let text = "sector,group,weight\nfarms,a,\nworks,b,0.4\nworks,a,0.6\nmills,b,1\n"
        let entries = try ConcordanceFile.read("m.csv", fileSystem: files(["m.csv": text]))
        let concordance = try Concordance(sectors: sectors.map(\.code), entries: entries)
        #expect(concordance.groups == ["a", "b"])
        #expect(concordance.aggregate([1, 10, 100]) == [7, 104])
        let open = message { () throws(ScenarioError) in
            _ = try ConcordanceFile.read("m.csv", fileSystem: files(["m.csv": "sector,group\nfarms,\n"]))
        }
        #expect(open == "m.csv:2: farms: found no group, expected a name")
    }
}
