import Scenarios

/// An assumption worth a line of its own, e.g. the dominant relative growth.
public struct Assumption: Sendable {
    public var text: String
    public var quality: Quality?
    /// Its parts, as documented on each.
    public init(text: String, quality: Quality?) {
        self.text = text
        self.quality = quality
    }
}

/// Something the reader must know: readings that disagree, breaches, rejected members, missing bases.
public struct Notice: Sendable, Equatable {
    /// A warning changes how the result is to be read.
    public enum Level: String, Sendable { case note, warning }
    public var level: Level
    public var text: String
    /// Its parts, as documented on each.
    public init(level: Level, text: String) {
        self.level = level
        self.text = text
    }
}
