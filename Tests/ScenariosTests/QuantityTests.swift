import Scenarios
import Testing

@Suite struct QuantityTests {
    @Test(
        "Money in either language is read in 亿元",
        arguments: [
            ("25000 亿元", 25000), ("2.5 万亿元", 25000), ("2.5万亿元", 25000), ("2.5 万亿", 25000), ("25,000 亿元", 25000),
            ("２５，０００　亿元", 25000), ("3500 万元", 0.35), ("3500万", 0.35), ("100000000 元", 1), ("50 亿", 50),
            ("50亿元人民币", 50), ("3 千万元", 0.3), ("2.5 trillion CNY", 25000), ("25 billion yuan", 250),
            ("100 million yuan", 1), ("3 100 million yuan", 3), ("7 100m yuan", 7), ("2000 10k yuan", 0.2),
            ("CNY 2.5 trillion", 25000), ("¥100", 1e-6), ("￥100", 1e-6), ("5 RMB", 5e-8), ("-30 亿元", -30),
            ("−30 亿元", -30), ("1e3 亿元", 1000), ("+1.5 bn yuan", 15), ("1,234,567.5 亿元", 1_234_567.5),
        ] as [(String, Double)])
    func money(_ text: String, _ expected: Double) throws {
        let value = try Quantity(text, as: .money).value
        #expect(abs(value - expected) <= 1e-12 * abs(expected))
    }

    @Test(
        "Rates and shares are read as fractions",
        arguments: [
            ("20%", 0.2), ("２０％", 0.2), ("20 percent", 0.2), ("3 pp", 0.03), ("3 个百分点", 0.03), ("3百分点", 0.03),
            ("0.05", 0.05), ("-2.5%", -0.025), ("29%", 0.29), ("1,000%", 10), ("0", 0), (".5", 0.5), ("1", 1),
        ] as [(String, Double)])
    func rate(_ text: String, _ expected: Double) throws {
        #expect(try Quantity(text, as: .rate).value == expected)
        #expect(try Quantity(text, as: .share).value == expected)
    }

    @Test(
        "Counts take any word for what is counted",
        arguments: [
            ("40", 40), ("40 platforms", 40), ("3 firms", 3), ("3家", 3), ("3 个", 3), ("3户", 3), ("1.2 万户", 12000),
            ("2 million", 2e6), ("1万", 1e4), ("25,000 above-scale firms", 25000),
        ] as [(String, Double)])
    func count(_ text: String, _ expected: Double) throws {
        #expect(try Quantity(text, as: .count).value == expected)
    }

    @Test("Numbers and years")
    func numbersAndYears() throws {
        #expect(try Quantity("0.2", as: .number).value == 0.2)
        #expect(try Quantity("90%", as: .number).value == 0.9)
        #expect(try Quantity("2027", as: .year).value == 2027)
        #expect(try Quantity("2027年", as: .year).value == 2027)
    }

    @Test(
        "A unit of another dimension is refused",
        arguments: [
            ("25 %", Dimension.money), ("25", .money), ("25 platforms", .money), ("5 million", .money), ("5 亿元", .rate),
            ("5 亿元", .share), ("5 亿元", .count), ("5%", .count), ("5 亿元", .number), ("5%", .year), ("3 firms", .rate),
        ])
    func wrongDimension(_ text: String, _ dimension: Dimension) {
        #expect(throws: QuantityError.wrongDimension(found: text, expected: dimension)) {
            try Quantity(text, as: dimension)
        }
    }

    @Test("What is no quantity is told apart: no number, comma, unit, bare rate, part of a year")
    func malformed() {
        #expect(throws: QuantityError.notANumber(found: "many", expected: .count)) { try Quantity("many", as: .count) }
        #expect(throws: QuantityError.notANumber(found: "", expected: .rate)) { try Quantity("", as: .rate) }
        #expect(throws: QuantityError.misplacedComma(found: "2,5 亿元")) { try Quantity("2,5 亿元", as: .money) }
        #expect(throws: QuantityError.misplacedComma(found: "1.234,5")) { try Quantity("1.234,5", as: .number) }
        #expect(throws: QuantityError.unknownUnit(found: "5 亿圆", unit: "亿圆", expected: .money)) {
            try Quantity("5 亿圆", as: .money)
        }
        #expect(throws: QuantityError.bareRate(found: "5", percent: "5", expected: .rate)) {
            try Quantity("5", as: .rate)
        }
        #expect(throws: QuantityError.notWhole(found: "2027.5", expected: .year)) { try Quantity("2027.5", as: .year) }
        #expect(throws: QuantityError.notWhole(found: "27", expected: .year)) { try Quantity("27", as: .year) }
        #expect(throws: QuantityError.self) { try Quantity("1e999 亿元", as: .money) }
        #expect(throws: QuantityError.self) { try Quantity("1..2", as: .number) }
    }
}

@Suite struct GoalPhraseTests {
    @Test(
        "Goals in either language",
        arguments: [
            ("more than 25000 亿元", Goal.Comparator.moreThan, Dimension.money, 25000, nil),
            ("More than 2.5 trillion yuan", .moreThan, .money, 25000, nil),
            ("at least 10", .atLeast, .count, 10, nil), ("at least 10 platforms", .atLeast, .count, 10, nil),
            ("about 16%", .about, .share, 0.16, nil), ("less than 3%", .lessThan, .rate, 0.03, nil),
            ("at most 5 亿元", .atMost, .money, 5, nil), ("2..3 firms", .between, .count, 2, 3),
            ("2~3家", .between, .count, 2, 3), ("2至3家", .between, .count, 2, 3),
            ("10%..12%", .between, .share, 0.1, 0.12), ("超过 2.5 万亿元", .moreThan, .money, 25000, nil),
            ("不低于 10 个", .atLeast, .count, 10, nil), ("1000亿元以上", .atLeast, .money, 1000, nil),
            ("20 个左右", .about, .count, 20, nil), ("不超过3%", .atMost, .rate, 0.03, nil),
            ("至少 ３ 家", .atLeast, .count, 3, nil), ("约16%", .about, .share, 0.16, nil),
        ] as [(String, Goal.Comparator, Dimension, Double, Double?)])
    func goal(_ text: String, _ comparator: Goal.Comparator, _ dimension: Dimension, _ value: Double, _ upper: Double?)
        throws
    {
        let goal = try #require(GoalPhrase(text)).goal(as: dimension)
        #expect(
            goal == Goal(comparator: comparator, value: value, upper: upper, text: text, dimension: dimension))
    }

    @Test("A bare amount is no goal", arguments: ["25000 亿元", "10", "", "soon"])
    func noComparison(_ text: String) {
        #expect(GoalPhrase(text) == nil)
    }
}
