import CSV
import Panels
import Testing

@Suite struct PanelFileTests {
    private let text = """
        region,year,revenue,gdp
        b,2012,6,12
        a,2010,1,4
        china,2010,5,10
        b,2010,4,8
        a,2012,,4
        """

    private func panel(_ file: PanelFile, _ text: String? = nil) throws(PanelFileError) -> Panel {
        try file.panel(bytes: Array((text ?? self.text).utf8), path: "p.csv")
    }

    @Test func rowsInAnyOrderWithGaps() throws {
        let panel = try panel(PanelFile(value: "revenue", leftOut: ["china"], breaks: [2012], unit: "yuan"))
        let expected = try Panel(
            name: "revenue", unit: "yuan", regions: ["b", "a"], years: [2010, 2011, 2012],
            values: [[4, nil, 6], [1, nil, nil]], breaks: [2012])
        #expect(panel == expected)
    }

    @Test func valuesOverADivisor() throws {
        let panel = try panel(PanelFile(value: "revenue", divisor: "gdp"))
        #expect(panel.name == "revenue / gdp")
        #expect(panel.value(0, in: 2012) == 0.5)
        #expect(panel.value(1, in: 2012) == nil)
    }

    @Test func errorsSayWhereAndWhat() {
        let cases: [(PanelFile, String?, String)] = [
            (PanelFile(value: "revenu"), nil, "p.csv:1: column \"revenu\" is missing; did you mean \"revenue\"?"),
            (
                PanelFile(value: "revenue", divisor: "gpd"), nil,
                "p.csv:1: column \"gpd\" is missing; did you mean \"gdp\"?"
            ),
            (
                PanelFile(value: "revenue", leftOut: ["chna"]), nil,
                "p.csv: no region \"chna\" in the panel; did you mean \"china\"?"
            ),
            (
                PanelFile(value: "revenue", breaks: [2010]), nil,
                "p.csv: a break in 2010, expected the first year of a new classification, after 2010 and not after 2012"
            ),
            (
                PanelFile(value: "v"), "region,year,v\na,2010,1\na,2011,n/a\n",
                "p.csv:3: \"n/a\" in column \"v\" is not a number; expected digits with a decimal point, as in 1234.5"
            ),
            (
                PanelFile(value: "v"), "region,year,v\na,2010,1\na,20110,1\n",
                "p.csv:3: found \"20110\" in column \"year\", expected a year as in 2023"
            ),
            (
                PanelFile(value: "v"), "region,year,v\na,2010,1\na,2011,1\na,2010,2\n",
                "p.csv:4: a second row of a for 2010, the first is on line 2"
            ),
            (
                PanelFile(value: "v", divisor: "w"), "region,year,v,w\na,2010,1,0\n",
                "p.csv:2: the divisor in column \"w\" is zero"
            ),
            (
                PanelFile(value: "v"), "region,year,v\n,2010,1\n",
                "p.csv:2: the cell in column \"region\" is empty, expected a region"
            ),
            (
                PanelFile(value: "v"), "region,year,v\na,1010,1\na,2010,1\n",
                "p.csv: the years go from 1010 to 2010, more than 500; is one of them a slip?"
            ),
            (
                PanelFile(value: "v"), "region,year,v\n",
                "p.csv: the file has a header but no rows; expected one per region and year"
            ),
            (
                PanelFile(value: "v"), "region,year,v\na,2010,1\n",
                "p.csv: the panel has the years [2010], expected at least two"
            ),
        ]
        for (file, text, message) in cases {
            #expect { try panel(file, text) } throws: { "\($0)" == message }
        }
    }
}
