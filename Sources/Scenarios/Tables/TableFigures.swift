import CSV
import LinearAlgebra

/// The figures of a table's file, in the four parts that its sectors and its other rows and columns make.
struct TableFigures {
    /// What the rows and columns of a file are.
    struct Layout {
        var sectors: [String]
        /// Position of each sector's column.
        var sectorColumns: [Int]
        /// Columns of figures beside the sectors, with their positions.
        var columns: [(name: String, position: Int)]
        /// Rows that are no sectors, in the order of the file.
        var rows: [String]
        /// What each record is; nil for one that is left out.
        var places: [Place?]
        /// Positions of the columns with text.
        var textColumns: [Int]
    }

    /// A row among the sectors or among the others, counted from 0.
    enum Place: Sendable {
        case sector(Int)
        case other(Int)
    }

    /// Use of the sector's product (row) by the sector in the column.
    let intermediate: Matrix
    /// Per text column of the layout, the fields of all records.
    let texts: [[String]]
    private let layout: Layout
    /// Sectors by other columns.
    private var right: Matrix
    /// Sectors by other rows.
    private var below: Matrix
    /// Other rows by other columns.
    private var corner: Matrix

    /// Reads all figures of a file straight into their places: memory is that of the parts.
    init(_ grid: CSVGrid, _ layout: Layout) throws(CSVError) {
        let n = layout.sectors.count
        self.layout = layout
        var right = Matrix(rows: n, columns: layout.columns.count)
        var below = Matrix(rows: n, columns: layout.rows.count)
        var corner = Matrix(rows: layout.rows.count, columns: layout.columns.count)
        var texts: [[String]] = []
        intermediate = try Matrix(unsafeUninitializedRows: n, columns: n) { (intermediate) throws(CSVError) in
            try right.withUnsafeMutableBuffer { (right) throws(CSVError) in
                try below.withUnsafeMutableBuffer { (below) throws(CSVError) in
                    try corner.withUnsafeMutableBuffer { (corner) throws(CSVError) in
                        let parts = Parts(
                            layout: layout, width: grid.header.count, intermediate: intermediate, right: right,
                            below: below, corner: corner)
                        texts = try grid.readFigures(textColumns: layout.textColumns) { parts.place($0) }
                    }
                }
            }
        }
        self.texts = texts
        (self.right, self.below, self.corner) = (right, below, corner)
    }

    /// A column beside the sectors; zeros where the file has none of that name.
    func column(_ name: String) -> [Double] {
        guard let index = layout.columns.firstIndex(where: { $0.name == name }) else { return zeros }
        return right.column(index)
    }

    /// A row that is no sector's; zeros where the file has none of that name.
    func row(_ name: String) -> [Double] {
        guard let index = layout.rows.firstIndex(of: name) else { return zeros }
        return below.column(index)
    }

    /// The cell of a row and a column that are no sectors'; 0 where the file has none.
    func cell(_ row: String, _ column: String) -> Double {
        guard let i = layout.rows.firstIndex(of: row),
            let j = layout.columns.firstIndex(where: { $0.name == column })
        else { return 0 }
        return corner[i, j]
    }

    private var zeros: [Double] { Array(repeating: 0, count: layout.sectors.count) }

    /// Memory that several threads write to.
    ///
    /// `@unchecked Sendable`: every record belongs to one band, and writes its own elements only.
    private struct Parts: @unchecked Sendable {
        let layout: Layout
        let width: Int
        let intermediate: UnsafeMutableBufferPointer<Double>
        let right: UnsafeMutableBufferPointer<Double>
        let below: UnsafeMutableBufferPointer<Double>
        let corner: UnsafeMutableBufferPointer<Double>

        func place(_ band: CSVGrid.Band) {
            var sectors: [(sector: Int, start: Int)] = []
            for (offset, record) in band.records.enumerated() {
                let start = offset * width
                switch layout.places[record] {
                case .sector(let sector):
                    sectors.append((sector, start))
                    for (index, column) in layout.columns.enumerated() {
                        right[sector + index * layout.sectors.count] = band.values[start + column.position]
                    }
                case .other(let row):
                    for (sector, column) in layout.sectorColumns.enumerated() {
                        below[sector + row * layout.sectors.count] = band.values[start + column]
                    }
                    for (index, column) in layout.columns.enumerated() {
                        corner[row + index * layout.rows.count] = band.values[start + column.position]
                    }
                case nil: break
                }
            }
            placeFlows(sectors, band.values)
        }

        /// Column by column: the rows of a band that follow one another share a cache line there.
        private func placeFlows(_ rows: [(sector: Int, start: Int)], _ values: UnsafeBufferPointer<Double>) {
            guard let source = values.baseAddress, let target = intermediate.baseAddress else { return }
            let n = layout.sectors.count
            rows.withUnsafeBufferPointer { rows in
                layout.sectorColumns.withUnsafeBufferPointer { columns in
                    for user in 0..<n {
                        let (column, position) = (target + user * n, columns[user])
                        for row in 0..<rows.count { column[rows[row].sector] = source[rows[row].start + position] }
                    }
                }
            }
        }
    }
}
