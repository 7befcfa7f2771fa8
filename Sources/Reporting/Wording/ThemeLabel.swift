/// What is said of named industries.
enum ThemeLabel: String, CaseIterable, Wording {
    case openingOne, opening, doublingOdds, doublingOddsWeak, doublingOddsSound, numbersElsewhere
    case heading, industry, growth, volume, index, size, odds
    case noTarget, besideTargets, othersNoTarget, note, doubling, doublingInvestment, doublingInvestmentOne, noSize,
        noSizeOfOthers, sizes, sizeItem, sizeFloorItem
    case elsewhere, elsewhereNote, figures, figure, floor, aim, aimFromFloor, aimIndex
    case leaning, leaningNote, leansOn, supplier

    var texts: (english: String, chinese: String) {
        switch self {
        case .openingOne:
            (
                "The programme states no target with a number, so nothing is judged. If {name} grows as its sectors do, that is {growth} a year at current prices to {end}.",
                "规划没有量化目标，故不作评定。若{name}随所属行业增长，到 {end} 年按现价年均增长 {growth}。"
            )
        case .opening:
            (
                "The programme states no target with a number, so nothing is judged. If the {count} named industries grow as their sectors do, that is from {low} ({slowest}) to {high} a year ({fastest}) at current prices to {end}.",
                "规划没有量化目标，故不作评定。若点名的 {count} 个产业随所属行业增长，到 {end} 年按现价年均增长 {low}（{slowest}）至 {high}（{fastest}）。"
            )
        case .doublingOdds:
            (
                "To double by {end} takes {needed} a year; the best odds of that are {odds} ({likeliest}).",
                "到 {end} 年翻番需年均增长 {needed}；最高概率为 {odds}（{likeliest}）。"
            )
        case .doublingOddsWeak:
            (
                "To double by {end} takes {needed} a year; the best odds of that are {odds} ({likeliest}), but they rest on a weak part of the table: {weak}, of which imports and inflow exceed local use.",
                "到 {end} 年翻番需年均增长 {needed}；最高概率为 {odds}（{likeliest}），但其所依的数据薄弱：{weak}，进口与流入超过本地使用。"
            )
        case .doublingOddsSound:
            ("Of the others the best are {odds} ({likeliest}).", "其余产业中最高为 {odds}（{likeliest}）。")
        case .numbersElsewhere:
            ("Numbers that others state stand beside the commitments.", "他处公布的数字列于各项承诺之旁。")
        case .heading: ("Named industries, {start} to {end}", "点名产业，{start}–{end} 年")
        case .industry: ("Industry", "产业")
        case .growth: ("Growth a year", "年均增长")
        case .volume: ("Volume", "实际量")
        case .index: ("Index {end}", "{end} 指数")
        case .size: ("{end}, {unit}", "{end} 年（{unit}）")
        case .odds: ("Doubles", "翻番")
        case .noTarget: ("No quantified target.", "没有量化目标。")
        case .besideTargets:
            (
                "Targets are judged above ({list}), by their own units; here the mix of sectors stands alone.",
                "目标（{list}）已在上文按其自身单位评定；此处只看行业组合。"
            )
        case .othersNoTarget: ("The others have no quantified target.", "其余没有量化目标。")
        case .note:
            (
                "Growth and index ({start} = 100) at current prices, median (P5–P95), if an industry grows as its sectors do: what it gains inside a sector is not in it. Volume: the same growth without prices. Weights of sectors are judgement (U).",
                "增长与指数（{start} 年 = 100）按现价计，为中位数 (P5–P95)，假定产业随所属行业增长，不含其在行业内份额的上升；实际量为剔除价格后的增长；行业权重为判断（U）。"
            )
        case .doublingInvestment:
            (
                "Net investment that goes with doubling, a year, of the industry's output in {start}: {low} ({lowest}) to {high} ({highest}) at the central capital-output ratio, {less} to {more} times that at its P5 and P95.",
                "翻番所需年均净投资占 {start} 年产出的比重：{low}（{lowest}）至 {high}（{highest}），按资本产出比中值；取其 P5、P95 时为上述的 {less} 至 {more} 倍。"
            )
        case .doublingInvestmentOne:
            (
                "Net investment for {lowest} to double, a year, of its output in {start}: {low} at the central capital-output ratio, {less} to {more} times that at its P5 and P95.",
                "{lowest}翻番所需年均净投资占 {start} 年产出的比重：{low}，按资本产出比中值；取其 P5、P95 时为上述的 {less} 至 {more} 倍。"
            )
        case .doubling: ("To double by {end} takes {needed} a year.", "到 {end} 年翻番需年均增长 {needed}。")
        case .noSize:
            (
                "No size of any of them is published: an index is all that can be said.",
                "均无公布的规模，只能给出指数。"
            )
        case .noSizeOfOthers:
            ("No size of the others is published: an index is all that can be said.", "其余均无公布的规模，只能给出指数。")
        case .sizes:
            (
                "Published sizes, moved by the index: {list}. Of the others (–) none is published: an index is all that can be said.",
                "公布的规模（按指数推算）：{list}。其余（–）无公布规模，只能给出指数。"
            )
        case .sizeItem: ("{name} {value} in {year} ({quality})", "{year} 年{name} {value}（{quality}）")
        case .sizeFloorItem:
            ("{name} more than {value} in {year} ({quality})", "{year} 年{name}超过 {value}（{quality}）")
        case .elsewhere: ("Elsewhere: {list}.", "另有：{list}。")
        case .elsewhereNote:
            (
                "What follows \"elsewhere\" is stated by others than the programme: shown, neither judged nor learned from.",
                "“另有”之后的数字并非出自该规划：仅列示，不评定，也不用于学习。"
            )
        case .figures: ("{label}: {list}", "{label}：{list}")
        case .figure: ("{value} in {year} ({quality})", "{year} 年 {value}（{quality}）")
        case .floor: ("more than {value} in {year} ({quality})", "{year} 年超过 {value}（{quality}）")
        case .aim:
            (
                "{name}, {label}: {figure}. From the size of {start} that takes {needed} a year.",
                "{name}，{label}：{figure}。自 {start} 年规模起需年均增长 {needed}。"
            )
        case .aimFromFloor:
            (
                "{name}, {label}: {figure}. From the size of {start}, which is a floor, that takes up to {needed} a year.",
                "{name}，{label}：{figure}。{start} 年规模为下限，自此最多需年均增长 {needed}。"
            )
        case .aimIndex:
            (
                "The index gives {median} ({low}–{high}) {unit} in {year}.",
                "按指数推算，{year} 年为 {median}（{low}–{high}）{unit}。"
            )
        case .leaning: ("What they lean on", "依托的行业与投入")
        case .leaningNote:
            (
                "Sectors by weight. Then what a yuan of demand for its products takes as inputs, directly and through all suppliers, the largest first, and how much of them comes from outside the region.",
                "先列行业权重，再列每元产品需求直接和经各级供应商间接消耗的主要投入，及其来自区域外的比例。"
            )
        case .leansOn:
            (
                "{ids} {name}: {sectors}. Takes {suppliers}. Of the yuan {share} leaves the region as imports and inflow.",
                "{ids} {name}：{sectors}。消耗{suppliers}。每元需求中 {share} 以进口和省外流入形式流出本地区。"
            )
        case .supplier: ("{name} {amount} ({share} from outside)", "{name} {amount}（外来 {share}）")
        }
    }
}
