/// The value-added controls of an update as a tree: GDP over secondary
/// industry over manufacturing.
///
/// Any two controls are nested or disjoint (a laminar family); of two controls
/// over the same sectors the one listed first is the parent.
struct ControlFamily {
    struct Node {
        let control: BaseYearControl
        let sectors: Set<Int>
        var children: [Int] = []
        /// Sectors of this control in none of its children.
        var rest: [Int]
        /// The control's figure, or what it became when it gave way.
        var value: Double
        var gaveWay = false
    }

    /// Largest disagreement between a control and its parts that counts as rounding.
    static let rounding = 1e-3

    private(set) var nodes: [Node] = []
    private(set) var roots: [Int] = []
    private let sectorNames: [String]

    /// - Parameter carriesValueAdded: whether a sector's old value added is not
    ///   zero. Sectors without any cannot take a residual, so a control whose
    ///   other sectors are all covered counts as covered.
    init(_ controls: [BaseYearControl], sectors: [String], carriesValueAdded: [Bool]) throws(BaseYearError) {
        sectorNames = sectors
        // From the largest down, so that parents come before their children;
        // enumerated to keep the order of listing among equals.
        let ordered = controls.enumerated().sorted {
            let (a, b) = ($0.element.sectors.count, $1.element.sectors.count)
            return a == b ? $0.offset < $1.offset : a > b
        }
        for control in ordered.map(\.element) {
            let members = Set(control.sectors)
            var parent: Int?
            for (index, node) in nodes.enumerated() where !node.sectors.isDisjoint(with: members) {
                guard node.sectors.isSuperset(of: members) else {
                    let shared = node.sectors.intersection(members).sorted()
                    throw .overlapping(
                        first: node.control.name, second: control.name, sectors: shared.map { sectors[$0] })
                }
                parent = index
            }
            if let parent {
                nodes[parent].children.append(nodes.count)
            } else {
                roots.append(nodes.count)
            }
            nodes.append(Node(control: control, sectors: members, rest: [], value: control.value))
        }
        for index in nodes.indices {
            let covered = nodes[index].children.reduce(into: Set<Int>()) { $0.formUnion(nodes[$1].sectors) }
            let rest = nodes[index].sectors.subtracting(covered).sorted()
            nodes[index].rest = rest.contains { carriesValueAdded[$0] } ? rest : []
        }
        // Children stand after their parents, so this goes from the leaves up.
        for index in nodes.indices.reversed() { try reconcile(index, mayGiveWay: true) }
    }

    /// Sum of the children's figures.
    func sumOfChildren(_ index: Int) -> Double { nodes[index].children.reduce(0) { $0 + nodes[$1].value } }

    func childNames(_ index: Int) -> [String] { nodes[index].children.map { nodes[$0].control.name } }

    /// The smallest control that contains all of `sectors`.
    func innermost(containing sectors: [Int]) -> Int? {
        nodes.indices.last { nodes[$0].sectors.isSuperset(of: sectors) }
    }

    /// Makes a control that its children cover agree with their sum: within
    /// rounding the children stand; beyond it, children that give way are
    /// scaled to fit; else the control itself gives way, if it may.
    private mutating func reconcile(_ index: Int, mayGiveWay: Bool) throws(BaseYearError) {
        let node = nodes[index]
        guard !node.children.isEmpty, node.rest.isEmpty else { return }
        let sum = sumOfChildren(index)
        if abs(sum - node.value) <= Self.rounding * node.value {
            nodes[index].value = sum
            return
        }
        let disagreement = BaseYearError.totalsDisagree(
            control: node.control.name, value: node.value, parts: childNames(index), sum: sum)
        // A child that has given way to its own parts is as firm as they are.
        let yielding = node.children.filter { nodes[$0].control.givesWay && !nodes[$0].gaveWay }
        if yielding.isEmpty {
            guard mayGiveWay && node.control.givesWay else { throw disagreement }
            nodes[index].value = sum
            nodes[index].gaveWay = true
            return
        }
        let yieldingSum = yielding.reduce(0) { $0 + nodes[$1].value }
        let factor = (node.value - (sum - yieldingSum)) / yieldingSum
        guard factor > 0 else { throw disagreement }
        for child in yielding {
            nodes[child].value *= factor
            nodes[child].gaveWay = true
            try reconcile(child, mayGiveWay: false)
        }
        nodes[index].value = sumOfChildren(index)
    }
}
