/// A JSON value that remembers where in its file it stood, so that whoever reads it can name the line of a mistake.
///
/// Source: RFC 8259. Keys keep their order; a key that occurs twice is refused when the text is parsed.
public struct JSON: Sendable {
    public enum Value: Sendable {
        case null
        case bool(Bool)
        case number(Double)
        case string(String)
        case array([JSON])
        case object([Member])
    }

    public struct Member: Sendable {
        public var key: String
        public var value: JSON

        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    public var value: Value
    /// Bytes from the start of the file to the value's first byte; 0 for a value that was not read from a file.
    public var offset: Int

    public init(_ value: Value, offset: Int = 0) {
        self.value = value
        self.offset = offset
    }
}

extension JSON {
    public static var null: JSON { JSON(.null) }
    public static func bool(_ value: Bool) -> JSON { JSON(.bool(value)) }
    public static func number(_ value: Double) -> JSON { JSON(.number(value)) }
    public static func number(_ value: Int) -> JSON { JSON(.number(Double(value))) }
    public static func string(_ value: String) -> JSON { JSON(.string(value)) }
    public static func array(_ values: [JSON]) -> JSON { JSON(.array(values)) }
    public static func object(_ members: [Member]) -> JSON { JSON(.object(members)) }

    public static func object(_ members: KeyValuePairs<String, JSON>) -> JSON {
        JSON(.object(members.map { Member($0.key, $0.value) }))
    }

    /// The value, or JSON's null where there is none.
    public static func optional(_ value: Double?) -> JSON { value.map(number) ?? .null }
    public static func optional(_ value: Int?) -> JSON { value.map(number) ?? .null }
    public static func optional(_ value: String?) -> JSON { value.map(string) ?? .null }
    public static func optional(_ value: Bool?) -> JSON { value.map(bool) ?? .null }
}

extension JSON: Hashable {
    /// Two values are equal when they say the same, wherever they stood; the order of keys says nothing.
    public static func == (left: JSON, right: JSON) -> Bool {
        switch (left.value, right.value) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.string(let a), .string(let b)): a == b
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)): a.count == b.count && a.allSatisfy { right[$0.key] == $0.value }
        default: false
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch value {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value)
        case .string(let value): hasher.combine(value)
        case .array(let values): hasher.combine(values)
        case .object(let members): hasher.combine(members.count)
        }
    }
}
