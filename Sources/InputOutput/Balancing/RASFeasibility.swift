import LinearAlgebra

/// The rows that keep a matrix from its margins, or nil if some non-negative
/// matrix with the same zeros has them.
///
/// A transport problem: rows supply their totals, columns take theirs, and
/// only the positive cells of `m` are open. If the maximal flow falls short,
/// the rows that can still reach an unserved unit need more than all columns
/// that they have cells in (Ford & Fulkerson 1956). Breadth-first augmentation,
/// O(cells · lines²) at worst; runs only after RAS has failed.
func blockedPattern(_ m: Matrix, rowTotals: [Double], columnTotals: [Double]) -> RASError? {
    var flow = Matrix(rows: m.rows, columns: m.columns)
    var supply = rowTotals
    var room = columnTotals
    let negligible = 1e-9 * (rowTotals.max() ?? 0)
    while true {
        // A search from the rows with supply left: forward over open cells,
        // backward over cells that carry flow.
        var rowParent = [Int?](repeating: nil, count: m.rows)
        var columnParent = [Int?](repeating: nil, count: m.columns)
        var rowSeen = supply.map { $0 > negligible }
        guard rowSeen.contains(true) else { return nil }
        var queue = rowSeen.indices.filter { rowSeen[$0] }
        var end: Int?
        search: while !queue.isEmpty {
            let i = queue.removeFirst()
            for j in 0..<m.columns where m[i, j] > 0 && columnParent[j] == nil {
                columnParent[j] = i
                if room[j] > negligible {
                    end = j
                    break search
                }
                for k in 0..<m.rows where !rowSeen[k] && flow[k, j] > 0 {
                    rowSeen[k] = true
                    rowParent[k] = j
                    queue.append(k)
                }
            }
        }
        guard let end else {
            let rows = rowSeen.indices.filter { rowSeen[$0] }
            let columns = columnParent.indices.filter { columnParent[$0] != nil }
            return .unreachable(
                rows: rows, rowTotal: rows.reduce(0) { $0 + rowTotals[$1] }, columns: columns,
                columnTotal: columns.reduce(0) { $0 + columnTotals[$1] })
        }
        augment(&flow, &supply, &room, to: end, rowParent, columnParent)
    }
}

/// Sends as much as the found path carries.
private func augment(
    _ flow: inout Matrix, _ supply: inout [Double], _ room: inout [Double], to end: Int, _ rowParent: [Int?],
    _ columnParent: [Int?]
) {
    var forward: [(row: Int, column: Int)] = []
    var backward: [(row: Int, column: Int)] = []
    var column = end
    var amount = room[end]
    var start = 0
    while let row = columnParent[column] {
        forward.append((row, column))
        guard let previous = rowParent[row] else {
            start = row
            break
        }
        backward.append((row, previous))
        amount = min(amount, flow[row, previous])
        column = previous
    }
    amount = min(amount, supply[start])
    for cell in forward { flow[cell.row, cell.column] += amount }
    for cell in backward { flow[cell.row, cell.column] -= amount }
    supply[start] -= amount
    room[end] -= amount
}
