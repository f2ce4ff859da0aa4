import Bytes

extension PageRenderer {
    mutating func enterList(start: Int?) {
        switch start {
        case nil: output.append("<ul>\n")
        case 1: output.append("<ol>\n")
        case let start?:
            output.append("<ol start=\"")
            output.append(start)
            output.append("\">\n")
        }
    }

    mutating func enterItem(task: Bool?) {
        guard let task else { return output.append("<li>") }
        output.append("<li class=\"task\"><input type=\"checkbox\" disabled")
        output.append(task ? #" checked aria-label="Done"> "# : #" aria-label="Not done"> "#)
    }

    /// Front matter is data about the text, and no part of its outline.
    mutating func add(frontMatter: ArraySlice<UInt8>) {
        frontMatter.withUnsafeBufferPointer { bytes in
            output.append("<pre class=\"front-matter\"><code>")
            output.append(visible: bytes)
            output.append("</code></pre>\n")
            words.add(bytes)
        }
        words.endWord()
    }

    mutating func addCode(info: CText, literal: CText, line: Int) {
        if !info.isEmpty {
            let block = FencedBlock(info: String(decoding: info, as: UTF8.self), literal: Array(literal), line: line)
            if let drawing = options.drawFence(block) {
                report.diagnostics += drawing.diagnostics
                if let markup = drawing.markup { return output.append(markup) }
            }
        }
        output.append("<pre><code")
        let language = info.prefix { $0.isAlphanumeric || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "#")].contains($0) }
        if !language.isEmpty { output.append(attribute: "class", "language-" + String(decoding: language, as: UTF8.self)) }
        output.append(">")
        output.append(visible: literal)
        output.append("</code></pre>\n")
    }
}
