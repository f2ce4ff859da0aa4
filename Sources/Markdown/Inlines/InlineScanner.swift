/// Reads a block's text as cmark-gfm does, to find struck text and bare addresses, and how both stand to emphasis and links.
///
/// A `~` takes part in the same contest as `*` and `_`, and an address hides both, so all of them have to be followed.
/// What is found becomes a list of edits; code spans, tags, entities, link targets and line breaks stay as they are.
///
/// Source: CommonMark specification 0.29, appendix, “Phase 2: inline structure”; cmark-gfm 0.29.0.gfm.6 for the rest.
struct InlineScanner {
    let text: [UInt8]
    /// Where the text ends, without trailing space.
    let end: Int
    let references: ReferenceLabels
    /// How many tildes strike what stands between them.
    let strikingTildes: ClosedRange<Int>
    var budget: ReferenceBudget
    var position = 0
    var edits: [InlineEdit] = []
    var delimiters: [DelimiterRun] = []
    /// The last run that may still match, as an index into `delimiters`.
    var lastDelimiter: Int?
    var brackets: [Bracket] = []
    /// Open brackets that still could become links, as indices into `brackets`.
    var activeLinkBrackets: [Int] = []
    var blockingImageBrackets: [Int] = []
    var openLinkBrackets = 0
    var hosts = HostScanner()
    private var missing = HTMLSyntax.Missing()
    private var backticks = BacktickPositions()

    init(_ text: [UInt8], references: ReferenceLabels, strikingTildes: ClosedRange<Int>, budget: ReferenceBudget) {
        self.text = text
        self.references = references
        self.strikingTildes = strikingTildes
        self.budget = budget
        var end = text.count
        while end > 0, text[end - 1].isSpace { end -= 1 }
        self.end = end
    }

    subscript(index: Int) -> UInt8 { index < end ? text[index] : 0 }

    /// Whether scanning could change anything, for short text that was not looked at before.
    var hasAnythingToFind: Bool {
        text.contains {
            $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "w") || $0 == UInt8(ascii: "[")
                || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&")
        }
    }

    mutating func scan() {
        while position < end {
            switch text[position] {
            case UInt8(ascii: "`"): scanBackticks()
            case UInt8(ascii: "\\"): scanBackslash()
            case UInt8(ascii: "<"): scanPointyBracket()
            case UInt8(ascii: "&"): scanAmpersand()
            case UInt8(ascii: "*"), UInt8(ascii: "_"): scanEmphasisRun()
            case UInt8(ascii: "~"): scanTildes()
            case UInt8(ascii: "["): openBracket(isImage: false)
            case UInt8(ascii: "!"):
                scanExclamationMark()
            case UInt8(ascii: "]"): closeBracket()
            case UInt8(ascii: ":"): if !scanURL() { position += 1 }
            case UInt8(ascii: "w"): if !scanWWW() { position += 1 }
            default: position += 1
            }
        }
        matchDelimiters(above: nil)
        escapeLeftovers()
        for bracket in brackets { escape(at: bracket.opening) }
    }

    private mutating func scanBackslash() {
        if self[position + 1].isPunctuation {
            position += 2
            return
        }
        if self[position + 1].isLetter {
            // An address may begin right behind, and its mark must not be escaped.
            edits.append(InlineEdit(range: position..<position, replacement: .escape))
        }
        position += 1
    }

    /// With a circumflex behind it a bracket is not an image's: cmark-gfm keeps that form for footnotes.
    private mutating func scanExclamationMark() {
        guard self[position + 1] == UInt8(ascii: "[") else {
            position += 1
            return
        }
        if self[position + 2] != UInt8(ascii: "^") { return openBracket(isImage: true) }
        escape(at: position)
        position += 1
    }

    private mutating func scanAmpersand() {
        guard let entity = text.withUnsafeBufferPointer({ NumericEntity($0, at: position, before: end) }) else {
            position += 1
            return
        }
        edits.append(InlineEdit(range: position..<entity.end, replacement: .entity(entity.value)))
        position = entity.end
    }

    private mutating func scanBackticks() {
        let start = position
        while self[position] == UInt8(ascii: "`") { position += 1 }
        if let close = backticks.closing(length: position - start, in: text, from: position, before: end) {
            position = close
        }
    }

    private mutating func scanPointyBracket() {
        let start = position + 1
        if HTMLSyntax(bytes: text, end: end).isTextArea(at: start), text[..<position].last ?? UInt8(ascii: "\n") == UInt8(ascii: "\n") {
            edits.append(InlineEdit(range: position..<position, replacement: .inert))
        }
        if let tagEnd = uriAutolinkEnd(at: start) ?? emailAutolinkEnd(at: start) {
            position = tagEnd
        } else if let tagEnd = HTMLSyntax(bytes: text, end: end).tagEnd(at: start, missing: &missing) {
            position = tagEnd
        } else {
            edits.append(InlineEdit(range: position..<position, replacement: .escape))
            position = start
        }
    }

    private func uriAutolinkEnd(at start: Int) -> Int? {
        guard self[start].isLetter else { return nil }
        var index = start + 1
        while self[index].isAlphanumeric || self[index] == UInt8(ascii: "+") || self[index] == UInt8(ascii: ".")
            || self[index] == UInt8(ascii: "-")
        {
            index += 1
        }
        guard (2...32).contains(index - start), self[index] == UInt8(ascii: ":") else { return nil }
        index += 1
        while index < end, text[index] > 0x20, text[index] != UInt8(ascii: "<"), text[index] != UInt8(ascii: ">") { index += 1 }
        return self[index] == UInt8(ascii: ">") ? index + 1 : nil
    }

    private func emailAutolinkEnd(at start: Int) -> Int? {
        var index = start
        while self[index].isAlphanumeric || Self.isEmailPunctuation(self[index]) { index += 1 }
        guard index > start, self[index] == UInt8(ascii: "@") else { return nil }
        repeat {
            let labelStart = index + 1
            index = labelStart
            while self[index].isAlphanumeric || self[index] == UInt8(ascii: "-") { index += 1 }
            guard (1...63).contains(index - labelStart), text[labelStart] != UInt8(ascii: "-"), text[index - 1] != UInt8(ascii: "-")
            else { return nil }
        } while self[index] == UInt8(ascii: ".")
        return self[index] == UInt8(ascii: ">") ? index + 1 : nil
    }

    private static func isEmailPunctuation(_ byte: UInt8) -> Bool {
        guard byte.isPunctuation else { return false }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"):
            return false
        default:
            return true
        }
    }
}
