import Glibc
import Goals
import Scenarios

/// A partial result as a file: lines of text that say what it is, an empty line, then the bytes of the result.
///
/// A part that was made of other inputs, with other options or by another version does not belong to the same run; the
/// lines say so before a byte of the result is read.
public struct PartFile: Sendable, Equatable {
    /// Milepost's version.
    public var version: String
    /// The scenario as the command line named it.
    public var scenario: String
    public var seed: UInt64
    /// Of the whole run.
    public var members: Int
    public var blockSize: Int
    public var knowledge: RunOptions.Knowledge
    public var sampling: RunOptions.Sampling
    public var shard: Shard
    /// SHA-256 and path of every file that the run reads, in the order of ``RunRecord``.
    public var inputs: [Input]

    /// A file that a run reads.
    public struct Input: Sendable, Equatable {
        public var digest: String
        public var path: String
    }

    /// The part of a run that is about to be written.
    ///
    /// - Parameter named: the scenario as the command line named it.
    public init(
        of run: ScenarioRun, shard: Shard, scenario: Scenario, named: String, options: RunOptions,
        version: String
    ) {
        self.init(
            version: version, scenario: named, seed: run.seed, members: run.members, blockSize: run.blockSize,
            knowledge: options.knowledge, sampling: options.sampling, shard: shard, inputs: Self.inputs(of: scenario))
    }

    init(
        version: String, scenario: String, seed: UInt64, members: Int, blockSize: Int,
        knowledge: RunOptions.Knowledge, sampling: RunOptions.Sampling, shard: Shard, inputs: [Input]
    ) {
        self.version = version
        self.scenario = scenario
        self.seed = seed
        self.members = members
        self.blockSize = blockSize
        self.knowledge = knowledge
        self.sampling = sampling
        self.shard = shard
        self.inputs = inputs
    }

    /// Digests of a scenario's inputs.
    public static func inputs(of scenario: Scenario) -> [Input] {
        scenario.inputs.map { Input(digest: SHA256.hexDigest(of: $0.bytes), path: oneLine($0.path)) }
    }

    /// What the run was started with, for one that joins its parts.
    public var options: RunOptions {
        RunOptions(members: members, seed: seed, blockSize: blockSize, knowledge: knowledge, sampling: sampling)
    }

    /// The file of a result directory that holds the part.
    public func file(_ part: PartialResult) -> OutputFile {
        let bytes = part.encoded()
        let described = lines + ["bytes: \(bytes.count) \(SHA256.hexDigest(of: bytes))"]
        let head = described + [Self.mark + Self.digest(of: described), "", ""]
        return OutputFile(
            relativePath: Self.name(of: shard),
            bytes: Array(head.joined(separator: "\n").utf8) + bytes)
    }

    /// Name of the file that holds a shard.
    public static func name(of shard: Shard) -> String { "part-\(shard.number)-of-\(shard.count)\(suffix)" }

    /// Ending of the files' names.
    public static let suffix = ".milepost-part"

    private static let title = "Milepost partial result 1"

    /// The last line: a digest of those above, so that none is believed that has changed.
    private static let mark = "head: "

    private static func digest(of lines: [String]) -> String {
        SHA256.hexDigest(of: Array(lines.joined(separator: "\n").utf8))
    }

    private var lines: [String] {
        [
            Self.title, "version: \(version)", "scenario: \(Self.oneLine(scenario))", "seed: \(seed)",
            "members: \(members)", "block: \(blockSize)", "figures known: \(RunRecord.text(of: knowledge))",
            "sampling: \(sampling.rawValue)", "shard: \(shard)",
        ] + inputs.map { "input: \($0.digest) \($0.path)" }
    }

    private static func oneLine(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
    }
}

extension PartFile {
    /// Reads what a file says of itself, and its bytes where they are asked for.
    ///
    /// - Throws: `PartFileError`.
    static func read(_ path: String, withBytes: Bool) throws(PartFileError) -> (
        part: PartFile, bytes: ArraySlice<UInt8>
    ) {
        guard let all = contents(of: path) else { throw .cannotRead(path: path, code: errno) }
        guard let end = endOfHead(all), let text = String(validating: all[..<end], as: UTF8.self) else {
            throw .notAPart(path: path)
        }
        var fields: [String: [String]] = [:]
        let lines = text.split(separator: "\n")
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":"), case let value = line[line.index(after: colon)...].dropFirst()
            else { throw .notAPart(path: path) }
            fields[String(line[..<colon]), default: []].append(String(value))
        }
        guard lines.first.map(String.init) == title, let part = PartFile(fields),
            let mark = fields["bytes"]?.first?.split(separator: " "), mark.count == 2, let count = Int(mark[0])
        else { throw .notAPart(path: path) }
        guard let last = lines.last, String(last) == Self.mark + Self.digest(of: lines.dropLast().map(String.init))
        else {
            throw .damaged(path: path, shard: part.shard)
        }
        let bytes = all[(end + 2)...]
        guard bytes.count == count else { throw .damaged(path: path, shard: part.shard) }
        if withBytes, SHA256.hexDigest(of: Array(bytes)) != mark[1] { throw .damaged(path: path, shard: part.shard) }
        return (part, withBytes ? bytes : [])
    }

    /// Place of the first of the two line ends behind the head.
    private static func endOfHead(_ bytes: [UInt8]) -> Int? {
        let newline = UInt8(ascii: "\n")
        return (0..<max(bytes.count - 1, 0)).first { bytes[$0] == newline && bytes[$0 + 1] == newline }
    }

    private init?(_ fields: [String: [String]]) {
        func field(_ name: String) -> String? { fields[name]?.first }
        guard let version = field("version"), let scenario = field("scenario"),
            let seed = field("seed").flatMap({ UInt64($0) }), let members = field("members").flatMap({ Int($0) }),
            let block = field("block").flatMap({ Int($0) }), members > 0, block > 0, block % 8 == 0,
            let knowledge = field("figures known").flatMap(Self.knowledge),
            let sampling = field("sampling").flatMap({ RunOptions.Sampling(rawValue: $0) }),
            let shard = field("shard").flatMap({ Shard($0) })
        else { return nil }
        let inputs = (fields["input"] ?? []).compactMap { line -> Input? in
            guard let space = line.firstIndex(of: " ") else { return nil }
            return Input(digest: String(line[..<space]), path: String(line[line.index(after: space)...]))
        }
        self.init(
            version: version, scenario: scenario, seed: seed, members: members, blockSize: block,
            knowledge: knowledge, sampling: sampling, shard: shard, inputs: inputs)
    }

    private static func knowledge(_ text: String) -> RunOptions.Knowledge? {
        switch text {
        case "published": .published
        case "prior": .prior
        default: text.hasPrefix("as of ") ? Int(text.dropFirst(6)).map { .asOf($0) } : nil
        }
    }

    private static func contents(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        var status = stat()
        guard fstat(fileno(file), &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            errno = EISDIR
            return nil
        }
        let size = Int(status.st_size)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = size > 0 ? fread(buffer.baseAddress, 1, size, file) : 0
        }
        return bytes.count == size ? bytes : nil
    }
}

extension Shard {
    /// `3/16`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let number = parts[0], let count = parts[1] else { return nil }
        self.init(number, of: count)
    }
}
