/// What a result assumes; see ``Wording``.
enum AssumptionLabel: String, CaseIterable, Wording {
    case relativeGrowth, damped, currentPrices, constantPrices, observed, stated, noSource, carried, shocks, passThrough
    case impliedGrowth, sectorWeights, drift, driftShared, driftNotExtrapolated, driftTechnology

    var texts: (english: String, chinese: String) {
        switch self {
        case .relativeGrowth:
            (
                "Dominant assumption, relative growth of {group}: {size} a year above {reference}{damped} ({prices}).",
                "主导假设，{group}的相对增长：年均快于{reference} {size}{damped}（{prices}）。"
            )
        case .damped: (", each further year keeping {share} of it", "，此后每年保留其 {share}")
        case .currentPrices:
            ("current prices: changes of relative prices are part of it", "现价：含相对价格变动")
        case .constantPrices: ("constant prices", "不变价")
        case .observed:
            (
                "Observed {first} to {last}: {mean} ± {error} ({series}, {file}, {first} to {last}, {count} increments), shrunk toward wider experience.",
                "{first}–{last} 年实测：{mean} ± {error}（{series}，{file}，{first}–{last} 年，{count} 个增量），并向更广的经验收缩。"
            )
        case .stated: ("Estimated: {source}.", "估计依据：{source}。")
        case .noSource: ("no source is given", "未注明来源")
        case .carried: ("The difference is carried by {group} alone.", "差异仅由{group}承担。")
        case .shocks: ("Yearly shocks with an sd of {size} are added.", "另加标准差为 {size} 的年度冲击。")
        case .passThrough:
            (
                "{share} of a difference in demand arrives in relative value added, the rest with suppliers and in the reference itself; demand is scaled for that.",
                "需求差异的 {share} 体现为相对增加值，其余流向供应商和参照行业自身；需求已按此放大。"
            )
        case .impliedGrowth:
            (
                "All assumptions together: real value added of the region grows by {median} a year (P5 to P95: {low} to {high}) over {years}.",
                "各项假设合计：{years}内地区实际增加值年均增长 {median}（P5–P95：{low} 至 {high}）。"
            )
        case .sectorWeights:
            ("Sector weights of portfolio units are judgement and are not drawn.", "组合各单位的行业权重为判断，未作抽样。")
        case .drift:
            (
                "Sectors without a control of their own moved as in {from} ({first}) to {to} ({last}), relative to the economy{power}.",
                "没有单独控制数的行业相对于整体经济的变动取自 {from}（{first} 年）至 {to}（{last} 年）{power}。"
            )
        case .driftShared:
            (
                "; to the power {shared}/{span}, for the {shared} years that lie between the table ({table}) and {start}",
                "；取其 {shared}/{span} 次幂，对应投入产出表年份（{table}）与 {start} 年之间的 {shared} 年"
            )
        case .driftNotExtrapolated:
            (
                "; not extrapolated to the {years} years from {table} to {start}",
                "；未外推至 {table}–{start} 年的 {years} 年"
            )
        case .driftTechnology:
            ("Of the change of technology {share} was taken over.", "技术变动采用其 {share}。")
        }
    }
}
