/// The value of one option.
public enum OptionValue: Sendable, Hashable {
    case number(Double)
    case text(String)
    case flag(Bool)

    /// A number that a 32-bit float writer widened, as the shortest number that the writer can have meant.
    ///
    /// `0.800000011920929` is the 64-bit form of the 32-bit `0.8`; a number that is no 32-bit float is kept as it is.
    public static func widened(_ value: Double) -> OptionValue {
        let narrow = Float(value)
        guard Double(narrow) == value, let meant = Double(narrow.description) else { return .number(value) }
        return .number(meant)
    }
}

extension OptionValue: CustomStringConvertible {
    public var description: String {
        switch self {
        case .number(let value): Int(exactly: value).map(String.init) ?? value.description
        case .text(let value): value
        case .flag(let value): String(value)
        }
    }
}
