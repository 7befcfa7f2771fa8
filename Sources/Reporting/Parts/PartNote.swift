import Goals

/// What `run --shard` says that it did.
public enum PartNote {
    /// Two sentences.
    ///
    /// - Parameters:
    ///   - members: numbers of the shard's members, from 0 on.
    ///   - path: the file.
    public static func text(
        of shard: Shard, members: Range<Int>, whole: Int, path: String, language: Language
    ) -> String {
        language.text(
            PartLabel.written,
            [
                "shard": String(shard.number), "count": String(shard.count), "path": path,
                "first": String(members.lowerBound + 1), "last": String(members.upperBound), "members": String(whole),
            ]) + "\n"
    }
}
