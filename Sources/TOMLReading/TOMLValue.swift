/// A value of a TOML text, and where it stands.
///
/// Source: TOML 1.0.0, https://toml.io/en/v1.0.0.
public struct TOMLValue: Sendable {
    public enum Kind: Sendable {
        case string(String)
        case integer(Int64)
        case float(Double)
        case boolean(Bool)
        case date(TOMLDateTime)
        case array([TOMLValue])
        case table(TOMLTable)
    }

    public let kind: Kind
    /// The bytes of the file that hold it; of a table that has no text of its own, the part of the key or header that opens it.
    public let range: Range<Int>
}

/// The value, if it is of one kind.
extension TOMLValue {
    public var string: String? { if case .string(let text) = kind { text } else { nil } }
    public var boolean: Bool? { if case .boolean(let flag) = kind { flag } else { nil } }
    public var integer: Int? { if case .integer(let number) = kind { Int(exactly: number) } else { nil } }
    public var date: TOMLDateTime? { if case .date(let date) = kind { date } else { nil } }
    public var array: [TOMLValue]? { if case .array(let elements) = kind { elements } else { nil } }
    public var table: TOMLTable? { if case .table(let table) = kind { table } else { nil } }

    /// A number with or without a fraction, infinite ones and "not a number" included.
    public var number: Double? {
        switch kind {
        case .integer(let number): Double(number)
        case .float(let number): number
        default: nil
        }
    }
}
