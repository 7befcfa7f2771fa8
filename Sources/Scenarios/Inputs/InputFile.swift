/// A file that was read for the scenario, with its bytes for the record of a run.
public struct InputFile: Sendable, Equatable {
    /// The path as the user would recognise it: relative to the working directory when below it.
    public var path: String
    public var bytes: [UInt8]
}
