/// What must be known beside a result; see ``Wording``.
enum NoticeLabel: String, CaseIterable, Wording {
    case readingsDisagree, readingVerdict, outsideViewDisagrees, missingBase, missingBaseRange, restatesInput
    case edgeOfVerdicts, remark, furtherSeries, figureInYear, reading
    case surprise, pricesUsed, shownOnly, knownUntil, nothingLearned
    case withinSectors, exceedsSector, restGrows, noRest, industryExceedsSector, transit, entrants, startingSizesKept
    case idleLever, startsInLastYear, knowledgeIsOff, noResearch, noResearchToRaise, conversionIsWhole
    case noResearchNorSpillover, award
    case incredibleGrowth, unstableDraws, balancingInventory, andMore, reexports
    case sobolPoints, sobolOthers, sobolUneven
    case unsharedTargets, differentStarts, sharedSeed, restsOnJudgements, differentGoals, goalBy

    var texts: (english: String, chinese: String) {
        switch self {
        case .readingsDisagree:
            (
                "the verdict on {target} hangs on its reading: {headline} (headline): {verdict}; {others}",
                "“{target}”的结论取决于口径：主口径“{headline}”为{verdict}；{others}"
            )
        case .readingVerdict: ("{reading}: {verdict}", "“{reading}”为{verdict}")
        case .outsideViewDisagrees:
            (
                "odds and outside view of {target} disagree strongly: the model gives {odds}, but {achieved} of {windows} comparable windows of {years} had the growth that it needs, {growth} a year",
                "“{target}”的概率与外部视角严重不符：模型给出 {odds}，而可比的 {windows} 个 {years}时段中有 {achieved} 个达到所需增速（年均 {growth}）"
            )
        case .missingBase:
            (
                "no figure for {target} has been published: its value of {year}, {value}{range}, is modelled",
                "“{target}”没有公布的数据：{year} 年的 {value}{range}为模型推算"
            )
        case .missingBaseRange: (" (P5 to P95: {low} to {high})", "（P5–P95：{low} 至 {high}）")
        case .restatesInput:
            (
                "{share} of the spread of {target} is one unverified input ({input}): its odds restate that judgement",
                "“{target}”的不确定性有 {share} 来自一项未核实的数据（{input}）：其概率只是复述这一判断"
            )
        case .edgeOfVerdicts:
            (
                "the odds of {target} lie at the edge of two verdicts ({low}, {high}): more members could turn one into the other",
                "“{target}”的概率处于两档结论（{low}、{high}）的边缘：增加成员数可能由一档变为另一档"
            )
        case .remark: ("{target}: {text}", "{target}：{text}")
        case .furtherSeries: ("{target}, {label}: {list}", "{target}，{label}：{list}")
        case .figureInYear: ("{value} in {year} ({quality})", "{year} 年 {value}（{quality}）")
        case .reading: ("{target} ({reading})", "{target}（{reading}）")
        case .surprise:
            (
                "{subject}, {year}: {value} lies {deviations} standard deviations from what was expected ({low} to {high}): look for an error in the figure or its definition, or a prior that is too narrow",
                "{year} 年{subject}：{value}，与预期（{low} 至 {high}）相差 {deviations} 倍标准差：请核查数据或口径是否有误，或先验是否过窄"
            )
        case .pricesUsed:
            ("published price changes of {years} are used: {list}", "采用 {years} 年公布的价格变动：{list}")
        case .shownOnly:
            (
                "other figures of years after {start} are shown as observed and not learned from: {list}",
                "{start} 年以后的其他数据仅作为实测值列示，未用于学习：{list}"
            )
        case .knownUntil: ("no published figure of a year after {year} is known", "不采用 {year} 年以后公布的数据")
        case .nothingLearned:
            (
                "no published figure is learned from, and no price change after {start} imposed: figures are only shown",
                "不从公布的数据中学习，也不采用 {start} 年以后的价格变动：数据仅列示"
            )
        default: others
        }
    }

