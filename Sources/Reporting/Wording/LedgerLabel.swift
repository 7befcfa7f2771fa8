/// What is said of forecasts on record and of their scores, in both languages; see ``Wording``.
enum LedgerLabel: String, CaseIterable, Wording {
    case recorded, recordedUnchanged, nothingToRecord
    case scoresTitle, nothingScored, oddsBetter, oddsWorse, oddsEqual, rangesHold, rangesNarrow, rangesWide
    case closerThanNoChange, furtherThanNoChange, fewScores, scoreCounts, unusedActual, whatCame, moreInScores
    case forecastMedian, goalMet, yes, no, byScenario, scenario, byLead, yearsAhead, reliability, forecasts, meanOdds
    case shareMet, baseRateNote, goals, brier, figures, insideMiddle, againstNoChange

    var texts: (english: String, chinese: String) {
        switch self {
        case .recorded: ("Recorded in {path}: {added} forecasts.", "已记入 {path}：{added} 项预测。")
        case .recordedUnchanged:
            (
                "Recorded in {path}: {added} forecasts; {unchanged} more say what the last ones there say.",
                "已记入 {path}：{added} 项预测；另有 {unchanged} 项与其中最近一次相同。"
            )
        case .nothingToRecord:
            (
                "Nothing to record in {path}: figures for all that was forecast are published already.",
                "{path} 无需记录：所有预测对象均已公布。"
            )
        case .scoresTitle: ("Forecasts in {path}, scored", "{path} 中预测的评分")
        case .nothingScored:
            ("No forecast can be scored yet: no figure answers any of them.", "尚无预测可评分：没有数据与之对应。")
        case .oddsBetter:
            (
                "Odds on {goals}: Brier score {brier}{error}, {share} better than even odds (0.25).",
                "{goals}的概率：Brier 评分 {brier}{error}，比对半概率（0.25）好 {share}。"
            )
        case .oddsWorse:
            (
                "Odds on {goals}: Brier score {brier}{error}, {share} worse than even odds (0.25).",
                "{goals}的概率：Brier 评分 {brier}{error}，比对半概率（0.25）差 {share}。"
            )
        case .oddsEqual:
            (
                "Odds on {goals}: Brier score {brier}{error}, not clearly different from even odds (0.25).",
                "{goals}的概率：Brier 评分 {brier}{error}，与对半概率（0.25）无明显差别。"
            )
        case .rangesHold:
            (
                "Ranges of {figures}: {share} lie inside P10 to P90, where {expected} should.",
                "{figures}的区间：{share} 在 P10–P90 内，应为 {expected}。"
            )
        case .rangesNarrow:
            (
                "Ranges of {figures} are too narrow: {share} lie inside P10 to P90, where {expected} should.",
                "{figures}的区间过窄：{share} 在 P10–P90 内，应为 {expected}。"
            )
        case .rangesWide:
            (
                "Ranges of {figures} are too wide: {share} lie inside P10 to P90, where {expected} should.",
                "{figures}的区间过宽：{share} 在 P10–P90 内，应为 {expected}。"
            )
        case .closerThanNoChange:
            (
                "Where a figure was known before ({count}), medians come {share} closer than that figure.",
                "中位数误差比沿用此前最近公布值小 {share}（{count} 个有此前数据）。"
            )
        case .furtherThanNoChange:
            (
                "Where a figure was known before ({count}), medians are {share} further off than that figure.",
                "中位数误差比沿用此前最近公布值大 {share}（{count} 个有此前数据）。"
            )
        case .fewScores:
            ("Fewer than {count}: too few to judge the forecasts by.", "少于 {count} 个，不足以评判预测。")
        case .scoreCounts:
            (
                "Of {total} forecasts {scored} are scored and {open} open; {superseded} gave way to a later one from as many years ahead.",
                "共 {total} 项预测：{scored} 项已评分，{open} 项待定；{superseded} 项被同样提前年数的较新预测取代。"
            )
        case .unusedActual:
            (
                "{place}: no forecast asks for {target} in {year}.", "{place}：没有预测涉及 {year} 年的 {target}。"
            )
        case .whatCame: ("What was said, what came", "预测与结果")
        case .moreInScores:
            ("{count} more are in scores.csv (--out).", "另有 {count} 项见 scores.csv（--out）。")
        case .forecastMedian: ("Forecast median (P5–P95)", "预测中位数 (P5–P95)")
        case .goalMet: ("Met", "达成")
        case .yes: ("yes", "是")
        case .no: ("no", "否")
        case .byScenario: ("By scenario", "按情景")
        case .scenario: ("Scenario", "情景")
        case .byLead: ("By years ahead", "按提前年数")
        case .yearsAhead: ("Years", "年数")
        case .reliability: ("Were the verdicts right?", "结论是否可靠")
        case .forecasts: ("Forecasts", "预测数")
        case .meanOdds: ("Mean odds", "平均概率")
        case .shareMet: ("Met", "达成比例")
        case .baseRateNote:
            (
                "Brier score {brier}; the share of the other goals that were met, as odds, would have scored {base}.",
                "Brier 评分 {brier}；若以其余目标的达成比例为概率，则为 {base}。"
            )
        case .goals: ("Goals", "目标数")
        case .brier: ("Brier", "Brier 评分")
        case .figures: ("Figures", "数据数")
        case .insideMiddle: ("In P10–P90", "P10–P90 内")
        case .againstNoChange: ("Against no change", "较不变预测")
        }
    }
}
