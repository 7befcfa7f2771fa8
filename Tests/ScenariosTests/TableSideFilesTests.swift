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

    @Test(arguments: [("3%,", "price"), (",industry", "relative_to")])
    func aTotalTakesNoPriceAndNoReference(cells: String, key: String) throws {
        let text = "name,measure,sectors,value,price,relative_to\nworks,value_added,works,5,\(cells)\n"
        #expect {
            try ControlFile.read("c.csv", sectors: sectors, fileSystem: files(["c.csv": text]))
        } throws: {
            "\($0)".contains("c.csv:2: works.\(key): `\(key)` belongs to a growth, value_added is a total")
        }
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

    @Test(arguments: [
        (
            "sector,region,nation\nfarms,1,10\nworks,30,20\nmills,0,0\n",
            "v.csv:3: works.region: found 30, expected at most what the nation has, 20"
        ),
        (
            "sector,region,nation\nfarms,-1,10\nworks,3,20\nmills,0,0\n",
            "v.csv:2: farms.region: found -1, expected 0 or more"
        ),
        (
            "sector,region,nation\nfarms,1,10\nworks,3,20\nmills,1,0\n",
            "v.csv:4: mills.region: found 1, expected at most what the nation has, 0"
        ),
        (
            "sector,region,nation\nfarms,0,10\nworks,0,20\nmills,0,0\n",
            "v.csv: the region's total of item 1 is 0.0, expected a positive number"
        ),
    ])
    func aRegionIsPartOfItsNation(text: String, expected: String) {
        let found = message { () throws(ScenarioError) in
            _ = try RegionSizeFile.employment("v.csv", sectors: sectors, fileSystem: files(["v.csv": text]))
        }
        #expect(found == expected)
    }

    @Test func outputsOfARegionStayBelowTheNations() throws {
        let memory = files(["v.csv": "sector,value\nworks,2\nfarms,1\nmills,0\n"])
        let sizes = try RegionSizeFile.output("v.csv", sectors: sectors, nation: [1, 20, 5], fileSystem: memory)
        #expect(sizes.region == [1, 2, 0])
        #expect(sizes.base == .output)
        let found = message { () throws(ScenarioError) in
            _ = try RegionSizeFile.output("v.csv", sectors: sectors, nation: [0.5, 20, 5], fileSystem: memory)
        }
        #expect(found == "v.csv:3: farms.value: found 1, expected at most what the nation has, 0.5")
    }

    @Test func personsWorkWhereThereIsOutput() {
        let found = message { () throws(ScenarioError) in
            _ = try SectorValueFile.persons(
                "v.csv", sectors: sectors, output: [10, 20, 0],
                fileSystem: files(["v.csv": "sector,value\nfarms,-1\nworks,2\nmills,3\n"]))
        }
        #expect(
            found == """
                v.csv:2: farms.value: found -1, expected 0 or more
                v.csv:4: mills.value: found 3, expected 0: the table has no output of it
                """)
    }

    @Test(arguments: [
        (
            "farms,a,\nwroks,b,\n",
            "m.csv:3: wroks: found \"wroks\", expected a sector of the table\n    did you mean `works`?"
        ),
        ("farms,a,\nfarms,a,\n", "m.csv:3: farms: the sector stands twice in the group \"a\""),
        ("farms,a,0\n", "m.csv:2: farms: found the weight 0, expected a number above 0 and up to 1"),
        (
            "farms,a,0.4\nworks,b,\n",
            "m.csv: farms: the weights of the sector add up to 0.4, expected 1\n"
                + "m.csv: mills: the sector stands in no group, expected every sector of the table"
        ),
    ])
    func wrongConcordancesAreNamed(rows: String, expected: String) {
        let found = message { () throws(ScenarioError) in
            _ = try ConcordanceFile.read(
                "m.csv", sectors: sectors, fileSystem: files(["m.csv": "sector,group,weight\n" + rows]))
        }
        #expect(found == expected)
    }

    @Test func concordanceEntriesMaySplitASector() throws {
        let text = "sector,group,weight\nfarms,a,\nworks,b,0.4\nworks,a,0.6\nmills,b,1\n"
        let concordance = try ConcordanceFile.read("m.csv", sectors: sectors, fileSystem: files(["m.csv": text]))
        #expect(concordance.groups == ["a", "b"])
        #expect(concordance.aggregate([1, 10, 100]) == [7, 104])
        let open = message { () throws(ScenarioError) in
            _ = try ConcordanceFile.read(
                "m.csv", sectors: sectors, fileSystem: files(["m.csv": "sector,group\nfarms,\n"]))
        }
        #expect(open == "m.csv:2: farms: found no group, expected a name")
    }
}
