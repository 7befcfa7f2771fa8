import Testing
import Workbooks

@Suite struct CellTextTests {
    private func fitting(_ text: String) -> String { CellText.fitting(text) { " [\($0) left out]" } }

    @Test func whatNoFileCanHoldIsRemoved() {
        #expect(fitting("a\u{0}b\u{7}c\u{1B}[31m\u{7F}\u{85}\u{FFFE}d") == "abc[31md")
        #expect(fitting("one\r\ntwo\rthree\n\tfour") == "one\ntwo\nthree\n\tfour")
    }

    @Test func textStaysAsItIsWhateverItBeginsWith() {
        for text in ["=1+1", "@SUM(1)", "<script>alert(1)</script>", "“万亩千亿”", ""] { #expect(fitting(text) == text) }
    }

    @Test func textThatIsTooLongSaysHowMuchIsLeftOut() {
        let most = String(repeating: "x", count: CellText.most)
        #expect(fitting(most) == most)
        let cut = fitting(most + "yz")
        #expect(cut.utf16.count <= CellText.most)
        let kept = cut.prefix { $0 == "x" }.count
        #expect(cut.hasSuffix(" [\(CellText.most + 2 - kept) left out]"))
        #expect(fitting(String(repeating: "𠀀", count: 20_000)).utf16.count <= CellText.most)
    }
}
