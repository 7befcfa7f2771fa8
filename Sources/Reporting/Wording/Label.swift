/// Texts of runs and comparisons, the ones that are asked for without the name of a catalogue; see ``Wording``.
enum Label: String, CaseIterable, Wording {
    // Verdicts and their scale
    case met, veryLikely, likely, open, unlikely, remote, verdictScale, qualityScale, aboutNote
    // Opening
    case title, readingsDisagree, readingsOfOne, readingsOfAll, disagreement, oneTarget, allTargets, noneGood, someGood,
        oneIs, manyAre, jointOdds
    case noTargets, noSharedTargets, fewMembers
    // Table of verdicts
    case target, goal, by, byOneOf, latestKnown, atDeadline, odds, verdict, headlineMark, modelled
    // Pace
    case pace, increase, sinceYear, needed, soFar, projected, eurostat, unitedNations, halfBy, paceNote
    case judgedIn, countChances
    // Published figures since the base year
    case covers, alsoPublished
    case sinceBaseYear, quantity, year, modelledMedian, published, place, inside, below, above
    case someInside, oneInside, allInside, noneInside, onlyInside, onlyOutside
    // Background
    case whatDecides, drives, unverified, explainedSpread, explainedByUnverified, restIsLuck, unexplained, assumptions,
        notices, warning, commitments
    case commitmentsNote, baseYear, baseYearMoved, imposed, residual, files, filesIn, inShort, verdictLine
    // Science and industry
    case loop, loopNote, scienceToIndustry, industryToScience, loopAdds
    // Judgements
    case judgements, judgementsNote, judgement, judgementMoves, judgementMove, judgementMoveMedian, judgementsTogether
    // Comparison
    case comparisonTitle, oddsRise, oddsFall, noClearChange, verdictChanges, verdictsStay, base, alternative, change
    case medianChange, pointsNote

