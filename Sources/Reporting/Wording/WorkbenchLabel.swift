/// What is said of input-output tables, in both languages; see ``Wording``.
enum WorkbenchLabel: String, CaseIterable, Wording {
    case tableIs, ownUnit, sector, name, wrote, total, value, share, item, note, status, factor, moreInCSV
    // Inspection
    case inspectTitle, accountsHold, accountsFail, productive, regionalProductive, unproductive, totals
    case importedInputs, categoryNamed, noInventory, unexplainedValueAdded
    case findings, nothingOdd, whatIsOdd, check, ratio, inspectNote
    case rowImbalance, columnImbalance, negativeFlow, negativeFinalUse, negativeValueAdded, negativeSupplyShare
    case largeInventory, valueAddedRatio, noOutput
    case output, intermediateUse, valueAdded, export, outflow, imports, inflow, discrepancy
    // Balance
    case balanceTitle, balanceUnchanged, balanceFit, balanceHolds, balanceOpen, rowFactor, columnFactor, balanceNote
    // Update
    case updateTitle, updateAnswer, imposed, inferred, residual, quality, growthBySector, oldOutput, newOutput
    case updateNote, largestChange, sectorMarginNote, againstTitle, againstAnswer, againstNote, published
    case publishedMultiplier, newMultiplier
    // Aggregation
    case aggregateTitle, aggregateAnswer, members, outputMultiplier, before, after, aggregateNote
    // Regionalisation
    case regionalTitle, regionalAnswer, employment, outputBase, regionalTrust, regionalConstrained, quotient,
        suppliedInside, regionalNote
    case regionalTrialOfOutput, regionalTrialOfJobs, regionalUntried, regionalTrial, regionalChosen, regionalOutputs
    case regionalTrade, regionalLimits, regionalOfRegion
    // Multipliers
    case multiplierTitle, multiplierAnswer, multiplierAnswerTotal, multiplierTypeOne, multiplierTypeTwo
    case regionalOrigin, totalOrigin, ownFlows, reexports, income, jobs, tax, householdNote, householdIncome
    // Linkages
    case linkageTitle, linkageAnswer, noKeySector, backward, forward, spread, kind, key, backwardKind, forwardKind
    case weak, linkageNote, ghoshNote, leontiefNote
    // Extraction
    case extractTitle, extractAnswer, extractEachAnswer, loss, lossOfOthers, shareOfOutput, shareOfOwn
    case complete, backwardOnly, forwardOnly, forwardLeontief, eachSector
    // Decomposition
    case decomposeOutputTitle, decomposeValueAddedTitle, laterTable, decomposeAnswer, cause, contribution, ofChange
    case bySector, change, decomposeNote
    case valueAddedRatioCause, supplyShareCause, technologyCause, demandLevelCause, demandMixCause, externalSalesCause
    case ratioShort, supplyShort, technologyShort, levelShort, mixShort, salesShort

    var texts: (english: String, chinese: String) {
        switch self {
        case .tableIs: ("{path}: {count} sectors; money in {unit}.", "{path}：{count} 个部门，金额单位：{unit}。")
        case .ownUnit: ("the money unit of the file", "文件所用货币单位")
        case .sector: ("Sector", "部门")
        case .name: ("Name", "名称")
        case .wrote: ("Wrote {path}.", "已写入 {path}。")
        case .total: ("Total", "合计")
        case .value: ("Value", "数值")
        case .share: ("Of output", "占产出")
        case .item: ("Item", "项目")
        case .note: ("How", "说明")
        case .status: ("Status", "状态")
        case .factor: ("Factor", "倍数")
        case .moreInCSV: ("{count} more with --format csv.", "另有 {count} 项，见 --format csv。")
        default: workbenchTexts
        }
    }

