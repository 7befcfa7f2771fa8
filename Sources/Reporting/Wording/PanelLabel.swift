/// What backtests and the outside view say, in both languages; see ``Wording``.
enum PanelLabel: String, CaseIterable, Wording {
    // Backtest
    case backtestTitle, backtestCases, backtestFigures, logarithms, asTheyAre, yearlyChanges, crossBreak, skipped
    case beats, even, loses, butLoses, losesToo, byShare, nothingMissed, alsoAgainst, against, intervals, fewIntervals
    case tooNarrow, littleNarrow, right, littleWide, tooWide
    case method, horizon, forecastCount, crps, error, scaled, logScore, hold, scoreBelow, ahead, oneAhead, oneYearAhead,
        tenths, scoreNote
    case allMethods, byHorizon
    case noChange = "no change"
    case drift
    case dampedTrend = "damped trend"
    case growthModel = "growth model"
    // Backtest of a scenario
    case ownForecast = "scenario"
    case ownPrior = "prior"
    case expectedAndCame, seriesName, madeIn, expectedRange, outcomeColumn, judgementNote, seriesLeftOut, tooFewFigures,
        schedule
    // Calibration
    case calibrationTitle, calibrationAnswer, calibrationRegionAnswer, calibrationGroup, calibrationRegions
    case calibrationQuantity, calibrationEstimate, calibrationError, calibrationGiven
    case groupTrend, groupDamping, groupSpread, groupRetention, groupCommon, groupPersistence, groupVolatility
    case groupShift, groupShiftSpread
    case calibrationRegion, calibrationLatest, calibrationTrend, calibrationPooled, calibrationVolatility
    case calibrationNext, calibrationForecast, calibrationNote
    case calibrationWindow, calibrationYears, calibrationMissing, calibrationAnnounced, calibrationOutliers
    // Outside view
    case outlookTitle, outlookAnswer, outlookNothing, ownStart, since, during, firstOfWindows, ofWindows, noWindows
    case period, windows, achievedIt, regions, independent, median, best, achievers, achiever, moreAchievers,
        comparable, anySize
    case nearSize, overlap, nobody
    // Outside view of a target
    case outsideView, othersDid, othersNote, targetNeeds, nothingComparable, oddsDisagree, shorterWindows

