/// Growth factor of every sector's value added, from controls and drift.
///
/// What a control leaves after its parts is spread over its other sectors in
/// proportion to old value added times drift: their factors are k · drift with
/// one k per control. k is positive, so no value added changes its sign: a
/// sector with negative value added (subsidised, or making losses) grows more
/// negative with its group, and one without value added moves its output only.
struct ValueAddedAllocation {
    /// New over old value added, one factor per sector; all positive.
    private(set) var factors: [Double]
    /// Sectors outside every control.
    private(set) var outside: [Int] = []
    /// What each control leaves to its other sectors; nil where its parts cover it.
    private(set) var residuals: [Double?]

    init(
        _ family: ControlFamily, valueAdded: [Double], drift: [Double], sectors: [String]
    ) throws(BaseYearError) {
        let drifted = zip(valueAdded, drift).map { $0 * $1 }
        var assigned = [Double?](repeating: nil, count: valueAdded.count)
        residuals = []
        for (index, node) in family.nodes.enumerated() {
            let residual = node.value - family.sumOfChildren(index)
            residuals.append(node.rest.isEmpty ? nil : residual)
            if node.rest.isEmpty { continue }
            let names = node.rest.map { sectors[$0] }
            let base = node.rest.reduce(0) { $0 + drifted[$1] }
            guard residual > 0 else {
                throw .nothingLeft(
                    control: node.control.name, value: node.value, parts: family.childNames(index),
                    sum: family.sumOfChildren(index), sectors: names)
            }
            guard base > 0 else {
                throw .noTaker(control: node.control.name, residual: residual, sectors: names)
            }
            for s in node.rest { assigned[s] = residual / base * drift[s] }
        }

        let controlled = family.roots.reduce(into: Set<Int>()) { $0.formUnion(family.nodes[$1].sectors) }
        outside = valueAdded.indices.filter { !controlled.contains($0) }
        // Sectors of a control without value added in any of its other sectors
        // are unassigned too: they follow the mean of all.
        let known = assigned.indices.filter { assigned[$0] != nil }
        let newTotal = known.reduce(0) { $0 + valueAdded[$1] * (assigned[$1] ?? 0) }
        let oldTotal = (known.isEmpty ? Array(valueAdded.indices) : known).reduce(0) { $0 + drifted[$1] }
        let mean = known.isEmpty ? valueAdded.reduce(0, +) / oldTotal : newTotal / oldTotal
        factors = assigned.indices.map { assigned[$0] ?? mean * drift[$0] }
    }
}
