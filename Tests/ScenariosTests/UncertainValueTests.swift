import Sampling
import Scenarios
import Testing

@Suite struct UncertainValueTests {
    /// The rate of export growth when it is written like this.
    private func rate(_ text: String) throws -> UncertainValue {
        let scenario = try loadOverlay("economy: {growth: {export: \(text)}}\n")
        return try #require(scenario.economy.growth.first { $0.category == "export" }).rate
    }

    private func size(_ text: String) throws -> Distribution {
        let scenario = try loadOverlay("portfolios: {parks: {size: {median: \(text)}}}\n")
        return try #require(scenario.portfolios[0].size).median.distribution
    }

    @Test("Quantities, ± and its spellings")
    func scalars() throws {
        #expect(try rate("5%").distribution == .constant(0.05))
        for text in ["5% ± 2%", "5 ± 2%", "5%±2", "5% +- 2%", "5% +/- 2%", "５％ ± ２％"] {
            #expect(try rate(text).distribution == Distribution(.normal(mean: 0.05, deviation: 0.02)), "\(text)")
        }
    }

    @Test("Named forms")
    func forms() throws {
        #expect(
            try rate("{triangular: [1%, 2%, 4%]}").distribution
                == Distribution(.triangular(low: 0.01, mode: 0.02, high: 0.04)))
        #expect(try rate("{pert: [1%, 2%, 4%]}").distribution == Distribution(.pert(low: 0.01, mode: 0.02, high: 0.04)))
        #expect(try rate("{uniform: [1%, 2%]}").distribution == Distribution(.uniform(low: 0.01, high: 0.02)))
        #expect(
            try rate("{lognormal: {median: 2%, sd_log: 0.5}}").distribution
                == Distribution(.lognormal(median: 0.02, logDeviation: 0.5)))
        #expect(try rate("{value: 5% ± 2%}").distribution == Distribution(.normal(mean: 0.05, deviation: 0.02)))
    }

    @Test("Two quantiles are normal for rates and lognormal for levels, low and high are P5 and P95")
    func quantiles() throws {
        let rate = try rate("{p10: 3%, p90: 7%}").distribution
        #expect(abs(rate.quantile(0.1) - 0.03) < 1e-12)
        #expect(abs(rate.mean - 0.05) < 1e-12)
        let size = try size("{p5: 5 亿元, p95: 20 亿元}")
        #expect(abs(size.quantile(0.05) - 5) < 1e-9)
        #expect(abs(size.median - 10) < 1e-9)
        #expect(try self.size("{low: 5 亿元, high: 20 亿元}") == size)
        let split = try self.rate("{p5: 1%, p50: 2%, p95: 5%}").distribution
        #expect(abs(split.quantile(0.05) - 0.01) < 1e-12)
        #expect(abs(split.quantile(0.95) - 0.05) < 1e-12)
    }

    @Test("min and max cut off, and a share is cut off at 0 and 1 only where it reaches beyond")
    func bounds() throws {
        #expect(
            try rate("{value: 5% ± 2%, min: 1%, max: 8%}").distribution
                == Distribution(.normal(mean: 0.05, deviation: 0.02), bounds: 0.01...0.08))
        let scenario = try loadOverlay("portfolios: {parks: {exit: 50% ± 1%, local_share: {p10: 80%, p90: 100%}}}\n")
        #expect(scenario.portfolios[0].exitRate?.distribution.bounds == nil)
        #expect(scenario.portfolios[0].localShare?.distribution.bounds == 0...1)
    }

    @Test("Where a number comes from travels with it; its id is its key path")
    func provenance() throws {
        let rate = try rate("{value: 5%, quality: B, source: Bureau, note: Old, per: year}")
        #expect(rate.id == "economy.growth.export")
        #expect(rate.quality == .b)
        #expect(rate.source == "Bureau")
        #expect(rate.note == "Old")
        #expect(rate.redraw == .year)
        #expect(rate.location.line == 2)
    }

    @Test("A prior brings distribution, quality and reference, and a key may differ")
    func prior() throws {
        let scenario = try load("extends: valid.yaml\n")
        let share = try #require(scenario.portfolios[0].localShare)
        #expect(
            share.distribution.shape
                == (try Distribution(quantiles: [(0.05, 0.6), (0.5, 0.8), (0.95, 1)], positive: false)).shape)
        #expect(share.distribution.bounds == 0...1)
        #expect(share.quality == .c)
        #expect(share.source == "Survey")
        #expect(share.note == "Of a published figure")
        #expect(share.redraw == .unit)
        let size = try #require(scenario.portfolios[0].entry).size
        #expect(abs(size.distribution.median - 100) < 1e-9)
        let other = try loadOverlay("portfolios: {parks: {local_share: {prior: local_share, quality: A, per: once}}}\n")
        #expect(other.portfolios[0].localShare?.quality == .a)
        #expect(other.portfolios[0].localShare?.redraw == .once)
    }
}

@Suite struct ScheduleTests {
    @Test("A schedule is linear between its years and constant outside")
    func interpolation() throws {
        let scenario = try loadOverlay("")
        guard case .demand(_, _, let amount, _) = scenario.levers[1].effect else {
            Issue.record("not a demand lever")
            return
        }
        #expect(amount.points == [.init(year: 2024, value: 0.3), .init(year: 2027, value: 5)])
        #expect(amount.value(in: 2020) == 0.3)
        #expect(abs(amount.value(in: 2025) - (0.3 + 4.7 / 3)) < 1e-12)
        #expect(amount.value(in: 2030) == 5)
    }

    @Test("Years may stand in any order, values need their unit")
    func order() throws {
        let scenario = try loadOverlay("levers: [{id: more, additional: {2027: 5, 2024: 1 park}}]\n")
        guard case .entry(_, let additional, _) = scenario.levers[4].effect else {
            Issue.record("not an entry lever")
            return
        }
        #expect(additional.points.map(\.year) == [2024, 2025, 2027])
        #expect(
            diagnostics("extends: valid.yaml\nlevers: [{id: spending, amount: {2024: 5, soon: 1 亿元}}]\n") == """
                test.yaml:2:40: levers[spending].amount.2024: found "5", expected an amount of money, e.g. "100 亿元"
                test.yaml:2:43: levers[spending].amount.soon: found "soon", expected a year, e.g. "2027"
                """)
    }
}
