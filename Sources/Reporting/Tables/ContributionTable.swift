import Goals

/// What each sector adds to the growth of the region's value added.
enum ContributionTable {
    /// One row per year: growth of value added at current prices since the base year, in percent, and the points
    /// of it that each sector contributes, 100 (v_s,t − v_s,0) / Σ v_0. From means over the members, which unlike
    /// medians add up. nil without sectors.
    static func table(of result: ScenarioResult) -> DataTable? {
        let prefix = "Value Added|"
        let sectors = result.scenario.sectors.compactMap { sector in
            result.variables.first { $0.name == prefix + sector.name }
        }
        guard let total = result.variables.first(where: { $0.name == "Value Added" }), !sectors.isEmpty,
            sectors.count == result.scenario.sectors.count, let base = total.years.first?.summary?.mean, base > 0
        else { return nil }
        let fixed = ["year", "total"]
        let names = sectors.map { String($0.name.dropFirst(prefix.count)) }
        var table = DataTable(columns: fixed + DataTable.distinct(names, besides: fixed))
        for (index, year) in total.years.enumerated() {
            let points = ([total] + sectors).map { variable -> Double? in
                guard let first = variable.years.first?.summary?.mean, index < variable.years.count,
                    let now = variable.years[index].summary?.mean
                else { return nil }
                return 100 * (now - first) / base
            }
            table.append([.integer(year.year)] + points.map { .optional($0) })
        }
        return table
    }
}
