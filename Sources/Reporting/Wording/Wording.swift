/// A catalogue of texts that readers see, in both languages, with `{placeholders}` for what varies.
protocol Wording: Sendable {
    var texts: (english: String, chinese: String) { get }
}
