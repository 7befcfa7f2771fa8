/// What a report says that the terminal does not.
enum ReportLabel: String, CaseIterable, Wording {
    // Frame
    case skip, contents, subtitle, several, severalSubtitle, footer, common, written
    // Summary
    case summary, leansOnUnverified, warningsBelow, warningBelow
    // Targets
    case requirementsNote, aboutMeans, letters
    case targets, gap, short, beyond, exactly, underCap, overCap, needed, soFar, projected, halfBy, notBefore, eurostat
    case unitedNations, others, weakest, readings, reading, chances, fromSource, headlineBecause
    // What it leans on
    case leaning, dataQuality, weakestInput, explained, unverified, weakestNote
    // Pages
    case portfolio, portfolioTable, unit, above, moreUnits, sectors, sectorsOf, sectorTable, sector, growth, points
    case sectorNote
    // Comparison
    case comparison, together, changesNote
    // Method
    case method, methodTable, methodMembers, methodLearning, methodUnits, methodRules, methodLimits
    // Sources
    case sources, sourcesNote, source, quality, statements, controls, unitsOf, numbers, noSource
    // Repeating
    case repeating, repeatingNote, settings, members, seed, version, sampling, figures, allFigures, figuresAsOf,
        noFigures
    case randomDraws, sobolDraws, setting, value, inputs, file, bytes, digest

    var texts: (english: String, chinese: String) {
        switch self {
        case .skip: ("Skip to the summary", "跳到摘要")
        case .contents: ("Contents", "目录")
        case .subtitle:
            ("{region}, {start} to {end}; {members} members", "{region}，{start}–{end} 年；{members} 个成员")
        case .several: ("{first} and {count} more", "{first}等 {count} 个情景")
        case .severalSubtitle: ("{count} scenarios, {members} members each", "{count} 个情景，各 {members} 个成员")
        case .footer:
            (
                "Made by {generator}. The same version, files, members and seed make the same report.",
                "由 {generator} 生成。版本、文件、成员数和种子相同，报告即相同。"
            )
        case .written: ("The report is in {path}.", "报告已写入 {path}。")
        case .common: ("Method and how to repeat it", "方法与复现")
        default: furtherTexts
        }
    }

    private var furtherTexts: (english: String, chinese: String) {
        switch self {
        case .summary: ("Summary", "摘要")
        case .leansOnUnverified:
            (
                "Numbers that nobody has verified carry {share} of the spread of “{target}”.",
                "“{target}”结果的不确定性有 {share} 来自未经核实的数据。"
            )
        case .warningsBelow:
            (
                "{count} warnings change how this is to be read: see “{section}”.",
                "另有 {count} 条警告影响解读，见“{section}”。"
            )

        case .warningBelow:
            (
                "A warning changes how this is to be read: see “{section}”.",
                "另有 1 条警告影响解读，见“{section}”。"
            )

        case .targets: ("Target by target", "逐项目标")
        case .gap: ("Gap at the median", "中位数与目标之差")
        case .short: ("{value} short", "差 {value}")
        case .beyond: ("{value} beyond", "超出 {value}")
        case .exactly: ("none", "无")
        case .underCap: ("{value} below the ceiling", "低于上限 {value}")
        case .overCap: ("{value} above the ceiling", "高于上限 {value}")
        case .needed: ("Needed a year", "年均所需")
        case .soFar: ("So far a year", "迄今年均")
        case .projected: ("Projected a year", "预计年均")
        case .halfBy: ("Half of the members meet it by", "半数成员达标年份")
        case .notBefore: ("after {year}", "{year} 年之后")
        case .eurostat: ("Progress, Eurostat", "进度（欧统局）")
        case .unitedNations: ("Progress, UN 2023", "进度（联合国 2023）")
        case .others: ("Comparable regions", "可比地区")
        case .weakest: ("Weakest input", "最弱数据")
        case .readings: ("Readings side by side", "各口径对照")
        case .reading: ("Reading", "口径")
        case .chances: ("Chance of each number", "各数量的概率")
        case .requirementsNote:
            (
                "What it would take: medians (P5–P95) in the deadline year, investment as a mean a year, net of replacement. A contradiction, marked !, asks at the median for more than the P95 of what there can be; plans, funds and budgets only compare and are not marked.",
                "达到目标所需：期限年的中位数（P5–P95），投资为年均净投资，不含更新。标 ! 者为矛盾：所需中位数超过可得的 P95；规划、基金和预算仅作对照，不作标记。"
            )
        case .aboutMeans: ("“≈” counts as met from {least} on (95%).", "“≈”按达到 {least}（95%）及以上计为达标。")
        case .letters:
            (
                "Quality letters: A read at the publisher, B in a reprint that names it, C weak or own arithmetic, U unverified.",
                "数据质量：A 原始出处，B 注明出处的转载，C 较弱或自行推算，U 未核实。"
            )
        case .fromSource: ("Stated in {source}.", "出处：{source}。")
        case .headlineBecause: ("Headline reading: {name}, because {reason}", "主口径：{name}。理由：{reason}")

        case .leaning: ("What the result leans on", "结果的依据")
        case .dataQuality: ("How good the data behind each target are", "各目标的数据质量")
        case .weakestInput: ("Weakest", "最弱")
        case .explained: ("Spread that inputs explain", "数据可解释的不确定性")
        case .unverified: ("of it, unverified ones", "其中未核实数据")
        case .weakestNote:
            (
                "Weakest: the worst letter among the inputs that carry the result. The rest of the spread is luck.",
                "最弱：对结果有影响的数据中最差的等级。其余不确定性来自偶然波动。"
            )
        default: pageTexts
        }
    }

