import Scenarios

/// What uncertain inputs are called; see ``Wording``. The English is that of files.
enum InputLabel: String, CaseIterable, Wording {
    case baseline, ownBaseline, relativeGrowth, relativeGrowthVolatility, productivity, growth, commonShocks,
        sectoralShocks
    case sectoralCorrelation, priceChange, lever, leverPart, science, researchDepreciation, researchIntensityOf
    case premium, volatility, sizeExponent, startingSize, entryAchieved
    // Parts
    case capacity, start, ramp, utilisation, probability, displaced, comesAbout, share, capitalOutput, budget, rate
    case depreciation, researchIntensity, relabelled, stockGrowth, elasticity, spillover, conversion, misuse
    case additionality, tradeResponse, researchCapitalGrowth, pricePassThrough, realShare

    var texts: (english: String, chinese: String) {
        switch self {
        case .baseline: ("baseline of {name}", "{name}的基年水平")
        case .ownBaseline: ("its own starting value", "自身的基年水平")
        case .relativeGrowth: ("relative growth: {name}", "{name}的相对增长")
        case .relativeGrowthVolatility: ("volatility of relative growth: {name}", "{name}相对增长的波动")
        case .productivity: ("productivity of {name}", "{name}的生产率")
        case .growth: ("growth of {name}", "{name}的增长")
        case .commonShocks: ("size of the common shock", "共同冲击的大小")
        case .sectoralShocks: ("size of sectoral shocks", "行业冲击的大小")
        case .sectoralCorrelation: ("correlation of sectoral shocks", "行业冲击的相关")
        case .priceChange: ("price change: {name}", "{name}的变动")
        case .lever: ("lever {name}", "工具“{name}”")
        case .leverPart: ("lever {name}: {part}", "工具“{name}”的{part}")
        case .science: ("science: {part}", "科技：{part}")
        case .researchDepreciation:
            ("science: depreciation of R&D capital, {name}", "科技：{name}研发资本折旧")
        case .researchIntensityOf: ("science: R&D over output, {name}", "科技：{name}研发强度")
        case .premium: ("premium of {name}", "{name}快于所属行业的增速")
        case .volatility: ("volatility of {name}", "{name}的波动")
        case .sizeExponent: ("size exponent of {name}", "{name}波动的规模指数")
        case .startingSize: ("starting size of {name}", "{name}的初始规模")
        case .entryAchieved: ("entry achieved by {name}", "{name}的新增完成率")
        default: parts
        }
    }

    private var parts: (english: String, chinese: String) {
        switch self {
        case .capacity: ("capacity", "产能")
        case .start: ("start", "投产年份")
        case .ramp: ("ramp", "爬坡期")
        case .utilisation: ("utilisation", "产能利用率")
        case .probability: ("probability", "建成概率")
        case .displaced: ("displaced share", "替代比例")
        case .comesAbout: ("comes about", "是否建成")
        case .share: ("share", "比例")
        case .capitalOutput: ("capital-output ratio", "资本产出比")
        case .budget: ("budget", "预算")
        case .rate: ("rate", "奖励比例")
        case .depreciation: ("depreciation", "折旧")
        case .researchIntensity: ("R&D intensity", "研发强度")
        case .relabelled: ("relabelled share", "虚报研发比例")
        case .stockGrowth: ("stock growth", "存量增长")
        case .elasticity: ("elasticity", "研发弹性")
        case .spillover: ("spillover", "溢出")
        case .conversion: ("conversion", "本地转化率")
        case .misuse: ("misuse", "挪用比例")
        case .additionality: ("additionality", "带动效应")
        case .tradeResponse: ("trade response", "贸易反应")
        case .researchCapitalGrowth: ("growth of R&D capital", "研发资本增长")
        case .pricePassThrough: ("price pass-through", "价格传导")
        case .realShare: ("real share of R&D", "真实研发比例")
        default: preconditionFailure("\(self) has no text")
        }
    }

    init(_ part: InputName.Part) {
        self =
            switch part {
            case .capacity: .capacity
            case .start: .start
            case .ramp: .ramp
            case .utilisation: .utilisation
            case .probability: .probability
            case .displaced: .displaced
            case .comesAbout: .comesAbout
            case .share: .share
            case .capitalOutput: .capitalOutput
            case .budget: .budget
            case .rate: .rate
            case .depreciation: .depreciation
            case .researchIntensity: .researchIntensity
            case .relabelled: .relabelled
            case .stockGrowth: .stockGrowth
            case .elasticity: .elasticity
            case .spillover: .spillover
            case .conversion: .conversion
            case .misuse: .misuse
            case .additionality: .additionality
            case .tradeResponse: .tradeResponse
            case .researchCapitalGrowth: .researchCapitalGrowth
            case .pricePassThrough: .pricePassThrough
            case .realShare: .realShare
            }
    }
}
