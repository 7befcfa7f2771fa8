import Projection

extension Tally {
    /// Writes all that cannot be had from the scenario.
    func write(to writer: inout ByteWriter) {
        writer.write(cohorts) { writer, cohort in
            writer.write(cohort.members.lowerBound)
            writer.write(cohort.members.upperBound)
            writer.write(cohort.learning) { writer, report in
                writer.write(report == nil ? 0 : 1)
                writer.write(report?.vintages ?? []) { $1.write(to: &$0) }
            }
            writer.write(cohort.sums.ordered) { writer, part in
                writer.write(part.node.level)
                writer.write(part.node.place)
                writer.write(part.sums) { $0.write($1) }
            }
        }
        writer.write(signed: exponent)
        writer.write(sketches) { $1.write(to: &$0) }
    }

    /// Adds what was written of the members that follow.
    ///
    /// - Parameters:
    ///   - plan: of the same run.
    ///   - members: what the bytes must be of.
    mutating func join(
        from reader: inout ByteReader, plan: RunPlan, members: Range<Int>
    ) throws(ByteReader.Malformed) {
        let figures: [FigurePlan?] = plan.models.map { plan.learns ? try? FigurePlan($0) : nil }
        let cohorts = try reader.list { reader throws(ByteReader.Malformed) in
            try Cohort(from: &reader, figures: figures)
        }
        let exponent = try reader.signed()
        let expected = sketches.isEmpty ? plan.makeObserver().sketchCount : sketches.count
        guard try reader.count() == expected, cohorts.map(\.members).follow(members) else {
            throw ByteReader.Malformed()
        }
        try join(cohorts, exponent: exponent, sketches: expected) { () throws(ByteReader.Malformed) in
            try WeightedSketch(from: &reader)
        }
        guard reader.isAtEnd else { throw ByteReader.Malformed() }
    }
}

extension [Range<Int>] {
    /// Whether the ranges, one after the other, make up the whole.
    fileprivate func follow(_ whole: Range<Int>) -> Bool {
        let ends = [whole.lowerBound] + map(\.upperBound)
        return map(\.lowerBound) + [whole.upperBound] == ends
    }
}

extension Tally.Cohort {
    fileprivate init(from reader: inout ByteReader, figures: [FigurePlan?]) throws(ByteReader.Malformed) {
        let (first, end) = (try reader.count(), try reader.count())
        var model = 0
        let learning = try reader.list { reader throws(ByteReader.Malformed) -> LearningReport? in
            let has = try reader.count() == 1
            let plan = model < figures.count ? figures[model] : nil
            model += 1
            let vintages = try reader.list { reader throws(ByteReader.Malformed) in
                try LearningReport.Vintage(from: &reader, plan: plan)
            }
            return has ? LearningReport(vintages: vintages, excluded: plan?.excluded ?? []) : nil
        }
        var sums = DyadicSums()
        let nodes = try reader.list { reader throws(ByteReader.Malformed) in
            (
                level: try reader.count(), place: try reader.count(),
                sums: try reader.list { reader throws(ByteReader.Malformed) in try reader.double() }
            )
        }
        guard first < end, learning.count == figures.count else { throw ByteReader.Malformed() }
        for node in nodes { sums.add(node.sums, of: .init(level: node.level, place: node.place)) }
        self.init(members: first..<end, learning: learning, sums: sums)
    }
}

extension LearningReport.Vintage {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(year)
        writer.write(figures) { $1.write(to: &$0) }
        writer.write(health.members)
        writer.write(health.effectiveMembers)
        writer.write(contradictions)
        writer.write(logEvidence)
    }

    /// - Parameter plan: what the figures are.
    fileprivate init(from reader: inout ByteReader, plan: FigurePlan?) throws(ByteReader.Malformed) {
        let year = try reader.count()
        var figures = (plan?.figures(of: year) ?? [])[...]
        let results = try reader.list { reader throws(ByteReader.Malformed) in
            guard let figure = figures.popFirst() else { throw ByteReader.Malformed() }
            return try FigureResult(figure, from: &reader)
        }
        guard figures.isEmpty else { throw ByteReader.Malformed() }
        self.init(
            year: year, figures: results,
            health: EnsembleHealth(members: try reader.count(), effectiveMembers: try reader.double()),
            contradictions: try reader.count(), logEvidence: try reader.double())
    }
}

extension FigureResult {
    fileprivate func write(to writer: inout ByteWriter) {
        for value in [predicted.p5, predicted.p50, predicted.p95] { writer.write(value) }
        for value in [error, surprise, chance] { writer.write(value.map { [$0] } ?? []) { $0.write($1) } }
        writer.write(moved) { writer, mover in
            writer.write(mover.input)
            writer.write(mover.deviations)
        }
    }

    fileprivate init(_ figure: LearnedFigure, from reader: inout ByteReader) throws(ByteReader.Malformed) {
        func optional(_ reader: inout ByteReader) throws(ByteReader.Malformed) -> Double? {
            try reader.list { reader throws(ByteReader.Malformed) in try reader.double() }.first
        }
        self.init(
            indicator: figure.indicator, subject: figure.subject, subjectChinese: figure.subjectChinese,
            display: figure.display, point: figure.point, sense: figure.rule.sense, error: nil,
            predicted: (try reader.double(), try reader.double(), try reader.double()), surprise: nil, chance: nil,
            moved: [])
        error = try optional(&reader)
        surprise = try optional(&reader)
        chance = try optional(&reader)
        moved = try reader.list { reader throws(ByteReader.Malformed) in
            (input: try reader.text(), deviations: try reader.double())
        }
    }
}
