import InputOutput

/// The drift of sectors and technology between two national tables, for as many of its years as the update spans.
struct DriftDecoder {
    let context: DecodingContext
    let node: ConfigNode
    /// Year of the table; nil where that is unusable.
    let tableYear: Int?

    /// The drift to the power p = (years of the update that lie within those of the drift) / (years of the drift), and
    /// where it comes from.
    ///
    /// Years outside the drift's own say nothing: moved with the change of 2012 to 2017, China's table of 2017 comes
    /// out further from that of 2020 than without.
    func drift() -> (drift: NationalDrift, origin: DriftOrigin)? {
        guard let from = node["from"], let to = node["to"] else { return nil }
        func table(_ node: ConfigNode) -> InputOutputTable? {
            TableFile.read(node, sectors: context.sectors, catalog: context.catalog, log: context.log)
        }
        let technology = context.quantity(node["technology"], .share) ?? NationalDrift.usualTechnology
        let (earlierTable, laterTable, years) = (table(from), table(to), driftYears(node["years"]))
        guard let earlier = earlierTable, let later = laterTable, let years, let tableYear else { return nil }
        let span = years.upperBound - years.lowerBound
        let shared = min(years.upperBound, context.start) - max(years.lowerBound, tableYear)
        guard shared > 0 else {
            context.log.warning(
                node.location,
                "the years \(years.lowerBound) to \(years.upperBound) are not those from the table (\(tableYear)) to"
                    + " \(context.start): the drift is left out")
            return nil
        }
        let drift: NationalDrift
        do throws(BaseYearError) {
            drift = try NationalDrift(
                for: context.sectors.map(\.code), from: earlier, to: later, power: Double(shared) / Double(span),
                technology: technology)
        } catch {
            context.log.error(node.location, error.description)
            return nil
        }
        if !drift.unknown.isEmpty {
            context.log.warning(
                node.location,
                "output is not positive in \(list(drift.unknown)): they are taken to move as the economy did")
        }
        let paths = [from, to].map { context.catalog.access.resolve($0.text ?? "", from: $0.location.file) }
        let origin = DriftOrigin(
            from: paths[0], to: paths[1], years: years, tableYear: tableYear, start: context.start, sharedYears: shared,
            technology: technology)
        return (drift, origin)
    }

    /// The years of the two tables, which must differ.
    private func driftYears(_ node: ConfigNode?) -> ClosedRange<Int>? {
        guard let node, let text = node.text, let years = YearRange(text)?.years else { return nil }
        guard years.lowerBound < years.upperBound else {
            context.log.error(node.location, "found \(node.summary), expected two different years, e.g. \"2017..2020\"")
            return nil
        }
        return years
    }
}
