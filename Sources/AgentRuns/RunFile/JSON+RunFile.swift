import JSON

/// The kinds of value that only run files have.
extension JSON {
    /// A path below a folder, such as an id: parts of letters, digits and a few signs, split by `/`.
    ///
    /// Ids become file names and URLs, so nothing that could lead out of the folder gets past here.
    func requirePath(_ key: String) throws(JSONError) -> String {
        let text = try requireString(key)
        guard isSafePath(text) else {
            throw JSONError("'\(text)' is no path: use letters, digits and . _ - + @ = between slashes", at: self[key]?.offset ?? offset)
        }
        return text
    }

    /// The name of a file in the run's own folder.
    func fileName() throws(JSONError) -> String {
        guard let name = string, isSafePath(name), !name.contains("/") else {
            throw JSONError("expected the name of a file beside the run file", at: offset)
        }
        return name
    }

    func text() throws(JSONError) -> String {
        guard let string else { throw JSONError("expected text, found \(kindName)", at: offset) }
        return string
    }

    func optionalObject(_ key: String) throws(JSONError) -> JSON? {
        try optional(key, "an object") { $0.members == nil ? nil : $0 }
    }

    func optionalTimestamp(_ key: String) throws(JSONError) -> Timestamp? {
        try optional(key, "a time such as 2025-11-15T20:51:23Z") { $0.string.flatMap { Timestamp($0) } }
    }

    /// A figure that is never below zero.
    func optionalDuration(_ key: String) throws(JSONError) -> Double? {
        try optional(key, "a number that is not negative") { $0.number.flatMap { $0 >= 0 ? $0 : nil } }
    }

    func optionalCount(_ key: String) throws(JSONError) -> Int? {
        try optional(key, "a count") { $0.integer.flatMap { $0 >= 0 ? $0 : nil } }
    }

    /// A word of a fixed list.
    func requireWord<Word: RawRepresentable & CaseIterable>(_ key: String) throws(JSONError) -> Word where Word.RawValue == String {
        let text = try requireString(key)
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            throw JSONError("'\(text)' is not one of \(known)", at: self[key]?.offset ?? offset)
        }
        return word
    }

    func numbers(_ key: String) throws(JSONError) -> [String: Double] {
        var numbers: [String: Double] = [:]
        for member in try optionalObject(key)?.members ?? [] {
            guard let number = member.value.number else {
                throw JSONError("'\(member.key)' must be a number, not \(member.value.kindName)", at: member.value.offset)
            }
            numbers[member.key] = number
        }
        return numbers
    }
}

/// Whether a path has only safe characters, no empty or overlong part, and no part that begins with a dot.
public func isSafePath(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && part.first != "." && part.utf8.count <= 200
            && part.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
                default: "._-+@=".utf8.contains(byte)
                }
            }
    }
}

extension Array {
    /// `map` with a typed error.
    func mapEach<Result>(_ transform: (Element) throws(JSONError) -> Result) throws(JSONError) -> [Result] {
        var results: [Result] = []
        results.reserveCapacity(count)
        for element in self { results.append(try transform(element)) }
        return results
    }
}

extension Optional {
    /// `map` with a typed error.
    func mapValue<Result>(_ transform: (Wrapped) throws(JSONError) -> Result) throws(JSONError) -> Result? {
        guard let value = self else { return nil }
        return try transform(value)
    }
}