    private var workbenchTexts: (english: String, chinese: String) {
        switch self {
        case .inspectTitle: ("Inspection of an input-output table", "投入产出表检查")
        case .accountsHold:
            (
                "All rows and columns add up to output (to 1e-6 of their entries).",
                "各行各列均与总产出相符（相对误差不超过 1e-6）。"
            )
        case .accountsFail:
            (
                "Not adding up to output: {rows} of {count} rows, {columns} of {count} columns. milepost table balance fits intermediate use to them.",
                "与总产出不符：{count} 行中的 {rows} 行，{count} 列中的 {columns} 列。可用 milepost table balance 调整中间使用。"
            )
        case .productive:
            (
                "Spectral radius of A (total use): {value}, below 1: the technology is productive.",
                "直接消耗系数矩阵 A（全部来源）谱半径 {value}，小于 1：技术可行。"
            )
        case .regionalProductive:
            ("Of inputs from the region itself: {value}.", "仅计本地供给的投入：{value}。")
        case .unproductive:
            (
                "Spectral radius of A (total use): {value}, not below 1: sectors use up more than they make.",
                "直接消耗系数矩阵 A（全部来源）谱半径 {value}，不小于 1：部门消耗超过产出。"
            )
        case .totals: ("Totals", "合计")
        case .findings: ("What is odd", "异常之处")
        case .nothingOdd: ("Nothing is odd.", "未见异常。")
        case .whatIsOdd: ("Oddity", "异常")
        case .check: ("Check", "检查")
        case .ratio: ("Ratio", "比率")
        case .inspectNote:
            (
                "Ratio: supply share 1 - (import + inflow) / use inside; inventory and value added over output. Inventory counts as odd beyond 5% of output, value added outside 0 to 1.",
                "比率：供给份额 1 -（进口 + 调入）/ 区内使用；存货变动、增加值均除以总产出。存货变动超过产出 5%、增加值率在 0 至 1 以外视为异常。"
            )
        case .rowImbalance: ("row does not add up", "行不平衡")
        case .columnImbalance: ("column does not add up", "列不平衡")
        case .negativeFlow: ("negative intermediate use", "中间使用为负")
        case .negativeFinalUse: ("negative final use", "最终使用为负")
        case .negativeValueAdded: ("negative value added", "增加值为负")
        case .negativeSupplyShare: ("import and inflow exceed use", "进口与调入超过使用")
        case .largeInventory: ("large inventory change", "存货变动过大")
        case .valueAddedRatio: ("value-added ratio outside 0 to 1", "增加值率超出 0 至 1")
        case .noOutput: ("no output", "无产出")
        case .unexplainedValueAdded: ("value added that no row explains", "增加值未说明")
        case .importedInputs: ("Imported inputs", "进口（调入）投入")
        case .categoryNamed: ("{name} (final use)", "{name}（最终使用）")
        case .noInventory:
            (
                "No category of final use is inventory change, so that large changes are not looked for; --inventory names one.",
                "最终使用中无存货变动项，故未检查其大小；可用 --inventory 指定。"
            )
        case .output: ("Output", "总产出")
        case .intermediateUse: ("Intermediate use", "中间使用")
        case .valueAdded: ("Value added", "增加值")
        case .export: ("Export", "出口")
        case .outflow: ("Outflow", "调出")
        case .imports: ("Import", "进口")
        case .inflow: ("Inflow", "调入")
        case .discrepancy: ("Discrepancy", "误差")
        default: transformationTexts
        }
    }

