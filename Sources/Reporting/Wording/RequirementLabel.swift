/// What is said of what a goal would take.
enum RequirementLabel: String, CaseIterable, Wording {
    case heading, line, needed, available, ratio, note, missing
    case investment, investmentAgainst, research, researchAgainst, satellite, satelliteAgainst
    case growth, sectors, whole, sector, land, landAgainst, landPerUnitAgainst, unit, units, otherUnit, otherUnits
    case economy, region, tableRegion, inTableRegion, largestUnit, rankedUnit
    case found, foundGrowth, foundRest, foundRestShrinks, foundNoRest, foundSector, foundUnit, foundUnits
    case foundUnitsWithEntry, foundOtherUnit, foundOtherUnits, foundTimes
    case needInvestment, needResearch, needSatellite, needLand, needLandPerUnit
    case ofInvestment, ofResearch, ofSatellite, ofSectors, perUnit

    var texts: (english: String, chinese: String) {
        switch self {
        case .heading: ("What it would take", "达到目标所需")
        case .line: ("What the goal takes, against what there is", "目标所需及对照")
        case .needed: ("Needed", "所需")
        case .available: ("Available", "可得")
        case .ratio: ("Ratio", "倍数")
        case .note:
            (
                "Medians (P5–P95), in the deadline year; investment as a mean a year, net of replacement. Shown: what binds, at 80% of what there is or more. A contradiction, marked !, asks at the median for more than the P95 of what there can be. Growth available is that within members: how uncertain the base is does not count as growth.",
                "中位数 (P5–P95)，期限年；投资为年均净投资，不含更新。列出达到可得 80% 及以上的约束；标 ! 者为矛盾：所需中位数超过可得的 P95。可得的增速为各成员自身的增速，基数的不确定性不计为增长。"
            )
        case .missing: ("Left out for want of keys: {list}.", "因缺少下列键而略去部分项目：{list}。")
        case .investment:
            ("Net investment a year, against all fixed capital formation of {region}", "年均净投资，对照{region}固定资本形成")
        case .investmentAgainst: ("Net investment a year, against {name}", "年均净投资，对照{name}")
        case .research: ("R&D, against all R&D of {region}", "研发经费，对照{region}研发经费")
        case .researchAgainst: ("R&D, against {name}", "研发经费，对照{name}")
        case .satellite: ("{satellite}, against that of all of {region}", "{satellite}，对照{region}")
        case .satelliteAgainst: ("{satellite}, against {name}", "{satellite}，对照{name}")
        default: others
        }
    }

    private var others: (english: String, chinese: String) {
        switch self {
        case .growth: ("Growth a year, against what is projected", "年均增速，对照预测")
        case .sectors:
            ("Output of its sectors{in}, the rest as in {year}", "{in}所属行业产值（其余部分保持 {year} 年水平）")
        case .whole: ("All of {whole}, the rest as in {year}", "{whole}总量（其余部分保持 {year} 年水平）")
        case .sector: ("Its part in {sector}, against all of that sector{in}", "其中{sector}，对照{in}该行业总产值")
        case .land: ("Land", "用地")
        case .landAgainst: ("Land, against {name}", "用地，对照{name}")
        case .landPerUnitAgainst: ("Land of one unit, against {name}, per unit", "单位平均用地，对照{name}（按单位平均）")
        case .unit: ("Size of the {unit}", "{unit}的规模")
        case .units: ("Number of units, against all that there can be", "单位数，对照可能的全部单位数")
        case .otherUnit: ("Size of the other unit, against the lowest threshold", "其余 1 个单位的规模，对照最低门槛")
        case .otherUnits:
            ("Mean size of the other {count} units, against the lowest threshold", "其余 {count} 个单位的平均规模，对照最低门槛")
        case .economy: ("the economy{in}", "{in}全部经济")
        case .region: ("the region", "全区域")
        case .tableRegion: ("{name}, whose table drives this", "{name}（其投入产出表驱动本情景）")
        case .inTableRegion: (" in {name}", "{name}的")
        case .largestUnit: ("largest unit", "最大单位")
        case .rankedUnit: ("{ordinal} largest unit", "第 {ordinal} 大单位")
        default: sides
        }
    }

    private var sides: (english: String, chinese: String) {
        switch self {
        case .needInvestment: ("the net investment needed", "所需净投资")
        case .needResearch: ("the R&D that goes with its output", "与其产出相应的研发经费")
        case .needSatellite: ("the figure for {satellite} that goes with its output", "与其产出相应的{satellite}")
        case .needLand: ("the land of its units", "其用地")
        case .needLandPerUnit: ("the land of one of its units", "其单位平均用地")
        case .ofInvestment: ("all fixed capital formation of {region}", "{region}固定资本形成")
        case .ofResearch: ("all R&D of {region}", "{region}研发经费")
        case .ofSatellite: ("that of all of {region}", "{region}总量")
        case .ofSectors: ("the output of its sectors{in}", "{in}所属行业产值")
        case .perUnit: ("{name}, per unit", "{name}（按单位平均）")
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
                "its part in {sector}, its units growing in proportion, would be {ratio} times the whole output of that sector{in}",
                "若各单位同比例增长，其中{sector}将为{in}该行业总产值的 {ratio} 倍"
            )
        case .foundUnits:
            (
                "it needs {needed} units above the threshold; there are only {available} units, and no entry",
                "需有 {needed} 个单位过门槛；仅有 {available} 个单位，且无新增"
            )
        case .foundUnitsWithEntry:
            (
                "it needs {needed} units above the threshold; there can be only {available}, with all that may enter",
                "需有 {needed} 个单位过门槛；计入可能的新增也仅有 {available} 个单位"
            )
        case .foundOtherUnit:
            (
                "met with the least numbers and sizes that the other targets name, it leaves {needed} {currency} to the other unit, {ratio} times the threshold of {available} that it is not counted above: the targets fit together only if the large units are well above their thresholds",
                "若其他目标恰按最低数量与规模达成，其余 1 个单位须达 {needed} {currency}，为其未计入的 {available} {currency}门槛的 {ratio} 倍：大单位须远高于各自门槛，各目标才能相容"
            )
        case .foundUnit:
            (
                "the {unit} has to reach {needed} {currency}; it had {start} in {year}, and is projected at {projected}, {high} at the P95",
                "{unit}须达到 {needed} {currency}；{year} 年为 {start}，预测为 {projected}，P95 为 {high}"
            )
        case .foundOtherUnits:
            (
                "met with the least numbers and sizes that the other targets name, it leaves {needed} {currency} on average to each of the other {count} units, {ratio} times the threshold of {available} that they are not counted above: the targets fit together only if the large units are well above their thresholds",
                "若其他目标恰按最低数量与规模达成，其余 {count} 个单位平均须达 {needed} {currency}，为其未计入的 {available} {currency}门槛的 {ratio} 倍：大单位须远高于各自门槛，各目标才能相容"
            )
        case .found: ("{target}: {finding}.", "{target}：{finding}。")
        default: preconditionFailure("\(self) has no text")
        }
    }
}
