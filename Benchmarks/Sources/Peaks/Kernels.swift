import Elementwise
import LinearAlgebra
import Projection
import Sampling

/// The kernels that a projection is made of, on data of the size of a block of members.
enum Kernels {
    /// A block of members times a square or oblong matrix, as for output or for the growth of units.
    static func product(rows: Int, inner: Int, columns: Int) -> () -> Void {
        let (a, c) = (columnsOfOnes(rows, inner), columnsOfOnes(rows, columns))
        let factor = Matrix(rowMajor: (0..<inner).map { _ in [Double](repeating: 1 / Double(inner), count: columns) })
        return {
            multiply(
                MatrixView(a.values.baseAddress!, rows: rows, columns: inner), factor,
                into: MutableMatrixView(c.values.baseAddress!, rows: rows, columns: columns))
        }
    }

    static func uniforms(rows: Int) -> () -> Void {
        let (stream, values) = (RandomStream(seed: 1, purpose: "benchmark", item: "peak"), columnsOfOnes(rows, 1))
        return { stream.fill(step: 0, firstMember: 0, into: values.column(0)) }
    }

    static func normals(rows: Int) -> () -> Void {
        let (stream, values) = (RandomStream(seed: 1, purpose: "benchmark", item: "peak"), columnsOfOnes(rows, 1))
        return {
            stream.fill(step: 0, firstMember: 0, into: values.column(0))
            normalQuantile(inPlace: values.column(0))
        }
    }

    static func laplace(rows: Int) -> () -> Void {
        let (stream, values) = (RandomStream(seed: 1, purpose: "benchmark", item: "peak"), columnsOfOnes(rows, 1))
        return {
            stream.fill(step: 0, firstMember: 0, into: values.column(0))
            laplaceQuantile(inPlace: values.column(0))
        }
    }

    static func exponential(rows: Int) -> () -> Void {
        let (x, y) = (spread(rows), columnsOfOnes(rows, 1))
        return { y.column(0).setExponential(of: x.column(0)) }
    }

    static func logarithm(rows: Int) -> () -> Void {
        let (x, y) = (spread(rows), columnsOfOnes(rows, 1))
        return { y.column(0).setLogarithm(of: x.column(0)) }
    }

    /// Counting values into the histogram that quantiles are read from.
    static func quantiles(rows: Int) -> () -> Void {
        let values = spread(rows)
        var sketch = QuantileSketch()
        return { sketch.add(UnsafeBufferPointer(values.column(0))) }
    }

    /// y ← y + x: two reads and a write.
    static func addition(count: Int) -> () -> Void {
        let (x, y) = (columnsOfOnes(count, 1), columnsOfOnes(count, 1))
        return { y.column(0).add(x.column(0)) }
    }

    private static func columnsOfOnes(_ rows: Int, _ columns: Int) -> BlockColumns {
        let block = BlockColumns(rows: rows, columns: columns)
        block.values.update(repeating: 1)
        return block
    }

    /// Positive values that differ from each other as outputs and sizes do.
    private static func spread(_ rows: Int) -> BlockColumns {
        let block = columnsOfOnes(rows, 1)
        RandomStream(seed: 1, purpose: "benchmark", item: "spread").fill(
            step: 0, firstMember: 0, into: block.column(0))
        for row in 0..<rows { block.column(0)[row] += 0.5 }
        return block
    }
}
