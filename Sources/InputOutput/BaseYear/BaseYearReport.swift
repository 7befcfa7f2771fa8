/// The words and totals of an update's report.
enum BaseYearReport {
    static func outcomes(
        _ controls: [BaseYearControl], _ family: ControlFamily, old: InputOutputTable, new: InputOutputTable,
        outputs: OutputControls
    ) -> [ControlOutcome] {
        let (oldValueAdded, newValueAdded) = (old.totalValueAdded(), new.totalValueAdded())
        return controls.map { control in
            guard control.measure == .valueAdded else {
                // Only the covered part of a sector grew by θ, so the weights do not apply to new output.
                let before = sum(old.output, control.weights)
                return ControlOutcome(
                    control: control, realised: control.value, gaveWay: false, growth: control.value / before)
            }
            let before = sum(oldValueAdded, control.weights)
            let after = sum(newValueAdded, control.weights)
            let gaveWay = family.nodes.contains { $0.control.name == control.name && $0.gaveWay }
            return ControlOutcome(control: control, realised: after, gaveWay: gaveWay, growth: after / before)
        }
    }

    static func margins(
        of table: InputOutputTable, outcomes: [ControlOutcome], family: ControlFamily,
        allocation: ValueAddedAllocation, outputs: OutputControls, rowTotalFactor: Double
    ) -> [MarginReport] {
        let valueAdded = table.totalValueAdded()
        var margins = [
            MarginReport(
                name: "value added", status: .inferred, value: valueAdded.reduce(0, +), note: "sum of the sectors")
        ]
        margins += outcomes.map(margin)
        for (index, node) in family.nodes.enumerated() where !node.children.isEmpty {
            guard allocation.residuals[index] != nil else { continue }
            margins.append(
                MarginReport(
                    name: "value added of the rest of \(node.control.name)", status: .residual,
                    value: node.rest.reduce(0) { $0 + valueAdded[$1] },
                    note: "by old value added and drift: " + node.rest.map { table.sectors[$0] }.joined(separator: ", ")
                ))
        }
        if !allocation.outside.isEmpty {
            margins.append(
                MarginReport(
                    name: "value added outside the controls", status: .inferred,
                    value: allocation.outside.reduce(0) { $0 + valueAdded[$1] },
                    note: "by drift and the mean of the controlled sectors: "
                        + allocation.outside.map { table.sectors[$0] }.joined(separator: ", ")))
        }
        margins.append(
            MarginReport(
                name: "output", status: .inferred, value: table.output.reduce(0, +),
                note: "by the value-added ratios of the old table and the output controls"))
        for adjustment in outputs.adjustments {
            margins.append(
                MarginReport(
                    name: "output of the rest of \(adjustment.enclosing ?? "the sectors outside the controls")",
                    status: .residual, value: adjustment.restOutput,
                    note: "scaled by \(adjustment.restScale.brief), so that value added is kept"))
        }
        return margins + uses(of: table, rowTotalFactor: rowTotalFactor)
    }

    private static func margin(_ outcome: ControlOutcome) -> MarginReport {
        let control = outcome.control
        let measure = control.measure == .valueAdded ? "value added" : "output"
        let off = outcome.realised / control.value - 1
        let note =
            if outcome.gaveWay {
                "gave way: was \(control.value.brief), changed by \((100 * off).brief)%"
            } else if abs(off) > 1e-9 {
                "its parts add up to this; was \(control.value.brief), within rounding"
            } else {
                "\(outcome.growth.brief) times the old table"
            }
        return MarginReport(
            name: "\(measure) of \(control.name)", status: outcome.gaveWay ? .residual : .imposed,
            value: outcome.realised, note: note)
    }

    private static func uses(of table: InputOutputTable, rowTotalFactor: Double) -> [MarginReport] {
        let byOutput = "each product by the factor of its output"
        let closing = "closes the rows: intermediate use was scaled by \(rowTotalFactor.brief)"
        let inferred =
            table.domesticFinalUse + [
                NamedVector(name: "export", values: table.export), NamedVector(name: "imports", values: table.imports),
            ]
        return [
            MarginReport(
                name: "intermediate use", status: .residual, value: table.intermediate.columnSums().reduce(0, +),
                note: "output less value added; cells by RAS")
        ]
            + inferred.map {
                MarginReport(name: $0.name, status: .inferred, value: $0.values.reduce(0, +), note: byOutput)
            } + [
                MarginReport(name: "outflow", status: .residual, value: table.outflow.reduce(0, +), note: closing),
                MarginReport(name: "inflow", status: .residual, value: table.inflow.reduce(0, +), note: closing),
            ]
    }

    private static func sum(_ values: [Double], _ weights: [Double]) -> Double {
        zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
