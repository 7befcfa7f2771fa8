import Scenarios
import Testing

/// Numbers beside promises that are not the promise's own.
@Suite struct PublishedFiguresTests {
    private static let figures = """
        indicator,kind,year,value,unit,quality,source
        scale,,2024,40000,10k yuan,B,press
        scale,aim,2030,90,100m yuan,C,plan
        share,,2023,12.5,percent,A,office
        share,,2024,13,percent,U,office
        """.replacing("\nscale,,", with: "\nscale,outcome,").replacing("\nshare,,", with: "\nshare,outcome,")

    private func overlay(_ published: String) -> String {
        """
        schema: 1
        commitments:
          - id: robots
            subject: More robots
            theme: robots
            published: [\(published)]
        """
    }

    private func load(_ published: String) throws -> Commitment {
        let scenario = try loadOverlay(overlay(published), with: ["figures.csv": Self.figures])
        return scenario.commitments.first { $0.id == "robots" }!
    }

    @Test func figuresAreTakenWithUnitQualityAndSource() throws {
        let commitment = try load(
            """
            {label: scale, label_zh: 规模, file: figures.csv, indicator: scale, floor: true},
            {label: aim, file: figures.csv, indicator: scale, kind: aim, aim: true},
            {label: share, file: figures.csv, indicator: share, years: 2024..2024}
            """)
        #expect(commitment.published.map(\.label) == ["scale", "aim", "share"])
        #expect(commitment.published.map(\.labelChinese) == ["规模", nil, nil])
        #expect(commitment.published.map(\.isFloor) == [true, false, false])
        #expect(commitment.published.map(\.isAim) == [false, true, false])
        #expect(
            commitment.published.map(\.points) == [
                [.init(year: 2024, value: 4, measure: .money, quality: .b, source: "press")],
                [.init(year: 2030, value: 90, measure: .money, quality: .c, source: "plan")],
                [.init(year: 2024, value: 0.13, measure: .percentage, quality: .u, source: "office")],
            ])
    }

    @Test(arguments: [
        (
            "{label: l, file: figures.csv, indicator: scales}",
            "published[0].indicator: found \"scales\", expected an indicator of figures.csv\n    did you mean `scale`?"
        ),
        (
            "{label: l, file: figures.csv, indicator: share, years: 2030..2031}",
            "published[0].years: found no figure, expected years with one: 2023, 2024"
        ),
        ("{file: figures.csv, indicator: share}", "the key \"label\" is missing"),
        ("{label: l, file: figures.csv, indicator: share, learn: value}", "unknown key \"learn\""),
    ])
    func mistakesAreNamed(published: String, message: String) {
        let text = diagnostics("extends: valid.yaml\n" + overlay(published), with: ["figures.csv": Self.figures])
        #expect(text.contains(message), "\(text)")
    }

    @Test func aSizeMayBeAFloor() throws {
        let size = "size: {year: 2024, value: 40 亿元, quality: B, source: press, floor: true}"
        let scenario = try loadOverlay(
            "schema: 1\ncommitments: [{id: farms, subject: S, theme: clever_farms, \(size)}]\n")
        #expect(scenario.themes.first { $0.id == "clever_farms" }?.size?.isFloor == true)
    }
}
