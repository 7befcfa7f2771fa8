import Scenarios

/// The draws of a dated project.
struct ProjectDraws: Sendable {
    let capacity: ParameterDraw
    let start: ParameterDraw
    let ramp: ParameterDraw
    let utilisation: ParameterDraw
    let displaced: ParameterDraw
    let probability: ParameterDraw
    let luck: ParameterDraw

    /// - Parameter lever: the id by which the attribution of variance knows its inputs.
    init(_ project: Project, lever: String, seed: UInt64, inputs: inout InputRegistry) {
        func draw(_ value: UncertainValue, _ part: InputName.Part) -> ParameterDraw {
            ParameterDraw(value, seed: seed, input: inputs.register(value, as: .lever(lever, part)))
        }
        capacity = draw(project.capacity, .capacity)
        start = draw(project.start, .start)
        ramp = draw(project.ramp, .ramp)
        utilisation = draw(project.utilisation, .utilisation)
        displaced = draw(project.displaced, .displaced)
        probability = draw(project.probability, .probability)
        // What is certain decides nothing.
        let chance = project.probability.distribution
        luck =
            chance.isConstant && (chance.median <= 0 || chance.median >= 1)
            ? ParameterDraw(project.luck, seed: seed) : draw(project.luck, .comesAbout)
    }

    /// In the order of a lever's columns of values.
    var draws: [ParameterDraw] { [capacity, start, ramp, utilisation, displaced, probability, luck] }

    private enum Column {
        static let capacity = 0, start = 1, ramp = 2, utilisation = 3, displaced = 4, probability = 5, luck = 6
    }

    /// Turns the uniform draw of a project's luck into 1 where it comes about and 0 where it does not.
    ///
    /// - Parameter column: the one that was filled last; the probability is filled before the luck.
    func decide(_ column: Int, _ values: BlockColumns) {
        guard column == Column.luck else { return }
        let (luck, chance) = (values.column(Column.luck), values.column(Column.probability))
        for member in luck.indices { luck[member] = luck[member] < chance[member] ? 1 : 0 }
    }

    /// Output that it adds in a year, in prices of the base year, 亿元.
    ///
    /// - Parameter values: what was drawn, a column per draw.
    func output(in year: Int, _ values: BlockColumns, into output: UnsafeMutableBufferPointer<Double>) {
        let (capacity, start, ramp) = (
            values.column(Column.capacity), values.column(Column.start), values.column(Column.ramp)
        )
        let (utilisation, displaced, exists) = (
            values.column(Column.utilisation), values.column(Column.displaced), values.column(Column.luck)
        )
        for member in output.indices {
            let age = Double(year) - start[member].rounded(.down) + 1
            let share = ramp[member] <= 1 ? (age >= 1 ? 1 : 0) : min(max(age / ramp[member], 0), 1)
            output[member] = capacity[member] * utilisation[member] * (1 - displaced[member]) * share * exists[member]
        }
    }
}

/// A project that a unit of a portfolio hosts: what the unit gains, and what its neighbours must not.
struct HostedProject {
    /// Position among the economy's levers.
    let lever: Int
    let portfolio: String
    let unit: String
    /// Weights of the unit on the sectors.
    let pattern: [Double]
    /// Output that it adds, by year from the base year on: one column each.
    let outputs: [BlockColumns]
}
