import Foundation
import InputOutput
import Scenarios
import Testing

/// The three layouts of input-output tables, whole and broken.
@Suite struct TableReaderTests {
    /// Two sectors; rows 20+30+40+10+15-15 = 100 and 10+50+60+20+70-10 = 200.
    private static let wide = """
        row,farms,works,household,inventory,export,outflow,import,inflow,output
        farms,20,30,40,0,10,15,5,10,100
        works,10,50,60,20,40,30,10,0,200
        compensation,50,80,,,,,,,
        surplus,20,40,,,,,,,
        """

    /// The same table as an office might print it: titles, codes, totals, semicolons, imports negative, in thousands.
    private static let office = """
        Input-output table of the valley
        ;;01;02;TIU;PC;INV;EX;IM;GO
        name;;Farms;Works;Total;Households;Stocks;Exports;Imports;Output
        农业;01;20.000;30.000;50.000;40.000;0;25.000;-15.000;100.000
        工业;02;10.000;50.000;60.000;60.000;20.000;70.000;-10.000;200.000
        小计;TII;30.000;80.000;110.000;;;;;
        劳动报酬;VA1;50.000;80.000;;;;;;
        营业盈余;VA2;20.000;40.000;;;;;;
        总投入;TI;100.000;200.000;;;;;;
        """

    private static let mapping = """
        separator: semicolon
        decimal: ","
        thousands: "."
        unit: million
        factor: 0.001
        header: 2
        skip: [3]
        label: 2
        names_zh: 1
        sectors: {"01": farms, "02": works}
        final_use: {household: PC, inventory: INV}
        export: EX
        import: IM
        negative: [import]
        value_added: {compensation: VA1, surplus: VA2}
        output: GO
        output_row: TI
        ignore: [TIU, TII]
        """

    private func read(
        _ path: String, _ layout: TableLayout, isBalanced: Bool = true, _ memory: [String: String] = [:]
    ) throws(ScenarioError) -> TableDocument {
        try TableReader(fileSystem: files(memory)).read(path, layout: layout, isBalanced: isBalanced)
    }

    private func problems(_ path: String, _ layout: TableLayout, _ memory: [String: String]) -> String {
        do throws(ScenarioError) {
            _ = try read(path, layout, memory)
            return "none"
        } catch { return error.description }
    }

    // MARK: Milepost's own

    @Test func sectorsAreThoseWithARowAndAColumn() throws {
        let document = try read("t.csv", .wide(sectors: nil, names: nil), ["t.csv": Self.wide])
        #expect(document.table.sectors == ["farms", "works"])
        #expect(document.table.domesticFinalUse.map(\.name) == ["household", "inventory"])
        #expect(document.table.valueAdded.map(\.name) == ["compensation", "surplus"])
        #expect(document.table.imports == [5, 10])
        #expect(document.sectors.map(\.name) == ["farms", "works"])
    }

    @Test func namesAreLookedUpAndOrderFollowsTheSectorFile() throws {
        let sectors = "code,name_en,name_zh,group\nworks,Works,工业,w\nfarms,Farms,农业,f\n"
        let memory = ["t.csv": Self.wide, "s.csv": sectors]
        let named = try read("t.csv", .wide(sectors: nil, names: "s.csv"), memory)
        #expect(named.sectors.map(\.nameChinese) == ["农业", "工业"])
        let ordered = try read("t.csv", .wide(sectors: "s.csv", names: nil), memory)
        #expect(ordered.table.sectors == ["works", "farms"])
        #expect(ordered.table.intermediate[0, 1] == 10)
    }

