import Goals
import Scenarios
import Testing

private func goal(_ comparator: Goal.Comparator, _ value: Double, upper: Double? = nil) -> Goal {
    Goal(comparator: comparator, value: value, upper: upper, text: "", dimension: .count)
}

@Suite struct GoalTestTests {
    @Test func aboutIsMetFromNinetyFivePercentOn() {
        let about = goal(.about, 20)
        #expect(about.isMet(by: 19) && about.isMet(by: 20) && about.isMet(by: 30))
        #expect(!about.isMet(by: 18) && !about.isMet(by: 18.99))
        // 0.95 · 40 is 38: 37 is too few.
        #expect(goal(.about, 40).isMet(by: 38) && !goal(.about, 40).isMet(by: 37))
    }

    @Test func aboutAsksForNoMoreThanItsShareWhateverTheRounding() {
        for value in stride(from: 20.0, through: 2000, by: 20) {
            let share = value / 20 * 19
            #expect(goal(.about, value).isMet(by: share), "about \(value) by \(share)")
        }
    }

    @Test func moreThanIsStrictAndAtLeastIsNot() {
        #expect(!goal(.moreThan, 25_000).isMet(by: 25_000) && goal(.moreThan, 25_000).isMet(by: 25_000.01))
        #expect(goal(.atLeast, 10).isMet(by: 10) && !goal(.atLeast, 10).isMet(by: 9.99))
    }

    @Test func lessThanIsStrictAndAtMostIsNot() {
        #expect(!goal(.lessThan, 5).isMet(by: 5) && goal(.lessThan, 5).isMet(by: 4.99))
        #expect(goal(.atMost, 5).isMet(by: 5) && !goal(.atMost, 5).isMet(by: 5.01))
        #expect(goal(.atMost, 5).isCap && goal(.lessThan, 5).isCap && !goal(.about, 5).isCap)
    }

    @Test func aRangeIsMetFromItsLowerEnd() {
        let range = goal(.between, 2, upper: 3)
        #expect(!range.isMet(by: 1) && range.isMet(by: 2) && range.isMet(by: 3) && range.isMet(by: 4))
    }

    @Test func thresholdIsWhatTheWordsAskFor() {
        #expect(goal(.about, 20).threshold == 19)
        #expect(goal(.moreThan, 20).threshold == 20 && goal(.between, 2, upper: 3).threshold == 2)
    }
}
