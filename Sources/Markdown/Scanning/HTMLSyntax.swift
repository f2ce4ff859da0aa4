/// Raw HTML as CommonMark 0.29 sees it: which text is a tag, and which line opens an HTML block.
struct HTMLSyntax {
    let bytes: [UInt8]
    let end: Int

    subscript(index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

    /// What a search for the end of a comment, instruction, declaration or CDATA section found missing for the rest of the text.
    struct Missing {
        var comment = false
        var instruction = false
        var declaration = false
        var cdata = false
    }

    /// The end of the tag, comment, instruction, declaration or CDATA section whose `<` stands before `index`.
    func tagEnd(at index: Int, missing: inout Missing) -> Int? {
        switch self[index] {
        case UInt8(ascii: "/"): closingTagEnd(at: index + 1)
        case UInt8(ascii: "?"): instructionEnd(at: index + 1, missing: &missing.instruction)
        case UInt8(ascii: "!"): markupEnd(at: index + 1, missing: &missing)
        default: openingTagEnd(at: index)
        }
    }

    func openingTagEnd(at start: Int) -> Int? {
        guard var index = tagNameEnd(at: start) else { return nil }
        while let next = attributeEnd(at: index) { index = next }
        index = skipSpace(index)
        if self[index] == UInt8(ascii: "/") { index += 1 }
        return self[index] == UInt8(ascii: ">") ? index + 1 : nil
    }

    func closingTagEnd(at start: Int) -> Int? {
        guard let nameEnd = tagNameEnd(at: start) else { return nil }
        let index = skipSpace(nameEnd)
        return self[index] == UInt8(ascii: ">") ? index + 1 : nil
    }

    /// Whether a tag begins here that opens an HTML block since CommonMark 0.30 only.
    func isTextArea(at start: Int) -> Bool {
        let name = Array("textarea".utf8)
        return name.indices.allSatisfy { self[start + $0].lowercased == name[$0] }
    }

    private func tagNameEnd(at start: Int) -> Int? {
        guard self[start].isLetter else { return nil }
        var index = start + 1
        while self[index].isAlphanumeric || self[index] == UInt8(ascii: "-") { index += 1 }
        return index
    }

    private func skipSpace(_ start: Int) -> Int {
        var index = start
        while index < end, bytes[index].isSpace { index += 1 }
        return index
    }

    private func attributeEnd(at start: Int) -> Int? {
        var index = skipSpace(start)
        guard index > start else { return nil }
        let first = self[index]
        guard first.isLetter || first == UInt8(ascii: "_") || first == UInt8(ascii: ":") else { return nil }
        index += 1
        while self[index].isAlphanumeric || [UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "-")].contains(self[index]) {
            index += 1
        }
        let nameEnd = index
        index = skipSpace(index)
        guard self[index] == UInt8(ascii: "=") else { return nameEnd }
        return attributeValueEnd(at: skipSpace(index + 1)) ?? nameEnd
    }

    private func attributeValueEnd(at start: Int) -> Int? {
        let first = self[start]
        var index = start
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            index += 1
            while index < end, bytes[index] != first { index += 1 }
            return index < end ? index + 1 : nil
        }
        while index < end, !bytes[index].isSpace, !Self.endsUnquotedValue(bytes[index]) { index += 1 }
        return index > start ? index : nil
    }

    private static func endsUnquotedValue(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"): true
        default: false
        }
    }

    /// A question mark takes the byte behind it along, so only an odd run of them before `>` ends an instruction.
    private func instructionEnd(at start: Int, missing: inout Bool) -> Int? {
        var index = start
        while true {
            let runStart = index
            while self[index] == UInt8(ascii: "?") { index += 1 }
            if self[index] == UInt8(ascii: ">"), (index - runStart) % 2 == 1 { return index + 1 }
            if runStart == start, missing { return nil }
            index += 1
            while index < end, bytes[index] != UInt8(ascii: "?") { index += 1 }
            if index >= end { break }
        }
        missing = true
        return nil
    }

    private func markupEnd(at start: Int, missing: inout Missing) -> Int? {
        if self[start] == UInt8(ascii: "-") {
            return self[start + 1] == UInt8(ascii: "-") ? commentEnd(at: start + 2, missing: &missing.comment) : nil
        }
        if self[start] == UInt8(ascii: "[") {
            return cdataEnd(at: start, missing: &missing.cdata)
        }
        var index = start
        while self[index] >= UInt8(ascii: "A"), self[index] <= UInt8(ascii: "Z") { index += 1 }
        guard index > start, self[index].isSpace, !missing.declaration else { return nil }
        while index < end, bytes[index] != UInt8(ascii: ">") { index += 1 }
        if index < end { return index + 1 }
        missing.declaration = true
        return nil
    }

    /// A comment starts with neither `>` nor `->`, and holds no `--` but at its end.
    private func commentEnd(at start: Int, missing: inout Bool) -> Int? {
        if self[start] == UInt8(ascii: "-"), self[start + 1] == UInt8(ascii: "-") {
            return self[start + 2] == UInt8(ascii: ">") ? start + 3 : nil
        }
        if self[start] == UInt8(ascii: ">") { return nil }
        if self[start] == UInt8(ascii: "-"), self[start + 1] == UInt8(ascii: ">") { return nil }
        guard !missing else { return nil }
        var index = start
        while index + 1 < end {
            if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-") {
                return self[index + 2] == UInt8(ascii: ">") ? index + 3 : nil
            }
            index += 1
        }
        missing = true
        return nil
    }

    private func cdataEnd(at start: Int, missing: inout Bool) -> Int? {
        let opening = Array("[CDATA[".utf8)
        guard start + opening.count <= end, bytes[start..<start + opening.count].elementsEqual(opening), !missing else { return nil }
        var index = start + opening.count
        while index + 2 < end {
            guard bytes[index] == UInt8(ascii: "]") else {
                index += 1
                continue
            }
            if bytes[index + 1] != UInt8(ascii: "]") {
                index += 2
            } else if bytes[index + 2] == UInt8(ascii: ">") {
                return index + 3
            } else {
                index += 3
            }
        }
        missing = true
        return nil
    }
}
