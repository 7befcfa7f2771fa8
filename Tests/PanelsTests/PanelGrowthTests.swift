import Panels
import RealModule
import Scoring
import Testing

/// What the growth model finds in panels whose truth is known.
@Suite struct PanelGrowthTests {
    private func fit(_ panel: Panel, through year: Int? = nil) throws -> PanelGrowthFit {
        try PanelGrowthModel().growthFit(panel, through: year ?? panel.years[panel.years.count - 1])
    }

    @Test("Trend, volatility and common growth of simulated panels are found within their errors, on average")
    func recovery() throws {
        var errors: [Double] = []
        var volatility = 0.0
        var common = 0.0
        let count = 40
        for seed in 1...count {
            let simulated = SimulatedPanel(seed: UInt64(seed))
            let fit = try fit(simulated.panel())
            errors.append((fit.groupTrend.mean - simulated.trend) / fit.groupTrend.deviation)
            volatility += fit.typicalVolatility / Double(count)
            common += fit.commonDeviation / Double(count)
        }
        let mean = errors.reduce(0, +) / Double(count)
        let spread = (errors.reduce(0) { $0 + $1 * $1 } / Double(count)).squareRoot()
        #expect(abs(mean) < 3 / Double(count).squareRoot())
        // Wider than the truth where the model allows for persistence that is not there.
        #expect(spread > 0.6 && spread < 1.2)
        #expect(abs(volatility / 0.1 - 1) < 0.25)
        #expect(abs(common / 0.03 - 1) < 0.3)
    }

    @Test("Lasting differences between regions are kept in part, and pooling is stronger where there are none")
    func pooling() throws {
        let alike = try fit(SimulatedPanel(trendDeviation: 0).panel())
        let different = try fit(SimulatedPanel(trendDeviation: 0.1).panel())
        #expect(alike.trendDeviation < 0.05)
        #expect(different.trendDeviation > 0.07)
        #expect(alike.pooling(of: 3) > different.pooling(of: 3) + 0.2)
        let spread = { (fit: PanelGrowthFit) in
            let trends = (0..<30).map { fit.trend(of: $0).mean }
            return (trends.max() ?? 0) - (trends.min() ?? 0)
        }
        #expect(spread(different) > 3 * spread(alike))
    }

    @Test("A shift at a break is found as a shift, common and by region, and does not move the trend")
    func breakIsAShift() throws {
        let simulated = SimulatedPanel(shift: -0.5, shiftDeviation: 0.3, breaks: [2008])
        let fit = try fit(simulated.panel())
        let shift = try #require(fit.shifts.first)
        #expect(shift.year == 2008 && shift.increments == 30)
        #expect(abs(shift.common.mean + 0.5) < 3 * shift.common.deviation)
        #expect(shift.common.deviation < 0.12)
        #expect(abs(shift.spread - 0.3) < 0.12)
        #expect(abs(fit.groupTrend.mean - 0.08) < 3 * fit.groupTrend.deviation)
    }

    @Test("A constant added to every value after a break changes neither growth nor forecasts of change")
    func constantAfterABreak() throws {
        let plain = try SimulatedPanel(breaks: [2008]).panel()
        let values = plain.values.map { row in
            row.enumerated().map { year, value in value.map { year >= 8 ? $0 + 0.05 : $0 } }
        }
        let moved = try Panel(
            name: "moved", regions: plain.regions, years: plain.years, values: values, breaks: plain.breaks)
        let (first, second) = (try fit(plain), try fit(moved))
        // The prior of the shift is wide, not flat: a fraction of a tenth of its own error passes through.
        #expect(abs(first.groupTrend.mean - second.groupTrend.mean) < 0.002)
        let shifts = [first, second].map { $0.shifts[0].common.mean }
        #expect(abs(shifts[1] - shifts[0] - 0.05) < 0.01)
    }

    @Test("Units of the values, a common trend in them, and the order of regions change nothing but what they must")
    func invariances() throws {
        let panel = try SimulatedPanel(regions: 8, breaks: [2008]).panel { region, year in region == 2 && year == 5 }
        let base = try fit(panel)
        let scaled = try fit(
            Panel(
                name: "scaled", regions: panel.regions, years: panel.years,
                values: panel.values.map { $0.map { $0.map { $0 + 9.2 } } }, breaks: panel.breaks))
        let order = [5, 2, 7, 0, 1, 6, 3, 4]
        let shuffled = try fit(
            Panel(
                name: "shuffled", regions: order.map { panel.regions[$0] }, years: panel.years,
                values: order.map { panel.values[$0] }, breaks: panel.breaks))
        for region in 0..<8 {
            for horizon in [1, 5] {
                let expected = try #require(base.studentForecast(region: region, horizon: horizon))
                let unit = try #require(scaled.studentForecast(region: region, horizon: horizon))
                #expect(abs(unit.location - expected.location - 9.2) < 1e-9)
                #expect(abs(unit.scale / expected.scale - 1) < 1e-9)
                let place = try #require(order.firstIndex(of: region))
                let moved = try #require(shuffled.studentForecast(region: place, horizon: horizon))
                #expect(abs(moved.location - expected.location) < 1e-9)
                #expect(abs(moved.scale / expected.scale - 1) < 1e-9)
            }
        }
    }

