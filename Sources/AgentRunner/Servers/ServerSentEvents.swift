/// Puts the lines of an event stream together into the data of its events.
///
/// Source: the HTML standard, section 9.2. Comments, names, ids and retry times say nothing here. Older versions of llama.cpp send an error as a
/// field of that name; it counts as data.
struct ServerSentEvents: Sendable {
    private var data: [UInt8]?
    /// Lines that are no part of an event stream, kept so that a reply of another kind can be read after all.
    private(set) var foreign: [UInt8] = []
    private var isFirstLine = true

    private static let mostForeign = 1 << 20

    /// - Returns: the data of the event that this line ends.
    mutating func event(endingWith line: [UInt8]) -> [UInt8]? {
        var line = line[...]
        if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        isFirstLine = false
        if line.isEmpty { return rest() }
        let name = line.prefix { $0 != UInt8(ascii: ":") }
        var value = line[name.endIndex...].dropFirst()
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        switch String(decoding: name, as: UTF8.self) {
        case "data", "error": data = (data.map { $0 + [0x0A] } ?? []) + value
        case "", "event", "id", "retry": break
        default: if foreign.count < Self.mostForeign { foreign += line + [0x0A] }
        }
        return nil
    }

    /// The data of an event that no empty line has ended.
    mutating func rest() -> [UInt8]? {
        defer { data = nil }
        return data
    }
}
