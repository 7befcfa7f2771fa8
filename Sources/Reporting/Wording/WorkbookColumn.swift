/// Titles of the columns of result tables, by the name that CSV files give them.
enum WorkbookColumn {
    /// The title in words, or the name itself where the column is named after something of the scenario.
    static func title(_ column: String, _ language: Language) -> String {
        if let known = titles[column] { return language == .english ? known.english : known.chinese }
        for statistic in statistics where column.contains(statistic.name) {
            let pattern = column.replacing(statistic.name, with: "*", maxReplacements: 1)
            guard let known = titles[pattern] else { continue }
            let text = language == .english ? known.english : known.chinese
            return text.replacing("*", with: language == .english ? statistic.english : statistic.chinese)
        }
        if column.hasPrefix("odds_over_") {
            let threshold = String(column.dropFirst("odds_over_".count))
            return language.text(WorkbookLabel.oddsOver, ["threshold": threshold])
        }
        return column
    }

    /// All of them, for checks that none is missing.
    static var all: [(name: String, english: String, chinese: String)] {
        titles.map { ("WorkbookColumn." + $0.key, $0.value.english, $0.value.chinese) }.sorted { $0.name < $1.name }
    }

    /// Longer names before those that they begin with.
    private static let statistics: [(name: String, english: String, chinese: String)] =
        [("mean", "mean", "均值"), ("p50", "median", "中位数")]
        + ["p95", "p90", "p75", "p25", "p10", "p5"].map { ($0, $0.uppercased(), $0.uppercased()) }

