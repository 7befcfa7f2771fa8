/// What a cell says when read as a number.
enum DecimalParse: Equatable {
    case blank
    case number(Double)
    case malformed
}

/// Reads `[+-] digits [. digits] [e [+-] digits]`, spaces around it allowed.
///
/// Correctly rounded: up to 15 significant digits and a power of ten up to 22
/// are exact in Double, so that one multiplication or division rounds once
/// (Clinger 1990); all else goes through the standard library.
func parseDecimal(_ text: String) -> DecimalParse {
    var copy = text
    return copy.withUTF8 { bytes in
        var start = 0
        var end = bytes.count
        while start < end, isBlank(bytes[start]) { start += 1 }
        while start < end, isBlank(bytes[end - 1]) { end -= 1 }
        if start == end { return .blank }
        return parseTrimmed(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

private let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    1e20, 1e21, 1e22,
]

private func parseTrimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> DecimalParse {
    var index = 0
    let isNegative = bytes[0] == UInt8(ascii: "-")
    if isNegative || bytes[0] == UInt8(ascii: "+") { index = 1 }

    var mantissa: UInt64 = 0
    var digits = 0
    var decimals = 0
    var hasPoint = false
    while index < bytes.count {
        let digit = bytes[index] &- UInt8(ascii: "0")
        if digit < 10 {
            mantissa = mantissa &* 10 &+ UInt64(digit)
            digits += 1
            if hasPoint { decimals += 1 }
        } else if bytes[index] == UInt8(ascii: "."), !hasPoint {
            hasPoint = true
        } else {
            break
        }
        index += 1
    }
    guard digits > 0 else { return .malformed }

    let hasExponent = index < bytes.count
    if hasExponent, !isExponent(UnsafeBufferPointer(rebasing: bytes[index...])) { return .malformed }
    if !hasExponent, digits <= 15, decimals <= 22 {
        let magnitude = Double(mantissa) / powersOfTen[decimals]
        return .number(isNegative ? -magnitude : magnitude)
    }
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return .malformed }
    return .number(value)
}

private func isExponent(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes[0] == UInt8(ascii: "e") || bytes[0] == UInt8(ascii: "E") else { return false }
    var digits = bytes.dropFirst()
    if let sign = digits.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { digits = digits.dropFirst() }
    return !digits.isEmpty && digits.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
}
