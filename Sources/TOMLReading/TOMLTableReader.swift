public import Diagnostics
public import JSON

/// Reads one table of a TOML file by the keys that it may have, and reports what is wrong where it stands.
///
/// Each `string`, `number` and so on makes its key known; `finish` then reports every key that nobody asked for.
public struct TOMLTableReader {
    public private(set) var diagnostics: [Diagnostic] = []
    private var known: Set<TOMLKeyName> = []
    private let table: TOMLTable
    /// Where the table itself stands.
    private let place: Range<Int>
    private let source: SourceText

    init(_ table: TOMLTable, at place: Range<Int>, in source: SourceText) {
        self.table = table
        self.place = place
        self.source = source
    }

    public mutating func string(_ key: String) -> String? {
        read(key, "a string") { $0.string }
    }

    public mutating func boolean(_ key: String) -> Bool? {
        read(key, "true or false") { $0.boolean }
    }

    public mutating func integer(_ key: String) -> Int? {
        read(key, "an integer") { $0.integer }
    }

    /// A finite number, with or without a fraction.
    public mutating func number(_ key: String) -> Double? {
        read(key, "a finite number") { value in value.number.flatMap { $0.isFinite ? $0 : nil } }
    }

    /// A date or a time as it is written in the file, so that its precision and its zone are kept.
    public mutating func date(_ key: String) -> String? {
        let bytes = source.bytes
        return read(key, "a date such as 2025-11-15, without quotation marks") { value in
            value.date?.day == nil ? nil : String(decoding: bytes[value.range], as: UTF8.self)
        }
    }

    /// A string, or an array of them; each with its place in the array, which is `nil` for a string alone.
    public mutating func oneOrMoreStrings(_ key: String) -> [(value: String, element: Int?)]? {
        oneOrMore(key, "a string or an array of strings") { $0.string }
    }

    /// A value of any kind but a date, with the types that it has in the file; the keys of tables by name.
    public mutating func jsonValue(_ key: String) -> JSON? {
        read(key, JSON.expectedTOML) { JSON(toml: $0) }
    }

    /// Such a value, or an array of them; each with its place in the array, which is `nil` for a value alone.
    public mutating func oneOrMoreJSONValues(_ key: String) -> [(value: JSON, element: Int?)]? {
        oneOrMore(key, JSON.expectedTOML) { JSON(toml: $0) }
    }

    public mutating func strings(_ key: String) -> [String]? {
        elements(key, "an array of strings") { $0.string }
    }

    /// An array whose elements are arrays of two strings each.
    public mutating func pairs(_ key: String) -> [(String, String)]? {
        elements(key, "an array of pairs such as [\"a\", \"b\"]") { element in
            guard let pair = element.array, pair.count == 2, let first = pair[0].string, let second = pair[1].string else { return nil }
            return (first, second)
        }
    }

    /// A table under this one; its own diagnostics are the caller's to collect.
    public mutating func table(_ key: String) -> TOMLTableReader? {
        let source = source
        return read(key, "a table") { value in value.table.map { TOMLTableReader($0, at: value.range, in: source) } }
    }

    /// The tables of an array of tables, in the order of the file.
    public mutating func tables(_ key: String) -> [TOMLTableReader]? {
        let source = source
        return elements(key, "an array of tables, each under [[\(key)]]") { element in
            element.table.map { TOMLTableReader($0, at: element.range, in: source) }
        }
    }

    /// The table's keys, in the order of the file.
    public var keys: [String] { table.keys }

    /// Reports something that is wrong with a key's value, or with one element of it.
    public mutating func report(_ message: String, at key: String, element: Int? = nil) {
        diagnostics.append(diagnostic(message, at: key, element: element))
    }

    /// Warns of a key's value, or of the key itself.
    public mutating func warn(_ message: String, at key: String, isAboutKey: Bool = false) {
        var warning = isAboutKey ? source.error(message, at: keyPlace(key)) : diagnostic(message, at: key)
        warning.severity = .warning
        diagnostics.append(warning)
    }

    /// An error at a key's value, for whoever finds only later that something is wrong with it.
    public func diagnostic(_ message: String, at key: String, element: Int? = nil) -> Diagnostic {
        source.error(message, at: valuePlace(key, element: element))
    }

