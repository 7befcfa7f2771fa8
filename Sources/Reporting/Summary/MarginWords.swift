import InputOutput

/// The words for totals of a table that is moved.
struct MarginWords {
    let language: Language
    /// Names of controls by their ids, and of sectors by their codes.
    var control: (String) -> String
    var sector: (String) -> String

    func text(_ subject: MarginSubject) -> String {
        let account = language.name(of: subject.account)
        func text(_ label: MarginLabel, _ name: String) -> String {
            language.text(label, ["account": account, "name": name])
        }
        return switch subject.scope {
        case .all: account
        case .control(let name): text(.ofControl, control(name))
        case .sector(let code): text(.ofControl, sector(code))
        case .rest(let name?): text(.ofRest, control(name))
        case .rest(nil): text(.ofRestOutside, "")
        case .outsideControls: text(.outsideControls, "")
        }
    }
}

extension Language {
    /// An account of a table; categories that only one table has go by its name for them.
    func name(of account: MarginSubject.Account) -> String {
        switch account {
        case .valueAdded: text(MarginLabel.valueAdded)
        case .output: text(MarginLabel.output)
        case .intermediateUse: text(MarginLabel.intermediateUse)
        case .intermediateInputs: text(MarginLabel.intermediateInputs)
        case .imports: text(MarginLabel.imports)
        case .inflow: text(MarginLabel.inflow)
        case .outflow: text(MarginLabel.outflow)
        case .finalUse(let name): CategoryLabel(rawValue: name).map { text($0) } ?? name.replacing("_", with: " ")
        }
    }
}
