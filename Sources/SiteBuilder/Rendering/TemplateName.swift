/// A name that a template uses, and where.
struct TemplateName: Sendable, Hashable {
    let name: String
    /// Bytes from the start of the template to the name's first byte.
    let offset: Int

    /// The names of variables and sections; partials, comments, closing tags and delimiters name nothing that a page gives.
    static func all(in source: [UInt8]) -> [TemplateName] {
        var names: [TemplateName] = []
        var position = 0
        let brace = UInt8(ascii: "{")
        while position + 1 < source.count {
            guard source[position] == brace, source[position + 1] == brace else {
                position += 1
                continue
            }
            position += 2
            if position < source.count, "{#^&".utf8.contains(source[position]) { position += 1 }
            while position < source.count, source[position] == UInt8(ascii: " ") { position += 1 }
            let start = position
            while position < source.count, isNameByte(source[position]) { position += 1 }
            if position > start { names.append(TemplateName(name: String(decoding: source[start..<position], as: UTF8.self), offset: start)) }
        }
        return names
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "_-.".utf8.contains(byte)
        }
    }
}
