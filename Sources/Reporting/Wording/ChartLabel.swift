/// What stands on charts.
enum ChartLabel: String, CaseIterable, Wording {
    // Axes
    case year, yearOfFigures, oddsAxis, shareOfVariance, pointsOfGrowth, index, percentOfGoal, added
    // Legends
    case median, narrowRange, middleRange, wideRange, required, goal, goalAbout, goalFrom, goalTo, published,
        publishedAlone,
        withRange, plannedFloor, thresholdOf, unnamedUnit, entrant, prior, restOf, total, verified, unverified
    // Titles and lines below them
    case readingOf, goalLine, trackedLine, themeLine, metBy, metByLine, oddsTitle, oddsLine, rankingTitle, rankingLine,
        rankingPart,
        sectorsTitle, sectorsLine, contributionsTitle, contributionsLine, driversTitle, driversLine, historyTitle,
        historyLine, oddsHistoryTitle, oddsHistoryLine, comparisonOddsTitle, comparisonOddsLine, comparisonMediansTitle,
        comparisonMediansLine, leversTitle, leversLine
    // Alternative texts
    case fanText, trackedText, themeText, metByText, oddsText, oddsOfTarget, rankingText, sectorsText,
        contributionsText, driversText, driverOfTarget, historyText, oddsHistoryText, comparisonText,
        comparisonOfTarget, leversText, leverOfOutcome, latestText
    // Sources
    case sources, themeWeights, tableSource, projection, targetSource, further

