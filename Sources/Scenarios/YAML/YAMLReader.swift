// The C parser inside Yams. Its events come one at a time, so that depth and
// size are bounded before anything is built, duplicate keys are all reported,
// and an alias is counted before it is expanded. Yams' own composer recurses,
// stops at the first duplicate, and hashes keys, aliases included.
import CSV
import CYaml

/// Reads one YAML document into a tree, within bounds that no scenario needs to exceed.
struct YAMLReader {
    static let maximumBytes = 1 << 20
    static let maximumDepth = 32
    /// After alias expansion.
    static let maximumNodes = 20_000

    private let file: String
    private let text: UnsafeBufferPointer<UInt8>
    private let log: DiagnosticLog
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// What the file should be, in errors.
    private let noun: String
    private var nodeCount = 0
    private var anchors: [String: Anchored] = [:]

    private struct Anchored {
        var node: ConfigNode
        var nodeCount: Int
        var height: Int
    }

    /// What is read under a node: needed when an alias repeats it.
    private struct Subtree {
        var node: ConfigNode
        var height: Int
    }

    /// Reading stops; the reason is in the log.
    private struct Stop: Error {}

    /// - Returns: nil if the text is unusable; the log then says why.
    static func read(
        _ bytes: [UInt8], file: String, log: DiagnosticLog, noun: String = "a scenario"
    ) -> ConfigNode? {
        let start = SourceLocation(file: file)
        if bytes.count > maximumBytes {
            log.error(start, "found \(bytes.count) bytes, expected at most \(maximumBytes) in a scenario file")
            return nil
        }
        if let offset = invalidUTF8Offset(bytes) {
            let line = 1 + bytes[..<offset].count { $0 == 0x0A }
            log.error(
                SourceLocation(file: file, line: line), "byte \(offset) is not valid UTF-8",
                suggestion: "save the file as UTF-8")
            return nil
        }
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else { return nil }
        defer { yaml_parser_delete(parser) }
        // The parser would count a byte order mark as a column.
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        return text.withUnsafeBufferPointer { buffer in
            yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
            var reader = YAMLReader(file: file, text: buffer, log: log, parser: parser, noun: noun)
            do {
                return try reader.document()
            } catch {
                return nil
            }
        }
    }

    private init(
        file: String, text: UnsafeBufferPointer<UInt8>, log: DiagnosticLog,
        parser: UnsafeMutablePointer<yaml_parser_t>, noun: String
    ) {
        self.file = file
        self.text = text
        self.log = log
        self.parser = parser
        self.noun = noun
    }

