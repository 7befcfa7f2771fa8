/// The first control character that no text should hold. Nil where there is none.
///
/// They are refused where text is read: a terminal obeys them, and neither XML nor a spreadsheet can hold them.
public func firstControlCharacter(in text: String) -> UInt32? {
    text.unicodeScalars.first(where: isControlCharacter)?.value
}

/// Whether it is of C0 or C1, or DEL, but neither tab nor a line end.
public func isControlCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F...0x9F: true
    default: false
    }
}

/// As Unicode writes it, e.g. `U+0007`.
public func codePoint(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
}

/// Whether UTF-8 may hold a control character but tab and line ends. Cost: one pass; true also for some other text of
/// Latin-1's supplement, which `firstControlCharacter` then tells apart.
func mayHoldControl(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.contains { byte in
        (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F || byte == 0xC2
    }
}
