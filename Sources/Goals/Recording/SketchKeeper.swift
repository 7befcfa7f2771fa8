import Projection

/// Keeps sketches of what it observes: always as many, in one order.
protocol SketchKeeper: AnyObject {
    /// Counts what another of the same plan has observed.
    func merge(_ other: Self)

    /// Visits every sketch, in that order.
    func forEachSketch(_ body: (inout QuantileSketch) -> Void)
}

extension SketchKeeper {
    /// How many sketches it keeps.
    var sketchCount: Int {
        var count = 0
        forEachSketch { _ in count += 1 }
        return count
    }
}
