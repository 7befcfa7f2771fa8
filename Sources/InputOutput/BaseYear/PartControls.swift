/// Scales parts of sectors to published output or value added while the value added of the group around them stays as
/// it is.
///
/// With w the part of each sector that a control covers, x the output and v the value-added ratio, over the sectors of
/// the innermost value-added control around it:
///   θ = control / Σ w x (value added: / Σ w v x),   φ from   Σ v (θ w + φ (1 − w)) x = value added of the group,
/// and sector output becomes (θ w + φ (1 − w)) x. Several controls inside the same group share φ. Sectors that have a
/// value-added control of their own inside the group are left alone.
///
/// Output controls that leave nothing uncovered, because they cover whole groups of value-added controls or all that is
/// free in one, set the *level* instead: output is scaled by θ, value added stays, and the value-added ratio gives way.
struct PartControls {
    /// One value-added group and the controls inside it.
    struct Adjustment {
        /// Name of the group; nil when no value-added control contains the controls.
        let enclosing: String?
        let controls: [BaseYearControl]
        /// θ, one per control.
        let controlScales: [Double]
        /// φ; nil where the controls set the level.
        let restScale: Double?
        /// Sectors that were moved.
        let sectors: [Int]
        /// Output of the parts of the group's sectors that no control covers, after scaling.
        let restOutput: Double
    }

    private(set) var adjustments: [Adjustment] = []
    /// Factor on each sector's output, 1 where nothing applies.
    private(set) var factors: [Double]
    /// Factor on each sector's value added, 1 where nothing applies.
    private(set) var valueAddedFactors: [Double]
    private let output: [Double]
    private let ratios: [Double]
    private let family: ControlFamily
    private let names: [String]

    /// - Parameters:
    ///   - output: after the value-added controls, one per sector.
    ///   - ratios: value added per unit of output.
    init(
        _ controls: [BaseYearControl], within family: ControlFamily, output: [Double], ratios: [Double],
        sectors: [String]
    ) throws(BaseYearError) {
        factors = [Double](repeating: 1, count: output.count)
        valueAddedFactors = factors
        (self.output, self.ratios, self.family, names) = (output, ratios, family, sectors)
        try checkDisjoint(controls)
        let levels = controls.filter(coversWholeGroups)
        for control in levels {
            try setLevel([control], enclosing: family.innermost(containing: control.sectors))
        }
        let parts = controls.filter { control in !levels.contains { $0.name == control.name } }
        let groups = parts.map { family.innermost(containing: $0.sectors) }
        for group in Set(groups).sorted(by: { ($0 ?? -1) < ($1 ?? -1) }) {
            try adjust(parts.indices.filter { groups[$0] == group }.map { parts[$0] }, in: group)
        }
    }

    /// Whether an output control is the sum of sectors whose value added is fixed in groups.
    private func coversWholeGroups(_ control: BaseYearControl) -> Bool {
        guard control.measure == .output, !control.isPart else { return false }
        let covered = Set(control.sectors)
        let inside = family.nodes.filter { $0.sectors.isSubset(of: covered) }
        return inside.reduce(into: Set<Int>()) { $0.formUnion($1.sectors) } == covered
    }

    private mutating func adjust(_ controls: [BaseYearControl], in group: Int?) throws(BaseYearError) {
        let free = try freeSectors(of: group, controls: controls)
        var covered = [Double](repeating: 0, count: output.count)
        for control in controls { for s in control.sectors { covered[s] = control.weights[s] } }
        let rest = free.reduce(0) { $0 + (1 - covered[$1]) * output[$1] }
        if controls.allSatisfy({ $0.measure == .output }), rest == 0 { return try setLevel(controls, enclosing: group) }

        let scales = try controls.map { control throws(BaseYearError) in try scale(control) }
        var scaled = [Double](repeating: 0, count: output.count)
        for (control, scale) in zip(controls, scales) {
            for s in control.sectors { scaled[s] = scale * control.weights[s] }
        }
        func valueAdded(_ parts: (Int) -> Double) -> Double {
            free.reduce(0) { $0 + ratios[$1] * parts($1) * output[$1] }
        }
        let (available, taken) = (valueAdded { _ in 1 }, valueAdded { scaled[$0] })
        let restValueAdded = valueAdded { 1 - covered[$0] }
        let restScale = (available - taken) / restValueAdded
        guard restValueAdded > 0, restScale > 0 else {
            throw .outputTooLarge(
                controls: controls.map(\.name), valueAdded: taken,
                enclosing: group.map { family.nodes[$0].control.name }
                    ?? "the sectors outside every value-added control",
                available: available, rest: restScale)
        }
        for s in free {
            factors[s] = scaled[s] + restScale * (1 - covered[s])
            valueAddedFactors[s] = factors[s]
        }
        adjustments.append(
            Adjustment(
                enclosing: group.map { family.nodes[$0].control.name }, controls: controls, controlScales: scales,
                restScale: restScale, sectors: free, restOutput: restScale * rest))
    }

    /// θ
    private func scale(_ control: BaseYearControl) throws(BaseYearError) -> Double {
        let present = control.covered(
            control.measure == .output ? output : zip(output, ratios).map { $0 * $1 })
        guard present > 0 else { throw .noOutput(control: control.name) }
        return control.value / present
    }

    private mutating func setLevel(_ controls: [BaseYearControl], enclosing group: Int?) throws(BaseYearError) {
        let scales = try controls.map { control throws(BaseYearError) in try scale(control) }
        for (control, scale) in zip(controls, scales) {
            for s in control.sectors {
                // Without inputs nothing can give way.
                guard ratios[s] < scale && ratios[s] < 1 || abs(scale - 1) < 1e-9 else {
                    throw .outputTooSmall(
                        control: control.name, sector: names[s], output: scale * output[s],
                        valueAdded: ratios[s] * output[s])
                }
                factors[s] = scale
            }
        }
        adjustments.append(
            Adjustment(
                enclosing: group.map { family.nodes[$0].control.name }, controls: controls, controlScales: scales,
                restScale: nil, sectors: controls.flatMap(\.sectors), restOutput: 0))
    }

    /// Sectors of the group that no value-added control inside it fixes; all
    /// sectors without a root control around them when there is no group.
    private func freeSectors(of group: Int?, controls: [BaseYearControl]) throws(BaseYearError) -> [Int] {
        let inner = group.map { family.nodes[$0].children } ?? family.roots
        for child in inner.map({ family.nodes[$0] }) {
            // A group over the same sectors as its child cannot get here: the child would be the innermost.
            for control in controls {
                let shared = control.sectors.filter { child.sectors.contains($0) }
                guard shared.isEmpty else {
                    throw .outputCrosses(
                        output: control.name, valueAdded: child.control.name, sectors: shared.map { names[$0] })
                }
            }
        }
        let fixed = inner.reduce(into: Set<Int>()) { $0.formUnion(family.nodes[$1].sectors) }
        let members = group.map { family.nodes[$0].sectors } ?? Set(names.indices)
        return members.subtracting(fixed).sorted()
    }

    private func checkDisjoint(_ controls: [BaseYearControl]) throws(BaseYearError) {
        for (index, second) in controls.enumerated() {
            for first in controls[..<index] {
                let shared = second.sectors.filter { first.weights[$0] > 0 }
                guard shared.isEmpty else {
                    throw .overlappingOutputs(
                        first: first.name, second: second.name, sectors: shared.map { names[$0] })
                }
            }
        }
    }
}
