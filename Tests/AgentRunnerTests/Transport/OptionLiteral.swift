import JSON

@testable import AgentRunner

/// A value of an option, so that a test can write options as a dictionary.
struct OptionLiteral: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral
{
    let json: JSON

    init(floatLiteral value: Double) { json = .number(value) }
    init(integerLiteral value: Int) { json = .number(value) }
    init(stringLiteral value: String) { json = .string(value) }
    init(booleanLiteral value: Bool) { json = .bool(value) }
    init(arrayLiteral elements: OptionLiteral...) { json = .array(elements.map(\.json)) }
}

extension [String: OptionLiteral] {
    var options: RequestOptions { RequestOptions(mapValues(\.json)) }
}
