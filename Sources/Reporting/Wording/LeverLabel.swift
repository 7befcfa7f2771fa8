/// What is said of levers that were tried.
enum LeverLabel: String, CaseIterable, Wording {
    case title, opening, openingOne, judgements
    case target, open, reached, industry, level
    case lever, money, index, gap, odds, together, interaction
    case valueAdded, noMoney, moneyOfShare, moneyOfOutput, moneyOfCount, readings, note, researchNote,
        shiftNote

    var texts: (english: String, chinese: String) {
        switch self {
        case .title: ("{name}: what each lever adds", "{name}：各项政策工具的作用")
        case .opening:
            (
                "{count} levers, each alone and all together, against the same {members} members without any of them.",
                "{count} 项工具逐项及合并，与同样的 {members} 个成员在无任何工具时比较。"
            )
        case .openingOne:
            (
                "One lever, against the same {members} members without it.",
                "1 项工具，与同样的 {members} 个成员在无该工具时比较。"
            )
        case .judgements:
            (
                "The judgements {list} are part of the forecast and stay in all of them.",
                "判断项 {list} 属于预测本身，始终保留。"
            )
        case .target: ("{name}, {year}: goal {goal}", "{name}，{year} 年：目标 {goal}")
        case .open:
            (
                "Without levers {median} (median), a gap of {gap}; odds {odds}.",
                "无工具时中位数为 {median}，差距 {gap}；概率 {odds}。"
            )
        case .reached:
            (
                "Without levers {median} (median), which reaches the goal; odds {odds}.",
                "无工具时中位数为 {median}，已达目标；概率 {odds}。"
            )
        case .industry: ("{name}, {year}", "{name}，{year} 年")
        case .level: ("Without levers {median} (median).", "无工具时中位数为 {median}。")
        case .lever: ("Lever", "工具")
        case .money: ("Adds, {unit}", "增加（{unit}）")
        case .index: ("Index", "指数")
        case .gap: ("Of gap", "占差距")
        case .odds: ("Odds", "概率")
        case .together: ("All together", "合并")
        case .interaction: ("beyond their sum", "超出各项之和")
        case .valueAdded: ("Value added of the region", "地区增加值")
        case .noMoney:
            (
                "Where no size of an industry is published no amount can be said: points of an index that is 100 in {start}.",
                "无公布规模的产业无法给出金额：以 {start} 年为 100 的指数点。"
            )
        case .moneyOfShare: ("Money: value added of {group}.", "金额为{group}的增加值。")
        case .moneyOfOutput: ("Money: output of {group}.", "金额为{group}的总产出。")
        case .moneyOfCount: ("Money: total of {group}.", "金额为{group}的合计。")
        case .readings:
            ("Headline readings; other readings are in the CSV.", "仅列主口径；其他口径见 CSV。")
        case .researchNote:
            (
                "Knowledge raises volumes and lowers prices: by levers on R&D, what is measured at current prices moves less than volumes, and may fall.",
                "知识使实物量上升、价格下降：研发类工具对按现价计的指标影响小于对实物量的影响，甚至使其下降。"
            )
        case .shiftNote:
            (
                "Shifted investment is taken from nobody: only the displaced share that the scenario states is subtracted, so that what it adds errs high.",
                "转移的投资未从其他行业扣减：仅减去情景给定的替代比例，因而增加额偏高。"
            )
        case .note:
            (
                "Means with P5–P95 over the members, at current prices of the year. Of gap: the mean added over what the median without levers is short of the goal (of 95% of it where it is “about”). Odds in points, ± one standard error of paired members.",
                "为成员均值与 P5–P95，按当年现价计。占差距：增加的均值除以无工具时中位数与目标之差（“约”按其 95% 计）。概率变化以百分点计，± 为配对成员的一个标准误。"
            )
        }
    }
}
