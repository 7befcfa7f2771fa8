import ArgumentParser

/// Commands on input-output tables by themselves, without a scenario.
struct TableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "table",
        abstract: "Work on input-output tables: inspect, balance, update, regionalise, analyse.",
        discussion: """
            A table is a CSV in Milepost's layout (as seeds/hunan/io-2017.csv), any wide CSV with a mapping file \
            (--mapping), or a folder that pymrio saved as text.

              milepost table inspect seeds/hunan/io-2017.csv
              milepost table multipliers seeds/hunan/io-2017.csv --type 2
              milepost table decompose seeds/hunan/io-2012.csv seeds/hunan/io-2017.csv
            """,
        subcommands: [
            TableInspectCommand.self, TableBalanceCommand.self, TableUpdateCommand.self, TableAggregateCommand.self,
            TableRegionaliseCommand.self, TableMultipliersCommand.self, TableLinkagesCommand.self,
            TableExtractCommand.self, TableDecomposeCommand.self,
        ])
}

/// Whose inputs an analysis counts.
enum OriginOption: String, ExpressibleByArgument, CaseIterable {
    /// What the region supplies itself.
    case regional
    /// All inputs, whatever their origin.
    case total
}
