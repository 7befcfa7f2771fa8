/// What is said of satellites.
enum SatelliteLabel: String, CaseIterable, Wording {
    case heading, name, atYear, tableRegion, note

    var texts: (english: String, chinese: String) {
        switch self {
        case .heading: ("What goes with output", "随产出变动的指标")
        case .name: ("Satellite", "卫星账户")
        case .atYear: ("{year} median (P5–P95)", "{year} 年中位数 (P5–P95)")
        case .tableRegion:
            (
                "These are the figures of {region}, whose table drives this, not of the region of the scenario.",
                "以上为{region}的数据（其投入产出表驱动本情景），并非本情景所指地区的数据。"
            )
        case .note:
            (
                "Per unit of output as in the base year, but for a productivity that the scenario states; money at current prices.",
                "单位产出系数同基年，情景给出生产率的除外；金额按现价。"
            )
        }
    }
}
