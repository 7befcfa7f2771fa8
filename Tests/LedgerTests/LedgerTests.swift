import CSV
import Ledger
import Testing

@Suite struct LedgerTests {
    private let entries = [
        Fixtures.entry(goal: Fixtures.more, odds: 0.25, counts: [0.25, 0, 0.75], latest: 90),
        Fixtures.entry("share, of all", year: 2026, asOf: nil, reading: "tracked", median: 1.0 / 3),
        Fixtures.entry(
            "-odd", goal: LedgerGoal(comparator: .between, value: 2, upper: 3.5, byAnyYear: true), odds: 0),
    ]

    @Test func whatIsWrittenReadsBackToTheLastDigit() throws {
        #expect(try Fixtures.ledger(entries).entries == entries)
    }

    @Test func theOldBytesStayInFrontOfTheNew() throws {
        let first = try Ledger.appending([entries[0]], to: [], path: "l.csv")
        let second = try Ledger.appending([entries[1], entries[2]], to: first.bytes, path: "l.csv")
        #expect(second.bytes.starts(with: first.bytes) && second.added == 2)
        #expect(try Ledger(bytes: second.bytes, path: "l.csv").entries == entries)
        let together = try Ledger.appending(entries, to: [], path: "l.csv")
        #expect(together.bytes == second.bytes)
    }

    @Test func aForecastThatSaysTheSameIsNotRepeated() throws {
        let first = try Ledger.appending(entries, to: [], path: "l.csv").bytes
        let again = entries.map { entry in
            var entry = entry
            entry.madeOn = "2027-01-01T00:00:00Z"
            return entry
        }
        let same = try Ledger.appending(again, to: first, path: "l.csv")
        #expect(same.bytes == first && same.added == 0 && same.unchanged == 3)
        var changed = again
        changed[0].odds = 0.26
        let moved = try Ledger.appending(changed, to: first, path: "l.csv")
        #expect(moved.added == 1 && moved.unchanged == 2)
        // Back to the first odds: the last word was another, so this is said anew.
        #expect(try Ledger.appending(again, to: moved.bytes, path: "l.csv").added == 1)
        // Another scenario says it on its own account.
        changed = again
        changed[1].scenario = "other"
        #expect(try Ledger.appending(changed, to: first, path: "l.csv").added == 1)
    }

    @Test func columnsOfOthersAndTheirOrderAreKept() throws {
        let whole = String(decoding: try Ledger.appending([entries[0]], to: [], path: "l.csv").bytes, as: UTF8.self)
        let lines = whole.split(separator: "\r\n")
        let edited = "comment,\(lines[0])\nmine,\(lines[1])\n,,,\n"
            .replacing(",,,\n", with: String(repeating: ",", count: Ledger.columns.count) + "\n")
        let grown = try Ledger.appending([entries[1]], to: Array(("\u{FEFF}" + edited).utf8), path: "l.csv")
        let file = try CSVFile(bytes: grown.bytes, path: "l.csv")
        #expect(file.header == ["comment"] + Ledger.columns)
        #expect(file.rows.map { $0[0] } == ["mine", "", ""])
        #expect(try Ledger(bytes: grown.bytes, path: "l.csv").entries == Array(entries.prefix(2)))
    }

    @Test func aLastLineWithoutAnEndIsEndedFirst() throws {
        let bytes = try Ledger.appending([entries[0]], to: [], path: "l.csv").bytes.dropLast(2)
        let grown = try Ledger.appending([entries[1]], to: Array(bytes), path: "l.csv")
        #expect(try Ledger(bytes: grown.bytes, path: "l.csv").entries == Array(entries.prefix(2)))
    }

    @Test func whatIsNoLedgerIsRefused() throws {
        func message(_ text: String) -> String {
            do throws(LedgerError) {
                _ = try Ledger.appending(entries, to: Array(text.utf8), path: "l.csv")
                return "accepted"
            } catch {
                return error.description
            }
        }
        #expect(message("a,b\n1,2\n").hasPrefix("l.csv is not a ledger: it has no column \"made_on\""))
        #expect(message("\n\n").contains("the file is empty"))
        #expect(message("a,b\n1\n").contains("l.csv:2: found 1 field"))
        let whole = String(decoding: try Ledger.appending([entries[0]], to: [], path: "l.csv").bytes, as: UTF8.self)
        let broken: [(String, String, String)] = [
            ("0.25,0.01,", "1.25,0.01,", "l.csv:2: found \"1.25\" in column \"odds\", expected a probability"),
            ("more than", "mehr als", "in column \"comparator\", expected a comparator"),
            ("70.0,80.0", "90.0,80.0", "quantiles that do not descend"),
            ("2027,0.25", "soon,0.25", "\"soon\" in column \"year\" is not a number"),
            ("0:0.25|1:0", "0:0.25|2:0", "expected chances such as"),
            ("2026-11-24T06:00:00Z", "24.11.2026", "expected a time such as"),
        ]
        for (old, new, expected) in broken {
            let plain = whole.replacing("70,80", with: "70.0,80.0")
            #expect(plain.contains(old), "\(old)")
            #expect(message(plain.replacing(old, with: new)).contains(expected), "\(new)")
        }
    }

    @Test func oneScenarioCanBeTakenOut() throws {
        let ledger = try Fixtures.ledger(entries + [Fixtures.entry(scenario: "hills")])
        #expect(try ledger.ofScenario("hills", path: "l.csv").entries.count == 1)
        #expect(
            throws: LedgerError.unknownScenario(
                path: "l.csv", name: "hill", nearest: "hills", known: ["hills", "valley"])
        ) { try ledger.ofScenario("hill", path: "l.csv") }
    }
}