    /// Reports a key that must not be there, whatever its value.
    public mutating func reject(_ key: String, _ message: String) {
        known.insert(TOMLKeyName(key))
        diagnostics.append(source.error(message, at: keyPlace(key)))
    }

    /// Reports a key that the table must have.
    public mutating func reportMissing(_ key: String, _ message: String? = nil) {
        known.insert(TOMLKeyName(key))
        diagnostics.append(source.error(message ?? "'\(key)' is missing", at: place))
    }

    /// Whether a key's value is a table, for keys that take more than one kind of value.
    public func isTable(_ key: String) -> Bool { table[key]?.table != nil }

    /// Everything that was wrong with this table, unknown keys included, in the order of the file.
    public consuming func finish() -> [Diagnostic] {
        let unknown = table.entries.map(\.key).filter { !known.contains($0.name) }
        let names = known.map(\.text).sorted()
        for key in unknown.prefix(Self.mistakeLimit) {
            let hint = suggestion(for: key.name.text, among: names)
            diagnostics.append(source.error("unknown key \(quotation(of: key.name.text))\(hint)", at: key.range))
        }
        if unknown.count > Self.mistakeLimit {
            let rest = unknown[Self.mistakeLimit...]
            diagnostics.append(source.error("\(rest.count) more unknown keys", at: unknown[Self.mistakeLimit].range))
        }
        return diagnostics.sorted { ($0.location ?? SourceLocation(source.path)) < ($1.location ?? SourceLocation(source.path)) }
    }
}

extension TOMLTableReader {
    /// How many mistakes of one kind are named one by one.
    private static let mistakeLimit = 20

    /// Reads a value of the caller's own kind.
    ///
    /// - Parameters:
    ///   - expected: what the value must be, as a message says it.
    ///   - convert: gives `nil` for a value of another kind, which is then reported.
    public mutating func read<Value>(_ key: String, _ expected: String, _ convert: (TOMLValue) -> Value?) -> Value? {
        known.insert(TOMLKeyName(key))
        guard let value = table[key] else { return nil }
        if let converted = convert(value) { return converted }
        report("'\(key)' must be \(expected)", at: key)
        return nil
    }

    /// Reads a value of the caller's own kind, or an array of them; each with its place in the array, which is `nil` for a value alone.
    public mutating func oneOrMore<Value>(
        _ key: String, _ expected: String, _ convert: (TOMLValue) -> Value?
    ) -> [(value: Value, element: Int?)]? {
        guard let array = table[key]?.array else { return read(key, expected, convert).map { [($0, nil)] } }
        known.insert(TOMLKeyName(key))
        var converted: [(value: Value, element: Int?)] = []
        for (index, element) in array.enumerated() {
            guard let value = convert(element) else {
                report("'\(key)' must be \(expected)", at: key, element: index)
                return nil
            }
            converted.append((value, index))
        }
        return converted
    }

    /// The elements that can be read; of the others the first are reported one by one.
    private mutating func elements<Value>(_ key: String, _ expected: String, _ convert: (TOMLValue) -> Value?) -> [Value]? {
        guard let array = read(key, expected, { $0.array }) else { return nil }
        var converted: [Value] = []
        var wrong: [Int] = []
        for (index, element) in array.enumerated() {
            if let value = convert(element) { converted.append(value) } else { wrong.append(index) }
        }
        for index in wrong.prefix(Self.mistakeLimit) { report("'\(key)' must be \(expected)", at: key, element: index) }
        if wrong.count > Self.mistakeLimit {
            let count = wrong.count - Self.mistakeLimit
            report("'\(key)' has \(count) more elements of other kinds", at: key, element: wrong[Self.mistakeLimit])
        }
        return converted
    }

    /// Where a key itself stands; where the table does not have it, the table.
    private func keyPlace(_ key: String) -> Range<Int> { table.entry(key)?.key.range ?? place }

    /// Where a key's value stands, or one element of it; where there is no such thing, what is nearest around it.
    private func valuePlace(_ key: String, element: Int?) -> Range<Int> {
        guard let value = table[key] else { return place }
        guard let element, let array = value.array, array.indices.contains(element) else { return value.range }
        return array[element].range
    }
}