    @Test func sectorWithAMistypedRowIsFound() {
        let text = problems(
            "t.csv", .wide(sectors: nil, names: nil),
            ["t.csv": Self.wide.replacing("\nworks,10", with: "\nworsk,10")])
        #expect(
            text == """
                t.csv:3: worsk: the row "worsk" and the column "works" are each without the other
                    a sector needs the same name in both
                """)
    }

    @Test(arguments: [
        (
            "works,10,50,60,20,40,30,10,0,200\n", "",
            "t.csv:1: works: the column \"works\" has value added below it, as a sector has, but there is no row \"works\""
        ),
        (
            "row,farms,works", "row,farms,wrks",
            "t.csv:3: works: the row \"works\" and the column \"wrks\" are each without the other"
        ),
        (
            "\nworks,10", "\nmills,10",
            "t.csv:1: works: the column \"works\" has value added below it, as a sector has, but there is no row \"works\""
        ),
        (
            "row,farms,works", "row,farms,mills",
            "t.csv:3: works: the row \"works\" has final use and output, as a sector has, but there is no column"
                + " \"works\"\n    a sector needs both its row and its column"
        ),
    ])
    func aSectorWithoutItsRowOrColumnIsNoFinalUse(part: String, replacement: String, message: String) {
        let text = problems(
            "t.csv", .wide(sectors: nil, names: nil), ["t.csv": Self.wide.replacing(part, with: replacement)])
        #expect(text.contains(message), "\(text)")
    }

    @Test func cellThatIsNoNumberIsNamedByLineRowAndColumn() {
        let text = problems(
            "t.csv", .wide(sectors: nil, names: nil), ["t.csv": Self.wide.replacing("10,50,60", with: "10,5 0,60")])
        #expect(
            text.hasPrefix(
                "t.csv:3: works: \"5 0\" in column \"works\" is not a number; expected digits with a decimal point"),
            "\(text)")
    }

    @Test func rowThatStandsTwiceIsNamedWithBothLines() {
        let text = problems(
            "t.csv", .wide(sectors: nil, names: nil), ["t.csv": Self.wide + "\nfarms,20,30,40,0,10,15,5,10,100\n"])
        #expect(text.contains("the row \"farms\" stands twice, first on line 2"), "\(text)")
    }

    /// Names, unit and note in columns of the table itself.
    @Test func tableSaysWhatItIs() throws {
        let lines = Self.wide.split(separator: "\n")
        let texts = [",name_zh,unit,note", ",农业,万元,Estimated.", ",,万元,", ",,万元,", ",,,"]
        let own = zip(lines, texts).map { "\($0)\($1)\n" }.joined()
        let sectors = "code,name_en,name_zh,group\nworks,Works,工业,w\nfarms,Farms,另,f\n"
        let document = try read("t.csv", .wide(sectors: nil, names: "s.csv"), ["t.csv": own, "s.csv": sectors])
        #expect(document.unit == "万元")
        #expect(document.note == "Estimated.")
        #expect(document.sectors.map(\.nameChinese) == ["农业", ""])
        #expect(document.table.domesticFinalUse.map(\.name) == ["household", "inventory"])
        let mixed = own.replacing(",,万元,\nsurplus", with: ",,亿元,\nsurplus")
        #expect(
            problems("t.csv", .wide(sectors: nil, names: nil), ["t.csv": mixed])
                == "t.csv:4: unit: found the unit \"亿元\", expected \"万元\" as above: a table needs one unit")
    }

    @Test func importsWithAMinusAreDoubtful() {
        let text = problems(
            "t.csv", .wide(sectors: nil, names: nil),
            [
                "t.csv": Self.wide.replacing("15,5,10,100", with: "15,-5,10,100").replacing(
                    "30,10,0,200", with: "30,-10,0,200")
            ])
        #expect(
            text.hasPrefix(
                "t.csv:1: warning: import: the column adds up to -15, expected what is bought outside as positive figures"
            ),
            "\(text)")
    }

    @Test func unbalancedTableIsAnErrorUnlessItIsToBeInspected() throws {
        let memory = ["t.csv": Self.wide.replacing("farms,20,30,40", with: "farms,20,30,41")]
        #expect(
            problems("t.csv", .wide(sectors: nil, names: nil), memory)
                == "t.csv:2: farms: row farms adds up to 101.0, its output is 100.0 (difference 1.0)")
        let document = try read("t.csv", .wide(sectors: nil, names: nil), isBalanced: false, memory)
        #expect(document.table.imbalances(.row).map(\.difference) == [1])
    }

    // MARK: Any wide CSV

    @Test func officeTableIsTheSameTable() throws {
        let memory = ["t.csv": Self.office, "m.yaml": Self.mapping]
        let document = try read("t.csv", .mapped(by: "m.yaml"), memory)
        let own = try read("t.csv", .wide(sectors: nil, names: nil), ["t.csv": Self.wide]).table
        #expect(document.table.intermediate == own.intermediate)
        #expect(document.table.output == own.output)
        #expect(document.table.valueAdded == own.valueAdded)
        #expect(document.table.export == [25, 70])
        #expect(document.table.imports == [15, 10])
        #expect(document.sectors.map(\.nameChinese) == ["农业", "工业"])
        #expect(document.unit == "million")
    }

    @Test func sectorsCanBeAStretchOfRows() throws {
        let mapping = Self.mapping.replacing("{\"01\": farms, \"02\": works}", with: "{from: \"01\", to: \"02\"}")
        let document = try read("t.csv", .mapped(by: "m.yaml"), ["t.csv": Self.office, "m.yaml": mapping])
        #expect(document.table.sectors == ["01", "02"])
    }

    @Test(arguments: [
        (
            "ignore: [TIU, TII]", "ignore: [TIU]",
            "t.csv:6: TII: the mapping does not say what the row \"TII\" is\n"
                + "    name it under its part, or under `ignore:` if it is a total"
        ),
        (
            "export: EX\n", "",
            "t.csv:2: EX: the mapping does not say what the column \"EX\" (8) is\n"
                + "    name it under its part, or under `ignore:` if it is a total"
        ),
        (
            "output: GO", "output: GOO",
            """
            m.yaml:16:9: output: t.csv has no column "GOO"
                there is `GO`
            t.csv:2: GO: the mapping does not say what the column "GO" (10) is
                name it under its part, or under `ignore:` if it is a total
            """
        ),
        (
            "factor: 0.001", "factor: 0",
            "m.yaml:5:9: factor: found 0, expected a number above 0: what turns the figures into the unit"
        ),
        (
            "factor: 0.001", "factor: -1",
            "m.yaml:5:9: factor: found -1, expected a number above 0: what turns the figures into the unit"
        ),
        (
            "header: 2", "header: 40",
            """
            m.yaml:6:9: header: found line 40, which is empty or beyond the end of t.csv, expected the line with the \
            labels of the columns
            """
        ),
        (
            "negative: [import]\n", "",
            """
            m.yaml:13:9: warning: import: the figures add up to -25, expected more than 0
                where the file has them with a minus sign, say `negative: [import]`
            t.csv:4: farms: row farms adds up to 130.0, its output is 100.0 (difference 30.0)
            t.csv:5: works: row works adds up to 220.0, its output is 200.0 (difference 20.0)
            """
        ),
        (
            "factor: 0.001", "factr: 0.001",
            """
            m.yaml:5:1: factr: unknown key "factr"
                did you mean `factor`?
            """
        ),
        (
            "decimal: \",\"\nthousands: \".\"\n", "decimal: \",\"\n",
            """
            t.csv:4: 01.01: "20.000" in column "01" is not a number; expected digits with a decimal point, as in 1234.5
                where "." stands between thousands, say `thousands: "."`
            """
        ),
    ])
    func whatDoesNotFitTheMappingIsNamed(part: String, replacement: String, message: String) {
        let memory = ["t.csv": Self.office, "m.yaml": Self.mapping.replacing(part, with: replacement)]
        let text = problems("t.csv", .mapped(by: "m.yaml"), memory)
        #expect(text.hasPrefix(message), "\(text)")
    }

    @Test func aWrongMarkIsNotReportedForEveryCell() {
        let mapping = Self.mapping.replacing("decimal: \",\"\nthousands: \".\"\n", with: "decimal: \",\"\n")
        let text = problems("t.csv", .mapped(by: "m.yaml"), ["t.csv": Self.office, "m.yaml": mapping])
        #expect(text.components(separatedBy: "is not a number").count == 6)
        #expect(text.contains("more cells are no numbers"))
    }

    @Test func cellsMayBeMarkedAsEmpty() throws {
        let office = Self.office.replacing(
            "TII;30.000;80.000;110.000;;;;;", with: "TII;30.000;80.000;110.000;—;—;—;—;—"
        )
        .replacing("40.000;0;25.000", with: "40.000;—;25.000")
        let memory = ["t.csv": office, "m.yaml": Self.mapping]
        let text = problems("t.csv", .mapped(by: "m.yaml"), memory)
        #expect(text.hasSuffix("    where it stands for no figure, say `empty: [\"—\"]`"))
        let read = try read(
            "t.csv", .mapped(by: "m.yaml"), ["t.csv": office, "m.yaml": Self.mapping + "\nempty: [\"—\"]\n"])
        #expect(read.table.domesticFinalUse[1].values == [0, 20])
    }

    @Test func whatIsIgnoredButNotThereIsAWarning() throws {
        let mapping = Self.mapping.replacing("[TIU, TII]", with: "[TIU, TII, TFUU]")
        let document = try read("t.csv", .mapped(by: "m.yaml"), ["t.csv": Self.office, "m.yaml": mapping])
        #expect(
            document.warnings.map(\.description) == [
                "m.yaml:18:20: warning: ignore[2]: t.csv has neither a row nor a column \"TFUU\" that could be ignored"
            ])
    }

    @Test func emptyMappingSaysWhatItShouldBe() {
        #expect(
            problems("t.csv", .mapped(by: "m.yaml"), ["t.csv": Self.office, "m.yaml": ""])
                == "m.yaml: the file is empty, expected a mapping with keys such as `header:`")
    }

    /// The same table without what is bought outside: rows of own products, imports below.
    @Test func importedInputsAreARowOfAMapping() throws {
        let office = """
            code,01,02,PC,GO
            01,20,30,50,100
            02,10,50,140,200
            IMP,20,40,,
            VA,50,80,,
            """
        let mapping = """
            unit: million
            header: 1
            label: 1
            sectors: ["01", "02"]
            final_use: {household: PC}
            value_added: {wages: VA}
            imported_inputs: IMP
            output: GO
            """
        let document = try read("t.csv", .mapped(by: "m.yaml"), ["t.csv": office, "m.yaml": mapping])
        #expect(document.table.importedInputs == [20, 40])
        #expect(document.table.totalValueAdded() == [50, 80])
    }

    @Test func outputRowMustAgreeWithItsColumn() {
        let office = Self.office.replacing("TI;100.000", with: "TI;101.000")
        #expect(
            problems("t.csv", .mapped(by: "m.yaml"), ["t.csv": office, "m.yaml": Self.mapping])
                == "t.csv:9: 01: output is 101 in the row, 100 in the column, difference 1")
    }

    // MARK: pymrio

    /// Two regions of two sectors, saved by pymrio 0.7.0; column sums of its Leontief inverse by NumPy.
    @Test func wholeSystemHasASectorPerRegion() throws {
        let document = try read("pymrio/tiny", .pymrio(region: nil))
        #expect(document.table.sectors == ["north:farms", "north:works", "south:farms", "south:works"])
        #expect(document.table.domesticFinalUse.map(\.name) == ["Households", "Investment"])
        #expect(document.unit == "Mill EUR")
        #expect(document.warnings.isEmpty)
        let multipliers = try document.table.leontiefSystem(.regional).outputMultipliers()
        for (found, expected) in zip(multipliers, [1.24387234, 1.5427907, 1.34516221, 1.54423252]) {
            #expect(abs(found - expected) < 1e-8)
        }
    }

    @Test func regionTradesWithTheOthers() throws {
        let (system, document) = (
            try read("pymrio/tiny", .pymrio(region: nil)).table, try read("pymrio/tiny", .pymrio(region: "north"))
        )
        let table = document.table
        #expect(table.sectors == ["farms", "works"])
        // The system's own block, not a share of what comes from everywhere.
        for i in 0..<2 { for j in 0..<2 { #expect(table.intermediate[i, j] == system.intermediate[i, j]) } }
        // Sold to the south: 3+4 and 8+0 of farms, 2+12 and 20+16 of works.
        #expect(table.export == [15, 50])
        #expect(table.imports == [0, 0])
        for j in 0..<2 {
            #expect(table.importedInputs[j] == system.intermediate[2, j] + system.intermediate[3, j])
        }
        #expect(table.holdsOwnFlowsOnly)
        #expect(document.note.hasPrefix("Region north alone: flows of its own products"))
    }

    @Test func missingValueAddedIsWhatOutputLeaves() throws {
        let z = "region\t\ta\tb\nsector\t\ts\ts\nregion\tsector\t\t\na\ts\t1\t2\nb\ts\t3\t4\n"
        let y = "region\t\ta\tb\ncategory\t\tC\tC\nregion\tsector\t\t\na\ts\t5\t2\nb\ts\t1\t12\n"
        let memory = FileAccess(
            workingDirectory: "/w", read: { ["m/Z.txt": Array(z.utf8), "m/Y.txt": Array(y.utf8)][$0] },
            names: { $0 == "m" ? ["Y.txt", "Z.txt"] : [] })
        let document = try TableReader(fileSystem: memory).read("m", layout: .pymrio(region: nil))
        #expect(document.table.output == [10, 20])
        #expect(document.table.totalValueAdded() == [6, 14])
        #expect(
            document.warnings.map(\.description) == [
                "m: warning: there is no folder with value added (factor_inputs, value_added, primary_inputs):"
                    + " it is taken to be output less inputs"
            ])
    }

    @Test(arguments: [
        (
            "Y.txt",
            "region\t\tnorth\ncategory\t\tC\nnorth\tfarms\t1\nsouth\tworks\t2\nsouth\tfarms\t3\nsouth\tworks\t4\n",
            "pymrio/tiny/Y.txt:4: row 2 is \"south works\", expected \"north works\", as in the rows of Z.txt"
        ),
        (
            "Y.txt", "country\t\tnorth\n",
            "pymrio/tiny/Y.txt:1: found \"country\" at the start of the line, expected \"region\": 2 lines with the"
                + " labels of the columns, as pymrio writes them"
        ),
        (
            "Z.txt", "region\t\tnorth\nsector\t\tfarms\nnorth\tfarms\t1\t2\n",
            "pymrio/tiny/Z.txt:3: found 4 fields, expected 3 as in the header"
        ),
        (
            "Z.txt", "region\t\tnorth\nsector\t\tfarms\nnorth\tfarms\tx\n",
            "pymrio/tiny/Z.txt:3: \"x\" in column \"north farms\" is not a number; expected digits with a decimal"
                + " point, as in 1234.5"
        ),
        (
            "unit.txt", "region\tsector\tunit\nnorth\tfarms\tMill EUR\nnorth\tworks\tTJ\n",
            "pymrio/tiny/unit.txt:3: found the unit \"TJ\", expected \"Mill EUR\" as above: a table needs one unit"
        ),
    ])
    func brokenPymrioFilesAreNamed(file: String, text: String, message: String) {
        #expect(problems("pymrio/tiny", .pymrio(region: nil), ["pymrio/tiny/" + file: text]) == message)
    }

    @Test func unknownRegionAndForeignFolderAreNamed() {
        #expect(
            problems("pymrio/tiny", .pymrio(region: "nroth"), [:])
                == "pymrio/tiny/Z.txt: there is no region \"nroth\"\n    did you mean `north`?")
        #expect(
            problems("broken", .pymrio(region: nil), [:]).hasSuffix(
                "expected a folder with Z.txt and Y.txt as pymrio saves it"))
    }
}
