/// Keys: bare or quoted parts between dots.
extension TOMLScanner {
    /// The parts of keys and headers that lead to one value; everything that walks the values rests on there being few.
    static let longestPath = 200

    mutating func key() throws(TOMLError) -> [TOMLKey] {
        var parts: [TOMLKey] = []
        repeat {
            skipBlanks()
            parts.append(try keyPart())
            if parts.count > Self.longestPath { throw Self.tooDeep(parts[parts.count - 1]) }
            skipBlanks()
        } while take(UInt8(ascii: "."))
        return parts
    }

    static func tooDeep(_ part: TOMLKey) -> TOMLError {
        TOMLError("keys are nested more than \(longestPath) deep", at: part.range)
    }

    private mutating func keyPart() throws(TOMLError) -> TOMLKey {
        let start = position
        let name: String
        switch current {
        case UInt8(ascii: "\""): name = try basicString()
        case UInt8(ascii: "'"): name = try literalString()
        default:
            skip { $0.isTOMLBare }
            name = text(start..<position)
            if position == start { throw missingKey() }
        }
        return TOMLKey(name: TOMLKeyName(name), range: start..<position)
    }

    private func missingKey() -> TOMLError {
        let advice = current ?? 0 >= 0x80 ? "; one with other characters than letters, digits, '_' and '-' stands in quotation marks" : ""
        return TOMLError("expected a key, found \(described())\(advice)", at: position)
    }
}
