/// The words and totals of an update's report.
struct BaseYearReport {
    let table: InputOutputTable
    let old: InputOutputTable
    let controls: [BaseYearControl]
    let family: ControlFamily
    let allocation: ValueAddedAllocation
    let parts: PartControls
    let hasDrift: Bool

    private var allNames: [String] { controls.map(\.name) }

    func outcomes() -> [ControlOutcome] {
        let (oldValueAdded, newValueAdded) = (old.totalValueAdded(), table.totalValueAdded())
        return controls.map { control in
            let before = control.covered(control.measure == .output ? old.output : oldValueAdded)
            if control.measure == .output || control.isPart {
                // Only the covered part of a sector grew by θ, so the weights do not apply to the new values.
                return ControlOutcome(
                    control: control, realised: control.value, gaveWay: false, growth: control.value / before)
            }
            let after = control.covered(newValueAdded)
            let gaveWay = family.nodes.contains { $0.control.name == control.name && $0.gaveWay }
            return ControlOutcome(control: control, realised: after, gaveWay: gaveWay, growth: after / before)
        }
    }

    func margins() -> [MarginReport] {
        let valueAdded = table.totalValueAdded()
        let nested = family.nodes.map(\.control.name)
        var margins = [
            MarginReport(
                subject: .init(.valueAdded, .all), status: .inferred, value: valueAdded.reduce(0, +), basis: nested,
                note: "sum of the sectors")
        ]
        margins += outcomes().map(margin)
        for (index, node) in family.nodes.enumerated() where !node.children.isEmpty {
            guard allocation.residuals[index] != nil else { continue }
            margins.append(
                MarginReport(
                    subject: .init(.valueAdded, .rest(of: node.control.name)), status: .residual,
                    value: node.rest.reduce(0) { $0 + valueAdded[$1] }, basis: basis(ofRest: index),
                    note: "\(spreading): " + node.rest.map { table.sectors[$0] }.joined(separator: ", ")))
        }
        if !allocation.outside.isEmpty {
            margins.append(
                MarginReport(
                    subject: .init(.valueAdded, .outsideControls), status: .inferred,
                    value: allocation.outside.reduce(0) { $0 + valueAdded[$1] }, basis: nested,
                    note: "\(spreading) and the mean of the controlled sectors: "
                        + allocation.outside.map { table.sectors[$0] }.joined(separator: ", ")))
        }
        margins.append(
            MarginReport(
                subject: .init(.output, .all), status: .inferred, value: table.output.reduce(0, +), basis: allNames,
                note: "by value-added ratios and the output controls"))
        for adjustment in parts.adjustments {
            guard let scale = adjustment.restScale else { continue }
            margins.append(
                MarginReport(
                    subject: .init(.output, .rest(of: adjustment.enclosing)),
                    status: .residual, value: adjustment.restOutput,
                    basis: [adjustment.enclosing].compactMap { $0 } + adjustment.controls.map(\.name),
                    note: "scaled by \(scale.brief), so that value added is kept"))
        }
        return margins + uses() + sectorMargins()
    }

    private var spreading: String {
        hasDrift ? "by national growth and local demand" : "by old value added and local demand"
    }

    private func margin(_ outcome: ControlOutcome) -> MarginReport {
        let control = outcome.control
        let account: MarginSubject.Account = control.measure == .valueAdded ? .valueAdded : .output
        let off = outcome.realised / control.value - 1
        let note =
            if outcome.gaveWay {
                "gave way: was \(control.value.brief), changed by \((100 * off).brief)%"
            } else if abs(off) > 1e-9 {
                "its parts add up to this; was \(control.value.brief), within rounding"
            } else if let growth = control.growth {
                words(growth)
            } else {
                "\(outcome.growth.brief) times the old table"
            }
        return MarginReport(
            subject: .init(account, .control(control.name)), status: outcome.gaveWay ? .residual : .imposed,
            value: outcome.realised, basis: outcome.gaveWay ? basis(ofControl: control.name) : [control.name],
            note: note)
    }

    private func words(_ growth: BaseYearControl.Growth) -> String {
        let rate = "growth of \((100 * growth.rate).brief)%"
        let price = growth.price == 0 ? "" : " and a price change of \((100 * growth.price).brief)%"
        return rate + price + (growth.relativeTo.map { " ahead of \($0)" } ?? "") + " since the old table"
    }

    private func uses() -> [MarginReport] {
        let byOutput = "each product by the factor of its output"
        let closing = "closes the rows, whose intermediate use lies between what supply and users suggest"
        let inferred = table.domesticFinalUse + [NamedVector(name: "export", values: table.export)]
        func total(
            _ account: MarginSubject.Account, _ status: MarginReport.Status, _ values: [Double], _ note: String
        ) -> MarginReport {
            MarginReport(
                subject: .init(account, .all), status: status, value: values.reduce(0, +), basis: allNames, note: note)
        }
        return [
            total(
                .intermediateUse, .residual, table.intermediate.columnSums(), "output less value added; cells by RAS")
        ]
            + inferred.map { total(.finalUse($0.name), .inferred, $0.values, byOutput) }
            + [total(.imports, .inferred, table.imports, "each product by the factor of its use")]
            + [total(.outflow, .residual, table.outflow, closing), total(.inflow, .residual, table.inflow, closing)]
    }
}

