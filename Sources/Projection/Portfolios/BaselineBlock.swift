import Elementwise
import Sampling

/// Starting sizes of the units of a portfolio for one block of members, all members of an attempt together.
///
/// Owned by one worker at a time.
final class BaselineBlock {
    private let baseline: PortfolioBaseline
    /// Parameters of an attempt: what is drawn, then its values.
    private let values: BlockColumns
    /// Luck of the units without a figure.
    private let luck: BlockColumns
    private let attempted: BlockColumns
    private let reconciliation: Reconciliation?
    private let columns: BlockColumns
    /// Rows that no attempt has been accepted for.
    private var waiting: [Int] = []
    /// Rows whose first attempt was not accepted, by the one that was.
    private var later: [(attempt: Int, rows: [Int])] = []
    /// The accepted attempt, from 0, by row.
    private(set) var attempts: [Int]

    private enum Column {
        static let matches = 0, agrees = 1, scratch = 2, all = 3
        static let count = 4
    }

    init(_ baseline: PortfolioBaseline, rows: Int) {
        self.baseline = baseline
        values = BlockColumns(rows: rows, columns: baseline.parameters.count)
        luck = BlockColumns(rows: rows, columns: baseline.unitStreams.count)
        attempted = BlockColumns(rows: rows, columns: baseline.units.count)
        reconciliation = baseline.total == nil ? nil : Reconciliation(of: baseline.units, rows: rows)
        columns = BlockColumns(rows: rows, columns: Column.count)
        attempts = [Int](repeating: 0, count: rows)
    }

    /// Fills the columns of the units with the first sizes of every member that agree with what is known.
    ///
    /// - Parameter sizes: a column for each unit, 亿元; further ones are left alone.
    /// - Returns: false where `maximumAttempts` did not do for a member.
    func accept(_ draws: BlockDraws, into sizes: BlockColumns) -> Bool {
        // Without uncertainty the first member's sizes are everybody's.
        waiting = Array(0..<(baseline.isUncertain ? attempts.count : 1))
        for attempt in 0..<PortfolioBaseline.maximumAttempts where !waiting.isEmpty {
            let count = waiting.count
            draw(attempt: attempt, draws)
            compose(count)
            let agrees = columns.column(Column.agrees)
            var left = 0
            for place in 0..<count {
                let row = waiting[place]
                if agrees[place] == 0 {
                    waiting[left] = row
                    left += 1
                } else {
                    attempts[row] = attempt
                    for unit in 0..<attempted.columns { sizes.column(unit)[row] = attempted.column(unit)[place] }
                }
            }
            waiting.removeSubrange(left...)
        }
        guard waiting.isEmpty else { return false }
        defer { groupLater() }
        guard !baseline.isUncertain else { return true }
        for unit in 0..<attempted.columns {
            let size = sizes.column(unit)
            size.update(repeating: size[0])
        }
        for row in attempts.indices { attempts[row] = attempts[0] }
        return true
    }

    /// Takes over which attempts are accepted, in place of ``accept(_:into:)``; the sizes are not made yet.
    ///
    /// - Parameter accepted: by member of the first population.
    func take(_ accepted: (Int) -> Int, _ draws: BlockDraws) {
        for row in attempts.indices { attempts[row] = accepted(draws.origin(of: row)) }
        groupLater()
    }

    /// Fills the columns of the units with the sizes of the accepted attempts: bit for bit those of ``accept(_:into:)``.
    func redraw(_ draws: BlockDraws, into sizes: BlockColumns) {
        for (index, parameter) in baseline.parameters.enumerated() {
            let column = values.column(index)
            if parameter.isConstant {
                column.update(repeating: parameter.distribution.median)
            } else {
                fillAccepted(parameter.stream, draws, into: column)
                parameter.distribution.fill(quantilesOf: column)
            }
        }
        for (index, stream) in baseline.unitStreams.enumerated() {
            let column = luck.column(index)
            fillAccepted(stream, draws, into: column)
            normalQuantile(inPlace: column)
        }
        compose(attempts.count)
        keepAttempted(in: sizes)
    }

    /// Moves the accepted draws as observations have taught, and keeps their scores.
    ///
    /// - Parameter contradictions: set to 1 where the moved sizes no longer agree with what is known.
    /// - Returns: whether observations have moved any draw; else sizes are left alone.
    @discardableResult
    func settle(
        _ draws: BlockDraws, into sizes: BlockColumns, contradictions: UnsafeMutableBufferPointer<Double>
    ) -> Bool {
        var isMoved = false
        func settle(_ stream: RandomStream, _ scores: UnsafeMutableBufferPointer<Double>) {
            fillAccepted(stream, draws, into: scores)
            normalQuantile(inPlace: scores)
            isMoved = draws.settle(stream, scores) || isMoved
        }
        for (index, parameter) in baseline.parameters.enumerated() {
            let column = values.column(index)
            if parameter.isConstant {
                column.update(repeating: parameter.distribution.median)
            } else {
                settle(parameter.stream, column)
                parameter.distribution.fill(quantilesOfScores: column)
            }
        }
        for (index, stream) in baseline.unitStreams.enumerated() { settle(stream, luck.column(index)) }
        // What has not moved keeps its bits.
        guard isMoved else { return false }
        compose(attempts.count)
        let agrees = columns.column(Column.agrees)
        for row in attempts.indices where agrees[row] == 0 { contradictions[row] = 1 }
        keepAttempted(in: sizes)
        return true
    }

