import LinearAlgebra

/// Why a matrix could not be fitted to its margins. Indices are from 0.
public enum RASError: Error, Equatable, CustomStringConvertible {
    /// A row or a column of the matrix.
    public enum Line: String, Sendable { case row, column }

    /// Totals in number: rows and columns of `found` are the counts of totals given.
    case wrongShape(expected: Shape, found: Shape)
    case cellNotFinite(row: Int, column: Int)
    case totalNotFinite(Line, index: Int)
    /// RAS scales by positive factors: negative cells need GRAS.
    case negativeCell(row: Int, column: Int, value: Double)
    case negativeTotal(Line, index: Int, value: Double)
    /// Row totals and column totals add up to different sums.
    case totalsDisagree(rows: Double, columns: Double)
    /// Lines with a positive total and no cell that could carry it.
    case emptyLines(rows: [Int], columns: [Int])
    /// All cells of `rows` stand in `columns`, and the rows need more than
    /// these columns may have: no matrix with these zeros has these margins.
    case unreachable(rows: [Int], rowTotal: Double, columns: [Int], columnTotal: Double)
    /// Lines whose cells all have the other sign than their total (GRAS keeps signs).
    case wrongSign(rows: [Int], columns: [Int])
    /// The positive cells of `rows` all stand in `columns` and the negative
    /// cells of `columns` all in `rows`, so that the rows can add up to no more
    /// than the columns: no matrix with these signs has these margins.
    case unreachableWithSigns(rows: [Int], rowTotal: Double, columns: [Int], columnTotal: Double)
    /// The margins may be reachable, but only in the limit or very slowly.
    case notConverged(iterations: Int, residual: Double, worstRows: [Int])

    public var description: String { description(rowNames: nil, columnNames: nil) }

    /// The message with names for the lines instead of numbers.
    public func description(rowNames: [String]?, columnNames: [String]?) -> String {
        func row(_ i: Int) -> String { rowNames.map { $0[i] } ?? "\(i + 1)" }
        func column(_ j: Int) -> String { columnNames.map { $0[j] } ?? "\(j + 1)" }
        func rows(_ indices: [Int]) -> String { "row\(indices.count == 1 ? "" : "s") " + list(indices.map(row)) }
        func columns(_ indices: [Int]) -> String {
            "column\(indices.count == 1 ? "" : "s") " + list(indices.map(column))
        }
        func list(_ names: [String]) -> String {
            names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " and \(names.count - 8) more" : "")
        }
        func name(_ line: Line, _ index: Int) -> String { line == .row ? rows([index]) : columns([index]) }
        switch self {
        case .wrongShape(let expected, let found):
            return "expected totals for \(expected.rows) rows and \(expected.columns) columns,"
                + " found \(found.rows) and \(found.columns)"
        case .cellNotFinite(let i, let j): return "cell (\(row(i)), \(column(j))) is not a finite number"
        case .totalNotFinite(let line, let index): return "the total of \(name(line, index)) is not a finite number"
        case .negativeCell(let i, let j, let value):
            return "cell (\(row(i)), \(column(j))) is negative: \(value.brief)"
        case .negativeTotal(let line, let index, let value):
            return "the total of \(name(line, index)) is negative: \(value.brief)"
        case .totalsDisagree(let rowSum, let columnSum):
            return "row totals add up to \(rowSum.brief), column totals to \(columnSum.brief)"
        case .emptyLines(let emptyRows, let emptyColumns):
            let lines = [emptyRows.isEmpty ? nil : rows(emptyRows), emptyColumns.isEmpty ? nil : columns(emptyColumns)]
            return "nothing to scale to a positive total in " + lines.compactMap { $0 }.joined(separator: " and ")
        case .unreachable(let blockedRows, let rowTotal, let reached, let columnTotal):
            return
                "\(rows(blockedRows)) must add up to \(rowTotal.brief), but \(blockedRows.count == 1 ? "has" : "have") cells only in"
                + " \(columns(reached)), which add up to \(columnTotal.brief)"
        case .wrongSign(let wrongRows, let wrongColumns):
            let lines = [wrongRows.isEmpty ? nil : rows(wrongRows), wrongColumns.isEmpty ? nil : columns(wrongColumns)]
            return "all cells have the other sign than the total in "
                + lines.compactMap { $0 }.joined(separator: " and ")
        case .unreachableWithSigns(let blockedRows, let rowTotal, let blocking, let columnTotal):
            let sources = blockedRows.isEmpty ? "no rows" : rows(blockedRows)
            let sinks = blocking.isEmpty ? "no columns" : columns(blocking)
            return "with these signs \(sources) can add up to no more than \(sinks): \(columnTotal.brief),"
                + " but must add up to \(rowTotal.brief)"
        case .notConverged(let iterations, let residual, let worstRows):
            return "not converged after \(iterations) iterations: residual \(residual), largest in \(rows(worstRows))"
        }
    }
}