    private var transformationTexts: (english: String, chinese: String) {
        switch self {
        case .balanceTitle: ("Intermediate use fitted to totals", "中间使用按合计数调整")
        case .balanceUnchanged: ("The table has these totals already.", "该表已符合这些合计数。")
        case .balanceFit:
            (
                "{method} met all totals; passes: {iterations}, largest residual: {residual}.",
                "{method} 满足全部合计数；迭代 {iterations} 轮，最大残差 {residual}。"
            )
        case .balanceHolds: ("All rows and columns now add up to output.", "各行各列现均与总产出相符。")
        case .balanceOpen:
            (
                "Still not adding up to output: rows {rows}, columns {columns}: the totals given are not those of the accounts.",
                "仍与总产出不符：行 {rows}，列 {columns}；所给合计数与核算恒等式不一致。"
            )
        case .rowFactor: ("Row factor", "行乘数")
        case .columnFactor: ("Column factor", "列乘数")
        case .balanceNote:
            (
                "Factors r and s: each cell becomes r z s (RAS), a negative one z / (r s) (GRAS). Sectors whose factors move most come first.",
                "乘数 r、s：元素变为 r z s（RAS），负元素变为 z / (r s)（GRAS）。按变动大小排序。"
            )
        case .updateTitle: ("Table moved to new control totals", "按控制总数更新投入产出表")
        case .updateAnswer:
            (
                "Output is {output}, {growth} times the old table; value added {added}. RAS took {iterations} passes.",
                "总产出 {output}，为原表的 {growth} 倍；增加值 {added}。RAS 迭代 {iterations} 轮。"
            )
        case .imposed: ("imposed", "给定")
        case .inferred: ("inferred", "推断")
        case .residual: ("residual", "剩余")
        case .quality: ("Quality", "质量")
        case .growthBySector: ("Output by sector", "分部门产出")
        case .oldOutput: ("Old", "原表")
        case .newOutput: ("New", "新表")
        case .updateNote:
            (
                "Imposed: published, and met. Inferred: follows from an assumption. Residual: what is left when the others are met. What is inferred or left over is C at best, and no better than the controls that it follows from.",
                "给定：已公布并满足；推断：由假设得出；剩余：满足其他项后的余数。推断与剩余项的质量至多为 C，且不高于其所依据的控制数。"
            )
        case .sectorMarginNote:
            (
                "Status and quality are those of the sector's value added. --format csv or json has output, final use and trade of every sector as well.",
                "状态与质量为该部门增加值的状态与质量；--format csv 或 json 列出各部门总产出、最终使用与贸易。"
            )
        case .againstTitle: ("Against the published table {path}", "与公布表 {path} 比较")
        case .againstAnswer:
            (
                "Outputs are off by {output}, value added by {added}; type I output multipliers by {regional} (inputs from the region) and {total} (all inputs); cells of intermediate use by {cells}, final use by {final}, export and outflow by {sales}, imports and inflow by {purchases}.",
                "总产出误差 {output}，增加值 {added}；一类产出乘数 {regional}（区内投入）与 {total}（全部投入）；中间使用各格 {cells}，最终使用 {final}，出口与流出 {sales}，进口与流入 {purchases}。"
            )
        case .againstNote:
            (
                "Errors are sums of absolute differences over the sum of the published figures; multipliers are weighted by published output, and those in the table are of inputs from the region.",
                "误差为绝对差之和与公布值之和的比；乘数按公布总产出加权，表中为区内投入的乘数。"
            )
        case .published: ("Real", "公布")
        case .publishedMultiplier: ("Real multiplier", "公布乘数")
        case .newMultiplier: ("New multiplier", "新乘数")
        case .largestChange:
            (
                "The coefficient that moved most: input of {supplier} by {user}, from {before} to {after} per unit of output.",
                "变动最大的系数：{user}对{supplier}的消耗，每单位产出由 {before} 变为 {after}。"
            )
        case .aggregateTitle: ("Table with sectors taken together", "部门合并")
        case .aggregateAnswer:
            (
                "{before} sectors became {after}; all totals are kept.", "{before} 个部门合并为 {after} 个；各合计数不变。"
            )
        case .members: ("Sectors", "部门数")
        case .outputMultiplier: ("Multiplier", "乘数")
        case .before: ("Before", "合并前")
        case .after: ("After", "合并后")
        case .aggregateNote:
            (
                "Type I output multipliers of inputs from the region itself; before: mean of the members, weighted by output. The difference is the aggregation bias.",
                "本地投入的 I 型产出乘数；合并前为成员按产出加权的平均。两者之差为合并偏差。"
            )
        default: regionalTexts
        }
    }

