import InputOutput
import LinearAlgebra
import Testing

@Suite struct TableBalancingTests {
    @Test func balancedTableIsUnchanged() throws {
        let table = try RegionFixture().table()
        let balancing = try table.balanced()
        #expect(balancing.fit.iterations == 0)
        #expect(balancing.table == table)
    }

    /// Cells scaled by row and by column are brought back: RAS finds the biproportional matrix.
    @Test func disturbedCellsAreFittedToTheAccounts() throws {
        let table = try RegionFixture().table()
        let rows = (0..<table.count).map { 1 + 0.05 * Double($0) }
        let disturbed = try table.replacing(
            intermediate: table.intermediate.scaledRows(by: rows).scaledColumns(by: rows.reversed()))
        #expect(throws: TableError.self) { try disturbed.validate() }
        let balancing = try disturbed.balanced()
        #expect(!balancing.isSigned)
        try balancing.table.validate()
        #expect(distance(balancing.table.intermediate, table.intermediate) < 1e-6)
    }

    @Test func negativeCellsAskForGRAS() throws {
        let table = try millerBlairTable()
        let signed = try table.replacing(intermediate: Matrix(rowMajor: [[160, -10], [190, 110]]))
        let balancing = try signed.balanced(rowTotals: [170, 280], columnTotals: [350, 100])
        #expect(balancing.isSigned)
        #expect(distance(balancing.table.intermediate.rowSums(), [170, 280]) < 1e-6)
        #expect(balancing.table.intermediate[0, 1] < 0)
    }

    @Test func impliedTotalsAreThoseOfTheAccounts() throws {
        let table = try RegionFixture().table()
        #expect(distance(table.impliedRowTotals(), table.intermediate.rowSums()) < 1e-9)
        #expect(distance(table.impliedColumnTotals(), table.intermediate.columnSums()) < 1e-9)
    }
}
