/// One thing that is wrong, or doubtful, in an input file.
public struct Diagnostic: Sendable, Hashable {
    /// An error stops the run, a warning does not.
    public enum Severity: String, Sendable { case error, warning }

    /// Whether the file can be used all the same.
    public var severity: Severity
    /// Where, and at which key.
    public var location: SourceLocation
    /// What was found and what was expected.
    public var message: String
    /// What to do about it, where that can be said.
    public var suggestion: String?

    /// A diagnostic of the parts given.
    public init(severity: Severity, location: SourceLocation, message: String, suggestion: String? = nil) {
        self.severity = severity
        self.location = location
        self.message = message
        self.suggestion = suggestion
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `file:line:column: key.path: message`, then the suggestion on an indented line of its own.
    public var description: String {
        var text = "\(location): "
        if severity == .warning { text += "warning: " }
        if !location.keyPath.isEmpty { text += "\(location.keyPath): " }
        text += message
        if let suggestion { text += "\n    \(suggestion)" }
        return text
    }
}

/// A scenario that cannot be used, with everything that is wrong in it.
public struct ScenarioError: Error, Sendable, Equatable, CustomStringConvertible {
    /// By file, then line, then column; warnings are among them.
    public var diagnostics: [Diagnostic]

    /// An error of the diagnostics given, which must already be in order.
    public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    /// All diagnostics, one after the other.
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

/// Collects what the stages of loading find, so that all of it is reported at once.
final class DiagnosticLog {
    private(set) var diagnostics: [Diagnostic] = []
    private var known: Set<Diagnostic> = []
    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    func error(_ location: SourceLocation, _ message: String, suggestion: String? = nil) {
        add(Diagnostic(severity: .error, location: location, message: message, suggestion: suggestion))
    }

    func warning(_ location: SourceLocation, _ message: String, suggestion: String? = nil) {
        add(Diagnostic(severity: .warning, location: location, message: message, suggestion: suggestion))
    }

    /// A value that two stages look at is reported once.
    private func add(_ diagnostic: Diagnostic) {
        if known.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }

    /// In the order in which a reader goes through the files.
    var sorted: [Diagnostic] {
        diagnostics.enumerated().sorted { a, b in
            let (x, y) = (a.element.location, b.element.location)
            if x.file != y.file { return x.file < y.file }
            if x.line != y.line { return (x.line ?? 0) < (y.line ?? 0) }
            if x.column != y.column { return (x.column ?? 0) < (y.column ?? 0) }
            return a.offset < b.offset
        }.map(\.element)
    }
}
