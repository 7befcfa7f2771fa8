import Foundation
import Sampling

/// A made-up input-output table of any size, the same for the same size, as a CSV file in Milepost's layout.
///
/// Coefficients are uniform draws, scaled so that every sector buys 60% of its output from sectors; all final demand is
/// export, so that demand is one vector, nothing is imported, and output is L f. Cells are thousandths, in whole
/// numbers until they are written: accounts add up exactly.
struct GeneratedTable {
    let sectors: Int
    /// Thousandths of 亿元.
    private let output: [Int64]

    init(sectors: Int) {
        precondition(sectors >= 8, "with fewer sectors some final demand could be negative")
        self.sectors = sectors
        let draws = RandomStream(seed: 7, purpose: "benchmark table", item: "output")
        output = (0..<sectors).map { sector in
            // Within a narrow range, so that what is left for final demand is positive everywhere.
            Int64(100_000 * Double(sectors) * (0.85 + 0.3 * draws.uniform(step: 0, member: UInt64(sector))))
        }
    }

    /// `s0001`, `s0002`, …
    static func code(_ sector: Int) -> String {
        let number = String(sector + 1)
        return "s" + String(repeating: "0", count: max(5 - number.count, 0)) + number
    }

    /// Column by column what each sector buys: column sums are 60% of output.
    private func intermediate() -> [Int64] {
        var cells = [Int64](repeating: 0, count: sectors * sectors)
        let stream = RandomStream(seed: 7, purpose: "benchmark table", item: "coefficients")
        cells.withUnsafeMutableBufferPointer { cells in
            withUnsafeTemporaryAllocation(of: Double.self, capacity: sectors) { draws in
                draws.initialize(repeating: 0)
                for column in 0..<sectors {
                    stream.fill(step: UInt32(column), firstMember: 0, into: draws)
                    let scale = 0.6 * Double(output[column]) / draws.reduce(0, +)
                    for row in 0..<sectors { cells[row * sectors + column] = Int64(draws[row] * scale) }
                }
            }
        }
        return cells
    }

    /// Writes the file, row by row through a buffer.
    func write(to path: String) throws {
        let cells = intermediate()
        let file = try ByteFile(path)
        let codes = (0..<sectors).map(Self.code)
        file.append("row," + codes.joined(separator: ",") + ",export,import,output\n")
        var bought = [Int64](repeating: 0, count: sectors)
        for row in 0..<sectors {
            file.append(codes[row])
            var sold: Int64 = 0
            for column in 0..<sectors {
                let cell = cells[row * sectors + column]
                sold += cell
                bought[column] += cell
                file.append(thousandths: cell)
            }
            file.append(thousandths: output[row] - sold)
            file.append(thousandths: 0)
            file.append(thousandths: output[row])
            file.append("\n")
        }
        file.append("value_added")
        for column in 0..<sectors { file.append(thousandths: output[column] - bought[column]) }
        file.append(",,,\n")
        try file.close()
    }
}

/// Bytes on their way to a file.
final class ByteFile {
    private var bytes: [UInt8] = []
    private let handle: FileHandle

    init(_ path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        self.handle = handle
    }

    func append(_ text: String) {
        bytes += text.utf8
        if bytes.count > 1 << 20 { flush() }
    }

    /// A comma and the number with its decimals.
    func append(thousandths number: Int64) {
        precondition(number >= 0, "made-up cells are not negative")
        bytes.append(UInt8(ascii: ","))
        let start = bytes.count
        var (rest, digits) = (number, 0)
        repeat {
            if digits == 3 { bytes.append(UInt8(ascii: ".")) }
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
            digits += 1
        } while rest > 0 || digits < 4
        bytes[start...].reverse()
    }

    func close() throws {
        flush()
        try handle.close()
    }

    private func flush() {
        handle.write(Data(bytes))
        bytes.removeAll(keepingCapacity: true)
    }
}
