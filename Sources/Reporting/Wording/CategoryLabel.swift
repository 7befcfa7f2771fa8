/// Accounts of an input-output table as pages call them; raw values are their names in files. See ``Label``.
enum CategoryLabel: String, CaseIterable, Wording {
    case household, government, inventory, export, outflow, imports, inflow
    case fixedCapital = "fixed_capital"

    var texts: (english: String, chinese: String) {
        switch self {
        case .household: ("household", "居民消费")
        case .government: ("government", "政府消费")
        case .fixedCapital: ("fixed capital", "固定资本形成")
        case .inventory: ("inventory", "存货变动")
        case .export: ("export", "出口")
        case .outflow: ("outflow", "国内流出")
        case .imports: ("imports", "进口")
        case .inflow: ("inflow", "国内流入")
        }
    }
}
