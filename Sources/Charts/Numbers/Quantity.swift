/// What a number measures and is given in: it settles which units readers see it in.
///
/// The rules are a table: each quantity lists its units from small to large, with the size from which on the next one is used.
public struct Quantity: Sendable, Hashable {
    struct Step: Sendable, Hashable {
        let unit: DisplayUnit
        /// Values below this, in the quantity's own unit, are shown in `unit`, in columns and in text.
        let columnLimit: Double
        let textLimit: Double
    }

    let steps: [Step]
    private let largest: DisplayUnit

    init(_ steps: [Step], then largest: DisplayUnit) {
        self.steps = steps
        self.largest = largest
    }

    /// The unit that suits a value, given in the quantity's own unit; for a column, its median. Zero suits any, and keeps its own.
    func unit(for value: Double, in setting: NumberSetting) -> DisplayUnit {
        let size = abs(value)
        if size == 0, let own = steps.first(where: { $0.unit.size == 1 })?.unit { return own }
        let step = steps.first { size < (setting == .column ? $0.columnLimit : $0.textLimit) }
        return step?.unit ?? largest
    }
}

extension Quantity {
    /// Times given in milliseconds, shown in µs, ms, s or min.
    public static let milliseconds = duration(millisecond: 1)
    /// Times given in seconds, shown in µs, ms, s or min.
    public static let seconds = duration(millisecond: 0.001)
    /// Throughput in tokens per second.
    public static let tokensPerSecond = Quantity([], then: DisplayUnit("tok/s", decimals: .noneFromThousand))
    /// Shares given as fractions of one, shown in per cent.
    public static let fraction = Quantity([], then: DisplayUnit("%", size: 0.01, decimals: .one, inSentences: DecimalSteps.whole))
    /// How many times as fast as one after the other.
    public static let speedUp = Quantity([], then: DisplayUnit("×", decimals: .two))
    /// A number of things without a word for them.
    public static let count = count(of: "")
    /// Sizes given in bytes, shown in B, kB or MB, of 1000 each.
    public static let bytes = Quantity(
        [
            Step(unit: DisplayUnit("B", decimals: .whole), columnLimit: 10_000, textLimit: 10_000),
            Step(unit: DisplayUnit("kB", size: 1000, decimals: .noneFromHundred), columnLimit: 1_000_000, textLimit: 1_000_000),
        ],
        then: DisplayUnit("MB", size: 1_000_000, decimals: .noneFromHundred)
    )

    /// A number of things, such as `tokens` or `calls`.
    public static func count(of things: String) -> Quantity {
        Quantity([], then: DisplayUnit(things, decimals: .whole))
    }

    /// Anything in a unit that these rules do not know, shown in that unit to about three digits.
    public static func other(unit symbol: String) -> Quantity {
        Quantity([], then: DisplayUnit(symbol, decimals: .threeDigits))
    }

    /// The quantity whose values are given in a unit as data files write it; a unit without rules of its own is kept as it is.
    public static func given(in unit: String) -> Quantity {
        known[unit] ?? .other(unit: unit)
    }

    private static let known: [String: Quantity] = [
        "ms": .milliseconds, "s": .seconds, "tok/s": .tokensPerSecond, "bytes": .bytes, "": .count,
        "tokens": .count(of: "tokens"), "calls": .count(of: "calls"), "requests": .count(of: "requests"),
    ]

    private static func duration(millisecond: Double) -> Quantity {
        func unit(_ symbol: String, _ size: Double, _ decimals: DecimalSteps, inText: DecimalSteps) -> DisplayUnit {
            DisplayUnit(symbol, size: size * millisecond, decimals: decimals, inSentences: inText, inHeadlines: inText)
        }
        func step(_ unit: DisplayUnit, column: Double, text: Double) -> Step {
            Step(unit: unit, columnLimit: column * millisecond, textLimit: text * millisecond)
        }
        return Quantity(
            [
                step(unit("µs", 0.001, .threeDigits, inText: .threeDigits), column: 1, text: 1),
                step(unit("ms", 1, .threeDigits, inText: .threeDigits), column: 2000, text: 1000),
                step(unit("s", 1000, .two, inText: .oneFromTen), column: 120_000, text: 120_000),
            ],
            then: unit("min", 60_000, .two, inText: .oneFromTen)
        )
    }
}
