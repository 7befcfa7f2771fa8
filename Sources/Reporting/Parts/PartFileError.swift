import Glibc
import Goals

/// Why files are not the parts of one run, and what to do about it.
public enum PartFileError: Error, Sendable, Equatable, CustomStringConvertible {
    case nothingGiven
    case missingFile(path: String)
    case noPart(directory: String)
    case cannotRead(path: String, code: Int32)
    case notAPart(path: String)
    /// Cut off or changed since it was written.
    case damaged(path: String, shard: Shard)
    case otherVersion(path: String, found: String, expected: String)
    /// Two files that are of different runs.
    case otherRun(path: String, what: String, found: String, first: String, expected: String)
    case twice(shard: Shard, path: String, other: String)
    case missing(shards: [Int], count: Int, scenario: String)
    /// An input is no longer what it was; `then` is the path that it had.
    case changedInput(path: String, input: String, then: String?)

    public var description: String {
        switch self {
        case .nothingGiven: "no parts were given: name the files or directories that `milepost run --shard` wrote"
        case .missingFile(let path):
            "\(path): not found: name a file or a directory that `milepost run --shard` wrote"
        case .noPart(let directory):
            "\(directory): no \(PartFile.suffix) file in this directory: run the shard with --out \(directory)"
        case .cannotRead(let path, let code): "\(path): cannot be read: \(String(cString: strerror(code)))"
        case .notAPart(let path): "\(path): this is no partial result: name files that `milepost run --shard` wrote"
        case .damaged(let path, let shard):
            "\(path): the file is damaged or cut off: copy it again, or run --shard \(shard) again"
        case .otherVersion(let path, let found, let expected):
            "\(path): written by Milepost \(found), this is \(expected): join parts with the version that wrote them"
        case .otherRun(let path, let what, let found, let first, let expected):
            """
            \(path): part of another run: \(what) is \(found), and \(expected) in \(first): run all shards with the \
            same scenario and options
            """
        case .twice(let shard, let path, let other):
            "\(path): shard \(shard) is in \(other) already: name each shard once"
        case .missing(let shards, let count, let scenario):
            """
            \(scenario): \(shards.count == 1 ? "shard" : "shards") \(Self.list(shards)) of \(count) \
            \(shards.count == 1 ? "is" : "are") missing: run \(shards.count == 1 ? "it" : "them") with --shard \
            \(shards[0])/\(count)\(shards.count == 1 ? "" : " and so on"), or name \
            \(shards.count == 1 ? "its file" : "their files")
            """
        case .changedInput(let path, let input, let then):
            """
            \(input): not the file that the parts were made of (\(then.map { "\($0) in " } ?? "")\(path)): put it back, \
            name the scenario with --scenario, or run all shards again
            """
        }
    }

    private static func list(_ numbers: [Int]) -> String {
        let shown = numbers.prefix(8).map(String.init).joined(separator: ", ")
        return numbers.count > 8 ? shown + " and \(numbers.count - 8) more" : shown
    }
}