    @Test("A missing year is a gap and no change: growth over two years counts as two years of it")
    func gaps() throws {
        let full = try SimulatedPanel().panel()
        let gap = try SimulatedPanel().panel { _, year in year == 7 }
        let (first, second) = (try fit(full), try fit(gap))
        #expect(abs(first.groupTrend.mean - second.groupTrend.mean) < 0.01)
        #expect(abs(second.typicalVolatility / first.typicalVolatility - 1) < 0.1)
        let forecasts = [first, second].map { $0.studentForecast(region: 0, horizon: 3)! }
        #expect(abs(forecasts[0].location - forecasts[1].location) < 0.02)
    }

    @Test("A region that is silent since some years is forecast from its last value, and wider")
    func silentRegion() throws {
        let panel = try SimulatedPanel().panel { region, year in region == 4 && year > 11 }
        let fit = try fit(panel)
        let silent = try #require(fit.studentForecast(region: 4, horizon: 1))
        let other = try #require(fit.studentForecast(region: 5, horizon: 1))
        #expect(silent.scale > 1.5 * other.scale)
        let last = try #require(panel.value(4, in: 2011))
        #expect(abs(silent.location - last - 4 * 0.08) < 0.15)
    }

    @Test("A single jump hardly counts: neither for the group, nor for its region's trend and volatility")
    func outlier() throws {
        let plain = try SimulatedPanel(regions: 12, regionDeviation: 0.05).panel()
        var values = plain.values
        for year in 9..<15 { values[3][year]! += 1 }
        let jump = try fit(Panel(name: "jump", regions: plain.regions, years: plain.years, values: values))
        #expect(jump.outliers().contains { $0.region == 3 && $0.year == 2009 && $0.weight < 0.1 })
        let base = try fit(plain)
        #expect(abs(jump.groupTrend.mean - base.groupTrend.mean) < 0.01)
        #expect(jump.trend(of: 3).mean - base.trend(of: 3).mean < 0.03)
        #expect(jump.volatility(of: 3) < 1.5 * base.volatility(of: 3))
        #expect(jump.volatility(of: 4) < 1.2 * base.volatility(of: 4))
    }

    @Test("A break that is announced for later makes forecasts across it wider and leaves those before it")
    func announcedBreak() throws {
        let known = try SimulatedPanel().panel()
        let declared = try SimulatedPanel(breaks: [2012]).panel()
        let (plain, announced) = (try fit(known, through: 2010), try fit(declared, through: 2010))
        func scale(_ fit: PanelGrowthFit, _ horizon: Int) -> Double {
            fit.studentForecast(region: 0, horizon: horizon)!.scale
        }
        #expect(abs(scale(announced, 1) / scale(plain, 1) - 1) < 1e-9)
        #expect(scale(announced, 2) > 1.3 * scale(plain, 2))
        #expect(announced.shifts[0].increments == 0)
        #expect(announced.shifts[0].common.mean == 0)
    }

    @Test("Values after the origin are not looked at")
    func nothingLaterIsSeen() throws {
        let panel = try SimulatedPanel(regions: 6).panel()
        let cut = panel.known(through: 2009)
        let (first, second) = (try fit(panel, through: 2009), try fit(cut))
        #expect(first.studentForecast(region: 2, horizon: 4) == second.studentForecast(region: 2, horizon: 4))
    }

    @Test("Damping by years to come adds up to the growth that is expected")
    func effectiveDamping() throws {
        let fit = try fit(SimulatedPanel().panel())
        let share = fit.effectiveDamping(of: 0, years: 4)
        #expect(share > 0.7 && share < 1)
        let last = fit.panel.latest(of: 0)!.value
        let whole = fit.studentForecast(region: 0, horizon: 4)!.location - last
        let sum = (0..<4).reduce(0.0) { $0 + Double.pow(share, $1) }
        #expect(abs(fit.nextGrowth(of: 0).mean * sum - whole) < 1e-9)
    }
}