    private var others: (english: String, chinese: String) {
        switch self {
        case .withinSectors:
            (
                "{portfolio}: below the output of its sectors in all members; {rest} (current prices)",
                "{portfolio}：在全部成员中均低于所属行业的总产出；{rest}（按现价）"
            )
        case .exceedsSector:
            (
                "{portfolio}: larger than the output of one of its sectors in some year up to {year}, which cannot be, in {share} of members, most often in {sector} ({often}); {rest} (current prices)",
                "{portfolio}：在 {share} 的成员中，到 {year} 年的某一年超过其某一所属行业的总产出，这不可能，最常见于{sector}（{often}）；{rest}（按现价）"
            )
        case .restGrows:
            ("the rest of its sectors is left with {growth} a year", "所属行业的其余部分年均增长 {growth}")
        case .noRest: ("no rest is left", "所属行业没有其余部分")
        case .industryExceedsSector:
            (
                "{theme}: the published size of {year} times its weight in {sector} is {ratio} times the output of that sector, which cannot be: the figure counts something else, or the weights are wrong",
                "{theme}：{year} 年公布的规模乘以其在{sector}的权重，为该行业总产出的 {ratio} 倍，这不可能：该数据口径不同，或权重有误"
            )
        case .transit:
            (
                "{theme} is {parts}, of which imports and inflow exceed local use: transit trade, or weak data, so that its index is weak as well",
                "{theme}含{parts}，其进口与流入超过本地使用：系转口贸易或数据薄弱，故其指数也较弱"
            )
        case .entrants:
            (
                "{portfolio}: entrants since {start} make up {share} of the total in {end} on average; {existing} of theirs is existing output listed anew",
                "{portfolio}：{start} 年以来的新增单位平均占 {end} 年合计的 {share}；其中 {existing} 为已有产出的重新列入"
            )
        case .startingSizesKept:
            (
                "starting sizes of {portfolio}: {share} of the draws agreed with what is known and were kept",
                "{portfolio}的初始规模：{share} 的抽样与已知情况相符而保留"
            )
        case .idleLever: ("lever {lever} does nothing: {reason}", "工具“{lever}”不起作用：{reason}")
        case .startsInLastYear:
            (
                "it starts in the last year, {year}, and what it changes shows from the year after on",
                "它在末年（{year} 年）才开始，而其作用自下一年起才显现"
            )
        case .knowledgeIsOff:
            (
                "`economy.science.science_to_industry` is false, so that R&D moves nothing",
                "`economy.science.science_to_industry` 为 false，研发不带动产业"
            )
        case .noResearch:
            (
                "no entry of `economy.science.intensity` holds any of {group}, so that it does no R&D",
                "`economy.science.intensity` 中没有任何一项包含{group}，故其没有研发"
            )
        case .noResearchToRaise: ("{reason} that could be raised", "{reason}可供提高")
        case .conversionIsWhole:
            (
                "`economy.science.conversion` is 100% in all members, so that nothing is left to raise",
                "`economy.science.conversion` 在全部成员中已为 100%，无可提高"
            )
        case .noResearchNorSpillover: ("{reason}, and nothing spills over to it", "{reason}，也没有溢出")
        case .award:
            (
                "lever {lever} pays {paid} a year: its budget limits it in {budget} of member-years, the cap of a single unit in {cap}, neither in {neither}",
                "工具“{lever}”年均支付 {paid}：{budget} 的成员年受预算限制，{cap} 受单个单位上限限制，{neither} 均不受限"
            )
        case .incredibleGrowth:
            (
                "real value added of the region would grow by {growth} a year, which no region keeps up: check the growth rates of the scenario",
                "地区实际增加值将年均增长 {growth}，没有地区能够保持：请核查情景中的增长率"
            )
        case .unstableDraws:
            (
                "science: {rejected} draws beside those of {members} members were rejected, because with them a gain in competitiveness would feed itself",
                "科技：除 {members} 个成员外，另有 {rejected} 次抽样被剔除，因其竞争力的提高会自我强化"
            )
        case .balancingInventory:
            (
                "inventory above 5% of output is a balancing item of the source and grows with outflow in: {list}",
                "下列行业的存货变动超过总产出的 5%，系原表的平衡项，随流出增长：{list}"
            )
        case .andMore: ("{list} and {count} more", "{list}，另有 {count} 个行业")
        case .reexports:
            (
                "imports and inflow exceed local use, so the excess counts as re-export, in: {list}",
                "下列行业的进口与流入超过本地使用，超出部分计为转口：{list}"
            )
        case .sobolPoints:
            (
                "what is drawn once per member, {count} numbers, comes from scrambled Sobol points; standard errors are those of independent members, as a rule larger than the error.",
                "每个成员抽取一次的 {count} 个数取自随机化 Sobol 点；标准误按独立成员计算，通常大于实际误差。"
            )
        case .sobolOthers: ("The other {count} are drawn independently.", "其余 {count} 个独立抽取。")
        case .sobolUneven:
            (
                "Points are spread most evenly when their number is a power of two, e.g. 1,024 or 16,384.",
                "点数为 2 的幂（如 1,024 或 16,384）时分布最均匀。"
            )
        case .unsharedTargets:
            ("only one of the two has the targets: {list}", "下列目标仅见于其中一个情景：{list}")
        case .differentStarts:
            (
                "the scenarios start in different years ({base}, {alternative}): volumes are in prices of different years",
                "两个情景的基年不同（{base}、{alternative} 年）：实物量按不同年份的价格计"
            )
        case .sharedSeed:
            (
                "all scenarios use the members and the seed of the base ({members}, {seed})",
                "各情景均采用基准情景的成员数和随机种子（{members}、{seed}）"
            )
        case .restsOnJudgements:
            (
                "what is compared rests on the judgements {list}: `milepost run` shows how far each moves the targets",
                "所比较的结果包含判断项 {list}：各判断对目标的影响见 `milepost run`"
            )
        case .differentGoals:
            (
                "the goal of {target} differs: {base} in the base, {alternative} in the alternative",
                "“{target}”的目标值不同：基准为 {base}，替代为 {alternative}"
            )
        case .goalBy: ("{goal} by {year}", "{year} 年 {goal}")
        default: preconditionFailure("\(self) has no text")
        }
    }
}
