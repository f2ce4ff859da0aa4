import JSON

/// What may name a person or a machine: kept only on demand, as notes, and taken out of program-written files.
enum PrivateData {
    static func notes(agent: JSON, result: JSON, slot: String) -> [String] {
        let host = result[path: "system_info", "hostname"]?.string.map { "The host of '\(slot)' is \($0)." }
        let address = (agent[path: "config", "base_url"] ?? agent["base_url"])?.string.map { "The server of '\(slot)' is \($0)." }
        return [host, address].compactMap(\.self)
    }

    /// Replaces host names, and names and passwords in server addresses, on the lines that a program wrote.
    static func removed(from bytes: [UInt8], programLines isProgramLine: (Int) -> Bool = { _ in true }) -> [UInt8] {
        let text = TextLines(bytes)
        var result: [UInt8] = []
        var copied = 0
        for line in 0..<text.count where isProgramLine(line + 1) {
            guard let replacement = replacement(for: text[line]) else { continue }
            let start = text.offset(of: line)
            result += bytes[copied..<start]
            result += replacement
            copied = start + text[line].count
        }
        return copied == 0 ? bytes : result + bytes[copied...]
    }

    private static func replacement(for line: ArraySlice<UInt8>) -> [UInt8]? {
        if line.opens(with: "**Hostname:** ") { return Array("**Hostname:** withheld".utf8) }
        if line.opens(with: "- **Hostname:** ") { return Array("- **Hostname:** withheld".utf8) }
        guard line.opens(with: "Ollama URL: ") || line.opens(with: "- Base URL: "), let (before, after) = line.split(at: "://"),
            let (_, host) = after.split(at: "@")
        else { return nil }
        return before + Array("://".utf8) + host
    }
}
