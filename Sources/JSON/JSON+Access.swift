extension JSON {
    /// The member's value; `nil` where this is no object or has no such key. A member that is null is `JSON.null`, not `nil`.
    public subscript(key: String) -> JSON? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// Follows several keys.
    public subscript(path first: String, rest: String...) -> JSON? {
        rest.reduce(self[first]) { $0?[$1] }
    }

    public var isNull: Bool { if case .null = value { true } else { false } }
    public var string: String? { if case .string(let value) = value { value } else { nil } }
    public var bool: Bool? { if case .bool(let value) = value { value } else { nil } }
    public var number: Double? { if case .number(let value) = value { value } else { nil } }
    public var array: [JSON]? { if case .array(let values) = value { values } else { nil } }
    public var members: [Member]? { if case .object(let members) = value { members } else { nil } }

    /// The number, if it is whole and small enough to be exact.
    public var integer: Int? { number.flatMap(Int.init(exactly:)) }

    /// The names of an object's keys; empty for anything else.
    public var keys: Set<String> { Set(members?.map(\.key) ?? []) }

    /// What kind of value this is, in the words of a message.
    public var kindName: String {
        switch value {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "text"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension JSON {
    /// The member's value; a missing key is an error at this object.
    public func require(_ key: String) throws(JSONError) -> JSON {
        guard case .object = value else { throw JSONError("expected an object with '\(key)', found \(kindName)", at: offset) }
        guard let member = self[key] else { throw JSONError("the key '\(key)' is missing", at: offset) }
        return member
    }

    public func requireString(_ key: String) throws(JSONError) -> String {
        let member = try require(key)
        guard let string = member.string else { throw JSONError("'\(key)' must be text, not \(member.kindName)", at: member.offset) }
        return string
    }

    public func requireNumber(_ key: String) throws(JSONError) -> Double {
        let member = try require(key)
        guard let number = member.number else { throw JSONError("'\(key)' must be a number, not \(member.kindName)", at: member.offset) }
        return number
    }

    public func requireArray(_ key: String) throws(JSONError) -> [JSON] {
        let member = try require(key)
        guard let array = member.array else { throw JSONError("'\(key)' must be an array, not \(member.kindName)", at: member.offset) }
        return array
    }

    public func requireObject(_ key: String) throws(JSONError) -> JSON {
        let member = try require(key)
        guard member.members != nil else { throw JSONError("'\(key)' must be an object, not \(member.kindName)", at: member.offset) }
        return member
    }

    /// The member's value if it has the kind that `read` takes; `nil` where the key is absent or null; an error for any other kind.
    public func optional<T>(_ key: String, _ expected: String, _ read: (JSON) -> T?) throws(JSONError) -> T? {
        guard let member = self[key], !member.isNull else { return nil }
        guard let result = read(member) else { throw JSONError("'\(key)' must be \(expected), not \(member.kindName)", at: member.offset) }
        return result
    }

    public func optionalString(_ key: String) throws(JSONError) -> String? { try optional(key, "text", \.string) }
    public func optionalNumber(_ key: String) throws(JSONError) -> Double? { try optional(key, "a number", \.number) }
    public func optionalInteger(_ key: String) throws(JSONError) -> Int? { try optional(key, "a whole number", \.integer) }
    public func optionalBool(_ key: String) throws(JSONError) -> Bool? { try optional(key, "true or false", \.bool) }
    public func optionalArray(_ key: String) throws(JSONError) -> [JSON]? { try optional(key, "an array", \.array) }
}
