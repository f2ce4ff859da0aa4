import AgentRuns
import Bytes

/// The small pieces of markup that every page is made of.
extension ByteBuffer {
    /// Appends a piece of a sentence with a figure that stands out in it.
    mutating func append(_ before: String, strong figure: String, _ after: String) {
        append(escaped: before)
        append("<strong>")
        append(escaped: figure)
        append("</strong>")
        append(escaped: after)
    }

    /// Appends a link; its text may break as in `append(breakable:isNarrow:)`.
    mutating func append(link text: some StringProtocol, to href: some StringProtocol, isNarrow: Bool = false) {
        append("<a")
        append(attribute: "href", href)
        append(">")
        append(breakable: text, isNarrow: isNarrow)
        append("</a>")
    }

    /// Appends text in which a line may end after each slash, so that long ids do not push a page wide.
    ///
    /// After underscores a line may end too: on small screens, and wherever the place is narrow.
    mutating func append(breakable text: some StringProtocol, isNarrow: Bool = false) {
        var rest = text[...]
        while let end = rest.firstIndex(where: { $0 == "/" || $0 == "_" }) {
            append(escaped: rest[...end])
            let isSlash = rest[end] == "/"
            rest = rest[rest.index(after: end)...]
            if !rest.isEmpty { append(isSlash || isNarrow ? "<wbr>" : "<wbr class=\"s\">") }
        }
        append(escaped: rest)
    }

    /// Appends a class attribute of those names that are there.
    mutating func appendClass(_ names: StaticString?...) {
        appendClass(names)
    }

    mutating func appendClass(_ names: [StaticString?]) {
        let present = names.compactMap(\.self)
        guard let first = present.first else { return }
        append(" class=\"")
        append(first)
        for name in present.dropFirst() {
            append(" ")
            append(name)
        }
        append("\"")
    }

    /// Appends `2025-11-15 20:51` as it stands in tables, the year left out on small screens; an en dash for none.
    mutating func append(_ time: Timestamp?) {
        guard let time else { return append("–") }
        append("<span class=\"o\">")
        append(text: time.text.prefix(5))
        append("</span>")
        append(text: time.date.dropFirst(5))
        if let clock = time.clock {
            append(" ")
            append(text: clock)
        }
    }

    /// Appends the facts of a meta line, with a place to break after each dot.
    mutating func append(facts: [ByteBuffer]) {
        for (index, fact) in facts.filter({ !$0.isEmpty }).enumerated() {
            if index > 0 { append("\u{A0}\u{A0}·\u{A0} ") }
            append(fact)
        }
    }

    /// Markup as a value of its own.
    static func markup(_ write: (inout ByteBuffer) -> Void) -> ByteBuffer {
        var buffer = ByteBuffer()
        write(&buffer)
        return buffer
    }

    static func escaped(_ text: String) -> ByteBuffer {
        markup { $0.append(escaped: text) }
    }
}
