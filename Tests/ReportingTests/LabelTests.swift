import Reporting
import Testing

@Suite struct LabelTests {
    @Test func everyLabelHasBothLanguagesWithTheSamePlaceholders() {
        for (label, english, chinese) in LabelCatalogue.all {
            #expect(!english.isEmpty && !chinese.isEmpty, "\(label)")
            #expect(placeholders(english) == placeholders(chinese), "\(label)")
            #expect(
                english == chinese || chinese.unicodeScalars.contains { $0.value > 0x2E80 }, "\(label) is not Chinese")
        }
    }

    @Test(arguments: Language.allCases)
    func noPlaceholderIsLeftInASummary(language: Language) {
        let format = TextFormat(language: language)
        let text =
            RunSummary.text(of: Fixtures.zhejiang(), format: format, directory: "d", files: ["a"])
            + ComparisonSummary.text(of: [Fixtures.comparison()], format: format)
        #expect(!text.contains("{") && !text.contains("}"))
    }

    @Test func bracesInANameAreNotTakenForPlaceholders() {
        var result = Fixtures.zhejiang()
        result.scenario.name = "{region} {start}"
        #expect(RunSummary.text(of: result).hasPrefix("{region} {start} (zhejiang), 2022 to 2027\n"))
    }

    private func placeholders(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{\w+\}/).map { String($0.output) })
    }
}