    private func groupLater() {
        later = Dictionary(grouping: attempts.indices.filter { attempts[$0] > 0 }) { attempts[$0] }
            .map { (attempt: $0.key, rows: $0.value) }
    }

    private func keepAttempted(in sizes: BlockColumns) {
        for unit in 0..<attempted.columns {
            _ = sizes.column(unit).update(fromContentsOf: UnsafeBufferPointer(attempted.column(unit)))
        }
    }

    // MARK: Draws

    /// Draws an attempt of the rows that wait.
    private func draw(attempt: Int, _ draws: BlockDraws) {
        let (step, count) = (UInt32(attempt), waiting.count)
        for (index, parameter) in baseline.parameters.enumerated() {
            let column = values.column(index).first(count)
            if parameter.isConstant {
                column.update(repeating: parameter.distribution.median)
            } else {
                fill(parameter.stream, step: step, draws, into: column)
                parameter.distribution.fill(quantilesOf: column)
            }
        }
        for (index, stream) in baseline.unitStreams.enumerated() {
            let column = luck.column(index).first(count)
            fill(stream, step: step, draws, into: column)
            normalQuantile(inPlace: column)
        }
    }

    /// Uniforms of the rows that wait.
    private func fill(
        _ stream: RandomStream, step: UInt32, _ draws: BlockDraws, into column: UnsafeMutableBufferPointer<Double>
    ) {
        guard column.count < attempts.count else { return draws.unmoved(stream, step: step, into: column) }
        if Self.isWorthWhole(column.count, of: attempts.count) {
            let all = columns.column(Column.all)
            draws.unmoved(stream, step: step, into: all)
            for (place, row) in waiting.enumerated() { column[place] = all[row] }
        } else {
            for (place, row) in waiting.enumerated() {
                column[place] = draws.unmoved(stream, attempt: step, member: UInt64(draws.origin(of: row)))
            }
        }
    }

    /// Uniforms of the accepted attempts.
    private func fillAccepted(
        _ stream: RandomStream, _ draws: BlockDraws, into column: UnsafeMutableBufferPointer<Double>
    ) {
        draws.unmoved(stream, step: 0, into: column)
        let all = columns.column(Column.all)
        for (attempt, rows) in later {
            if Self.isWorthWhole(rows.count, of: attempts.count) {
                draws.unmoved(stream, step: UInt32(attempt), into: all)
                for row in rows { column[row] = all[row] }
            } else {
                for row in rows {
                    column[row] = draws.unmoved(
                        stream, attempt: UInt32(attempt), member: UInt64(draws.origin(of: row)))
                }
            }
        }
    }

    /// Numbers of neighbours cost a fifteenth of single ones.
    private static func isWorthWhole(_ count: Int, of rows: Int) -> Bool { 16 * count >= rows }

    // MARK: Sizes

    /// Sizes of the first `count` rows of an attempt, and whether they agree with what is known.
    private func compose(_ count: Int) {
        func parameter(_ index: Int) -> UnsafeMutableBufferPointer<Double> { values.column(index).first(count) }
        let scratch = columns.column(Column.scratch).first(count)
        for (unit, source) in baseline.units.enumerated() {
            let size = attempted.column(unit).first(count)
            switch source {
            case .figure(let figure, _, let localShare):
                _ = size.update(fromContentsOf: UnsafeBufferPointer(parameter(figure)))
                for share in [baseline.localShare, localShare] {
                    share.map { size.setProduct(of: size, parameter($0)) }
                }
            case .sizeDistribution(let stream):
                if let median = baseline.median {
                    for row in 0..<count { scratch[row] = max(parameter(median)[row], 1e-9) }
                    size.setLogarithm(of: scratch)
                } else {
                    size.update(repeating: 0)
                }
                if let deviation = baseline.logDeviation {
                    size.add(1, times: parameter(deviation), luck.column(stream).first(count))
                }
                size.setExponential(of: size)
            }
        }
        let agrees = columns.column(Column.agrees).first(count)
        agrees.update(repeating: 1)
        if let total = baseline.total, let reconciliation {
            let wanted = parameter(total.value)
            if let growth = total.growth {
                scratch.setLogGrowth(of: parameter(growth), floor: lowestRate)
                for row in 0..<count { scratch[row] *= Double(total.years) }
                wanted.multiply(byExponentialOf: scratch)
            }
            reconciliation.reconcile(
                attempted, to: wanted, logDeviation: baseline.logDeviation.map(parameter), possible: agrees)
        }
        for condition in baseline.known {
            let matches = columns.column(Column.matches).first(count)
            matches.update(repeating: 0)
            for unit in 0..<attempted.columns {
                matches.count(attempted.column(unit).first(count), above: condition.threshold)
            }
            for row in 0..<count where !condition.range.contains(Int(matches[row])) { agrees[row] = 0 }
        }
    }
}

extension UnsafeMutableBufferPointer {
    /// The first elements, as a buffer of their own.
    func first(_ count: Int) -> Self { Self(rebasing: self[..<count]) }
}
