import Glibc
import Goals
import JSON
import Ledger
import Scenarios

/// What it takes to repeat a run, and to know on what it ran.
public struct RunRecord: Sendable {
    /// Milepost's version.
    public var version: String
    public var machine: Machine
    /// Start, in seconds since 1970.
    public var started: Int
    /// Wall-clock seconds from start to the writing of results.
    public var seconds: Double

    /// A record of a run that began at `started`, in seconds since 1970, and took `seconds`.
    public init(version: String, machine: Machine, started: Int, seconds: Double) {
        self.version = version
        self.machine = machine
        self.started = started
        self.seconds = seconds
    }

    /// `run.json`: all keys in a fixed order, what changes from run to run (`time`) last.
    public func json(of result: ScenarioResult) -> JSONValue {
        let scenario = result.scenario
        // The words of pages in English: run.json is read by programs and by people who look for one.
        let words = NoticeWords(scenario, .english)
        let digests = scenario.inputs.map { SHA256.hexDigest(of: $0.bytes) }
        return .object([
            ("generator", .string("Milepost")),
            ("version", .string(version)),
            (
                "scenario",
                .object([
                    ("id", .string(scenario.id)), ("name", .string(scenario.name)),
                    ("name_zh", .optional(scenario.nameChinese)), ("region", .string(scenario.region)),
                    ("start", .integer(scenario.start)), ("end", .integer(scenario.end)),
                ])
            ),
            ("members", .integer(result.members)),
            // As text: a seed may exceed the integers that other readers of JSON keep exact.
            ("seed", .string(String(result.seed))),
            ("sampling", .string(result.sampling.rawValue)),
            ("figures_known", .string(Self.text(of: result.knowledge))),
            ("inputs", inputs(of: scenario, digests: digests)),
            ("inputs_sha256", .string(Self.digest(of: digests))),
            ("assumptions", .array(result.assumptions.map { marked(words.text(of: $0), quality: $0.quality) })),
            (
                "notices",
                .array(
                    result.notices.map {
                        .object([("level", .string($0.level.rawValue)), ("text", .string(words.text(of: $0)))])
                    })
            ),
            ("resolved_scenario", .string(scenario.resolvedYAML)),
            ("machine", machine.json),
            (
                "time",
                .object([
                    ("started", .string(Self.utc(started))), ("seconds", .number((1000 * seconds).rounded() / 1000)),
                ])
            ),
        ])
    }

    /// What a ledger says of this run.
    public func stamp(for scenario: Scenario) -> LedgerStamp {
        LedgerStamp(madeOn: Self.utc(started), version: version, digest: Self.digest(of: scenario))
    }

    /// One digest of all inputs: that of their digests in the order of `inputs`, a line each.
    public static func digest(of scenario: Scenario) -> String {
        digest(of: scenario.inputs.map { SHA256.hexDigest(of: $0.bytes) })
    }

    private static func digest(of digests: [String]) -> String {
        SHA256.hexDigest(of: Array(digests.map { $0 + "\n" }.joined().utf8))
    }

    /// `published`, `prior`, or the last year whose figures are known.
    static func text(of knowledge: RunOptions.Knowledge) -> String {
        switch knowledge {
        case .published: "published"
        case .prior: "prior"
        case .asOf(let year): "as of \(year)"
        }
    }

    private func inputs(of scenario: Scenario, digests: [String]) -> JSONValue {
        .array(
            zip(scenario.inputs, digests).map { input, digest in
                .object([
                    ("path", .string(input.path)), ("bytes", .integer(input.bytes.count)),
                    ("sha256", .string(digest)),
                ])
            })
    }

    private func marked(_ text: String, quality: Quality?) -> JSONValue {
        .object([("text", .string(text)), ("quality", .optional(quality?.rawValue))])
    }

    /// ISO 8601 in UTC, e.g. `2026-11-24T06:57:04Z`.
    static func utc(_ seconds: Int) -> String {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        var text = [CChar](repeating: 0, count: 32)
        let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// The computer of a run.
public struct Machine: Sendable, Equatable {
    public var processor: String
    public var cores: Int
    public var system: String
    /// How the linear algebra is configured, in the library's own words.
    public var linearAlgebra: String

    /// A computer described by the caller; `current` describes this one.
    public init(processor: String, cores: Int, system: String, linearAlgebra: String) {
        self.processor = processor
        self.cores = cores
        self.system = system
        self.linearAlgebra = linearAlgebra
    }

    /// This computer, as Linux describes it.
    public static func current(linearAlgebra: String) -> Machine {
        let processor = value(of: "model name", separator: ":", in: "/proc/cpuinfo")
        let system = value(of: "PRETTY_NAME", separator: "=", in: "/etc/os-release")
        return Machine(
            processor: processor ?? "unknown", cores: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
            system: system ?? "Linux", linearAlgebra: linearAlgebra)
    }

    var json: JSONValue {
        .object([
            ("processor", .string(processor)), ("cores", .integer(cores)), ("system", .string(system)),
            ("linear_algebra", .string(linearAlgebra)),
        ])
    }

    /// The first `key SEPARATOR value` line of a small system file, quotes removed.
    private static func value(of key: String, separator: Character, in path: String) -> String? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 4096)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let parts = text.split(separator: separator, maxSplits: 1)
            guard parts.count == 2, trimmed(parts[0]) == key else { continue }
            return trimmed(parts[1])
        }
        return nil
    }

    private static func trimmed(_ text: Substring) -> String {
        func isPadding(_ character: Character?) -> Bool {
            character.map { $0.isWhitespace || $0 == "\"" } ?? false
        }
        var text = text
        while isPadding(text.first) { text.removeFirst() }
        while isPadding(text.last) { text.removeLast() }
        return String(text)
    }
}
