/// What is said of what a goal would take.
enum RequirementLabel: String, CaseIterable, Wording {
    case heading, line, needed, available, ratio, note, missing
    case investment, investmentAgainst, research, researchAgainst, satellite, satelliteAgainst
    case growth, sectors, whole, sector, land, landAgainst, unit, otherUnits, economy
    case found, foundGrowth, foundRest, foundRestShrinks, foundNoRest, foundSector, foundUnit, foundOtherUnits
    case foundTimes, needInvestment, needResearch, needSatellite, needLand, ofInvestment, ofResearch, ofSatellite
    case ofSectors

    var texts: (english: String, chinese: String) {
        switch self {
        case .heading: ("What it would take", "达到目标所需")
        case .line: ("What the goal takes, of what there is", "目标所需及对照")
        case .needed: ("Needed", "所需")
        case .available: ("Available", "可得")
        case .ratio: ("Ratio", "倍数")
        case .note:
            (
                "Medians (P5–P95), in the deadline year; investment as a mean a year, net of replacement. Shown: what binds, at 80% of what there is or more. A contradiction, marked !, asks at the median for more than the P95 of what there can be.",
                "中位数 (P5–P95)，期限年；投资为年均净投资，不含更新。列出达到可得 80% 及以上的约束；标 ! 者为矛盾：所需中位数超过可得的 P95。"
            )
        case .missing: ("Left out for want of keys: {list}.", "因缺少下列键而略去部分项目：{list}。")
        case .investment: ("Net investment a year, of all fixed capital formation", "年均净投资，对照全区域固定资本形成")
        case .investmentAgainst: ("Net investment a year, of {name}", "年均净投资，对照{name}")
        case .research: ("R&D, of all R&D of the region", "研发经费，对照全区域研发经费")
        case .researchAgainst: ("R&D, of {name}", "研发经费，对照{name}")
        case .satellite: ("{satellite}, of all of the region", "{satellite}，对照全区域")
        case .satelliteAgainst: ("{satellite}, of {name}", "{satellite}，对照{name}")
        default: others
        }
    }

    private var others: (english: String, chinese: String) {
        switch self {
        case .growth: ("Growth a year, of what is projected", "年均增速，对照预测")
        case .sectors: ("Output of its sectors, the rest as in {year}", "所属行业产值（其余部分保持 {year} 年水平）")
        case .whole: ("All of {whole}, the rest as in {year}", "{whole}总量（其余部分保持 {year} 年水平）")
        case .sector: ("Its part in {sector}, of all of that sector", "其中{sector}，对照该行业总产值")
        case .land: ("Land", "用地")
        case .landAgainst: ("Land, of {name}", "用地，对照{name}")
        case .unit: ("Size of the {ordinal} largest unit", "第 {ordinal} 大单位的规模")
        case .otherUnits:
            ("Mean size of the other {count} units, of the lowest threshold", "其余 {count} 个单位的平均规模，对照最低门槛")
        case .economy: ("the economy", "全部经济")
        case .needInvestment: ("the net investment needed", "所需净投资")
        case .needResearch: ("the R&D that goes with its output", "与其产出相应的研发经费")
        case .needSatellite: ("{satellite} that goes with its output", "与其产出相应的{satellite}")
        case .needLand: ("the land of its units", "其用地")
        case .ofInvestment: ("all fixed capital formation of the region", "全区域固定资本形成")
        case .ofResearch: ("all R&D of the region", "全区域研发经费")
        case .ofSatellite: ("that of the whole region", "全区域")
        case .ofSectors: ("the output of its sectors", "所属行业产值")
        default: findings
        }
    }

    private var findings: (english: String, chinese: String) {
        switch self {
        case .foundTimes: ("{need} is {ratio} times {of}", "{need}为{of}的 {ratio} 倍")
        case .foundGrowth:
            (
                "it needs {needed} a year, more than the P95 of what is projected ({high})",
                "需年均增长 {needed}，超过预测的 P95（{high}）"
            )
        case .foundRest:
            (
                "if {whole} grows as projected and the goal is met, the rest of it is left with {rate} a year",
                "若{whole}按预测增长且目标达成，其余部分年均增长仅 {rate}"
            )
        case .foundRestShrinks:
            (
                "if {whole} grows as projected and the goal is met, the rest of it has to shrink, by {rate} a year",
                "若{whole}按预测增长且目标达成，其余部分须萎缩，年均 {rate}"
            )
        case .foundNoRest: ("the goal alone is more than {whole} is projected to be", "仅目标本身就超过{whole}的预测值")
        case .foundSector:
            (
                "its part in {sector}, its units growing in proportion, would be {ratio} times the whole output of that sector",
                "若各单位同比例增长，其中{sector}将为该行业总产值的 {ratio} 倍"
            )
        case .foundUnit:
            (
                "the {ordinal} largest unit has to reach {needed} 亿元; it had {start} in {year}, and is projected at {projected}, {high} at the P95",
                "第 {ordinal} 大单位须达到 {needed} 亿元；{year} 年为 {start}，预测为 {projected}，P95 为 {high}"
            )
        case .foundOtherUnits:
            (
                "met with the least numbers and sizes that the other targets name, it leaves {needed} 亿元 on average to each of the other {count} units, {ratio} times the threshold of {available} that they are not counted above: the targets fit together only if the large units are well above their thresholds",
                "若其他目标恰按最低数量与规模达成，其余 {count} 个单位平均须达 {needed} 亿元，为其未计入的 {available} 亿元门槛的 {ratio} 倍：大单位须远高于各自门槛，各目标才能相容"
            )
        default: ("{target}: {finding}.", "{target}：{finding}。")
        }
    }
}