    var texts: (english: String, chinese: String) {
        switch self {
        case .year: ("Year", "年份")
        case .yearOfFigures: ("Last published figures known", "已知公布数据截至")
        case .oddsAxis: ("Odds", "概率")
        case .shareOfVariance: ("Share of the variance explained", "所解释的方差份额")
        case .pointsOfGrowth: ("Percentage points of growth", "拉动百分点")
        case .index: ("Index, {year} = 1", "指数（{year} 年 = 1）")
        case .percentOfGoal: ("Median as a percentage of the goal", "中位数占目标值的百分比（%）")
        case .added: ("Added, {unit}", "增加（{unit}）")

        case .median: ("Median", "中位数")
        case .narrowRange: ("50% range", "50% 区间")
        case .middleRange: ("80% range", "80% 区间")
        case .wideRange: ("90% range (P5–P95)", "90% 区间（P5–P95）")
        case .required: ("Path that just reaches the goal", "恰好达标的路径")
        case .goal: ("Goal {goal}", "目标 {goal}")
        case .goalAbout: ("Goal {goal}, met from {least}", "目标 {goal}（达到 {least} 即达标）")
        case .goalFrom: ("Goal, from {goal}", "目标下限 {goal}")
        case .goalTo: ("Goal, to {goal}", "目标上限 {goal}")
        case .published: ("Published: {name}", "公布值：{name}")
        case .publishedAlone: ("Published", "公布值")
        case .withRange: ("{name} (line: its range)", "{name}（竖线为区间）")
        case .plannedFloor: ("Published floor or ceiling: {name}", "公布的下限或上限：{name}")
        case .thresholdOf: ("{value} threshold", "{value}门槛")
        case .unnamedUnit: ("Unnamed {number}", "未具名单位 {number}")
        case .entrant: ("Entrant {number}", "新增单位 {number}")
        case .prior: ("none", "无")
        case .restOf: ("All other sectors ({count})", "其他行业（{count} 个）")
        case .total: ("Growth in all", "合计增长")
        case .verified: ("Data of quality A to C", "数据质量 A–C")
        case .unverified: ("Unverified data (U)", "未核实（U）")

        case .readingOf: ("{name}: {reading}", "{name}：{reading}")
        case .goalLine: ("Goal {goal} by {year}: {verdict}, odds {odds}", "{year} 年目标 {goal}：{verdict}，概率 {odds}")
        case .trackedLine: ("Modelled range beside what was published", "模型区间与公布数据对照")
        case .themeLine:
            (
                "Output at current prices if it grows as its sectors do, {start} = 1",
                "按所属行业增速推算的现价产出，{start} 年 = 1"
            )
        case .metBy: ("{name}: odds of having met the goal by each year", "{name}：截至各年达标的概率")
        case .metByLine:
            (
                "Share of {members} simulated paths that have met {goal} by then; the deadline is {year}",
                "{members} 条模拟路径中截至当年已达标（{goal}）的比例；期限为 {year} 年"
            )
        case .oddsTitle: ("Odds of the targets", "各目标的达成概率")
        case .oddsLine:
            (
                "Headline readings, each at its deadline; shaded by verdict",
                "各目标主口径在期限年的概率；底色为结论分档"
            )
        case .rankingTitle: ("{name} by size in {year}", "{year} 年{name}规模排序")
        case .rankingLine: ("Median output with the range from P5 to P95", "产出中位数及 P5–P95 区间")
        case .rankingPart: ("; the {count} largest of {all}", "；{all} 个中最大的 {count} 个")
        case .sectorsTitle: ("Output by sector, {start}–{end}", "{start}–{end} 年分行业产出")
        case .sectorsLine: ("Medians; the largest sectors of {year} by themselves", "中位数；单列 {year} 年规模最大的行业")
        case .contributionsTitle:
            ("What each sector adds to the growth of value added, {start}–{end}", "{start}–{end} 年各行业对增加值增长的拉动")
        case .contributionsLine:
            (
                "Percentage points of the growth of the region's value added at current prices; means",
                "对地区增加值（现价）累计增长的拉动，百分点；均值"
            )
        case .driversTitle: ("What the spread of each outcome rests on", "各目标结果的不确定性来源")
        case .driversLine:
            (
                "Share of the variance of the outcome that goes with each uncertain input; at most five per target",
                "各不确定因素所解释的结果方差份额；每个目标最多列五项"
            )
        case .historyTitle: ("{name}: how the range for {year} has moved", "{name}：{year} 年预测区间的变化")
        case .historyLine: ("As thought after each year's published figures", "逐年纳入公布数据后的预测")
        case .oddsHistoryTitle: ("How the odds have moved", "达成概率的变化")
        case .oddsHistoryLine:
            ("Headline readings, after each year's published figures", "各目标主口径，逐年纳入公布数据后的概率")
        case .comparisonOddsTitle: ("Odds of the targets by scenario", "各情景下目标的达成概率")
        case .comparisonOddsLine:
            ("Headline readings at their deadlines, same members with the same luck", "主口径在期限年的概率，各情景成员相同")
        case .comparisonMediansTitle: ("How near the medians come to the goals", "各情景中位数与目标的差距")
        case .comparisonMediansLine:
            ("Median of the headline reading at its deadline as a percentage of the goal", "期限年主口径中位数占目标值的百分比")
        case .leversTitle: ("{name}: what each lever adds, {year}", "{name}：{year} 年各项工具的作用")
        case .leversLine:
            (
                "Means with P5–P95, against the same {members} members without levers",
                "均值与 P5–P95 区间，与同样 {members} 个成员无工具时比较"
            )

        case .fanText:
            (
                "Fan chart of {name}, {start} to {end}. In {year} the median is {median}, the range from P5 to P95 {range}; the goal is {goal}. Verdict: {verdict}, odds {odds}.",
                "{name}扇形图，{start}–{end} 年。{year} 年中位数为 {median}，P5–P95 区间为 {range}；目标为 {goal}。结论：{verdict}，概率 {odds}。"
            )
        case .latestText: (" Latest known figure: {value} in {year}.", "最新数据：{year} 年 {value}。")
        case .trackedText:
            (
                "Fan chart of {name}, {start} to {end}, with published figures. In {year} the median is {median}, the range from P5 to P95 {range}.",
                "{name}扇形图，{start}–{end} 年，附公布数据。{year} 年中位数为 {median}，P5–P95 区间为 {range}。"
            )
        case .themeText:
            (
                "Fan chart of the output of {name} against {start}. In {year} the median is {median} times as large, the range from P5 to P95 {range}.",
                "{name}产出相对 {start} 年的扇形图。{year} 年中位数为 {median} 倍，P5–P95 区间为 {range}。"
            )
        case .metByText:
            (
                "Steps from {start} to {end}: the odds of having met the goal of {name} rise from {first} to {last}.",
                "阶梯图，{start}–{end} 年：{name}达标的概率由 {first} 变为 {last}。"
            )
        case .oddsText: ("Bars of the odds of each target. {list}.", "各目标达成概率条形图。{list}。")
        case .oddsOfTarget: ("{name} {odds} ({verdict})", "{name} {odds}（{verdict}）")
        case .rankingText:
            (
                "Bars of {count} units of {name} by median output in {year}. The largest is {first} with {value}, range {range}.",
                "{year} 年{name}中 {count} 个单位按产出中位数排列的条形图。最大为{first}，{value}，区间 {range}。"
            )
        case .sectorsText:
            (
                "Stacked areas of output by sector from {start} to {end}. The largest in {end} are {list}.",
                "{start}–{end} 年分行业产出堆积图。{end} 年最大的为{list}。"
            )
        case .contributionsText:
            (
                "Waterfall of what sectors add to the growth of value added from {start} to {end}, {total} in all. The largest are {list}.",
                "{start}–{end} 年各行业对增加值增长的拉动，合计 {total}。最大的为{list}。"
            )
        case .driversText:
            ("Bars of the inputs that explain the spread of each outcome. {list}.", "各目标结果不确定性来源条形图。{list}。")
        case .driverOfTarget: ("{name}: {driver} {share}", "{name}：{driver} {share}")
        case .historyText:
            (
                "Ranges for {name} in {year}, one for each year of figures known. The median went from {first} to {last}; the goal is {goal}.",
                "{name} {year} 年预测区间，按已知数据年份排列。中位数由 {first} 变为 {last}；目标为 {goal}。"
            )
        case .oddsHistoryText: ("Steps of the odds of each target. {list}.", "各目标达成概率阶梯图。{list}。")
        case .comparisonText: ("Values of each target in each scenario. {list}.", "各情景下各目标的取值。{list}。")
        case .comparisonOfTarget: ("{name} from {base} to {alternatives}", "{name}由 {base} 变为 {alternatives}")
        case .leversText:
            ("Bars of what each lever adds to {name} in {year}. {list}.", "{year} 年各项工具对{name}的作用条形图。{list}。")
        case .leverOfOutcome: ("{name} {value}", "{name} {value}")

        case .sources: ("Sources: {list}.", "资料来源：{list}。")
        case .targetSource: ("target {source}", "目标 {source}")
        case .themeWeights: ("sector weights are judgement (U)", "行业权重为判断（U）")
        case .tableSource: ("input-output table of {year} ({file})", "{year} 年投入产出表（{file}）")
        case .projection:
            ("Projection: Milepost, {members} members, seed {seed}.", "预测：Milepost，{members} 个成员，种子 {seed}。")
        case .further: ("{count} more", "另 {count} 项")
        }
    }
}
