import Sampling

/// Parameters with a range from a file: `id,low,central,high,unit,reference,quality,note`.
///
/// low, central and high are P5, median and P95, fractions or plain numbers;
/// money has the unit `100m yuan`.
struct PriorTable {
    struct Prior {
        var id: String
        var low: Double
        var central: Double
        var high: Double
        var isMoney: Bool
        var quality: Quality
        var reference: String
        var note: String?
    }

    let path: String
    private let priors: [String: Prior]
    let ids: [String]
    /// Those whose row has an error: their uses are not reported as well.
    let unusable: Set<String>

    subscript(id: String) -> Prior? { priors[id] }

    init?(namedBy node: ConfigNode, catalog: FileCatalog, log: DiagnosticLog) {
        guard let table = InputTable(namedBy: node, catalog: catalog, log: log),
            let columns = table.columns("id", "low", "central", "high", "unit", "quality", "reference")
        else { return nil }
        path = table.path
        let noteColumn = table.column("note")
        var priors: [String: Prior] = [:]
        var ids: [String] = []
        var unusable: Set<String> = []
        for row in table.csv.rows {
            let id = table.text(row, columns[0])
            unusable.insert(id)
            guard let low = table.number(row, columns[1]), let central = table.number(row, columns[2]),
                let high = table.number(row, columns[3])
            else {
                log.error(table.location(row, id), "low, central and high must all be given")
                continue
            }
            if !(low <= central && central <= high) {
                log.error(
                    table.location(row, id),
                    "found \(plain(low)), \(plain(central)), \(plain(high)), expected low <= central <= high")
                continue
            }
            if priors[id] != nil { log.error(table.location(row, id), "the id \"\(id)\" is taken already") }
            unusable.remove(id)
            ids.append(id)
            priors[id] = Prior(
                id: id, low: low, central: central, high: high, isMoney: table.text(row, columns[4]) == "100m yuan",
                quality: table.quality(row, columns[5], id), reference: table.text(row, columns[6]),
                note: table.text(row, noteColumn).nonEmpty)
        }
        self.priors = priors
        self.ids = ids
        self.unusable = unusable
    }
}
