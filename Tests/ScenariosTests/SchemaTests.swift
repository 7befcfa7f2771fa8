import Foundation
import Scenarios
import Testing

@Suite struct SchemaTests {
    private func schema() throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.jsonSchema().utf8))
        return try #require(object as? [String: Any])
    }

    @Test("The JSON Schema is JSON and names its draft")
    func isJSON() throws {
        let schema = try schema()
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(schema["additionalProperties"] as? Bool == false)
    }

    @Test("The JSON Schema knows every key, with a description")
    func knowsEveryKey() throws {
        var described: Set<String> = []
        func visit(_ value: Any) {
            if let object = value as? [String: Any] {
                for (name, property) in object["properties"] as? [String: Any] ?? [:] {
                    if (property as? [String: Any])?["description"] is String { described.insert(name) }
                }
                object.values.forEach(visit)
            } else if let array = value as? [Any] {
                array.forEach(visit)
            }
        }
        visit(try schema())
        let names = Set(ScenarioSchema.keyPaths.map { String($0.split(separator: ".").last ?? "") })
        #expect(names.count > 90)
        #expect(names.subtracting(described).isEmpty)
    }

    @Test("Every reference in the JSON Schema has its definition, and every pattern is a regular expression")
    func isClosed() throws {
        let schema = try schema()
        let definitions = try #require(schema["$defs"] as? [String: Any])
        var references: Set<String> = []
        func visit(_ value: Any) throws {
            if let object = value as? [String: Any] {
                if let reference = object["$ref"] as? String { references.insert(reference) }
                if let pattern = object["pattern"] as? String { _ = try NSRegularExpression(pattern: pattern) }
                try object.values.forEach(visit)
            } else if let array = value as? [Any] {
                try array.forEach(visit)
            }
        }
        try visit(schema)
        #expect(!references.isEmpty)
        #expect(references.isSubset(of: definitions.keys.map { "#/$defs/\($0)" }))
    }

    @Test(
        "Key paths of all parts",
        arguments: [
            "years.start", "groups.*.weights", "economy.update.controls[].gives_way",
            "economy.relative_growth[].observed.less",
            "portfolios.*.total.growth", "levers[].increase", "economy.science.trade_response", "levers[].because",
            "targets[].readings[].indicator.growth.prices",
            "targets[].observed[].over", "tracked[].observed[].times", "economy.update.drift.years",
            "economy.update.controls[].relative_to", "economy.update.drift.technology", "economy.update.local_demand",
            "economy.relative_growth[].carried_by", "commitments[].subject_zh",
        ])
    func keyPaths(_ path: String) {
        #expect(ScenarioSchema.keyPaths.contains(path))
    }
}