    var texts: (english: String, chinese: String) {
        switch self {
        case .met: ("met", "已达成")
        case .veryLikely: ("very likely", "很可能")
        case .likely: ("likely", "较可能")
        case .open: ("open", "未定")
        case .unlikely: ("unlikely", "不太可能")
        case .remote: ("remote", "希望渺茫")
        case .verdictScale:
            (
                "Verdict by odds: very likely from 90%, likely from 66%, open from 33%, unlikely from 10%, remote below.",
                "按概率评定：很可能 ≥ 90%，较可能 ≥ 66%，未定 ≥ 33%，不太可能 ≥ 10%，其下为希望渺茫。"
            )
        case .qualityScale:
            (
                "Letter after the year: A read at the publisher, B in a reprint that names it, C weak or own arithmetic, U unverified.",
                "年份后的字母为数据质量：A 原始出处，B 注明出处的转载，C 较弱或自行推算，U 未核实。"
            )
        case .aboutNote: ("≈: met from 95% of the number on.", "≈：达到该数的 95% 即为达标。")
        case .title: ("{name} ({region}), {start} to {end}", "{name}（{region}），{start}–{end} 年")
        case .readingsDisagree:
            (
                "How a target is read decides its verdict for {count} of {total}:",
                "{total} 个目标中有 {count} 个的结论取决于口径："
            )
        case .readingsOfOne: ("How the target is read decides its verdict:", "目标的结论取决于口径：")
        case .readingsOfAll:
            ("How a target is read decides its verdict for all {total}:", "全部 {total} 个目标的结论都取决于口径：")
        case .disagreement: ("{target}: {verdicts}.", "{target}：{verdicts}。")
        case .oneTarget: ("The target is {verdict}: {odds}.", "目标结论：{verdict}（{odds}）。")
        case .allTargets: ("All {total} targets are {verdict}.", "全部 {total} 个目标：{verdict}。")
        case .noneGood: ("Of {total} targets, none is likely: {parts}.", "{total} 个目标中没有一个较可能达成：{parts}。")
        case .someGood:
            (
                "Of {total} targets, {parts}.",
                "{total} 个目标中，{parts}。"
            )
        case .oneIs: ("{count} is {verdict}", "{count} 个{verdict}")
        case .manyAre: ("{count} are {verdict}", "{count} 个{verdict}")
        case .jointOdds: ("Odds that all are met together: {odds}.", "全部同时达成的概率：{odds}。")
        case .noTargets:
            (
                "The scenario states no target with a number, so nothing is judged: what follows is where its economy goes.",
                "该情景没有量化目标，故不作评定；以下为其经济走势。"
            )
        case .noSharedTargets: ("The two scenarios have no target in common.", "两个情景没有共同的目标。")
        case .fewMembers:
            (
                "Members drawn: {members}, too few for odds and ranges; --members 10000 is usual.",
                "仅抽取 {members} 个成员，不足以估计概率和区间；一般用 --members 10000。"
            )

        case .target: ("Target", "目标")
        case .goal: ("Goal", "目标值")
        case .by: ("by {year}", "截至 {year} 年")
        case .byOneOf: ("by {year} ({range})", "截至 {year} 年（{range}）")
        case .latestKnown: ("Latest known", "最新数据")
        case .atDeadline: ("Median (P5–P95)", "中位数 (P5–P95)")
        case .odds: ("Odds", "概率")
        case .verdict: ("Verdict", "结论")
        case .headlineMark: (" (headline)", "（主口径）")
        case .modelled: ("model", "模型")

        case .pace: ("Pace, growth a year", "速度（年均增长）")
        case .sinceYear: ("from {year}", "自 {year} 年")
        case .increase: ("{number} a year", "每年 {number}")
        case .needed: ("Needed", "所需")
        case .soFar: ("So far", "迄今")
        case .projected: ("Projected", "预计")
        case .eurostat: ("Eurostat", "欧统局")
        case .unitedNations: ("UN 2023", "联合国 2023")
        case .halfBy: ("Half by", "半数达成")
        case .paceNote:
            (
                "Needed: from the latest known value on. So far: since the year of reference. Projected: the median, from the base year on. Half by: when half of all members have met the goal.",
                "所需：自最新数据起；迄今：自参照年起；预计：自基年起的中位数；半数达成：半数成员达标的年份。"
            )
        case .judgedIn: ("{target}, by the reading of the deadline: {list}.", "{target}，按不同期限：{list}。")
        case .countChances: ("{target}, chance of each number in {year}: {list}.", "{target}，{year} 年各数量的概率：{list}。")

        case .covers: ("{name}: {label}.", "{name}：{label}。")
        case .alsoPublished:
            ("{name}, {label}: {list}; shown, not compared.", "{name}，{label}：{list}；仅列示，未作比较。")
        case .sinceBaseYear: ("Since the base year", "基年以来")
        case .quantity: ("Quantity", "指标")
        case .year: ("Year", "年份")
        case .modelledMedian: ("Modelled median (P5–P95)", "模型中位数 (P5–P95)")
        case .published: ("Published", "公布值")
        case .place: ("Where", "所处位置")
        case .inside: ("inside", "区间内")
        case .below: ("below P5", "低于 P5")
        case .above: ("above P95", "高于 P95")
        case .someInside:
            (
                "{inside} of {total} published figures since {start} lie inside P5 to P95.",
                "{start} 年以来公布的 {total} 个数据中有 {inside} 个在 P5–P95 区间内。"
            )
        case .oneInside:
            (
                "1 of {total} published figures since {start} lies inside P5 to P95.",
                "{start} 年以来公布的 {total} 个数据中有 1 个在 P5–P95 区间内。"
            )
        case .allInside:
            (
                "All {total} published figures since {start} lie inside P5 to P95.",
                "{start} 年以来公布的 {total} 个数据都在 P5–P95 区间内。"
            )
        case .noneInside:
            (
                "None of the {total} published figures since {start} lies inside P5 to P95.",
                "{start} 年以来公布的 {total} 个数据都不在 P5–P95 区间内。"
            )
        case .onlyInside:
            (
                "The only published figure since {start} lies inside P5 to P95.",
                "{start} 年以来唯一公布的数据在 P5–P95 区间内。"
            )
        case .onlyOutside:
            (
                "The only published figure since {start} lies outside P5 to P95.",
                "{start} 年以来唯一公布的数据在 P5–P95 区间外。"
            )

        case .loop: ("Science and industry", "科技与产业互促")
        case .loopNote:
            (
                "What the loop adds to what levers do, same members: with less without. Without levers it adds nothing.",
                "该循环在政策杠杆之上增加的部分（成员相同，含该循环减去不含）；没有杠杆时为零。"
            )
        case .scienceToIndustry: ("R&D moves industry.", "科技带动产业。")
        case .industryToScience: ("Of this, output moves R&D.", "其中产业带动科技。")
        case .loopAdds:
            (
                "Value added {mean} in {year} (P5–P95 {low} to {high}; {money} on average).",
                "{year} 年增加值 {mean}（P5–P95 为 {low} 至 {high}；平均 {money}）。"
            )

        case .judgements: ("Judgements", "判断")
        case .judgementsNote:
            (
                "Without and with each of them, same members: odds, then medians at the deadline.",
                "分别为不含与含该判断（成员相同）：先概率，后期末中位数。"
            )
        case .judgement: ("{name} (because {because}). ", "{name}（理由：{because}）。")
        case .judgementMoves: ("It moves {list}.", "其影响：{list}。")
        case .judgementMove:
            (
                "{target} from {without} to {with} (median {medianWithout} to {medianWith})",
                "{target}由 {without} 变为 {with}（中位数由 {medianWithout} 变为 {medianWith}）"
            )
        case .judgementMoveMedian:
            (
                "{target} from a median of {medianWithout} to {medianWith}",
                "{target}的中位数由 {medianWithout} 变为 {medianWith}"
            )
        case .judgementsTogether: ("All together. ", "全部合计。")

        case .whatDecides: ("What decides it", "决定因素")
        case .drives: ("{target}: {list}.", "{target}：{list}。")
        case .unverified: (" (unverified)", "（未核实）")
        case .explainedSpread:
            ("All inputs together explain {share} of the spread", "全部数据合计解释 {share} 的不确定性")
        case .explainedByUnverified: (", the unverified ones {share}", "，其中未核实的解释 {share}")
        case .restIsLuck:
            (
                "; the rest is the luck of years, sectors and units, and what is drawn unit by unit.",
                "；其余来自年份、行业和单位的偶然波动，以及逐个单位抽取的数据。"
            )
        case .unexplained:
            ("no single input explains more than 5% of the spread", "没有单一数据解释 5% 以上的不确定性")
        case .assumptions: ("Assumptions", "主要假设")
        case .notices: ("To know", "须知")
        case .warning: ("Warning: {text}", "警告：{text}")
        case .commitments: ("No quantified target", "未量化的承诺")
        case .commitmentsNote: ("The programme gives no number; tracked, not judged.", "规划没有数字：跟踪但不评定。")
        case .baseYear: ("Base year", "基年")
        case .baseYearMoved:
            (
                "The table of {from} was moved to {to}: {imposed} margins imposed, {inferred} inferred, {residual} residual.",
                "{from} 年投入产出表更新到 {to} 年：给定 {imposed} 项，推算 {inferred} 项，余项 {residual} 项。"
            )
        case .imposed: ("Imposed: {list}.", "给定：{list}。")
        case .residual: ("Residual: {list}.", "余项：{list}。")
        case .files: ("Files", "文件")
        case .filesIn: ("{list} in {path}", "{list}，位于 {path}")

        case .inShort: ("In short", "结论")
        case .verdictLine: ("{target}, {goal}: {verdict}, {odds}", "{target}，{goal}：{verdict}，{odds}")
        case .comparisonTitle: ("{alternative} against {base}", "{alternative} 与 {base} 比较")
        case .oddsRise: ("The odds rise for {list}.", "概率上升：{list}。")
        case .oddsFall: ("The odds fall for {list}.", "概率下降：{list}。")
        case .noClearChange: ("No clear change for {list}.", "无明显变化：{list}。")
        case .verdictChanges: ("The verdict changes for {list}.", "结论改变：{list}。")
        case .verdictsStay: ("No verdict changes.", "结论均不变。")
        case .base: ("Base", "基准")
        case .alternative: ("Alternative", "替代")
        case .change: ("Change", "变化")
        case .medianChange: ("Median change (P5–P95)", "变化中位数 (P5–P95)")
        case .pointsNote:
            (
                "Odds above medians at the deadline. Change in points, ± one standard error of paired members; a change within two of them is not clear.",
                "上为概率，下为期末中位数。变化以百分点计，± 为配对成员的一个标准误；两倍标准误以内视为不明显。"
            )
        }
    }
}
