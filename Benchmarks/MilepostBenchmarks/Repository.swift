import Foundation

/// Places in the repository that the benchmarks were built from.
enum Repository {
    private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized

    static func path(_ relative: String) -> String { root.appending(path: relative).path }

    /// Every scenario that can be run, by its path under `scenarios`.
    static func scenarios() -> [String] {
        let names = FileManager.default.enumerator(atPath: path("scenarios"))?.compactMap { $0 as? String } ?? []
        return names.filter { $0.contains("/") && $0.hasSuffix(".yaml") && !$0.hasSuffix(".part.yaml") }.sorted()
    }
}
