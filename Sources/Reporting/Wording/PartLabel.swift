/// What is said of parts of a run, in both languages; see ``Wording``.
enum PartLabel: String, CaseIterable, Wording {
    case written

    var texts: (english: String, chinese: String) {
        switch self {
        case .written:
            (
                """
                Part {shard} of {count}: members {first} to {last} of {members}, in
                {path}
                When all {count} are there: milepost merge PARTS --out DIRECTORY
                """,
                """
                第 {shard} 部分（共 {count} 部分）：成员 {first}–{last}（共 {members} 个），已写入
                {path}
                全部 {count} 部分完成后：milepost merge PARTS --out DIRECTORY
                """
            )
        }
    }
}
