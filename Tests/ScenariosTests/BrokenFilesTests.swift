import Foundation
import Scenarios
import Testing

@Suite struct BrokenFilesTests {
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: fixtures + "/broken")) ?? []).sorted()

    @Test("Every broken file gives exactly the messages that stand at its end, behind #>", arguments: names)
    func messages(_ name: String) throws {
        let text = try String(contentsOfFile: "\(fixtures)/broken/\(name)", encoding: .utf8)
        let expected = text.split(separator: "\n").filter { $0.hasPrefix("#> ") }.map { $0.dropFirst(3) }
        #expect(!expected.isEmpty)
        do throws(ScenarioError) {
            _ = try ScenarioLoader(fileSystem: files()).load(path: "broken/\(name)")
            Issue.record("loaded")
        } catch {
            #expect(error.description == expected.joined(separator: "\n"))
        }
    }

    @Test("Five errors are reported at once, each with line and column")
    func fiveErrors() {
        do throws(ScenarioError) {
            _ = try ScenarioLoader(fileSystem: files()).load(path: "broken/five-errors.yaml")
            Issue.record("loaded")
        } catch {
            #expect(error.diagnostics.map(\.location.line) == [3, 6, 8, 11, 14])
            #expect(error.diagnostics.map(\.location.column) == [8, 11, 9, 17, 11])
            #expect(
                error.diagnostics.map(\.location.keyPath) == [
                    "years.end", "targets[total].goal", "targets[large].by", "economy.growth.government",
                    "levers[extra].kind",
                ])
        }
    }
}
