import Ledger

/// What `run --record` says that it did.
public enum RecordNote {
    /// One sentence.
    public static func text(of appended: Ledger.Appended, path: String, language: Language) -> String {
        let label: LedgerLabel =
            appended.added == 0 && appended.unchanged == 0
            ? .nothingToRecord : appended.unchanged == 0 ? .recorded : .recordedUnchanged
        return language.text(
            label,
            ["path": path, "added": String(appended.added), "unchanged": String(appended.unchanged)]) + "\n"
    }
}
