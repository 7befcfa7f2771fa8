extension Scenario {
    /// The levers that stand for a policy or an event, in the file's order: all but judgements of where things are
    /// heading, which belong to the forecast itself.
    public var instruments: [Lever] { levers.filter { $0.because == nil } }

    /// The same scenario with further quantities that are followed without published figures.
    public func following(_ quantities: [(name: String, indicator: Indicator)]) -> Scenario {
        var other = self
        other.tracked += quantities.map { name, indicator in
            TrackedIndicator(
                id: name, name: name, nameChinese: nil, indicator: indicator, observed: [], note: nil,
                location: SourceLocation(file: inputs.first?.path ?? id))
        }
        return other
    }
}
