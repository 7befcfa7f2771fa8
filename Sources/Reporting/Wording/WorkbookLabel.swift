/// What stands in workbooks beside the words that every output shares.
enum WorkbookLabel: String, CaseIterable, Wording {
    // Names of sheets
    case overview, summary, targets, fans, metBy, contributions, portfolios, sectors, drivers, requirements, judgements,
        loop, industries, industryPaths, learned, baseYear, sources, assumptions, projections, about
    case comparison, differences, odds, oddsHistory, ranges, nextFigures, levers
    // Heads of columns that no CSV file has
    case target, reading, goal, unit, deadline, latest, year, quality, median, low, high, oddsHead, error, verdict,
        needed, soFar, projected, dataQuality, scenario
    case what, subject, value, source, note, text, level, file, bytes, digest, item
    // Notes
    case runLine, oneScenario, fullPrecision, fanNote, waterfallNote, rankingNote, sectorsNote, driversNote,
        sourcesNote,
        comparisonNote, projectionsNote, cut, oddsOver, others, contribution, unseen, rise, fall, below,
        lowOf, highOf
    // Charts
    case oddsTitle, fanTitle, waterfallTitle, rankingTitle, sectorsTitle, comparisonTitle, leverTitle, points
    case percentagePoints, share
    // Kinds of inputs
    case observed, baseline, unitOfPortfolio, knownCount, industrySize, requirementFigure, margin
    // Facts of a run
    case version, run, members, seed, sampling, known, allKnown, noneKnown, knownUpTo, latestFigure, inputsDigest
    case writtenBy, noteLevel, warningLevel, assumptionLevel, yes, no, prior, metByNote

    var texts: (english: String, chinese: String) { sheets ?? heads ?? notes ?? rest }

    private var sheets: (english: String, chinese: String)? {
        switch self {
        case .overview: ("Overview", "总览")
        case .summary: ("Summary", "结论")
        case .targets: ("Targets", "目标明细")
        case .fans: ("Fans", "走势扇形图")
        case .metBy: ("Met by year", "截至各年达标比例")
        case .contributions: ("Contributions", "行业贡献")
        case .portfolios: ("Portfolio", "主体排名")
        case .sectors: ("Sectors", "分行业产出")
        case .drivers: ("Drivers", "决定因素")
        case .requirements: ("Requirements", "所需条件")
        case .judgements: ("Judgements", "判断")
        case .loop: ("Science and industry", "科技与产业互促")
        case .industries: ("Industries", "点名产业")
        case .industryPaths: ("Industry paths", "点名产业走势")
        case .learned: ("Published figures", "公布数据")
        case .baseYear: ("Base year", "基年")
        case .sources: ("Sources and quality", "来源与质量")
        case .assumptions: ("Assumptions", "假设与须知")
        case .projections: ("Projections", "预测明细")
        case .about: ("About", "说明")
        case .comparison: ("Comparison", "情景比较")
        case .differences: ("Differences", "差异明细")
        case .odds: ("Track", "历次评估")
        case .oddsHistory: ("Odds history", "概率变化")
        case .ranges: ("Range history", "区间变化")
        case .nextFigures: ("Next figures", "待公布数据")
        case .levers: ("Levers", "政策工具")
        default: nil
        }
    }

    private var heads: (english: String, chinese: String)? {
        switch self {
        case .target: ("Target", "目标")
        case .reading: ("Reading", "口径")
        case .goal: ("Goal", "目标值")
        case .unit: ("Unit", "单位")
        case .deadline: ("Deadline", "期限")
        case .latest: ("Latest known", "最新数据")
        case .year: ("Year", "年份")
        case .quality: ("Quality", "质量")
        case .median: ("Median", "中位数")
        case .low: ("P5", "P5")
        case .high: ("P95", "P95")
        case .oddsHead: ("Odds", "概率")
        case .error: ("± (standard error)", "±（标准误）")
        case .verdict: ("Verdict", "结论")
        case .needed: ("Growth needed a year", "所需年均增长")
        case .soFar: ("Growth so far", "迄今年均增长")
        case .projected: ("Growth projected", "预计年均增长")
        case .dataQuality: ("Weakest input", "最弱数据")
        case .scenario: ("Scenario", "情景")
        case .what: ("What", "类别")
        case .subject: ("Subject", "对象")
        case .value: ("Value", "数值")
        case .source: ("Source", "来源")
        case .note: ("Note", "说明")
        case .text: ("Text", "内容")
        case .level: ("Kind", "类别")
        case .file: ("File", "文件")
        case .bytes: ("Bytes", "字节")
        case .digest: ("SHA-256", "SHA-256")
        case .item: ("Item", "项目")
        default: nil
        }
    }

