import Scenarios
import Testing

@Suite struct YAMLBoundsTests {
    private func message(_ text: String) -> String { diagnostics(text) }

    @Test("Aliases are expanded within the bound on values")
    func aliases() throws {
        let scenario = try loadOverlay(
            "levers:\n  - &one {id: new, kind: price, group: farm, rate: 1%, reason: Test}\n  - {id: cheaper, years: 2024..2025}\nnote: &n Text\nname: *n\n"
        )
        #expect(scenario.name == "Text")
    }

    @Test("A bomb of aliases is refused before it is expanded")
    func bomb() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]\n"
        }
        #expect(message(text).hasSuffix("the file has more than 20000 values once aliases are expanded"))
        // As keys: a composer that hashes them would not return.
        #expect(message(text + "? *a30\n: 1\n").hasSuffix("once aliases are expanded"))
    }

    @Test("Aliases that nest deeper than the bound are refused")
    func deepAliases() {
        var text = "a0: &a0 [x]\n"
        for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
        #expect(message(text).hasSuffix("values are nested more than 32 deep"))
    }

    static let nestings: [String: String] = [
        "brackets": String(repeating: "[", count: 500_000),
        "braces": "a: " + String(repeating: "{a: ", count: 200_000),
        "dashes": String(repeating: "- ", count: 400_000),
        "keys": String(repeating: "? ", count: 400_000),
        "indentation": (0..<100).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        "brackets with quoted closers": "a: " + String(repeating: "[\"]\", ", count: 10_000),
    ]

    @Test("Deep nesting is refused whatever its style", arguments: nestings.keys.sorted())
    func depth(_ style: String) {
        let found = message(Self.nestings[style] ?? "")
        let isRefused = found.hasSuffix("values are nested more than 32 deep") || found.contains("no plain word")
        #expect(isRefused, "\(found.prefix(200))")
    }

    @Test("Many values in one file are refused")
    func manyValues() {
        let text = "a: [" + String(repeating: "x,", count: 30_000) + "]\n"
        #expect(message(text).hasSuffix("the file has more than 20000 values once aliases are expanded"))
    }

    @Test("A large file is refused")
    func size() {
        let text = String(repeating: "# comment\n", count: 110_000)
        #expect(message(text) == "test.yaml: found 1100000 bytes, expected at most 1048576 in a scenario file")
    }

    @Test("Text that is not UTF-8 is refused with the offset of the byte")
    func notUTF8() {
        let latin = Array("name: x\nnote: Caf".utf8) + [0xE9] + Array(" \n".utf8)
        #expect(throws: ScenarioError.self) {
            try ScenarioLoader(fileSystem: bytes(["test.yaml": latin])).load(path: "test.yaml")
        }
        do throws(ScenarioError) {
            _ = try ScenarioLoader(fileSystem: bytes(["test.yaml": latin])).load(path: "test.yaml")
        } catch {
            #expect(error.description == "test.yaml:2: byte 17 is not valid UTF-8\n    save the file as UTF-8")
        }
    }

    @Test("A byte order mark and CRLF are accepted")
    func byteOrderMark() throws {
        #expect(try load("\u{FEFF}extends: valid.yaml\r\nname: Marked\r\n").name == "Marked")
    }

    @Test(
        "What is no YAML map is refused in words",
        arguments: [
            ("", "test.yaml: the file is empty, expected a scenario"),
            ("- a\n", "test.yaml:1:1: found a list of one item, expected a map of keys such as `name:` and `targets:`"),
            ("a: 1\n---\nb: 2\n", "test.yaml:2:1: a second document begins, expected one in a file"),
            ("a: *b\n", "test.yaml:1:4: found the alias *b, but nothing before it is marked &b"),
            ("[a]: 1\n", "test.yaml:1:1: found a key that is no plain word, expected `key: value`"),
            (
                "a: [1\n",
                "test.yaml:2:1: not valid YAML: did not find expected ',' or ']' while parsing a flow sequence"
            ),
        ])
    func malformed(_ text: String, _ expected: String) {
        #expect(message(text) == expected)
    }

    @Test("A missing scenario is named, with a sibling of a near name")
    func missing() {
        do throws(ScenarioError) {
            _ = try ScenarioLoader(fileSystem: files()).load(path: "valdi.yaml")
            Issue.record("loaded")
        } catch {
            #expect(error.description == "valdi.yaml: cannot read the file valdi.yaml\n    there is valid.yaml")
        }
    }
}
