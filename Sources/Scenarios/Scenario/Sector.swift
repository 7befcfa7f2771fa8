/// A sector of a scenario or table, as its sector file has it.
public struct Sector: Sendable, Equatable {
    public var code: String
    public var name: String
    /// Empty where there is none.
    public var nameChinese: String
    /// Empty where there is none.
    public var group: String

    /// Its parts, as documented on each.
    public init(code: String, name: String, nameChinese: String = "", group: String = "") {
        self.code = code
        self.name = name
        self.nameChinese = nameChinese
        self.group = group
    }
}

/// A weighted set of sectors: weight 1 for a sector that belongs wholly, a
/// fraction for one that belongs in part, 0 for the others.
public struct SectorGroup: Sendable, Equatable {
    public var id: String
    /// One weight per sector of the scenario, in its order.
    public var weights: [Double]
    public var name: String?
}
