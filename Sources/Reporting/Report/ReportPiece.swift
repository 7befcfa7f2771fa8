extension ReportPiece {
    /// The text in pieces, addresses of web pages as links.
    ///
    /// Only `http` and `https` become links: any other scheme, such as `javascript`, stays text.
    package static func pieces(of text: String) -> [ReportPiece] {
        var pieces: [ReportPiece] = []
        var plain = Substring(text)
        var rest = plain
        while let start = addressStart(in: rest) {
            let address = address(in: rest[start...])
            rest = rest[start...].dropFirst(address.count)
            guard let host = address.split(separator: "/", maxSplits: 2).dropFirst().first, host.count > 2 else {
                continue
            }
            let before = plain[..<start]
            if !before.isEmpty { pieces.append(ReportPiece(text: String(before))) }
            pieces.append(ReportPiece(text: String(address), link: String(address)))
            plain = rest
        }
        if !plain.isEmpty || pieces.isEmpty { pieces.append(ReportPiece(text: String(plain))) }
        return pieces
    }

    private static func addressStart(in text: Substring) -> Substring.Index? {
        ["https://", "http://"].compactMap { text.firstRange(of: $0)?.lowerBound }.min()
    }

    /// Up to the first character that addresses do not have; a stop after it belongs to the sentence.
    private static func address(in text: Substring) -> Substring {
        var address = text.prefix { character in
            character.isASCII && !character.isWhitespace && !"<>\"'`{}|\\^".contains(character)
        }
        while let last = address.last, ".,;:!?)".contains(last) { address.removeLast() }
        return address
    }
}
