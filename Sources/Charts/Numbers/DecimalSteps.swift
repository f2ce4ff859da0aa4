/// How many decimals a number carries, by its size.
struct DecimalSteps: Sendable, Hashable {
    private struct Step: Hashable {
        let from: Double
        let decimals: Int
    }

    /// From the largest size to the smallest.
    private let steps: [Step]
    private let otherwise: Int

    /// - Parameters:
    ///   - below: the decimals of numbers under every step.
    ///   - steps: sizes from which on fewer decimals are shown, the largest first.
    init(below: Int, from steps: KeyValuePairs<Double, Int> = [:]) {
        self.steps = steps.map { Step(from: $0.key, decimals: $0.value) }
        otherwise = below
    }

    /// The decimals of one number: for zero the fewest. A number that rounding lifts over a step is shown as that step's: 99.96 becomes `100`,
    /// not `100.0`.
    func decimals(of number: Double) -> Int {
        if number == 0 { return steps.first?.decimals ?? otherwise }
        let size = abs(number)
        for step in steps where size.rounded(to: decimalsBelow(step)) >= step.from { return step.decimals }
        return otherwise
    }

    private func decimalsBelow(_ step: Step) -> Int {
        steps.first { $0.from < step.from }?.decimals ?? otherwise
    }

    static let whole = DecimalSteps(below: 0)
    static let one = DecimalSteps(below: 1)
    static let two = DecimalSteps(below: 2)
    /// 0 from 100 up, 1 from 10 up, 2 below.
    static let threeDigits = DecimalSteps(below: 2, from: [100: 0, 10: 1])
    /// 1 from 10 up, 2 below.
    static let oneFromTen = DecimalSteps(below: 2, from: [10: 1])
    /// 0 from 1000 up, 1 below.
    static let noneFromThousand = DecimalSteps(below: 1, from: [1000: 0])
    /// 0 from 100 up, 1 below.
    static let noneFromHundred = DecimalSteps(below: 1, from: [100: 0])
}
