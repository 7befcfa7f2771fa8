/// What is said of the scenarios and data in a folder; see ``Wording``.
enum CatalogueLabel: String, CaseIterable, Wording {
    case title, folderIs, allCarried, someMissing, noList, unknownSource, unreadable
    case region, scenarios, targets, instruments, commitments, points, missingRows, statementsNote
    case dataByRegion, files, tables, figuresNote
    case regionTitle, scenario, years, levers, id, what, whereFound, alsoIn, missing, missingTheme, industry
    case targetRows, instrumentRows, commitmentRows, expertRows, contextRows, ownEntries, ownNote
    case data, sharedData, file, holds, quality, dataNote, fromElsewhere, seeRegion, nothingOwn
    case table, observations, units, projects, controls, panel, other

    var texts: (english: String, chinese: String) {
        switch self {
        case .title: ("What there is, region by region", "各地区内容一览")
        case .folderIs: ("Scenarios and data in {path}.", "情景与数据位于 {path}。")
        case .allCarried:
            (
                "Each of the {count} rows of {path} is carried by a scenario.",
                "{path} 的 {count} 行均有情景承载。"
            )
        case .someMissing:
            (
                "{count} of {all} rows of {path} are carried by no scenario: {list}.",
                "{path} 的 {all} 行中有 {count} 行没有情景承载：{list}。"
            )
        case .noList:
            (
                "No list of statements (seeds/targets.csv) is there: shown is what the scenarios themselves have.",
                "没有来源清单（seeds/targets.csv）：只列情景自身的内容。"
            )
        case .unknownSource:
            (
                "{entry} of {scenario} names the source {id}, which the list does not have.",
                "{scenario} 的 {entry} 所注来源 {id} 不在清单中。"
            )
        case .unreadable: ("{path} cannot be loaded: milepost check {path}", "{path} 无法读取：milepost check {path}")
        default: tableTexts
        }
    }

    private var tableTexts: (english: String, chinese: String) {
        switch self {
        case .region: ("Region", "地区")
        case .scenarios: ("Scenarios", "情景")
        case .targets: ("Targets", "目标")
        case .instruments: ("Instruments", "工具")
        case .commitments: ("Commitments", "承诺")
        case .points: ("Points", "观点")
        case .tables: ("Tables", "表")
        case .missingRows: ("Missing", "缺失")
        case .statementsNote:
            (
                "Rows of the list, and targets and commitments beside it: targets have a number and a date, instruments are what a government does, commitments have no number, points are what experts say and where a region starts. Missing: carried by no scenario.",
                "来源清单的行，以及清单之外的目标和承诺：目标有数量和期限，工具是政府的举措，承诺没有数量，观点为专家意见与起点。缺失：没有情景承载。"
            )
        case .dataByRegion: ("Data", "数据")
        case .files: ("Files", "文件")
        case .figuresNote:
            (
                "Figures by quality: A read at the publisher, B in a reprint that names it, C weak or own arithmetic, U unverified. Tables carry no letters of their own: see seeds/README.md.",
                "各质量的数据行数：A 原始出处，B 注明出处的转载，C 较弱或自行推算，U 未核实。投入产出表不带字母，见 seeds/README.md。"
            )
        case .seeRegion:
            (
                "milepost regions REGION says where each row is, and what data there are.",
                "milepost regions 地区：列出每一行的位置和数据。"
            )
        case .regionTitle: ("What there is for {region}", "{region} 的内容")
        case .scenario: ("Scenario", "情景")
        case .years: ("Years", "年份")
        case .levers: ("Levers", "杠杆")
        case .id: ("Id", "编号")
        case .what: ("What", "内容")
        case .whereFound: ("Where", "位置")
        case .alsoIn: ("{entry}, also in {count} more", "{entry}，另见 {count} 个情景")
        case .missing: ("in no scenario", "没有情景承载")
        case .missingTheme: ("{list} not projected", "未推算 {list}")
        case .industry: ("{what} ({list})", "{what}（{list}）")
        case .targetRows: ("Targets: a number and a date", "目标：有数量和期限")
        case .instrumentRows: ("Instruments: what a government does", "工具：政府的举措")
        case .commitmentRows: ("Commitments: promised without a number", "承诺：没有数量")
        case .expertRows: ("Points of experts", "专家观点")
        case .contextRows: ("Where it starts", "起点")
        case .ownEntries: ("Further entries of the scenarios", "情景中的其他条目")
        case .ownNote: ("They stand for no row of the list.", "不对应清单中的行。")
        case .data: ("Data", "数据")
        case .sharedData: ("Data of all regions", "各地区共用数据")
        case .file: ("File", "文件")
        case .holds: ("Holds", "内容")
        case .quality: ("Quality", "质量")
        case .dataNote:
            (
                "Quality: how many rows carry each letter. A file without letters is described in seeds/README.md.",
                "质量：各字母的行数。不带字母的文件见 seeds/README.md。"
            )
        case .fromElsewhere: ("Its scenarios also read {list}.", "其情景还读取 {list}。")
        case .nothingOwn: ("No data of its own.", "没有自己的数据。")
        case .table: ("input-output table", "投入产出表")
        case .observations: ("published series", "公布的序列")
        case .units: ("units of a portfolio", "组合的单位")
        case .projects: ("dated projects", "项目")
        case .controls: ("control totals", "控制总量")
        case .panel: ("panel of regions", "地区面板")
        case .other: ("other", "其他")
        default: ("", "")
        }
    }
}
