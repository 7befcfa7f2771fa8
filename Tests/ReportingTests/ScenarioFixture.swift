import Scenarios

extension Fixtures {
    /// A small scenario, read as a user's file would be, from files in memory.
    static let scenario: Scenario = {
        let files = [
            "platforms.yaml": scenarioFile, "sectors.csv": sectorFile, "io.csv": tableFile, "units.csv": unitFile,
            "published.csv": publishedFile,
        ]
        let loader = ScenarioLoader(
            fileSystem: FileAccess(workingDirectory: "/memory", read: { files[$0].map { Array($0.utf8) } }))
        do {
            var scenario = try loader.load(path: "platforms.yaml").scenario
            // Fixed here, so that the recorded files do not depend on how scenarios are written out.
            scenario.inputs = [scenario.inputs[0]]
            scenario.inputs[0].bytes = Array("abc".utf8)
            scenario.resolvedYAML = "schema: 1\nname: \"Zhejiang\"\n"
            return scenario
        } catch {
            fatalError("the fixture is not a scenario: \(error)")
        }
    }()

    static func target(_ id: String) -> Target { scenario.targets.first { $0.id == id }! }

    private static let scenarioFile = """
        schema: 1
        name: Zhejiang new-industry platforms
        name_zh: 浙江“万亩千亿”新产业平台
        region: zhejiang
        years: {start: 2022, end: 2027}
        sectors: sectors.csv
        economy:
          table: io.csv
          table_year: 2022
          growth: {household: 4%, export: 4%, outflow: 5%}
          growth_correlation: 0.5
          shocks: {common: 2%, sector: 4%, correlation: 0.1}
        portfolios:
          platforms:
            name: Platforms
            name_zh: 平台
            unit_zh: 个平台
            units: units.csv
            premium: 4% ± 3%
            volatility: {at: 100 亿元, sd: 18%, size_exponent: 0.2, shape: laplace, common: 20%}
        levers:
          - id: weak-orders
            name: Weak orders
            name_zh: 订单走弱
            kind: demand_growth
            group: electronics
            rate: -2%
            because: order books are thin.
          - {id: more, kind: portfolio_growth, portfolio: platforms, rate: 1%, because: new plants open}
        targets:
          - id: total-output
            name: Total output of all platforms
            name_zh: 平台产值规模
            indicator: {total: platforms}
            goal: more than 25000 亿元
            by: 2027
            since: 2021
            source: ZJ04
            observed:
              - {label: published, file: published.csv, indicator: output}
          - id: over-1000
            name: Platforms above 1,000 亿元
            name_zh: 产值超千亿元平台
            indicator: {count: platforms, over: 1000 亿元}
            goal: at least 10
            by: 2027
            source: ZJ02
          - id: over-500
            name: Platforms above 500 亿元
            name_zh: 产值超500亿元平台
            goal: about 20
            by: 2027
            source: ZJ03
            readings:
              - id: nested
                name: 20 include the 10 above 1,000
                name_zh: 含超千亿元的 10 个
                headline: true
                reason: the wording of the source
                indicator: {count: platforms, over: 500 亿元}
              - id: separate
                name: 20 beside the 10
                name_zh: 另计 20 个
                indicator: {count: platforms, over: 500 亿元}
          - id: cultivated
            name: Platforms cultivated
            name_zh: 累计培育平台
            indicator: {cumulative: platforms}
            goal: about 40
            by: 2027
            by_range: 2026..2027
            source: ZJ01
        tracked:
          - id: share
            name: Share of electronics in output
            name_zh: 电子占总产值比重
            indicator: {share: electronics, of: all, measure: output}
            observed:
              - {file: published.csv, indicator: share}
          - {id: output, name: Output of electronics, indicator: {output: electronics}, observed: [{file: published.csv, indicator: output}]}
        commitments:
          - id: ZJ05
            subject: Provincial policy opinions on the high-quality development of the platforms
            subject_zh: 关于进一步推进“万亩千亿”新产业平台高质量发展的若干政策意见

        """

    private static let sectorFile = """
        code,name_en,name_zh,nbs42_2017,group
        electronics,Electronics,电子,39,manufacturing
        services,Services,服务,50,services

        """

    private static let tableFile = """
        row,electronics,services,household,export,outflow,import,inflow,discrepancy,output
        electronics,20,10,40,20,20,5,5,0,100
        services,10,20,60,5,15,5,5,0,100
        compensation,70,70,,,,,,,
        output,100,100,,,,,,,

        """

    private static let unitFile = """
        id,name_en,name_zh,sector_weights,output_year,output,low,high,unit,quality,source,note
        hangzhou-bay,Hangzhou Bay,杭州湾,electronics:1,2022,30,,,100m yuan,B,fixture,

        """

    private static let publishedFile = """
        indicator,year,value,low,high,unit,kind,source,quality,note
        output,2022,60,55,,100m yuan,outcome,fixture,U,
        share,2021,15,,,percent,outcome,fixture,B,
        share,2023,15.7,15.2,16.1,percent,outcome,fixture,B,
        share,2024,20.1,,,percent,outcome,fixture,A,

        """
}
