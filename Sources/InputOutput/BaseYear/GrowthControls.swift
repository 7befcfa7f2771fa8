/// Turns controls that give a growth into totals: base · (1 + rate) · (1 + price) · growth of the control they are
/// relative to.
struct GrowthControls {
    /// All controls, in the order given, with their values.
    private(set) var resolved: [BaseYearControl]
    private let valueAdded: [Double]
    private let output: [Double]

    /// - Throws: `invalidGrowth`, `noBase`, `unknownReference`, `circularGrowth`.
    init(_ controls: [BaseYearControl], of table: InputOutputTable) throws(BaseYearError) {
        resolved = controls
        (valueAdded, output) = (table.totalValueAdded(), table.output)
        for index in controls.indices { _ = try factor(index, chain: []) }
    }

    /// Growth of a control since the table, with its value set on the way.
    private mutating func factor(_ index: Int, chain: [String]) throws(BaseYearError) -> Double {
        let control = resolved[index]
        let base = control.covered(control.measure == .valueAdded ? valueAdded : output)
        guard let growth = control.growth, control.value == 0 else { return control.value / base }
        guard !chain.contains(control.name) else { throw .circularGrowth(chain + [control.name]) }
        let own = (1 + growth.rate) * (1 + growth.price)
        guard own.isFinite, growth.rate > -1, growth.price > -1 else {
            throw .invalidGrowth(control: control.name, rate: growth.rate, price: growth.price)
        }
        guard base > 0 else { throw .noBase(control: control.name, base: base) }
        var reference = 1.0
        if let name = growth.relativeTo {
            guard let other = resolved.firstIndex(where: { $0.name == name }) else {
                throw .unknownReference(control: control.name, reference: name, known: resolved.map(\.name))
            }
            reference = try factor(other, chain: chain + [control.name])
            guard reference > 0, reference.isFinite else { throw .noBase(control: name, base: reference) }
        }
        resolved[index].value = base * own * reference
        return own * reference
    }
}
