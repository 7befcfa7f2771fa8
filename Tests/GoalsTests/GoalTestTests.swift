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

    @Test func theGapIsToWhatJustMeetsTheGoal() {
        #expect(
            goal(.about, 40).gap(from: 30, counting: true) == 8 && goal(.about, 40).gap(from: 38, counting: true) == 0)
        // 9.5 platforms are 10, and more than 10 are 11.
        #expect(
            goal(.about, 10).gap(from: 9, counting: true) == 1 && goal(.about, 10).gap(from: 9, counting: false) == 0.5)
        #expect(goal(.moreThan, 10).gap(from: 10, counting: true) == 1)
        #expect(
            goal(.moreThan, 10).gap(from: 4, counting: false) == 6
                && goal(.atLeast, 10).gap(from: 12, counting: true) == -2)
        #expect(goal(.between, 15, upper: 20).gap(from: 12, counting: true) == 3)
        // What caps has its gap below.
        #expect(
            goal(.atMost, 10).gap(from: 12, counting: true) == -2
                && goal(.lessThan, 10).gap(from: 10, counting: true) == -1)
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
