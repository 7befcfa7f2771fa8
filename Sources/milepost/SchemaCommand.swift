import ArgumentParser
import Scenarios

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of scenario files.",
        discussion: """
            Editors complete and check scenario files with it. In VS Code with the YAML extension:
              milepost schema > milepost.schema.json
            and as the first line of a scenario:
              # yaml-language-server: $schema=milepost.schema.json
            """)

    mutating func run() throws {
        let text = ScenarioSchema.jsonSchema()
        Terminal.write(text.hasSuffix("\n") ? text : text + "\n")
    }
}
