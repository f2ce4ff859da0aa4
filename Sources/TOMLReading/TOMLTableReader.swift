public import AgentRuns
public import Diagnostics
public import JSON
import TOMLKit

/// Reads one table of a TOML file by the keys that it may have, and reports what is wrong where it stands.
///
/// Each `string`, `number` and so on makes its key known; `finish` then reports every key that nobody asked for.
public struct TOMLTableReader {
    public private(set) var diagnostics: [Diagnostic] = []
    private var known: Set<String> = []
    private let table: TOMLTable
    private let path: [TOMLOutline.Step]
    private let source: TOMLSource

    init(_ table: TOMLTable, at path: [TOMLOutline.Step], in source: TOMLSource) {
        self.table = table
        self.path = path
        self.source = source
    }

    public mutating func string(_ key: String) -> String? {
        read(key, "a string") { $0.string }
    }

    public mutating func boolean(_ key: String) -> Bool? {
        read(key, "true or false") { $0.bool }
    }

    public mutating func integer(_ key: String) -> Int? {
        read(key, "an integer") { $0.int }
    }

    /// A finite number, with or without a fraction.
    public mutating func number(_ key: String) -> Double? {
        read(key, "a finite number") { value in
            (value.double ?? value.int.map(Double.init)).flatMap { $0.isFinite ? $0 : nil }
        }
    }

    /// A date or a time as it is written in the file, so that its precision and its zone are kept.
    public mutating func date(_ key: String) -> String? {
        let step = path + [.key(key)]
        let text = source.outline.values[step].map { String(decoding: source.bytes[$0], as: UTF8.self) }
        return read(key, "a date such as 2025-11-15, without quotation marks") { [.date, .dateTime].contains($0.type) ? text : nil }
    }

    /// A string, or an array of them; each with its place in the array, which is `nil` for a string alone.
    public mutating func oneOrMoreStrings(_ key: String) -> [(value: String, element: Int?)]? {
        oneOrMore(key, "a string or an array of strings") { $0.string }
    }

    /// A string, a number, true or false, or an array of them.
    public mutating func oneOrMoreValues(_ key: String) -> [(value: OptionValue, element: Int?)]? {
        oneOrMore(key, "a string, a number, true or false, or an array of them") { value in
            if let text = value.string { return .text(text) }
            if let flag = value.bool { return .flag(flag) }
            return (value.double ?? value.int.map(Double.init)).map { .number($0) }
        }
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
        let (path, source) = (path, source)
        return read(key, "a table") { value in value.table.map { TOMLTableReader($0, at: path + [.key(key)], in: source) } }
    }

    /// The tables of an array of tables, in the order of the file.
    public mutating func tables(_ key: String) -> [TOMLTableReader]? {
        let (path, source) = (path, source)
        var index = -1
        return elements(key, "an array of tables, each under [[\(key)]]") { element in
            index += 1
            return element.table.map { TOMLTableReader($0, at: path + [.key(key), .index(index)], in: source) }
        }
    }

    /// The table's keys, in the order of the file.
    public var keys: [String] {
        table.keys.map { ($0, keyPlace($0).lowerBound) }.sorted { $0.1 < $1.1 }.map(\.0)
    }

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
        source.error(message, at: place([.key(key)] + (element.map { [.index($0)] } ?? [])))
    }

    /// Reports a key that must not be there, whatever its value.
    public mutating func reject(_ key: String, _ message: String) {
        known.insert(key)
        diagnostics.append(source.error(message, at: keyPlace(key)))
    }

    /// Reports a key that the table must have.
    public mutating func reportMissing(_ key: String, _ message: String? = nil) {
        known.insert(key)
        diagnostics.append(source.error(message ?? "'\(key)' is missing", at: place([])))
    }

    /// Whether a key's value is a table, for keys that take more than one kind of value.
    public func isTable(_ key: String) -> Bool { table[key]?.table != nil }

    /// Everything that was wrong with this table, unknown keys included, in the order of the file.
    public consuming func finish() -> [Diagnostic] {
        let unknown = keys.filter { !known.contains($0) }
        for key in unknown.prefix(Self.unknownLimit) {
            let hint = suggestion(for: key, among: known.sorted())
            diagnostics.append(source.error("unknown key \(OptionValue.text(key).quoted)\(hint)", at: keyPlace(key)))
        }
        if unknown.count > Self.unknownLimit {
            diagnostics.append(source.error("\(unknown.count - Self.unknownLimit) more unknown keys", at: keyPlace(unknown[Self.unknownLimit])))
        }
        return diagnostics.sorted { ($0.location ?? SourceLocation(source.path)) < ($1.location ?? SourceLocation(source.path)) }
    }
}

extension TOMLTableReader {
    /// How many unknown keys are named one by one.
    private static let unknownLimit = 20

    private mutating func read<Value>(_ key: String, _ expected: String, _ convert: (any TOMLValueConvertible) -> Value?) -> Value? {
        known.insert(key)
        guard let value = table[key] else { return nil }
        if let converted = convert(value) { return converted }
        report("'\(key)' must be \(expected)", at: key)
        return nil
    }

    private mutating func elements<Value>(
        _ key: String, _ expected: String, _ convert: (any TOMLValueConvertible) -> Value?
    ) -> [Value]? {
        guard let array = read(key, expected, { $0.array }) else { return nil }
        var converted: [Value] = []
        for (index, element) in array.enumerated() {
            if let value = convert(element) {
                converted.append(value)
            } else {
                diagnostics.append(source.error("'\(key)' must be \(expected)", at: place([.key(key), .index(index)])))
            }
        }
        return converted
    }

    private mutating func oneOrMore<Value>(
        _ key: String, _ expected: String, _ convert: (any TOMLValueConvertible) -> Value?
    ) -> [(value: Value, element: Int?)]? {
        known.insert(key)
        guard let array = table[key]?.array else { return read(key, expected, convert).map { [($0, nil)] } }
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

    /// Where a key itself stands.
    private func keyPlace(_ key: String) -> Range<Int> {
        source.outline.keys[path + [.key(key)]] ?? place([.key(key)])
    }

    /// Where a value stands; where it has no place of its own, its key's, or that of the nearest thing around it.
    private func place(_ steps: [TOMLOutline.Step]) -> Range<Int> {
        var full = path + steps
        while !full.isEmpty {
            if let range = source.outline.values[full] ?? source.outline.keys[full] { return range }
            full.removeLast()
        }
        return 0..<0
    }
}
