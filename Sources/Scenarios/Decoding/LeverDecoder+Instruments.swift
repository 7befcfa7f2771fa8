extension LeverDecoder {
    func investmentShift(_ group: String) -> Lever.Effect? {
        let standard = "fixed_capital"
        if node["category"] == nil, let table, !EconomyDecoder.categories(table).contains(standard) {
            context.log.error(
                node.location, "the table has no category \"\(standard)\", expected the key \"category\"",
                suggestion: "give one of \(list(EconomyDecoder.categories(table)))")
            return nil
        }
        guard let category = node["category"] == nil ? standard : category(node["category"]),
            let share = uncertain("share"), let capitalOutput = uncertain("capital_output"),
            let displaced = uncertain("displaced")
        else { return nil }
        return .investmentShift(
            InvestmentShift(
                group: group, category: category, share: share, capitalOutput: capitalOutput, displaced: displaced))
    }

    func researchAward(_ portfolio: String) -> Lever.Effect? {
        let caps = (node["cap"]?.items ?? node["cap"].map { [$0] } ?? []).map { context.quantity($0, .money) }
        guard !caps.isEmpty, !caps.contains(nil), let budget = uncertain("budget"), let rate = uncertain("rate"),
            let intensity = uncertain("intensity"), let misuse = uncertain("misuse"),
            let additionality = uncertain("additionality"), let relabelled = uncertain("relabelled"),
            let elasticity = uncertain("elasticity"), let depreciation = uncertain("depreciation"),
            let stockGrowth = uncertain("stock_growth"), let tradeResponse = uncertain("trade_response")
        else { return nil }
        return .researchAward(
            ResearchAward(
                portfolio: portfolio, cap: caps.reduce(0) { $0 + ($1 ?? 0) }, budget: budget, rate: rate,
                intensity: intensity, misuse: misuse, additionality: additionality, relabelled: relabelled,
                elasticity: elasticity, depreciation: depreciation, stockGrowth: stockGrowth,
                tradeResponse: tradeResponse))
    }
}
