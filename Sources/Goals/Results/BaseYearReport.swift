import InputOutput
import Scenarios

/// What the base-year update imposed, inferred, and left over.
public struct BaseYearReport: Sendable {
    public var fromYear: Int
    public var toYear: Int
    public var margins: [Margin]

    /// A total of the updated table.
    public struct Margin: Sendable {
        /// Published and met; following from an assumption; or what is left when the others are met.
        public enum Status: String, Sendable { case imposed, inferred, residual }
        public var subject: MarginSubject
        /// As files have it, e.g. `value added of manufacturing`.
        public var name: String { subject.text }
        /// Code of the sector that it is a total of; nil for a total of several.
        public var sector: String? { if case .sector(let code) = subject.scope { code } else { nil } }
        public var status: Status
        /// 亿元
        public var value: Double
        public var quality: Quality?
        public var note: String

        /// Its parts, as documented on each.
        public init(
            subject: MarginSubject, status: Status, value: Double, quality: Quality?, note: String
        ) {
            self.subject = subject
            self.status = status
            self.value = value
            self.quality = quality
            self.note = note
        }
    }

    /// Its parts, as documented on each.
    public init(fromYear: Int, toYear: Int, margins: [Margin]) {
        self.fromYear = fromYear
        self.toYear = toYear
        self.margins = margins
    }
}