    private var regionalTexts: (english: String, chinese: String) {
        switch self {
        case .regionalTitle: ("Regional table by {method}", "以 {method} 编制地区表")
        case .regionalAnswer:
            (
                "The region has {size} of the nation's {base}. It supplies {inside} of its use itself; {inflow} come from the rest of the country, {imports} from abroad.",
                "该地区占全国{base}的 {size}。区内使用中本地供给 {inside}，外省调入 {inflow}，进口 {imports}。"
            )
        case .regionalTrust:
            (
                "How far to trust it: technology, value-added ratios, the pattern of final use, and the shares of export and import are the nation's, not observed; single cells may be far off.",
                "可信程度：技术、增加值率、最终使用结构、进出口比重均取自全国，并非实测，单个元素可能相差很大。"
            )
        case .regionalTrialOfOutput:
            (
                "Trials: the tables of six Chinese provinces of 2017, made anew from China's and the provinces' true outputs. Type I output multipliers against their own tables:",
                "检验：以全国 2017 年表和各省实际总产出重新编制六省表，I 型产出乘数与各省原表比较："
            )
        case .regionalTrialOfJobs:
            (
                "Trials: the tables of six Chinese provinces of 2017, made anew from China's and compensation of employees in place of jobs. Type I output multipliers against their own tables:",
                "检验：以全国 2017 年表和劳动者报酬（代替就业）重新编制六省表，I 型产出乘数与各省原表比较："
            )
        case .regionalUntried: ("{method} itself was not tried; of its kind:", "{method} 本身未作检验；同类方法：")
        case .regionalTrial:
            (
                "{method}: off by {mean} on average, {least} to {most} by province. The error has a sign: whole tables came out between {lowest} and {highest}, by province.",
                "{method}：平均误差 {mean}，各省 {least} 至 {most}。误差有方向：各省整体偏差在 {lowest} 至 {highest} 之间。"
            )
        case .regionalChosen:
            ("Delta 0.1 was chosen on the same six tables.", "delta 0.1 即据这六张表选定。")
        case .regionalOutputs:
            (
                "Outputs follow from the nation's output per job here: in the trials they were off by {least} to {most}, and value added was {low} to {high} of the real.",
                "此处总产出按全国人均产出推算：检验中误差为 {least} 至 {most}，增加值为实际的 {low} 至 {high}。"
            )
        case .regionalTrade:
            (
                "Exports were {exportLow} to {exportHigh} times the real ones, imports {importLow} to {importHigh} times: put known trade in their place where you have it.",
                "出口为实际的 {exportLow} 至 {exportHigh} 倍，进口为 {importLow} 至 {importHigh} 倍：如有实际数据应予替换。"
            )
        case .regionalLimits:
            ("Other nations, years and sectors were not tried.", "其他国家、年份和部门分类未作检验。")
        case .regionalOfRegion:
            (
                "The table given has inflow itself, so that it is a region's: its share of inflow stays inflow.",
                "所给表本身有调入，系地区表：其调入份额仍计为调入。"
            )
        case .regionalConstrained:
            (
                "Output does not cover what the quotients say is supplied inside, so that inflow takes the difference: {list}.",
                "产出不足以满足区位商所示本地供给，差额计入调入：{list}。"
            )
        case .employment: ("employment", "就业")
        case .outputBase: ("output", "总产出")
        case .quotient: ("SLQ", "SLQ")
        case .suppliedInside: ("Own supply", "本地供给")
        case .regionalNote:
            (
                "SLQ: the sector's share in the region over its share in the nation. Own supply: share of the use of its product that the region makes. Sorted by output.",
                "SLQ：部门在地区的份额与其在全国份额之比。本地供给：该产品区内使用中本地生产的份额。按产出排序。"
            )
        case .multiplierTitle: ("Multipliers, type {type}", "{type} 型乘数")
        case .multiplierAnswer:
            (
                "Largest for output: {sector}, {value} units of output in the region per unit of final demand for its product.",
                "产出乘数最大：{sector}，每单位最终需求带动 {value} 单位总产出。"
            )
        case .multiplierAnswerTotal:
            (
                "Largest for output: {sector}, {value} units of output, wherever it is made, per unit of final demand for its product.",
                "产出乘数最大：{sector}，每单位最终需求在各地共带动 {value} 单位总产出。"
            )
        case .multiplierTypeOne:
            (
                "Type I: per unit of final demand for the sector's product, direct and indirect; households exogenous (simple multipliers w'L, Miller & Blair 2009, 6.2).",
                "I 型：对该部门产品每单位最终需求的直接与间接效应，居民部门外生（简单乘数 w'L，Miller & Blair 2009，6.2）。"
            )
        case .multiplierTypeTwo:
            (
                "Type II: per unit of final demand for the sector's product, with households spending what they earn (total multipliers, output of the sectors only; Miller & Blair 2009, 6.2).",
                "II 型：对该部门产品每单位最终需求的效应，含居民收入再支出（总乘数，仅计各部门产出；Miller & Blair 2009，6.2）。"
            )
        case .regionalOrigin:
            (
                "Inputs from the region itself: every user of a product buys the same share of it outside.",
                "仅计本地供给的投入：同一产品的各使用者外购比例相同。"
            )
        case .totalOrigin:
            (
                "Inputs whatever their origin: what the world would produce with this technology.",
                "计全部来源的投入：以该技术在全世界引起的产出。"
            )
        case .ownFlows:
            (
                "Inputs from the region itself: as the table has them; it holds own products only.",
                "本地投入：按表中数据，该表仅含本地产品。"
            )
        case .reexports:
            (
                "{path}: imports and inflow exceed the use of {list}; none of that use counts as the region's own, the excess as re-export out of outflow and export.",
                "{path}：{list} 的进口与调入超过使用；其使用均不计为本地供给，超出部分作为转口从调出和出口中扣除。"
            )
        case .income: ("Income", "收入")
        case .jobs: ("Jobs", "就业")
        case .tax: ("Tax", "税收")
        case .householdNote:
            (
                "Households earn the row {row} and spend the column {column}.", "居民收入取“{row}”行，消费取“{column}”列。"
            )
        case .householdIncome:
            (
                "They spend it out of all their income, {value} {unit}, not of that row alone.",
                "消费相对于全部收入 {value} {unit}，而非仅该行。"
            )
        default: linkageTexts
        }
    }

