import Panels

/// What a target's growth is held against: how often comparable regions achieved the like.
public enum OutsideViewReference: Sendable {
    /// Windows of a panel of regions.
    case panel(ReferencePanel)
    /// There is nothing comparable, for this reason.
    case nothing(reason: String, chinese: String? = nil)
}

/// A panel of regions, and which of its windows are comparable.
public struct ReferencePanel: Sendable {
    /// Levels, in the unit of the file.
    public var panel: Panel
    /// How large its regions are: the values, or of a ratio what stands above the line.
    public var sizes: Panel
    /// The file that it was read from.
    public var path: String
    /// What the panel measures, for people; default the name of its column.
    public var name: String
    public var nameChinese: String?
    /// The region whose latest size windows start near; nil for windows of any size.
    public var region: String?
    /// That size.
    public var size: Double?
    /// Windows start between size / factor and size × factor.
    public var factor: Double
    /// How far the panel is from what the target counts.
    public var note: String?
    public var noteChinese: String?

    /// Its parts, as documented on each.
    public init(
        panel: Panel, sizes: Panel, path: String, name: String, nameChinese: String? = nil, region: String? = nil,
        size: Double? = nil, factor: Double = OutsideView.defaultFactor, note: String? = nil,
        noteChinese: String? = nil
    ) {
        self.panel = panel
        self.sizes = sizes
        self.path = path
        self.name = name
        self.nameChinese = nameChinese
        self.region = region
        self.size = size
        self.factor = factor
        self.note = note
        self.noteChinese = noteChinese
    }
}
