import LinearAlgebra

/// The lines that keep a matrix with cells of both signs from its margins, or
/// nil if some matrix with these signs (or zeros in their place) has them.
///
/// A transport problem: a positive cell carries from its row to its column, a
/// negative one from its column to its row, both without limit. Rows with a
/// positive total and columns with a negative one supply, the others take. If
/// the maximal flow falls short, the nodes reached from unserved supply are
/// the lines in question (Ford & Fulkerson 1956). Breadth-first augmentation,
/// O(cells · lines²) at worst; runs only after GRAS has failed.
func blockedSigns(_ m: Matrix, rowTotals: [Double], columnTotals: [Double]) -> RASError? {
    // Nodes: rows first, then columns.
    let lines = m.rows + m.columns
    var excess = rowTotals + columnTotals.map { -$0 }
    let negligible = 1e-9 * excess.reduce(0) { max($0, abs($1)) }
    var flow = Matrix(rows: m.rows, columns: m.columns)

    /// What the cell between two nodes still carries in this direction.
    func room(_ from: Int, _ to: Int) -> Double {
        let forward = from < m.rows
        guard forward != (to < m.rows) else { return 0 }
        let (i, j) = forward ? (from, to - m.rows) : (to, from - m.rows)
        let open = forward ? m[i, j] > 0 : m[i, j] < 0
        if open { return .infinity }
        return m[i, j] == 0 ? 0 : flow[i, j]
    }

    while true {
        var parent = [Int?](repeating: nil, count: lines)
        var seen = excess.map { $0 > negligible }
        guard seen.contains(true) else { return nil }
        var queue = seen.indices.filter { seen[$0] }
        var end: Int?
        search: while !queue.isEmpty {
            let node = queue.removeFirst()
            for next in 0..<lines where !seen[next] && room(node, next) > 0 {
                seen[next] = true
                parent[next] = node
                if excess[next] < -negligible {
                    end = next
                    break search
                }
                queue.append(next)
            }
        }
        guard let end else {
            let rows = (0..<m.rows).filter { seen[$0] }
            let columns = (0..<m.columns).filter { seen[m.rows + $0] }
            return .unreachableWithSigns(
                rows: rows, rowTotal: rows.reduce(0) { $0 + rowTotals[$1] }, columns: columns,
                columnTotal: columns.reduce(0) { $0 + columnTotals[$1] })
        }
        var path: [(from: Int, to: Int)] = []
        var node = end
        while let before = parent[node] {
            path.append((before, node))
            node = before
        }
        let amount = path.reduce(min(excess[node], -excess[end])) { min($0, room($1.from, $1.to)) }
        for step in path {
            let forward = step.from < m.rows
            let (i, j) = forward ? (step.from, step.to - m.rows) : (step.to, step.from - m.rows)
            flow[i, j] += (forward == (m[i, j] > 0)) ? amount : -amount
        }
        excess[node] -= amount
        excess[end] += amount
    }
}