    var texts: (english: String, chinese: String) {
        switch self {
        case .backtestTitle: ("Backtest of {name}", "{name} 的回测")
        case .backtestCases:
            (
                "{count} forecasts of {regions} regions, made in {origins} for {horizons} ahead, with what was published by then.",
                "在 {origins}用当时已公布的数据对 {regions} 个地区作 {count} 次预测，提前 {horizons}。"
            )
        case .backtestFigures:
            (
                "{count} forecasts of {regions} published series, made in {origins} for {horizons} ahead, with what was published by then.",
                "在 {origins}用当时已公布的数据对 {regions} 个公布序列作 {count} 次预测，提前 {horizons}。"
            )
        case .yearlyChanges:
            (
                "Errors are in mean yearly changes of each series up to the base year.",
                "误差以各序列基年以前的年均变化为单位。"
            )
        case .logarithms:
            ("Values are logarithms: an error of 0.1 is about 10%.", "数值取对数：误差 0.1 约为 10%。")
        case .asTheyAre: ("Values are as in the file.", "数值与文件相同。")
        case .crossBreak:
            (
                "{count} of them reach across a new classification, whose shift is then part of the error.",
                "其中 {count} 次跨越口径变更，口径差异计入误差。"
            )
        case .skipped:
            ("{count} targets are left out: not every method could forecast them.", "另有 {count} 个目标未计入：并非每种方法都能预测。")
        case .beats: ("{method} beats {reference} by {share}", "{method}优于{reference} {share}")
        case .even: ("{method} does about as well as {reference} ({share})", "{method}与{reference}相当（{share}）")
        case .loses: ("{method} is worse than {reference} by {share}", "{method}劣于{reference} {share}")
        case .butLoses: (", but is worse than {list}", "，但劣于{list}")
        case .losesToo: (", and than {list}", "，也劣于{list}")
        case .byShare: ("{reference} by {share}", "{reference}（{share}）")
        case .nothingMissed:
            (
                "{method} cannot be held against {list}: none of them missed anything.",
                "{method}无法与{list}比较：它们没有任何误差。"
            )
        case .alsoAgainst: (" ({list})", "（{list}）")
        case .against: ("{reference} {share}", "{reference} {share}")
        case .intervals:
            (", intervals {width}: 80% intervals hold {held}", "，区间{width}：80% 区间涵盖 {held}")
        case .fewIntervals:
            (
                ", 80% intervals hold {held} of {total}; so few forecasts say little",
                "，80% 区间涵盖 {total} 次中的 {held} 次；预测太少，说明不了什么"
            )
        case .tooNarrow: ("too narrow", "过窄")
        case .littleNarrow: ("a little narrow", "略窄")
        case .right: ("about right", "适中")
        case .littleWide: ("a little wide", "略宽")
        case .tooWide: ("too wide", "过宽")
        case .method: ("Method", "方法")
        case .horizon: ("Years ahead", "提前年数")
        case .forecastCount: ("Forecasts", "预测数")
        case .crps: ("CRPS", "CRPS 评分")
        case .error: ("Absolute error", "绝对误差")
        case .scaled: ("MASE", "MASE 比例误差")
        case .logScore: ("Log score", "对数评分")
        case .hold: ("50/80/90% hold", "50/80/90% 区间涵盖")
        case .scoreBelow: ("CRPS below {reference}", "CRPS 低于{reference}")
        case .ahead: ("{first} to {last} years", "{first}–{last} 年")
        case .oneAhead: ("{years} years", "{years} 年")
        case .oneYearAhead: ("one year", "1 年")
        case .tenths:
            (
                "Outcomes by tenth of the forecast of {method}, 10% in each if it is calibrated: {list}.",
                "实际值落在{method}预测分布各十分位的比例（校准时各为 10%）：{list}。"
            )
        case .scoreNote:
            (
                "CRPS: distance of the whole forecast from what came, less is better. MASE: absolute error over the mean yearly change known at the time. ± is one standard error, from resampling whole regions.",
                "CRPS：整个预测分布与实际值的距离，越小越好。MASE：绝对误差除以当时已知的年均变化。± 为按地区重抽样的一个标准误。"
            )
        case .allMethods: ("All horizons together", "全部提前期")
        case .byHorizon: ("{method}, by years ahead", "{method}，按提前年数")
        case .noChange: ("no change", "维持不变")
        case .drift: ("drift", "历史平均增长")
        case .dampedTrend: ("damped trend", "衰减趋势")
        case .growthModel: ("growth model", "增长模型")
        case .calibrationTitle:
            ("Growth of {name}, {regions} regions, {first} to {last}", "{name} 的增长：{regions} 个地区，{first}–{last} 年")
        case .calibrationAnswer:
            (
                "The group grew by {growth} a year; a forecast keeps {damping} ± {error} of it each further year.",
                "整体年均增长 {growth}；预测时每多一年保留其 {damping} ± {error}。"
            )
        case .calibrationRegionAnswer:
            (
                "{region}: {growth} expected in {year}, yearly shocks of {volatility}; its trend is pulled {pooling} of the way to the group's.",
                "{region}：预计 {year} 年增长 {growth}，年度波动 {volatility}；其趋势向整体收缩 {pooling}。"
            )
        case .calibrationGroup: ("The group", "整体")
        case .calibrationRegions: ("Regions", "各地区")
        case .calibrationQuantity: ("Quantity", "参数")
        case .calibrationEstimate: ("Estimate", "估计值")
        case .calibrationError: ("Points", "百分点")
        case .calibrationGiven: ("given", "给定")
        case .groupTrend: ("Trend, growth a year", "趋势（年增长）")
        case .groupDamping: ("Damping: kept of the trend each further year", "衰减：每多一年保留的趋势")
        case .groupSpread: ("Regions' own trends around it, sd", "各地区趋势的离差")
        case .groupRetention: ("Kept of a region's own trend each year", "地区趋势每年的保留率")
        case .groupCommon: ("Common growth of a year, sd", "共同年度增长的离差")
        case .groupPersistence: ("Its correlation from year to year", "其逐年相关")
        case .groupVolatility: ("Yearly shock of a typical region, sd", "典型地区年度冲击的离差")
        case .groupShift: ("Shift at the break of {year}, no growth", "{year} 年口径变更的位移（非增长）")
        case .groupShiftSpread: ("Regions' own shifts of {year} around it, sd", "{year} 年各地区位移的离差")
        case .calibrationRegion: ("Region", "地区")
        case .calibrationLatest: ("Latest", "最新值")
        case .calibrationTrend: ("Trend", "趋势")
        case .calibrationPooled: ("Pooled", "收缩")
        case .calibrationVolatility: ("Shock", "冲击")
        case .calibrationNext: ("Next year", "下一年")
        case .calibrationForecast: ("{year}, P10–P90", "{year} 年 P10–P90")
        case .calibrationNote:
            (
                "± is one standard error in points. Trend: before damping. Pooled: how far the region's own trend is pulled to the group's. Shock: sd of a year. Next year: expected growth, without the shock.",
                "± 为一个标准误（百分点）。趋势：衰减前。收缩：地区趋势向整体收缩的程度。冲击：年度离差。下一年：不含冲击的预期增长。"
            )
        case .calibrationYears:
            (
                "Damping and common growth rest on {years} years; most of what is known of damping is the prior {mean} ± {deviation}.",
                "衰减与共同增长只有 {years} 年可依；对衰减的了解主要来自先验 {mean} ± {deviation}。"
            )
        case .calibrationWindow:
            (
                "Years before {first} are left out: the model looks at the last {count} that have values.",
                "{first} 年以前未计入：模型只看最近 {count} 个有数据的年份。"
            )
        case .calibrationMissing:
            (
                "No region has a value in {years}: a change across a gap counts as growth of as many years.",
                "{years} 年无任何数据：跨缺口的变化按所跨年数计为增长。"
            )
        case .calibrationAnnounced:
            (
                "A break in {years} lies ahead: its shift is unknown and makes forecasts across it wider.",
                "{years} 年将变更口径：位移未知，跨越它的预测更宽。"
            )
        case .calibrationOutliers:
            (
                "{count} growth rates stand out and count less than half, the most: {list}.",
                "{count} 个增长率异常，权重不到一半，最突出的：{list}。"
            )

        case .ownForecast: ("scenario", "情景")
        case .ownPrior: ("prior", "先验")
        case .expectedAndCame: ("What was expected and what came", "预期与实际")
        case .seriesName: ("Series", "序列")
        case .madeIn: ("From", "预测年份")
        case .expectedRange: ("Expected (P5–P95)", "预期 (P5–P95)")
        case .outcomeColumn: ("Came", "实际")
        case .judgementNote:
            (
                "“Scenario” has learned from the figures up to the year of the forecast, “prior” from none after the base year. Judgements of the scenario may have been made by someone who knew these figures.",
                "“情景”已学习截至预测年份的数据，“先验”只用基年及以前的数据。情景中的判断可能是在已知这些数据时作出的。"
            )
        case .seriesLeftOut: ("Not scored: {list}.", "未计入：{list}。")
        case .tooFewFigures:
            (" (fewer than two yearly changes up to the base year)", "（基年以前不足两次年度变化）")
        case .schedule: (" (stated by the scenario)", "（由情景直接给定）")

        case .outlookTitle: ("{name}: {growth} a year over {years}", "{name}：{years}内年均增长 {growth}")
        case .outlookAnswer:
            (
                "{growth} a year over {years}: {list}.", "{years}内年均增长 {growth}：{list}。"
            )
        case .outlookNothing:
            (
                "The panel has no comparable window of {years}.",
                "面板中没有可比的 {years}时段。"
            )
        case .ownStart: ("{region}: {name} of {value} in {year}.", "{region}：{year} 年 {name} 为 {value}。")
        case .since: ("since {first}", "{first} 年以来")
        case .during: ("in {first} to {last}", "{first}–{last} 年")
        case .firstOfWindows:
            (
                "achieved in {achieved} of {windows} comparable windows {period}",
                "{period}可比的 {windows} 个时段中 {achieved} 个达到"
            )
        case .ofWindows: ("{achieved} of {windows} {period}", "{period} {windows} 个中 {achieved} 个")
        case .noWindows: ("none comparable {period}", "{period}无可比时段")
        case .period: ("Period", "时期")
        case .windows: ("Windows", "时段数")
        case .achievedIt: ("Achieved it", "达到")
        case .regions: ("Regions", "地区数")
        case .independent: ("Without overlap", "不重叠")
        case .median: ("Median growth", "增长中位数")
        case .best: ("Best", "最高")
        case .achievers: ("Who achieved it", "哪些地区达到")
        case .achiever:
            (
                "{region}: {achieved} of {windows} windows, best {growth} a year from {start} to {end}",
                "{region}：{windows} 个时段中 {achieved} 个，最高为 {start}–{end} 年年均 {growth}"
            )
        case .moreAchievers: ("{count} more", "另有 {count} 个地区")
        case .comparable:
            (
                "Comparable: windows of exactly {years}, observed at both ends, with no new classification inside{size}.",
                "可比：恰好 {years}、两端都有数据、其间无口径变更的时段{size}。"
            )
        case .anySize: (", of any size", "，规模不限")
        case .nearSize:
            (
                ", starting with {name} between 1/{factor} and {factor} times {value}",
                "，起点的 {name} 在 {value} 的 1/{factor} 至 {factor} 倍之间"
            )
        case .overlap:
            (
                "Windows of one region overlap and share years with others: they are fewer cases than their number.",
                "同一地区的时段相互重叠，不同地区又共有年份：独立的案例少于时段数。"
            )
        case .nobody: ("Nobody.", "没有。")

        case .outsideView: ("Outside view", "外部视角")
        case .othersDid: ("{achieved} of {windows} did", "{windows} 例中 {achieved} 例")
        case .othersNote:
            (
                "Below a verdict: how many comparable windows of other years and regions had the growth that the goal needs.",
                "结论下方：其他年份和地区的可比时段中有多少达到目标所需的增长。"
            )
        case .targetNeeds:
            (
                "{target} needs {growth} a year from {start}: {list} ({measure}, {years}).",
                "{target}自 {start} 年起需年均增长 {growth}：{list}（{measure}，{years}）。"
            )
        case .shorterWindows:
            (
                " The panel has no windows of the {needed} that are left.",
                "面板中没有剩余 {needed}那样长的时段。"
            )
        case .nothingComparable: ("{target}: nothing comparable. {reason}", "{target}：没有可比对象。{reason}")
        case .oddsDisagree:
            (" The model's odds of {odds} disagree strongly with that.", "模型给出的概率 {odds} 与此严重不符。")
        }
    }
}

extension Language {
    /// `1 year`, `4 years`, `4 年`.
    func span(_ years: Int) -> String {
        self == .english ? "\(years) year\(years == 1 ? "" : "s")" : "\(years) 年"
    }

    /// The name of a forecasting method.
    func name(ofMethod method: String) -> String { PanelLabel(rawValue: method).map { text($0) } ?? method }
}
