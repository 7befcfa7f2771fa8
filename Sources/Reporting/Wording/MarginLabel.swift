/// Totals of a table that is moved to the base year; see ``Wording``.
enum MarginLabel: String, CaseIterable, Wording {
    case valueAdded, output, intermediateUse, intermediateInputs, imports, inflow, outflow
    case ofControl, ofRest, ofRestOutside, outsideControls

    var texts: (english: String, chinese: String) {
        switch self {
        case .valueAdded: ("value added", "增加值")
        case .output: ("output", "总产出")
        case .intermediateUse: ("intermediate use", "中间使用")
        case .intermediateInputs: ("intermediate inputs", "中间投入")
        case .imports: ("imports", "进口")
        case .inflow: ("inflow", "国内流入")
        case .outflow: ("outflow", "国内流出")
        case .ofControl: ("{account} of {name}", "{name}{account}")
        case .ofRest: ("{account} of the rest of {name}", "{name}其余部分的{account}")
        case .ofRestOutside: ("{account} of the rest of the sectors outside the controls", "控制数以外行业其余部分的{account}")
        case .outsideControls: ("{account} outside the controls", "控制数以外行业的{account}")
        }
    }
}