    private var pageTexts: (english: String, chinese: String) {
        switch self {
        case .portfolio: ("{name}, one by one", "{name}逐个排名")
        case .portfolioTable:
            ("{name} by median output in {year} [{unit}]", "{name}，按 {year} 年产出中位数排序（{unit}）")
        case .unit: ("Unit", "单位")
        case .above: ("Odds above {value}", "超过 {value}的概率")
        case .moreUnits:
            (
                "{count} smaller ones are left out; charts/ of `milepost run --out` has all.",
                "另有 {count} 个较小的从略，全部见 `milepost run --out` 的 charts/。"
            )
        case .sectors: ("Sectors", "分行业")
        case .sectorsOf: ("Sectors of {region}", "{region}分行业")
        case .sectorTable:
            ("Value added by sector at current prices [{unit}]", "分行业增加值，现价（{unit}）")
        case .sector: ("Sector", "行业")
        case .growth: ("Growth a year", "年均增长")
        case .points: ("Adds to growth, points", "拉动增长（百分点）")
        case .sectorNote:
            (
                "Growth a year is between the medians. Points: what the sector adds to the growth of the region’s value added from {start} to {end}, from means, which add up.",
                "年均增长按中位数计算。拉动：{start} 至 {end} 年该行业对地区增加值增长的贡献，按均值计算，可相加。"
            )

        case .comparison: ("Comparison", "情景比较")
        case .together: ("All side by side", "各情景对照")
        case .changesNote:
            (
                "Medians in {year} and of the difference between paired members, by change in percent: {shown} of {count} that change by 0.1% or more. Sectors and parts of the economy under 0.5% of its output or value added are left out; `milepost compare --out` writes all.",
                "{year} 年中位数；差值取自配对成员；按变化幅度排序，变化 0.1% 及以上的 {count} 项中列出 {shown} 项。产值或增加值占比不足 0.5% 的行业和分组未列入；全部指标见 `milepost compare --out` 的输出。"
            )
        default: methodTexts
        }
    }