    private var notes: (english: String, chinese: String)? {
        switch self {
        case .runLine:
            (
                "{region}, {start} to {end}; {members} members, seed {seed}.",
                "{region}，{start}–{end} 年；{members} 个成员，种子 {seed}。"
            )
        case .oneScenario: ("The sheets whose names begin with {number}: {name}.", "表名以 {number} 开头的各表：{name}。")
        case .fullPrecision:
            (
                "Cells hold all digits of the CSV file; what is shown is rounded. The grey line has the names of its columns.",
                "单元格保留 CSV 文件的全部位数，显示值经四舍五入；灰色一行为 CSV 列名。"
            )
        case .fanNote:
            (
                "P5 to P95 hold nine of ten outcomes, P25 to P75 half of them. The required path grows evenly from the latest known value to the goal.",
                "P5–P95 含九成结果，P25–P75 含一半；所需路径自最新数据匀速增长至目标。"
            )
        case .waterfallNote:
            (
                "Growth of value added at current prices since {start} and the points of it that each sector contributes: means over the members, which add up. The chart is of {end}, the largest first.",
                "{start} 年以来按现价增加值的增长，及各行业贡献的百分点：成员均值，可相加。图为 {end} 年，由大到小。"
            )
        case .rankingNote:
            (
                "Units by median output in {year}, 100 million CNY; odds to be above each threshold that a target names.",
                "按 {year} 年产出中位数排列（亿元）；并列超过各目标门槛的概率。"
            )
        case .sectorsNote:
            (
                "Medians in {unit}, which do not quite add up. The chart has the largest sectors of {year}; the others together.",
                "中位数（{unit}），相加略有出入。图为 {year} 年最大的行业，其余合并。"
            )
        case .driversNote:
            (
                "Share of the spread that goes with each input; inputs that move together explain some of it twice.",
                "各项数据对不确定性的解释；同向变动的数据有重复解释。"
            )
        case .sourcesNote:
            (
                "Every published figure and size that the scenario leans on. A read at the publisher, B in a reprint that names it, C weak or own arithmetic, U unverified: {unverified} of {total} are U.",
                "情景所依的全部公布数据和规模。A 原始出处，B 注明出处的转载，C 较弱或自行推算，U 未核实：{total} 项中 {unverified} 项为 U。"
            )
        case .comparisonNote:
            (
                "The same members with the same luck, so that a difference is the scenario's and not the draw's.",
                "各情景使用相同的成员与相同的随机数，差异来自情景本身而非抽样。"
            )
        case .projectionsNote:
            ("All quantities of projections.csv, one row per year.", "projections.csv 的全部变量，每年一行。")
        case .cut: (" … [{count} characters left out]", " …［略去 {count} 个字符］")
        case .oddsOver: ("Odds over {threshold}", "超过 {threshold} 的概率")
        case .others: ("Others", "其他")
        case .contribution: ("Contribution, points", "贡献（百分点）")
        case .unseen: ("Bar starts at", "起点")
        case .rise: ("Adds", "增加")
        case .fall: ("Takes away", "减少")
        case .below: ("Below zero", "零以下")
        default: nil
        }
    }

    private var rest: (english: String, chinese: String) {
        switch self {
        case .oddsTitle: ("Odds of each target", "各目标达成概率")
        case .fanTitle: ("{name} ({unit})", "{name}（{unit}）")
        case .waterfallTitle:
            ("Growth of value added {start} to {end}, by sector", "{start}–{end} 年增加值增长的行业贡献")
        case .rankingTitle: ("{name}: median output in {year}", "{name}：{year} 年产出中位数")
        case .sectorsTitle: ("Median output by sector", "分行业产出中位数")
        case .comparisonTitle: ("Odds: base against alternatives", "达成概率：基准与替代情景")
        case .leverTitle: ("What each lever adds to the odds", "各项工具对概率的作用")
        case .points: ("points", "百分点")
        case .percentagePoints: ("percentage points", "百分点")
        case .share: ("share of members", "成员比例")
        case .lowOf: ("{name}, low", "{name}下限")
        case .highOf: ("{name}, high", "{name}上限")
        case .observed: ("Published figure", "公布数据")
        case .baseline: ("Starting size", "起点规模")
        case .unitOfPortfolio: ("Unit", "主体")
        case .knownCount: ("Known number", "已知数量")
        case .industrySize: ("Size of an industry", "产业规模")
        case .requirementFigure: ("Requirement", "所需条件")
        case .margin: ("Total of the table", "投入产出表总量")
        case .version: ("Milepost", "Milepost 版本")
        case .run: ("Run on", "运行时间")
        case .members: ("Members", "成员数")
        case .seed: ("Seed", "随机种子")
        case .sampling: ("Sampling", "抽样方式")
        case .known: ("Figures known", "已知数据")
        case .allKnown: ("all that are published", "全部公布数据")
        case .noneKnown: ("none", "无")
        case .knownUpTo: ("up to {year}", "截至 {year} 年")
        case .latestFigure: ("Latest figure", "最新数据年份")
        case .inputsDigest: ("SHA-256 of all inputs", "全部输入的 SHA-256")
        case .writtenBy: ("Written by Milepost {version}.", "由 Milepost {version} 生成。")
        case .noteLevel: ("Note", "须知")
        case .warningLevel: ("Warning", "警告")
        case .assumptionLevel: ("Assumption", "假设")
        case .yes: ("yes", "是")
        case .no: ("no", "否")
        case .prior: ("prior", "先验")
        case .metByNote:
            (
                "Share of members that have met the goal in the year or in an earlier one. The odds of a target are those of its deadline and may be lower.",
                "在该年或更早年份达标过的成员比例；目标的概率按期限年计算，可能较低。"
            )
        default: preconditionFailure("\(self) has no text")
        }
    }
}
