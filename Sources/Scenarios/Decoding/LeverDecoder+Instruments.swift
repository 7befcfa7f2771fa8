extension LeverDecoder {
    func investmentShift(_ group: String) -> Lever.Effect? {
        let standard = "fixed_capital"
        // What the region itself buys: export and outflow are no investment, and inventory follows output.
        let domestic = table?.domesticFinalUse.filter { $0.name != "inventory" && $0.values.reduce(0, +) > 0 }
        let names = domestic?.map(\.name)
        if node["category"] == nil, let names, !names.contains(standard) {
            context.log.error(
                node.location, "the table has no category \"\(standard)\", expected the key \"category\"",
                suggestion: "give one of \(list(names))")
            return nil
        }
        guard let category = node["category"] == nil ? standard : category(node["category"], among: names),
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
        checkGain(elasticity, tradeResponse)
        return .researchAward(
            ResearchAward(
                portfolio: portfolio, cap: caps.reduce(0) { $0 + ($1 ?? 0) }, budget: budget, rate: rate,
                intensity: intensity, misuse: misuse, additionality: additionality, relabelled: relabelled,
                elasticity: elasticity, depreciation: depreciation, stockGrowth: stockGrowth,
                tradeResponse: tradeResponse))
    }

    /// A unit would sell more than in proportion to its stock of R&D: with such parameters the effect has no bound that
    /// anybody has measured, as in `economy.science`, where a gain would feed itself.
    private func checkGain(_ elasticity: UncertainValue, _ tradeResponse: UncertainValue) {
        let gain = elasticity.distribution.quantile(0.95) * tradeResponse.distribution.quantile(0.95)
        guard gain >= 1 else { return }
        context.log.error(
            node["elasticity"]?.location ?? node.location,
            "elasticity × trade_response reaches \(plain((gain * 1000).rounded() / 1000)) at the P95 of both, expected below 1",
            suggestion: "use priors such as gamma_rd_china_firms and trade_response of seeds/priors.csv")
    }
}
