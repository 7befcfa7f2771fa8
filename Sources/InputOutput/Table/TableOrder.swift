import LinearAlgebra

extension InputOutputTable {
    /// The table with its sectors in another order. O(n²).
    ///
    /// - Parameter codes: all sectors of the table, in the order wanted.
    /// - Throws: `unknownName` for a code that the table lacks, or a sector of the table that is not among the codes.
    public func ordered(by codes: [String]) throws(AnalysisError) -> InputOutputTable {
        if codes == sectors { return self }
        var places: [Int] = []
        for code in codes {
            guard let place = sectors.firstIndex(of: code) else {
                throw .unknownName(kind: "sector", name: code, known: sectors)
            }
            places.append(place)
        }
        if let rest = sectors.first(where: { !codes.contains($0) }) {
            throw .unknownName(kind: "sector", name: rest, known: codes)
        }
        func moved(_ values: [Double]) -> [Double] { places.map { values[$0] } }
        func moved(_ vectors: [NamedVector]) -> [NamedVector] {
            vectors.map { NamedVector(name: $0.name, values: moved($0.values)) }
        }
        do throws(TableError) {
            return try InputOutputTable(
                sectors: codes, intermediate: Matrix(rowMajor: places.map { moved(intermediate.row($0)) }),
                domesticFinalUse: moved(domesticFinalUse), export: moved(export), outflow: moved(outflow),
                imports: moved(imports), inflow: moved(inflow), discrepancy: moved(discrepancy),
                valueAdded: moved(valueAdded), output: moved(output), importedInputs: moved(importedInputs))
        } catch { throw .table(error) }
    }
}
