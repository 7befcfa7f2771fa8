/// What is said of small charts, of what changes between scenarios and of work under way; see ``Label``.
enum TerminalLabel: String, Wording {
    case pathsHeading, pathsLegend
    case changesHeading, quantity, changesNote, noChanges
    case sectorOutput, groupValueAdded, regionValueAdded, portfolioOutput, knowledge, knowledgeOf, themeIndex
    case membersRate, originsDone, left, learning, finishing, working, seconds, minutes, hours

    var texts: (english: String, chinese: String) {
        switch self {
        case .pathsHeading: ("Where it is heading, and the path that reaches the goal", "预测走势与达标路径")
        case .pathsLegend:
            (
                "{median} median, {inner} P25–P75, {outer} P5–P95, {required} path that just reaches the goal, {observed} published.",
                "{median} 中位数，{inner} P25–P75，{outer} P5–P95，{required} 恰好达标的路径，{observed} 公布值。"
            )
        case .changesHeading: ("What changes most by {year}", "{year} 年变化最大的指标")
        case .quantity: ("Quantity", "指标")
        case .changesNote:
            (
                "Medians in {year} and of the difference between paired members, by change in percent: {shown} of {count} that change by 0.1% or more. Sectors and parts of the economy under 0.5% of its output or value added are left out; with --out, comparison.csv has all.",
                "{year} 年中位数；差值取自配对成员；按变化幅度排序，变化 0.1% 及以上的 {count} 项中列出 {shown} 项。产值或增加值占比不足 0.5% 的行业和分组未列入；使用 --out 时，comparison.csv 列出全部指标。"
            )
        case .noChanges:
            (
                "By {year} no sector, portfolio or part of the economy that makes up 0.5% of it or more changes by 0.1%.",
                "到 {year} 年，占比 0.5% 及以上的行业、分组和各组合的变化均不足 0.1%。"
            )
        case .sectorOutput: ("Output: {name}", "产值：{name}")
        case .groupValueAdded: ("Value added: {name}", "增加值：{name}")
        case .regionValueAdded: ("Value added of the region", "地区增加值")
        case .portfolioOutput: ("Total output: {name}", "总产值：{name}")
        case .knowledge: ("R&D capital over its reference path", "研发资本存量与参照路径之比")
        case .knowledgeOf: ("R&D capital over its reference path: {name}", "研发资本存量与参照路径之比：{name}")
        case .themeIndex: ("Output index: {name}", "产值指数：{name}")
        case .membersRate: ("{rate} members/s", "每秒 {rate} 个成员")
        case .originsDone: ("{done} of {total} origins", "已完成 {done}/{total} 个预测起点")
        case .left: ("{time} left", "剩余 {time}")
        case .learning: ("learning from published figures", "正在学习公布数据")
        case .finishing: ("finishing", "正在汇总")
        case .working: ("at work", "正在计算")
        case .seconds: ("{s} s", "{s} 秒")
        case .minutes: ("{min} min {s} s", "{min} 分 {s} 秒")
        case .hours: ("{h} h {min} min", "{h} 小时 {min} 分")
        }
    }
}
