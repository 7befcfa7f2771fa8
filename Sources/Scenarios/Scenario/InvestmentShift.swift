/// A shift of fixed investment toward the capacity of a group, as where performance of local governments is judged by the
/// real economy, or where they get taxes of their own from it.
///
/// In each of its years the share of fixed-capital formation goes into the group instead of elsewhere: ΔI = share × I.
/// From the year after, capacity for ΔI / capital_output of value added is there, and stays; what of it is not displaced
/// is sold outside the region. Suppliers in the region need capital as well, so the value added is that of the whole
/// chain: sales are capacity over the value added in the region of a yuan of sales. Total investment and what it buys stay
/// as they are: what other sectors lose is not followed, since their capacity limits nothing in a model that demand drives.
public struct InvestmentShift: Sendable {
    public var group: String
    /// Category of final use that is shifted.
    public var category: String
    public var share: UncertainValue
    /// Capital per yuan of value added.
    public var capitalOutput: UncertainValue
    /// Share of the new output that replaces other output of the group.
    public var displaced: UncertainValue
}
