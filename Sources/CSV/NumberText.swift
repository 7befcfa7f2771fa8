/// Writes numbers as text into memory of the caller, without a String for each.
///
/// The shortest digits that read back as the same Double, in the form of
/// `Double.description` without its `.0`. Two ways lead there:
/// - m = v · 10⁴ rounded is below 10¹⁵ and m / 10⁴ is v: m with its zeros cut
///   off, as no other decimal of 15 digits or fewer reads back as v. About 10 ns.
/// - All else is written by the standard library, which hands its digits over
///   without a String. About 35 ns.
struct NumberText: TextOutputStream {
    /// Bytes that any number fits in.
    static let capacity = 32

    private let start: UnsafeMutablePointer<UInt8>
    /// Bytes written.
    private(set) var count = 0

    /// - Parameter start: memory for `capacity` bytes and whatever is written before the number.
    init(_ start: UnsafeMutablePointer<UInt8>) { self.start = start }

    mutating func append(_ byte: UInt8) {
        start[count] = byte
        count += 1
    }

    /// A whole number.
    mutating func append(_ number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        appendDigits(UInt64(number.magnitude))
    }

    /// A finite number; negative zero is written `0`.
    mutating func append(_ number: Double) {
        let magnitude = abs(number)
        if magnitude < 1e11 {
            let scaled = UInt64(magnitude * 10_000 + 0.5)
            if Double(scaled) / 10_000 == magnitude {
                if number < 0 { append(UInt8(ascii: "-")) }
                let (whole, decimals) = scaled.quotientAndRemainder(dividingBy: 10_000)
                appendDigits(whole)
                return appendDecimals(Int(decimals))
            }
        } else if magnitude < 0x1p53, Double(UInt64(magnitude)) == magnitude {
            return append(Int(number))
        }
        number.write(to: &self)
        if count > 2, start[count - 2] == UInt8(ascii: "."), start[count - 1] == UInt8(ascii: "0") { count -= 2 }
    }

    private mutating func appendDigits(_ number: UInt64) {
        var rest = number
        var digits = 1
        var bound: UInt64 = 10
        while digits < 20, rest >= bound {
            digits += 1
            let next = bound.multipliedReportingOverflow(by: 10)
            if next.overflow { break }
            bound = next.partialValue
        }
        for place in stride(from: count + digits - 1, through: count, by: -1) {
            start[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += digits
    }

    /// Ten-thousandths, the zeros at their end cut off.
    private mutating func appendDecimals(_ decimals: Int) {
        if decimals == 0 { return }
        append(UInt8(ascii: "."))
        var (rest, unit) = (decimals, 1000)
        while rest > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / unit))
            rest %= unit
            unit /= 10
        }
    }

    mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { _writeASCII($0) }
    }

    /// What numbers of the standard library call instead of `write` where a stream has it.
    mutating func _writeASCII(_ text: UnsafeBufferPointer<UInt8>) {
        for byte in text { append(byte) }
    }
}