    private var linkageTexts: (english: String, chinese: String) {
        switch self {
        case .linkageTitle: ("Backward and forward linkages", "后向与前向关联")
        case .linkageAnswer: ("Key sectors, both above average: {list}.", "关键部门（两者均高于平均）：{list}。")
        case .noKeySector: ("No sector is above average in both.", "没有部门两者均高于平均。")
        case .backward: ("Backward", "后向")
        case .forward: ("Forward", "前向")
        case .spread: ("Spread", "离散")
        case .kind: ("Kind", "类型")
        case .key: ("key", "关键")
        case .backwardKind: ("backward", "后向")
        case .forwardKind: ("forward", "前向")
        case .weak: ("weak", "弱")
        case .linkageNote:
            (
                "Backward: column sums of the Leontief inverse over their mean. Spread: their coefficient of variation, small where the effect spreads evenly. 1 is average; sectors are not weighted by size.",
                "后向：列昂惕夫逆矩阵列和除以其平均。离散：列的变异系数，越小越均匀。1 为平均，不按规模加权。"
            )
        case .ghoshNote:
            (
                "Forward: row sums of the Ghosh inverse over their mean (supply-driven; Miller & Blair 2009, 12.2).",
                "前向：戈什逆矩阵行和除以其平均（供给驱动；Miller & Blair 2009，12.2）。"
            )
        case .leontiefNote:
            (
                "Forward: row sums of the Leontief inverse over their mean (Rasmussen 1957).",
                "前向：列昂惕夫逆矩阵行和除以其平均（Rasmussen 1957）。"
            )
        case .extractTitle: ("Hypothetical extraction of {sector}", "假设抽取：{sector}")
        case .extractAnswer:
            (
                "Output would be {loss} lower, {share} of all output; {others} of it in other sectors.",
                "总产出将减少 {loss}，占全部产出的 {share}；其中其他部门减少 {others}。"
            )
        case .extractEachAnswer:
            (
                "Every sector is extracted alone; {sector} matters most to the others.",
                "逐一抽取各部门；对其他部门影响最大的是{sector}。"
            )
        case .loss: ("Loss", "损失")
        case .lossOfOthers: ("In others", "其他部门")
        case .shareOfOutput: ("Of all output", "占总产出")
        case .shareOfOwn: ("Of own output", "占本部门产出")
        case .complete:
            (
                "Complete: the sector neither buys nor sells inside the region, and its final demand is gone (Miller & Lahr 2001).",
                "完全抽取：该部门在区内不买不卖，其最终需求也消失（Miller & Lahr 2001）。"
            )
        case .backwardOnly:
            (
                "Backward: the sector buys no inputs in the region; its own output stays (Dietzenbacher & van der Linden 1997).",
                "后向抽取：该部门不再购买区内投入，最终需求不变（Dietzenbacher & van der Linden 1997）。"
            )
        case .forwardOnly:
            (
                "Forward, Ghosh: the sector sells nothing to sectors of the region, itself included; primary inputs stay; supply-driven (Dietzenbacher & van der Linden 1997).",
                "前向抽取（戈什）：该部门不再向区内各部门（含自身）供货，初始投入不变，供给驱动（Dietzenbacher & van der Linden 1997）。"
            )
        case .forwardLeontief:
            (
                "Forward, Leontief: users take the sector's product from elsewhere, final demand stays (Miller & Lahr 2001).",
                "前向抽取（列昂惕夫）：使用者改由外部采购，最终需求不变（Miller & Lahr 2001）。"
            )
        case .eachSector: ("each sector", "各部门")
        default: decompositionTexts
        }
    }

