/// Accounts of an input-output table as pages call them; raw values are their names in files. See ``Label``.
enum CategoryLabel: String, CaseIterable, Wording {
    case household, government, inventory, export, outflow, imports, inflow
    case compensation, depreciation
    case fixedCapital = "fixed_capital"
    case productionTaxes = "production_taxes"
    case operatingSurplus = "operating_surplus"

    var texts: (english: String, chinese: String) {
        switch self {
        case .compensation: ("compensation of employees", "劳动者报酬")
        case .depreciation: ("depreciation", "固定资产折旧")
        case .productionTaxes: ("production taxes", "生产税净额")
        case .operatingSurplus: ("operating surplus", "营业盈余")
        case .household: ("household consumption", "居民消费")
        case .government: ("government consumption", "政府消费")
        case .fixedCapital: ("fixed capital formation", "固定资本形成")
        case .inventory: ("inventory change", "存货变动")
        case .export: ("export", "出口")
        case .outflow: ("outflow", "国内流出")
        case .imports: ("imports", "进口")
        case .inflow: ("inflow", "国内流入")
        }
    }
}