    private static let titles: [String: (english: String, chinese: String)] = {
        var titles: [String: (english: String, chinese: String)] = [:]
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: "|").map { part in
                String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            titles[parts[0]] = (parts[1], parts[2])
        }
        return titles
    }()

    /// Name, English, Chinese; `*` stands for a statistic.
    private static let table = """
        scenario | Scenario | 情景
        region | Region | 地区
        model | Model | 模型
        variable | Variable | 变量
        statistic | Statistic | 统计量
        value | Value | 数值
        observed | Published | 公布值
        observed_low | Published, low | 公布值下限
        observed_high | Published, high | 公布值上限
        target | Target, id | 目标编号
        target_name | Target | 目标
        target_name_zh | Target in Chinese | 目标（中文）
        reading | Reading, id | 口径编号
        reading_name | Reading | 口径
        headline | Headline reading | 主口径
        headline_reason | Why it is the headline | 主口径理由
        source | Source | 来源
        goal | Goal | 目标值
        comparator | Comparator | 比较方式
        goal_value | Goal, number | 目标数值
        goal_upper | Goal, upper end | 目标上限
        unit | Unit | 单位
        deadline | Deadline | 期限
        deadline_earliest | Earliest deadline | 最早期限
        deadline_latest | Latest deadline | 最晚期限
        by_any_year | Counts if met in any year | 期限前任一年达成即可
        since | Reference year | 参照年
        verdict | Verdict | 结论
        odds | Odds | 概率
        odds_standard_error | Standard error of odds | 概率标准误
        odds_bound | Bound of odds | 概率界限
        members | Members | 成员数
        readings_disagree | Readings disagree | 口径结论不一
        odds_by_deadline | Odds by reading of the deadline | 各期限概率
        latest_value | Latest known | 最新数据
        latest_year | Year of it | 数据年份
        latest_quality | Quality of it | 数据质量
        latest_is_modelled | Latest is modelled | 最新数据为模型值
        deadline_* | At the deadline, * | 期末*
        gap_to_median | Goal less median | 目标与中位数之差
        required_growth_percent_per_year | Growth needed, % a year | 所需年均增长（%）
        required_increase_per_year | Increase needed a year | 所需年均增量
        growth_since_percent_per_year | Growth so far, % a year | 迄今年均增长（%）
        projected_growth_percent_per_year | Growth projected, % a year | 预计年均增长（%）
        eurostat_ratio | Eurostat ratio | 欧统局比率
        eurostat_class | Eurostat class | 欧统局评级
        un2023_ratio | UN 2023 ratio | 联合国 2023 比率
        un2023_class | UN 2023 class | 联合国 2023 评级
        outside_view_years | Outside view, years | 外部参照：年数
        outside_view_windows | Outside view, cases | 外部参照：案例数
        outside_view_achieved | Outside view, achieved | 外部参照：达成数
        outside_view_periods | Outside view, periods | 外部参照：时段
        outside_view_panel | Outside view, panel | 外部参照：面板
        outside_view_size | Outside view, size | 外部参照：规模
        outside_view_factor | Outside view, factor | 外部参照：换算系数
        outside_view_disagreement | Outside view, disagreement | 外部参照：分歧
        outside_view_note | Outside view, note | 外部参照：说明
        median_crossing_year | Half of members by | 半数成员达标年份
        crossed_by | Met by | 截至该年达成比例
        count_probabilities | Chance of each number | 各数量的概率
        drivers | Drivers | 决定因素
        explained_share | Explained by all inputs | 全部数据解释的不确定性
        explained_by_unverified_share | Explained by unverified inputs | 未核实数据解释的不确定性
        quality | Quality | 质量
        note | Note | 说明
        year | Year | 年份
        required | Required path | 所需路径
        total | Total | 合计
        mean | Mean | 均值
        p50 | Median | 中位数
        * | * | *
        volume_* | Volume, * | 实际量，*
        size_* | Size, * | 规模，*
        size_published | Size, published | 公布的规模
        rank | Rank | 排名
        name | Name | 名称
        name_zh | Name in Chinese | 中文名称
        start_* | At the start, * | 基年*
        driver | Input | 数据
        share_of_variance | Share of the spread | 解释的不确定性
        judgements | Judgements | 判断
        because | Because | 理由
        odds_without | Odds without | 不含时的概率
        odds_without_bound | Bound of odds without | 不含时的概率界限
        odds_with | Odds with | 含时的概率
        odds_with_bound | Bound of odds with | 含时的概率界限
        odds_difference_points | Change of odds, points | 概率变化（百分点）
        odds_difference_standard_error_points | Standard error, points | 标准误（百分点）
        verdict_without | Verdict without | 不含时的结论
        verdict_with | Verdict with | 含时的结论
        *_without | Without, * | 不含时*
        *_with | With, * | 含时*
        difference_* | Change, * | 变化，*
        half | Half of the loop | 循环环节
        quantity | Quantity | 指标
        theme | Industry, id | 产业编号
        kind | Kind | 类别
        targets | Targets | 目标
        commitments | Commitments | 承诺
        start | From | 起始年
        end | To | 终止年
        growth_*_percent_per_year | Growth, *, % a year | 年均增长，*（%）
        volume_growth_*_percent_per_year | Growth of volume, *, % a year | 实际增长，*（%）
        index_* | Index, * | 指数，*
        volume_index_* | Index of volume, * | 实际量指数，*
        size_year | Size, year | 规模年份
        size_100m_cny | Size, 100 million CNY | 规模（亿元）
        size_is_floor | Size is a floor | 规模为下限
        size_quality | Size, quality | 规模数据质量
        size_source | Size, source | 规模来源
        size_note | Size, note | 规模说明
        size_end_*_100m_cny | Size at the end, *, 100 million CNY | 期末规模，*（亿元）
        doubling_growth_percent_per_year | Growth that doubles, % a year | 翻番所需年均增长（%）
        doubling_odds | Odds of doubling | 翻番概率
        doubling_odds_standard_error | Standard error of it | 翻番概率标准误
        sector_weights | Sectors with weights | 行业权重
        weights_quality | Quality of weights | 权重质量
        weights_basis | Basis of weights | 权重依据
        inputs_per_yuan | Inputs per yuan of demand | 每元需求的投入
        leakage_per_yuan | Leaves the region, of a yuan | 每元需求流出
        value_added_per_yuan | Value added, of a yuan | 每元需求的增加值
        doubling_investment_*_percent_of_output_per_year | Investment that doubles, *, % of output a year | 翻番所需年均投资占产出，*（%）
        published_elsewhere | Published elsewhere | 他处公布
        requirement | Requirement | 所需条件
        about | Of | 对象
        needed_* | Needed, * | 需要，*
        available | Compared with | 比较对象
        available_* | Available, * | 可得，*
        ratio | Needed over available | 需要与可得之比
        limit | Is a limit | 为上限
        contradiction | Contradiction | 矛盾
        finding | Finding | 判定
        growth_of_rest_percent_per_year | Growth left for the rest, % a year | 其余部分年均增长（%）
        from_year | Table of | 表年
        to_year | Moved to | 更新至
        margin | Margin | 边际总量
        sector | Sector | 行业
        status | Status | 状态
        value_100m_cny | Value, 100 million CNY | 数值（亿元）
        indicator | Indicator | 指标编号
        sense | Sense | 含义
        low | Low | 下限
        high | High | 上限
        error_sd | Error, sd | 误差标准差
        expected_* | Expected, * | 预期，*
        surprise_sd | Surprise, sd | 意外程度（标准差）
        chance | Chance given to it | 事前概率
        moved_inputs | Inputs it moved | 所修正的数据
        moved_targets | Targets it moved | 所修正的目标
        vintage | Figures up to | 数据截至
        effective_members | Effective members | 有效成员数
        figure | Figure | 数据
        range_cut_percent | Cuts the range by, % | 区间缩小（%）
        verdict_settled_percent | Settles the verdict by, % | 结论不确定性减少（%）
        outcome | Outcome | 结果
        gap | Gap | 差距
        lever | Lever, id | 工具编号
        lever_name | Lever | 工具
        lever_name_zh | Lever in Chinese | 工具（中文）
        row | Row | 行类
        added_* | Adds, * | 增加，*
        share_of_gap_percent | Of the gap, % | 占差距（%）
        money | Money is of | 金额所指
        added_100m_yuan_* | Adds, *, 100 million CNY | 增加，*（亿元）
        base | Base | 基准
        alternative | Alternative | 替代
        base_odds | Odds, base | 基准概率
        alternative_odds | Odds, alternative | 替代概率
        base_verdict | Verdict, base | 基准结论
        alternative_verdict | Verdict, alternative | 替代结论
        verdict_changes | Verdict changes | 结论改变
        base_* | Base, * | 基准，*
        alternative_* | Alternative, * | 替代，*
        shift_* | Alternative less base, * | 替代减基准，*
        percent_of_* | Change of the *, % | *变化（%）
        """
}
