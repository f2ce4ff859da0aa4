import Diagnostics
import TOMLKit

/// Reads one table of a TOML file by the keys that it may have, and reports what is wrong where it stands.
///
/// Each `string`, `number` and so on makes its key known; `finish` then reports every key that nobody asked for.
struct TOMLTableReader {
    private(set) var diagnostics: [Diagnostic] = []
    private var known: Set<String> = []
    private let table: TOMLTable
    private let path: [TOMLOutline.Step]
    private let source: TOMLSource

    init(_ table: TOMLTable, at path: [TOMLOutline.Step], in source: TOMLSource) {
        self.table = table
        self.path = path
        self.source = source
    }

    mutating func string(_ key: String) -> String? {
        read(key, "a string") { $0.string }
    }

    mutating func boolean(_ key: String) -> Bool? {
        read(key, "true or false") { $0.bool }
    }

    mutating func integer(_ key: String) -> Int? {
        read(key, "an integer") { $0.int }
    }

    /// A finite number, with or without a fraction.
    mutating func number(_ key: String) -> Double? {
        read(key, "a finite number") { value in
            (value.double ?? value.int.map(Double.init)).flatMap { $0.isFinite ? $0 : nil }
        }
    }

    /// A date or a time as it is written in the file, so that its precision and its zone are kept.
    mutating func date(_ key: String) -> String? {
        let step = path + [.key(key)]
        let text = source.outline.values[step].map { String(decoding: source.bytes[$0], as: UTF8.self) }
        return read(key, "a date such as 2025-11-15, without quotation marks") { [.date, .dateTime].contains($0.type) ? text : nil }
    }

    mutating func strings(_ key: String) -> [String]? {
        elements(key, "an array of strings") { $0.string }
    }

    /// An array whose elements are arrays of two strings each.
    mutating func pairs(_ key: String) -> [(String, String)]? {
        elements(key, "an array of pairs such as [\"a\", \"b\"]") { element in
            guard let pair = element.array, pair.count == 2, let first = pair[0].string, let second = pair[1].string else { return nil }
            return (first, second)
        }
    }

    /// A table under this one; its own diagnostics are the caller's to collect.
    mutating func table(_ key: String) -> TOMLTableReader? {
        let (path, source) = (path, source)
        return read(key, "a table") { value in value.table.map { TOMLTableReader($0, at: path + [.key(key)], in: source) } }
    }

    /// The tables of an array of tables, in the order of the file.
    mutating func tables(_ key: String) -> [TOMLTableReader]? {
        let (path, source) = (path, source)
        var index = -1
        return elements(key, "an array of tables, each under [[\(key)]]") { element in
            index += 1
            return element.table.map { TOMLTableReader($0, at: path + [.key(key), .index(index)], in: source) }
        }
    }

    /// Reports something that is wrong with a key's value.
    mutating func report(_ message: String, at key: String) {
        diagnostics.append(source.error(message, at: place([.key(key)])))
    }

    /// Reports a key that the table must have.
    mutating func reportMissing(_ key: String) {
        known.insert(key)
        diagnostics.append(source.error("'\(key)' is missing", at: place([])))
    }

    /// Everything that was wrong with this table, unknown keys included, in the order of the file.
    consuming func finish() -> [Diagnostic] {
        for key in table.keys where !known.contains(key) {
            let hint = closestWord(to: key, among: known.sorted()).map { "; did you mean '\($0)'?" } ?? ""
            let place = source.outline.keys[path + [.key(key)]] ?? place([.key(key)])
            diagnostics.append(source.error("unknown key '\(key)'\(hint)", at: place))
        }
        return diagnostics.sorted { ($0.location ?? SourceLocation(source.path)) < ($1.location ?? SourceLocation(source.path)) }
    }
}

extension TOMLTableReader {
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
