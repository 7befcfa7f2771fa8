import Ledger
import Testing

/// Figures that a quantity cannot have are refused instead of scored.
@Suite struct PlausibleFigureTests {
    private func message(
        _ value: String, _ indicator: String, unit: String = "%", quantiles: [Double] = [36, 37, 38, 40, 42, 43, 44]
    ) -> String {
        var entry = Fixtures.entry()
        entry.question.indicator = indicator
        entry.question.unit = unit
        entry.quantiles = quantiles
        do {
            let scores = try Fixtures.scores([entry], ["output,2027,\(value),"])
            return scores.forecasts[0].actual.map { "\($0)" } ?? "nothing"
        } catch {
            return String(describing: error)
        }
    }

    private let share = "{share: goods, of: all, measure: output}"

    @Test func fractionsInAColumnOfPercentAreRefusedUnlessASignSaysThatTheyAreMeant() {
        #expect(
            message("0.42", share)
                == "a.csv:2: 0.42 for \"output\" in %: about 100 times too small for the forecasts, which reach from "
                + "36% to 44%; write 42, or 0.42% if that is the figure")
        #expect(message("0.42%", share) == "0.42")
        #expect(message("15.2%", share) == "15.2")
        #expect(message("15.2 ％", share) == "15.2")
        #expect(message("41.3", share) == "41.3")
        #expect(message("x%", share).contains("found \"x%\" in column \"value\", expected percent, e.g. 15.2%"))
        #expect(message("15%", "{total: output}", unit: "t").contains("\"output\" is in \"%\" here and in \"t\""))
    }

    @Test func growthMayFallShortOfItsRangeButNotByAHundred() {
        let growth = "{growth: {total: output}}"
        let quantiles: [Double] = [-2, 0, 3, 5, 7, 10, 12]
        for value in ["-8.0", "13.0", "20.0", "-40.0", "0.0"] {
            #expect(message(value, growth, quantiles: quantiles) == value)
        }
        #expect(message("520", growth, quantiles: quantiles).contains("100 times too large"))
        #expect(message("0.06", growth, quantiles: [3, 4, 5, 6, 7, 8, 9]).contains("write 6, or 0.06%"))
    }

    @Test func sharesCountsAndLevelsKeepTheirBounds() {
        #expect(message("101", share).contains("a share lies between 0 and 100%"))
        #expect(message("-1%", share).contains("a.csv:2: -1% for \"output\" in %: a share lies"))
        let count = "{count: firms, over: 1000 亿元}"
        #expect(message("2.5", count, unit: "firms").contains("2.5 for \"output\" in firms: a count is a whole number"))
        #expect(message("-1", count, unit: "firms").contains("a count is not below zero"))
        #expect(message("0", count, unit: "firms") == "0.0")
        #expect(message("0", "{total: output}", unit: "t").contains("a level is above zero"))
        #expect(message("0", "{unit: firm, of: firms}", unit: "t") == "0.0")
        #expect(message("-1", "{unit: firm, of: firms}", unit: "t").contains("a level is not below zero"))
    }
}
