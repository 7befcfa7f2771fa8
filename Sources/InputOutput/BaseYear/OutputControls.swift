/// Scales parts of sectors to published output while the value added of the
/// group around them stays as it is.
///
/// With w the part of each sector that a control covers, x the output and v
/// the value-added ratio, over the sectors of the innermost value-added control
/// around it:
///   θ = control / Σ w x,   φ from   Σ v (θ w + φ (1 − w)) x = value added of the group,
/// and sector output becomes (θ w + φ (1 − w)) x. Several controls inside the
/// same group share φ. Sectors that have a value-added control of their own
/// inside the group are left alone.
struct OutputControls {
    /// One value-added group and the output controls inside it.
    struct Adjustment {
        /// Name of the group; nil when no value-added control contains the output controls.
        let enclosing: String?
        let controls: [BaseYearControl]
        /// θ, one per control.
        let controlScales: [Double]
        /// φ
        let restScale: Double
        /// Output of the parts of the group's sectors that no control covers, after scaling.
        let restOutput: Double
    }

    private(set) var adjustments: [Adjustment] = []
    /// Factor on each sector's output, 1 where nothing applies.
    private(set) var factors: [Double]

    /// - Parameters:
    ///   - output: after the value-added controls, one per sector.
    ///   - ratios: value added per unit of output.
    init(
        _ controls: [BaseYearControl], within family: ControlFamily, output: [Double], ratios: [Double],
        sectors: [String]
    ) throws(BaseYearError) {
        factors = [Double](repeating: 1, count: output.count)
        try Self.checkDisjoint(controls, sectors: sectors)
        let groups = controls.map { family.innermost(containing: $0.sectors) }
        for group in Set(groups).sorted(by: { ($0 ?? -1) < ($1 ?? -1) }) {
            let members = controls.indices.filter { groups[$0] == group }.map { controls[$0] }
            let free = try Self.freeSectors(of: group, in: family, controls: members, sectors: sectors)
            try adjust(
                free, members, enclosing: group.map { family.nodes[$0].control.name }, output: output, ratios: ratios)
        }
    }

    private mutating func adjust(
        _ free: [Int], _ controls: [BaseYearControl], enclosing: String?, output: [Double], ratios: [Double]
    ) throws(BaseYearError) {
        var covered = [Double](repeating: 0, count: output.count)
        var scaled = covered
        var scales: [Double] = []
        for control in controls {
            let present = control.sectors.reduce(0) { $0 + control.weights[$1] * output[$1] }
            guard present > 0 else { throw .noOutput(control: control.name) }
            scales.append(control.value / present)
            for s in control.sectors {
                covered[s] = control.weights[s]
                scaled[s] = control.value / present * control.weights[s]
            }
        }
        let available = free.reduce(0) { $0 + ratios[$1] * output[$1] }
        let taken = free.reduce(0) { $0 + ratios[$1] * scaled[$1] * output[$1] }
        let rest = free.reduce(0) { $0 + ratios[$1] * (1 - covered[$1]) * output[$1] }
        let scale = (available - taken) / rest
        guard rest > 0, scale > 0 else {
            throw .outputTooLarge(
                controls: controls.map(\.name), valueAdded: taken,
                enclosing: enclosing ?? "the sectors outside every value-added control",
                available: available, rest: scale)
        }
        for s in free { factors[s] = scaled[s] + scale * (1 - covered[s]) }
        adjustments.append(
            Adjustment(
                enclosing: enclosing, controls: controls, controlScales: scales, restScale: scale,
                restOutput: free.reduce(0) { $0 + scale * (1 - covered[$1]) * output[$1] }))
    }

    /// Sectors of the group that no value-added control inside it fixes; all
    /// sectors without a root control around them when there is no group.
    private static func freeSectors(
        of group: Int?, in family: ControlFamily, controls: [BaseYearControl], sectors: [String]
    ) throws(BaseYearError) -> [Int] {
        let inner = group.map { family.nodes[$0].children } ?? family.roots
        for child in inner.map({ family.nodes[$0] }) {
            // A group over the same sectors as its child cannot get here: the child would be the innermost.
            for control in controls {
                let shared = control.sectors.filter { child.sectors.contains($0) }
                guard shared.isEmpty else {
                    throw .outputCrosses(
                        output: control.name, valueAdded: child.control.name, sectors: shared.map { sectors[$0] })
                }
            }
        }
        let fixed = inner.reduce(into: Set<Int>()) { $0.formUnion(family.nodes[$1].sectors) }
        let members = group.map { family.nodes[$0].sectors } ?? Set(sectors.indices)
        return members.subtracting(fixed).sorted()
    }

    private static func checkDisjoint(_ controls: [BaseYearControl], sectors: [String]) throws(BaseYearError) {
        for (index, second) in controls.enumerated() {
            for first in controls[..<index] {
                let shared = second.sectors.filter { first.weights[$0] > 0 }
                guard shared.isEmpty else {
                    throw .overlappingOutputs(
                        first: first.name, second: second.name, sectors: shared.map { sectors[$0] })
                }
            }
        }
    }
}
