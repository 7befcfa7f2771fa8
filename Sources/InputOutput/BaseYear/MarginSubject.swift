/// What a margin is a total of.
public struct MarginSubject: Sendable, Equatable {
    public var account: Account
    public var scope: Scope

    /// Its parts, as documented on each.
    public init(_ account: Account, _ scope: Scope) {
        self.account = account
        self.scope = scope
    }

    /// An account of the table.
    public enum Account: Sendable, Equatable {
        case valueAdded, output, intermediateUse, intermediateInputs, imports, inflow, outflow
        /// A category of final use, or `export`, as the table names it.
        case finalUse(String)

        /// As files have it.
        public var text: String {
            switch self {
            case .valueAdded: "value added"
            case .output: "output"
            case .intermediateUse: "intermediate use"
            case .intermediateInputs: "intermediate inputs"
            case .imports: "imports"
            case .inflow: "inflow"
            case .outflow: "outflow"
            case .finalUse(let name): name
            }
        }
    }

    /// The sectors that it is of.
    public enum Scope: Sendable, Equatable {
        case all
        /// Those of a control, by its name.
        case control(String)
        /// Those of a control that none of its parts has; nil for the sectors outside the controls.
        case rest(of: String?)
        case outsideControls
        /// One, by its code.
        case sector(String)
    }

    /// As files have it, e.g. `value added of manufacturing`.
    public var text: String {
        switch scope {
        case .all: account.text
        case .control(let name), .sector(let name): "\(account.text) of \(name)"
        case .rest(let name): "\(account.text) of the rest of \(name ?? "the sectors outside the controls")"
        case .outsideControls: "\(account.text) outside the controls"
        }
    }
}
