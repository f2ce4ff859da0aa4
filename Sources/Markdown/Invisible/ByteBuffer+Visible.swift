import Bytes

extension ByteBuffer {
    /// Where escaped text is written to.
    enum TextPlace {
        case element
        /// Inside double quotes, where no element can mark a character.
        case attribute
    }

    /// Appends escaped text with every invisible character shown by its number, and with U+FFFD for bytes that are no UTF-8.
    mutating func append(visible text: CText, in place: TextPlace = .element) {
        var shown = 0
        var index = 0
        while index < text.count {
            guard InvisibleScalar.mayBegin(text[index]) else {
                index += 1
                continue
            }
            guard let (scalar, length) = decodeScalar(text, at: index, before: text.count) else {
                append(escaped: CText(rebasing: text[shown..<index]))
                append("\u{FFFD}")
                index += 1
                shown = index
                continue
            }
            let next = decodeScalar(text, at: index + length, before: text.count)?.scalar
            if InvisibleScalar.isToBeShown(scalar, after: scalarBefore(index, in: text), before: next) {
                append(escaped: CText(rebasing: text[shown..<index]))
                append(invisible: scalar, in: place)
                shown = index + length
            }
            index += length
        }
        append(escaped: CText(rebasing: text[shown...]))
    }

    private mutating func append(invisible scalar: Unicode.Scalar, in place: TextPlace) {
        if place == .element {
            append(#"<span class="invisible" title=""#)
            append(escaped: InvisibleScalar.description(of: scalar))
            append("\">")
        }
        append(text: InvisibleScalar.number(of: scalar))
        if place == .element { append("</span>") }
    }

    private func scalarBefore(_ index: Int, in text: CText) -> Unicode.Scalar? {
        var start = index - 1
        while start > 0, index - start < 4, text[start].isContinuation { start -= 1 }
        return start < 0 ? nil : decodeScalar(text, at: start, before: index)?.scalar
    }
}
