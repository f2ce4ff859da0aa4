/// Bare web addresses: `www.` at the start of a word, and `http://`, `https://` or `ftp://` anywhere.
extension InlineScanner {
    private static let schemes = ["http", "https", "ftp"].map { Array($0.utf8) }

    mutating func scanWWW() -> Bool {
        guard !isInBracket, self[position + 1] == UInt8(ascii: "w"), self[position + 2] == UInt8(ascii: "w"),
            self[position + 3] == UInt8(ascii: "."), position == 0 || Self.mayStandBeforeWWW(text[position - 1]),
            let hostEnd = hosts.hostEnd(in: text, from: position, before: end, needsDot: true)
        else { return false }
        let linkEnd = AddressEnd.trimmed(text, position..<addressEnd(from: hostEnd))
        let address = Array(text[position..<linkEnd])
        addAutolink(position..<linkEnd, Autolink(destination: Array("http://".utf8) + address, text: address))
        return true
    }

    /// Looks for an address whose colon stands at the position.
    mutating func scanURL() -> Bool {
        guard !isInBracket, self[position + 1] == UInt8(ascii: "/"), self[position + 2] == UInt8(ascii: "/") else { return false }
        var start = position
        while start > 0, position - start <= 5, text[start - 1].isLetter { start -= 1 }
        let scheme = text[start..<position].map(\.lowercased)
        guard Self.schemes.contains(scheme), HostScanner.isHostCharacter(text, position + 3, end),
            let hostEnd = hosts.hostEnd(in: text, from: position + 3, before: end, needsDot: false)
        else { return false }
        let linkEnd = AddressEnd.trimmed(text, position..<addressEnd(from: hostEnd))
        let address = Array(text[start..<linkEnd])
        addAutolink(start..<linkEnd, Autolink(destination: address, text: address))
        return true
    }

    private static func mayStandBeforeWWW(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "("): true
        default: byte.isSpace
        }
    }

    private func addressEnd(from start: Int) -> Int {
        var index = start
        while index < end, !text[index].isSpace, text[index] != UInt8(ascii: "<") { index += 1 }
        return index
    }

    /// Backticks at the start of a line are no fence while another backtick follows, which the address may have held.
    private mutating func keepFromBeingFence(_ offset: Int) {
        let lineStart = (text[..<offset].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        let line = text[lineStart..<offset].drop(while: \.isSpaceOrTab)
        guard line.starts(with: [UInt8](repeating: UInt8(ascii: "`"), count: 3)) else { return }
        edits.append(InlineEdit(range: line.startIndex..<line.startIndex, replacement: .inert))
    }

    private mutating func addAutolink(_ range: Range<Int>, _ link: Autolink) {
        if link.text.contains(UInt8(ascii: "`")) { keepFromBeingFence(range.lowerBound) }
        edits.append(InlineEdit(range: range, replacement: .autolink(link)))
        position = range.upperBound
    }
}
