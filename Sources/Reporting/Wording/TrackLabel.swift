/// What is said of published figures and of how they moved the odds.
enum TrackLabel: String, CaseIterable, Wording {
    case title, thought, prior, asOf, medians, came, nothingCame, year, figure, expected, published, surprise, moved
    case deviations, chance, floor, ceiling, nothingMoved
    case now, rose, fell, stayed
    case notUsed, builtIn, otherDefinition, afterTheEnd, noneKnown, health, contradictions
    case next, nextNote, nextRange, nextVerdict, nothingNext
    case learnedFrom, learnedFromOne, learnedIn

    var texts: (english: String, chinese: String) {
        switch self {
        case .title: ("{name} ({region}): how the odds have moved", "{name}（{region}）：概率如何变化")
        case .thought: ("What we thought, and think now: odds", "当时与现在的判断：概率")
        case .prior: ("prior {year}", "{year} 年先验")
        case .asOf: ("with {year}", "计入 {year} 年")
        case .medians: ("Median at the deadline (P5–P95)", "期末中位数（P5–P95）")
        case .came: ("What came", "公布的数据")
        case .nothingCame:
            (
                "No figure after the base year is learned from: give an observed series `learn: value`, and its figures will move the odds.",
                "没有可供学习的基年之后的数据：在 observed 序列中写 `learn: value`，其数据即会更新概率。"
            )
        case .year: ("Year", "年份")
        case .figure: ("Figure", "指标")
        case .expected: ("Expected (P5–P95)", "预期（P5–P95）")
        case .published: ("Published", "公布值")
        case .surprise: ("Surprise", "意外程度")
        case .moved: ("Moved the median", "中位数的变化")
        case .deviations: ("{number} sd", "{number} 倍标准差")
        case .chance: ("{chance} chance", "原概率 {chance}")
        case .floor: ("≥ {value}", "≥ {value}")
        case .ceiling: ("≤ {value}", "≤ {value}")
        case .nothingMoved: ("nothing much", "几乎没有")
        case .now: ("What we think now", "现在的判断")
        case .rose: ("{target}: up from {before} to {after}, {verdict}.", "{target}：由 {before} 升至 {after}，{verdict}。")
        case .fell:
            ("{target}: down from {before} to {after}, {verdict}.", "{target}：由 {before} 降至 {after}，{verdict}。")
        case .stayed:
            (
                "{target}: as before, {before} then and {after} now, {verdict}.",
                "{target}：与先前相当（{before} → {after}），{verdict}。"
            )
        case .notUsed: ("Known, but not learned from: {list}.", "已知但未用于学习：{list}。")
        case .builtIn: ("already in the prior", "先验已含")
        case .otherDefinition: ("counts something else since a break", "口径已变")
        case .afterTheEnd: ("after the last projected year", "晚于预测末年")
        case .noneKnown:
            (
                "No figure that could be learned from is known yet at this time (--as-of).",
                "在此时点（--as-of）尚无可供学习的数据。"
            )
        case .health:
            (
                "After the figures of {year} the {members} members are worth {effective} independent ones.",
                "计入 {year} 年数据后，{members} 个成员相当于 {effective} 个独立成员。"
            )
        case .contradictions:
            (
                "{count} of them, moved by the figures, contradicted the known start and were left out.",
                "其中 {count} 个经数据移动后与已知基年情况矛盾，已剔除。"
            )
        case .next: ("What to find out next", "下一步最值得查明的数据")
        case .nextNote:
            (
                "By how much one published figure would narrow the range of a target's outcome, on average.",
                "单个数据一经公布，平均可将目标结果的区间缩小多少。"
            )
        case .nextRange:
            (
                "{figure}, {year} (now {expected}): the range of {target} would shrink by {cut}",
                "{year} 年{figure}（目前估计 {expected}）可将“{target}”的区间缩小 {cut}"
            )
        case .nextVerdict:
            ("; {share} of what is open about its verdict would be settled", "，并消除其结论不确定性的 {share}")
        case .nothingNext: ("No single figure would narrow a target's range by 5% or more.", "没有单个数据能将目标区间缩小 5% 以上。")
        case .learnedFrom:
            (
                "The run has learned from {count} figures of {years}: `milepost track` says what each moved.",
                "本次运行已从 {years} 年的 {count} 个数据中学习；各数据的影响见 `milepost track`。"
            )
        case .learnedFromOne:
            (
                "The run has learned from one figure of {years}: `milepost track` says what it moved.",
                "本次运行已从 {years} 年的 1 个数据中学习；其影响见 `milepost track`。"
            )
        case .learnedIn:
            (
                "That the medians agree with them is no test; --prior-only holds them against what was thought before.",
                "因此中位数与之吻合不算检验；--prior-only 可与先验对照。"
            )
        }
    }
}