    private var decompositionTexts: (english: String, chinese: String) {
        switch self {
        case .decomposeOutputTitle: ("What moved output between two tables", "两表之间总产出变动的分解")
        case .decomposeValueAddedTitle: ("What moved value added between two tables", "两表之间增加值变动的分解")
        case .laterTable: ("Compared with {path}.", "对比 {path}。")
        case .decomposeAnswer: ("The change is {change}, {growth} of the first table.", "变动 {change}，为前表的 {growth}。")
        case .cause: ("Cause", "原因")
        case .contribution: ("Contribution", "贡献")
        case .ofChange: ("Of change", "占变动")
        case .bySector: ("By sector", "分部门")
        case .change: ("Change", "变动")
        case .decomposeNote:
            (
                "Mean of the two polar forms (Dietzenbacher & Los 1998): the causes add up to the change. Tables at current prices: every contribution contains the change of prices.",
                "两极分解的平均（Dietzenbacher & Los 1998），各原因之和等于变动。表为现价，各项贡献均含价格变动。"
            )
        case .valueAddedRatioCause: ("Value added per unit of output", "增加值率")
        case .supplyShareCause: ("Share supplied by the region", "本地供给份额")
        case .technologyCause: ("Technology (input coefficients)", "技术（直接消耗系数）")
        case .demandLevelCause: ("Level of final use inside", "区内最终使用规模")
        case .demandMixCause: ("Mix of final use inside", "区内最终使用结构")
        case .externalSalesCause: ("Export and outflow", "出口与调出")
        case .ratioShort: ("VA ratio", "增加值率")
        case .supplyShort: ("Supply", "供给")
        case .technologyShort: ("Tech.", "技术")
        case .levelShort: ("Level", "规模")
        case .mixShort: ("Mix", "结构")
        case .salesShort: ("Sales", "外销")
        default: preconditionFailure("\(self) has no text")
        }
    }
}
