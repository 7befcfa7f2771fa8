import Testing
import Workbooks

@Suite struct SheetNameTests {
    @Test func namesThatASpreadsheetRefusesAreMadeAllowed() {
        var names = SheetNames()
        #expect(names.name("a[b]:c*d?e/f\\g") == "a b  c d e f g")
        #expect(names.name("'quoted'") == "quoted")
        #expect(names.name("") == "Sheet")
        #expect(names.name("History") == "History 2")
    }

    @Test func namesDifferEvenWhereCapitalsDoNotCount() {
        var names = SheetNames()
        #expect([names.name("Fans"), names.name("fans"), names.name("FANS")] == ["Fans", "fans 2", "FANS 3"])
    }

    @Test func namesFitIntoThirtyOneUnitsOfUTF16() {
        var names = SheetNames()
        let long = String(repeating: "业", count: 40)
        #expect(names.name(long).utf16.count == 31)
        #expect(names.name(long) == String(repeating: "业", count: 29) + " 2")
        // A character of two units is not cut in half.
        #expect(names.name(String(repeating: "𠀀", count: 40)) == String(repeating: "𠀀", count: 15))
    }
}
