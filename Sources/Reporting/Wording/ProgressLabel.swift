import Goals

/// What the rules of progress say; see ``Wording``. Classes are named as the rules name them.
enum ProgressLabel: String, CaseIterable, Wording {
    case significant, moderate, insufficient, fair, poor, movingAway, onTrack
    case missed, pastWhole, achieved, achievedLate, deadlinePassed, notDefined
    case figureMissing, deadlineNotLater, figureOlder, noFigure, baseZero, baseNegative, latestNegative, targetNegative
    case baseMet, growthUndefined

    var texts: (english: String, chinese: String) {
        switch self {
        case .significant: ("significant", "显著")
        case .moderate: ("moderate", "中等")
        case .insufficient: ("insufficient", "不足")
        case .fair: ("fair", "尚可")
        case .poor: ("poor", "差")
        case .movingAway: ("moving away", "偏离")
        case .onTrack: ("on track", "正轨")
        case .missed: ("missed ({grade})", "未达成（{grade}）")
        case .pastWhole: ("{grade} (growth so far would pass 100%)", "{grade}（按迄今增速将超过 100%）")
        case .achieved: ("achieved", "已达成")
        case .achievedLate: ("achieved (figure later than the deadline)", "已达成（数据晚于期限）")
        case .deadlinePassed: ("missed: the deadline has passed", "未达成：已过期限")
        case .notDefined: ("not defined: {reason}", "不适用：{reason}")
        case .figureMissing: ("a figure is missing", "缺少数据")
        case .deadlineNotLater: ("the deadline is not after the base year", "期限不晚于基年")
        case .figureOlder: ("the latest figure is older than the base year", "最新数据早于基年")
        case .noFigure: ("no figure after the base year", "基年后无数据")
        case .baseZero: ("base is zero", "基数为零")
        case .baseNegative: ("base is negative", "基数为负")
        case .latestNegative: ("latest value is negative", "最新值为负")
        case .targetNegative: ("target is negative", "目标值为负")
        case .baseMet: ("the base met the target already", "基年已达目标")
        case .growthUndefined: ("growth is not defined", "增速无定义")
        }
    }

    init(_ grade: ProgressResult.Grade) {
        self =
            switch grade {
            case .significant: .significant
            case .moderate: .moderate
            case .insufficient: .insufficient
            case .fair: .fair
            case .poor: .poor
            case .movingAway: .movingAway
            case .onTrack: .onTrack
            }
    }

    init(_ reason: ProgressResult.Reason) {
        self =
            switch reason {
            case .figureMissing: .figureMissing
            case .deadlineNotLater: .deadlineNotLater
            case .figureOlder: .figureOlder
            case .noFigure: .noFigure
            case .baseZero: .baseZero
            case .baseNegative: .baseNegative
            case .latestNegative: .latestNegative
            case .targetNegative: .targetNegative
            case .baseMet: .baseMet
            case .growthUndefined: .growthUndefined
            }
    }
}

extension Language {
    /// What a rule says, in words.
    func text(of outcome: ProgressResult.Outcome) -> String {
        func graded(_ label: ProgressLabel, _ grade: ProgressResult.Grade) -> String {
            text(label, ["grade": text(ProgressLabel(grade))])
        }
        switch outcome {
        case .graded(let grade): return text(ProgressLabel(grade))
        case .missed(let grade): return graded(.missed, grade)
        case .pastWhole(let grade): return graded(.pastWhole, grade)
        case .achieved: return text(ProgressLabel.achieved)
        case .achievedLate: return text(ProgressLabel.achievedLate)
        case .deadlinePassed: return text(ProgressLabel.deadlinePassed)
        case .notDefined(let reason):
            return text(ProgressLabel.notDefined, ["reason": text(ProgressLabel(reason))])
        }
    }
}