    private var methodTexts: (english: String, chinese: String) {
        switch self {
        case .method: ("Method in half a page", "方法简述")
        case .methodTable:
            (
                "An input-output table of the region, of {table} and moved to {start}, says what each sector buys from the others and from outside. Year by year final demand grows as the scenario states; the table turns it into output and value added by sector. Prices follow paths of their own, so that targets in money and shares are judged at current prices.",
                "以该地区 {table} 年投入产出表（更新到 {start} 年）刻画各行业之间及与外地之间的购销关系。最终需求逐年按情景给定的速度增长，经投入产出表得到分行业产出和增加值。价格另有路径，因此金额类和占比类目标按现价评定。"
            )
        case .methodMembers:
            (
                "Every uncertain number is drawn from its range, {members} times: each member of this ensemble is one possible course of events. P5 to P95 leaves out the lowest and the highest twentieth of them. The odds of a target are the share of members that meet it; what stands behind ± is one standard error of the simulation, which more members make smaller. It says nothing about assumptions that are wrong.",
                "每个不确定的数都在其区间内抽取，共 {members} 次；每个成员代表一种可能的走势。P5–P95 舍去最低和最高的各 5%。目标的概率即达标成员的比重，± 之后为模拟的一个标准误，成员越多越小；它不反映假设本身的对错。"
            )
        case .methodLearning:
            (
                "Figures published since {start} move the members toward what has happened, each by as much as its quality deserves.",
                "{start} 年以来公布的数据按其质量给予相应权重，使成员向实际情况靠拢。"
            )
        case .methodUnits:
            (
                "Units of a portfolio grow as their sectors do, with a premium and luck of their own; new ones enter as planned and as far as such plans are achieved.",
                "组合中的单位随所属行业增长，另有自身的超额增速和偶然波动；新单位按规划并按以往的实现程度进入。"
            )
        case .methodRules:
            (
                "Eurostat and the UN hold the pace since the year of reference against the pace that is needed. The outside view counts how often comparable regions have grown as fast as the goal needs.",
                "欧统局和联合国的方法以参照年以来的速度对照所需速度。外部视角统计可比地区达到所需增速的频次。"
            )
        case .methodLimits:
            (
                "Demand drives this table: it knows no shortage of labour, land or money; what a goal takes is set beside what there is instead. Shares move only where demand for some sectors grows faster than for others, which is the dominant assumption wherever a share is the target.",
                "本模型由需求驱动，不含劳动力、土地和资金的短缺，只将达成目标所需与现有条件对照。只有部分行业的需求增长快于其他行业，占比才会变动；凡以占比为目标的，这一差距即为首要假设。"
            )

        case .sources: ("Sources", "数据来源")
        case .sourcesNote:
            (
                "Publisher or document, year and quality letter, as the scenario and its files state them.",
                "发布机构或文件、年份和质量等级，均据情景及其数据文件。"
            )
        case .source: ("Source", "来源")
        case .quality: ("Quality", "质量")
        case .statements: ("Stated targets", "目标出处")
        case .controls: ("Control totals of the base year", "基年控制总数")
        case .unitsOf: ("Units of {name}", "{name}的单位数据")
        case .numbers: ("Assumed numbers", "假设数值")
        case .noSource: ("not stated", "未注明")
        default: repeatingTexts
        }
    }

    private var repeatingTexts: (english: String, chinese: String) {
        switch self {
        case .repeating: ("How to repeat it", "如何复现")
        case .repeatingNote:
            (
                "Version, files, members and seed decide every number; the number of threads does not.",
                "所有数字取决于版本、文件、成员数和种子，与线程数无关。"
            )
        case .settings: ("Settings", "设置")
        case .setting: ("Setting", "项目")
        case .value: ("Value", "取值")
        case .members: ("Members", "成员数")
        case .seed: ("Seed", "种子")
        case .version: ("Version", "版本")
        case .sampling: ("Draws", "抽样")
        case .randomDraws: ("each member by itself", "各成员独立抽取")
        case .sobolDraws: ("scrambled Sobol points", "加扰 Sobol 序列")
        case .figures: ("Published figures", "公布数据")
        case .allFigures: ("all are known", "全部已知")
        case .figuresAsOf: ("known up to {year}", "截至 {year} 年")
        case .noFigures: ("shown, not learned from", "仅列示，不用于学习")
        case .inputs: ("Files that were read", "读取的文件")
        case .file: ("File", "文件")
        case .bytes: ("Bytes", "字节数")
        case .digest: ("SHA-256", "SHA-256")
        default: preconditionFailure("\(self) has no text")
        }
    }
}