// MARK: What a figure rests on

extension BaseYearReport {
    /// The control and its parts, whose difference the rest of it is.
    fileprivate func basis(ofRest node: Int) -> [String] {
        var names = [family.nodes[node].control.name]
        for child in family.nodes[node].children { names += basis(ofControl: family.nodes[child].control.name) }
        return names
    }

    /// A control by itself; one that gave way rests on those that it gave way to.
    fileprivate func basis(ofControl name: String) -> [String] {
        guard let node = family.nodes.first(where: { $0.control.name == name }), node.gaveWay else { return [name] }
        let parents = family.nodes.filter { parent in
            parent.children.contains { family.nodes[$0].control.name == name }
        }
        let siblings = parents.flatMap { parent in parent.children.map { family.nodes[$0].control.name } }
        let children = node.children.map { family.nodes[$0].control.name }
        return parents.map(\.control.name) + siblings + children
    }

    fileprivate struct Origin {
        var status: MarginReport.Status
        var basis: [String]
        var note: String
    }

    fileprivate func valueAddedOrigin(_ sector: Int) -> Origin {
        var origin: Origin
        if let index = family.nodes.lastIndex(where: { $0.sectors.contains(sector) }) {
            let node = family.nodes[index]
            let own = basis(ofControl: node.control.name)
            if node.children.isEmpty {
                origin =
                    node.sectors.count > 1
                    ? Origin(status: .inferred, basis: own, note: "\(spreading) within \(node.control.name)")
                    : Origin(
                        status: node.gaveWay ? .residual : .imposed, basis: own,
                        note: node.gaveWay ? "\(node.control.name) gave way" : node.control.name)
            } else {
                let isAlone = node.rest == [sector]
                origin = Origin(
                    status: isAlone ? .residual : .inferred, basis: basis(ofRest: index),
                    note: (isAlone ? "" : spreading + " within ") + "the rest of \(node.control.name)")
            }
        } else {
            origin = Origin(
                status: .inferred, basis: family.nodes.map(\.control.name),
                note: "\(spreading) and the mean of the controlled sectors")
        }
        for adjustment in parts.adjustments where adjustment.restScale != nil && adjustment.sectors.contains(sector) {
            origin.status = .inferred
            origin.basis += adjustment.controls.map(\.name)
            origin.note += ", with \(adjustment.controls.map(\.name).joined(separator: ", "))"
        }
        return origin
    }

    fileprivate func outputOrigin(_ sector: Int, _ valueAdded: Origin) -> Origin {
        for adjustment in parts.adjustments {
            for control in adjustment.controls where control.measure == .output && control.weights[sector] > 0 {
                if control.sectors == [sector] && !control.isPart {
                    return Origin(status: .imposed, basis: [control.name], note: control.name)
                }
                if adjustment.restScale == nil {
                    return Origin(
                        status: .inferred, basis: valueAdded.basis + [control.name],
                        note: "by expected growth within \(control.name)")
                }
            }
        }
        return Origin(status: .inferred, basis: valueAdded.basis, note: "by value added and its ratio")
    }

    /// Value added, output, final use and trade of every sector.
    fileprivate func sectorMargins() -> [MarginReport] {
        let valueAdded = table.totalValueAdded()
        return table.sectors.indices.flatMap { s -> [MarginReport] in
            let sector = table.sectors[s]
            let added = valueAddedOrigin(s)
            let output = outputOrigin(s, added)
            func margin(_ account: MarginSubject.Account, _ value: Double, _ origin: Origin) -> MarginReport {
                var seen = Set<String>()
                return MarginReport(
                    subject: .init(account, .sector(sector)), status: origin.status, value: value,
                    basis: origin.basis.filter { seen.insert($0).inserted }, note: origin.note)
            }
            let byOutput = Origin(status: .inferred, basis: output.basis, note: "by the factor of its output")
            let byUse = Origin(status: .inferred, basis: allNames, note: "by the factor of its use")
            let closing = Origin(status: .residual, basis: allNames, note: "closes the row")
            let used = Origin(
                status: .inferred, basis: allNames, note: "between what supply and users suggest; cells by RAS")
            let needed = Origin(status: .residual, basis: output.basis, note: "output less value added")
            return [
                margin(.valueAdded, valueAdded[s], added), margin(.output, table.output[s], output),
                margin(.intermediateInputs, table.intermediate.column(s).reduce(0, +), needed),
                margin(.intermediateUse, table.intermediate.row(s).reduce(0, +), used),
            ] + table.domesticFinalUse.map { margin(.finalUse($0.name), $0.values[s], byOutput) } + [
                margin(.finalUse("export"), table.export[s], byOutput), margin(.outflow, table.outflow[s], closing),
                margin(.imports, table.imports[s], byUse), margin(.inflow, table.inflow[s], closing),
            ]
        }
    }
}
