/// A sector of the scenario, as the sector file has it.
public struct Sector: Sendable, Equatable {
    public var code: String
    public var name: String
    public var nameChinese: String
    public var group: String
}

/// A weighted set of sectors: weight 1 for a sector that belongs wholly, a
/// fraction for one that belongs in part, 0 for the others.
public struct SectorGroup: Sendable, Equatable {
    public var id: String
    /// One weight per sector of the scenario, in its order.
    public var weights: [Double]
    public var name: String?
}
