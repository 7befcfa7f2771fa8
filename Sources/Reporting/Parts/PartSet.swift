import Goals
import Scenarios

/// The files of all parts of one run, in the order of their shards.
public struct PartSet: Sendable {
    private let paths: [String]
    /// What all parts say of their run, but for the shard.
    public let first: PartFile

    /// Looks at the files and checks that they are the parts of one run, each shard once.
    ///
    /// - Parameters:
    ///   - named: files, or result directories that hold one or more.
    ///   - version: of this program.
    /// - Throws: `PartFileError`.
    public init(_ named: [String], version: String) throws(PartFileError) {
        var files: [(path: String, part: PartFile)] = []
        for path in named {
            for file in try Self.files(at: path) {
                files.append((file, try PartFile.read(file, withBytes: false).part))
            }
        }
        guard let (firstPath, first) = files.first else { throw .nothingGiven }
        if first.version != version {
            throw .otherVersion(path: firstPath, found: first.version, expected: version)
        }
        for (path, part) in files.dropFirst() {
            if let difference = part.difference(from: first) {
                throw .otherRun(
                    path: path, what: difference.what, found: difference.found, first: firstPath,
                    expected: difference.expected)
            }
        }
        var byShard: [Int: String] = [:]
        for (path, part) in files {
            if let other = byShard[part.shard.number] { throw .twice(shard: part.shard, path: path, other: other) }
            byShard[part.shard.number] = path
        }
        let numbers = 1...first.shard.count
        let missing = numbers.filter { byShard[$0] == nil }
        if !missing.isEmpty { throw .missing(shards: missing, count: first.shard.count, scenario: first.scenario) }
        paths = numbers.map { byShard[$0]! }
        self.first = first
    }

    private static func files(at path: String) throws(PartFileError) -> [String] {
        switch try? FileSystem.kind(of: path) {
        case .missing, nil: throw .missingFile(path: path)
        case .other: return [path]
        case .directory: break
        }
        let parts = ((try? FileSystem.files(below: path)) ?? []).filter { $0.hasSuffix(PartFile.suffix) }.sorted()
        guard !parts.isEmpty else { throw .noPart(directory: path) }
        return parts.map { (path.hasSuffix("/") ? path : path + "/") + $0 }
    }

    /// Checks that a scenario is what the parts were made of.
    ///
    /// - Throws: `PartFileError.changedInput`.
    public func check(_ scenario: Scenario) throws(PartFileError) {
        let own = PartFile.inputs(of: scenario)
        for (index, input) in own.enumerated() {
            guard index < first.inputs.count, first.inputs[index].digest == input.digest else {
                throw .changedInput(
                    path: paths[0], input: input.path,
                    then: index < first.inputs.count ? first.inputs[index].path : nil)
            }
        }
        if let gone = first.inputs.dropFirst(own.count).first {
            throw .changedInput(path: paths[0], input: gone.path, then: nil)
        }
    }

    /// Reads all parts, one after the other, and joins them.
    ///
    /// - Throws: `PartFileError`, `ShardError`.
    public func joined(for run: ScenarioRun) throws -> PartialResult {
        var joined = PartialResult()
        for path in paths {
            let (part, bytes) = try PartFile.read(path, withBytes: true)
            do throws(ShardError) {
                try run.join(part.shard, encoded: bytes, to: &joined)
            } catch {
                throw PartFileError.damaged(path: path, shard: part.shard)
            }
        }
        return joined
    }
}

extension PartFile {
    /// The first thing in which a part differs from another of the same run, if it does.
    fileprivate func difference(from first: PartFile) -> (what: String, found: String, expected: String)? {
        let pairs: [(String, String, String)] = [
            ("version", version, first.version), ("number of shards", "\(shard.count)", "\(first.shard.count)"),
            ("--members", "\(members)", "\(first.members)"), ("--seed", "\(seed)", "\(first.seed)"),
            ("figures known", RunRecord.text(of: knowledge), RunRecord.text(of: first.knowledge)),
            ("--sampling", sampling.rawValue, first.sampling.rawValue),
            ("members in a block", "\(blockSize)", "\(first.blockSize)"),
        ]
        if let pair = pairs.first(where: { $0.1 != $0.2 }) { return pair }
        guard inputs.map(\.digest) != first.inputs.map(\.digest) else { return nil }
        let place = zip(inputs, first.inputs).first { $0.digest != $1.digest }
        return ("input", place?.0.path ?? scenario, "\(place?.1.path ?? first.scenario) with other contents")
    }
}
