import Foundation
import Testing

/// Compares text with the file of that name in `Snapshots` beside the calling test; with `MILEPOST_RECORD_SNAPSHOTS=1`
/// it writes the file instead, to be read before it is committed.
///
/// Text with figures has few digits of them, so that the last bits, which differ between processors, do not count.
public func expectSnapshot(
    _ text: String, _ name: String, beside test: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let folder = URL(fileURLWithPath: test).deletingLastPathComponent().appendingPathComponent("Snapshots")
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["MILEPOST_RECORD_SNAPSHOTS"] == "1" {
        try Data(text.utf8).write(to: file)
        return
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    guard text != expected else { return }
    let pair = zip(text.components(separatedBy: "\n"), expected.components(separatedBy: "\n"))
    let first = pair.first { $0 != $1 }
    Issue.record(
        """
        differs from Snapshots/\(name), first here:
        found    \(first?.0 ?? "another number of lines")
        expected \(first?.1 ?? "")
        """, sourceLocation: sourceLocation)
}