    private mutating func document() throws -> ConfigNode {
        var root: ConfigNode?
        while true {
            var event = try next()
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
            case YAML_DOCUMENT_START_EVENT:
                if root != nil { try stop(at(event.start_mark), "a second document begins, expected one in a file") }
            case YAML_STREAM_END_EVENT:
                guard let root else {
                    try stop(SourceLocation(file: file), "the file is empty, expected \(noun)")
                }
                return root
            default: root = try subtree(event, depth: 1).node
            }
        }
    }

    /// The node that an event begins. Recursion is bounded by `maximumDepth`.
    private mutating func subtree(_ event: yaml_event_t, depth: Int) throws -> Subtree {
        let location = at(event.start_mark)
        let before = nodeCount
        try count(1, location)
        if depth > Self.maximumDepth {
            try stop(location, "values are nested more than \(Self.maximumDepth) deep")
        }
        let result: Subtree
        let anchor: UnsafeMutablePointer<yaml_char_t>?
        switch event.type {
        case YAML_ALIAS_EVENT: return try alias(event, location, depth: depth)
        case YAML_SCALAR_EVENT:
            result = Subtree(node: scalar(event, location), height: 1)
            anchor = event.data.scalar.anchor
        case YAML_SEQUENCE_START_EVENT:
            result = try sequence(location, depth: depth)
            anchor = event.data.sequence_start.anchor
        case YAML_MAPPING_START_EVENT:
            result = try mapping(location, depth: depth)
            anchor = event.data.mapping_start.anchor
        default: try stop(location, "unexpected YAML event")
        }
        if let anchor {
            anchors[String(cString: anchor)] = Anchored(
                node: result.node, nodeCount: nodeCount - before, height: result.height)
        }
        return result
    }

    private mutating func alias(_ event: yaml_event_t, _ location: SourceLocation, depth: Int) throws -> Subtree {
        let name = String(cString: event.data.alias.anchor)
        guard let anchored = anchors[name] else {
            try stop(location, "found the alias *\(name), but nothing before it is marked &\(name)")
        }
        try count(anchored.nodeCount, location)
        if depth + anchored.height - 1 > Self.maximumDepth {
            try stop(location, "values are nested more than \(Self.maximumDepth) deep")
        }
        return Subtree(node: anchored.node, height: anchored.height)
    }

    private func scalar(_ event: yaml_event_t, _ location: SourceLocation) -> ConfigNode {
        let scalar = event.data.scalar
        let text = text(scalar.value, scalar.length, location)
        let isNull = scalar.style == YAML_PLAIN_SCALAR_STYLE && ["", "~", "null", "Null", "NULL"].contains(text)
        return ConfigNode(content: isNull ? .null : .scalar(text), location: location)
    }

    /// YAML can write any character by its code. A control character is refused: a terminal would obey it, and no report
    /// or workbook can hold it. Further messages about the text go without it.
    private func text(_ bytes: UnsafePointer<yaml_char_t>, _ count: Int, _ location: SourceLocation) -> String {
        let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
        guard let code = firstControlCharacter(in: text) else { return text }
        log.error(location, "found a control character (\(codePoint(code))), expected text", suggestion: "delete it")
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isControlCharacter($0) }))
    }

    private mutating func sequence(_ location: SourceLocation, depth: Int) throws -> Subtree {
        var items: [ConfigNode] = []
        var height = 0
        while true {
            var event = try next()
            defer { yaml_event_delete(&event) }
            if event.type == YAML_SEQUENCE_END_EVENT { break }
            let item = try subtree(event, depth: depth + 1)
            items.append(item.node)
            height = max(height, item.height)
        }
        return Subtree(node: ConfigNode(content: .list(items), location: location), height: height + 1)
    }

    private mutating func mapping(_ location: SourceLocation, depth: Int) throws -> Subtree {
        var entries: [ConfigNode.Entry] = []
        var lines: [String: Int] = [:]
        var height = 0
        while true {
            var keyEvent = try next()
            defer { yaml_event_delete(&keyEvent) }
            if keyEvent.type == YAML_MAPPING_END_EVENT { break }
            let keyLocation = at(keyEvent.start_mark)
            guard keyEvent.type == YAML_SCALAR_EVENT else {
                try stop(keyLocation, "found a key that is no plain word, expected `key: value`")
            }
            let scalar = keyEvent.data.scalar
            let key = text(scalar.value, scalar.length, keyLocation)
            var event = try next()
            defer { yaml_event_delete(&event) }
            let value = try subtree(event, depth: depth + 1)
            height = max(height, value.height)
            if let line = lines[key] {
                log.error(keyLocation, "the key \"\(key)\" stands twice in this map, first on line \(line)")
            } else {
                lines[key] = keyLocation.line
                entries.append(ConfigNode.Entry(key: key, keyLocation: keyLocation, value: value.node))
            }
        }
        return Subtree(node: ConfigNode(content: .map(entries), location: location), height: height + 1)
    }

    // MARK: Events

    private func next() throws -> yaml_event_t {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else {
            let problem = parser.pointee.problem.map { String(cString: $0) } ?? "unreadable"
            // The reader (bad characters) knows only an offset; the scanner and the parser have a mark.
            let mark = parser.pointee.error == YAML_READER_ERROR ? parser.pointee.mark : parser.pointee.problem_mark
            if problem.contains("nesting level") {
                try stop(at(mark), "values are nested more than \(Self.maximumDepth) deep")
            }
            var message = "not valid YAML: \(problem)"
            if let context = parser.pointee.context { message += " \(String(cString: context))" }
            let lines = min(parser.pointee.context_mark.line, mark.line)...mark.line
            let advice = YAMLAdvice(problem: message, lines: lines.map(line), column: mark.column)
            try stop(at(mark), message, suggestion: advice.text)
        }
        return event
    }

    /// The text of a line, counted from 0.
    private func line(_ index: Int) -> String {
        let lines = text.split(separator: 0x0A, maxSplits: index + 1, omittingEmptySubsequences: false)
        return index < lines.count ? String(decoding: lines[index], as: UTF8.self) : ""
    }

    private mutating func count(_ nodes: Int, _ location: SourceLocation) throws {
        nodeCount += nodes
        if nodeCount > Self.maximumNodes {
            try stop(location, "the file has more than \(Self.maximumNodes) values once aliases are expanded")
        }
    }

    private func at(_ mark: yaml_mark_t) -> SourceLocation {
        SourceLocation(file: file, line: mark.line + 1, column: mark.column + 1)
    }

    private func stop(_ location: SourceLocation, _ message: String, suggestion: String? = nil) throws -> Never {
        log.error(location, message, suggestion: suggestion)
        throw Stop()
    }
}

/// Offset of the first byte that does not continue valid UTF-8.
func invalidUTF8Offset(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    // Valid text keeps its length when decoded leniently: the first replacement that
    // the text did not contain itself marks the place.
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar): offset += UTF8.width(scalar)
        case .emptyInput, .error: return offset
        }
    }
}
