import AgentRuns

/// A report's source, cut into the stretches that a model wrote and those that a program wrote.
struct ReportText {
    struct Part {
        let source: ArraySlice<UInt8>
        /// The number of its first line in the file.
        let firstLine: Int
        let isModelWritten: Bool
        /// Whether the file begins here, or what the model wrote: only there can front matter stand.
        let beginsText: Bool
    }

    /// In the order of the file; parts of nothing but white space are left out.
    let parts: [Part]

    init(_ source: [UInt8], modelWritten: [ClosedRange<Int>]) {
        var parts: [Part] = []
        var start = source.startIndex
        var line = 1
        var partStart = (offset: start, line: 1)
        var isModel = modelWritten.contains { $0.contains(1) }
        func finish(at end: Int) {
            let part = source[partStart.offset..<end]
            guard part.contains(where: { $0 > 0x20 }) else { return }
            let beginsText = parts.isEmpty || (isModel && !parts.contains(where: \.isModelWritten))
            parts.append(Part(source: part, firstLine: partStart.line, isModelWritten: isModel, beginsText: beginsText))
        }
        while let end = source[start...].firstIndex(of: UInt8(ascii: "\n")) {
            start = end + 1
            line += 1
            let next = modelWritten.contains { $0.contains(line) }
            guard next != isModel else { continue }
            finish(at: start)
            partStart = (start, line)
            isModel = next
        }
        finish(at: source.endIndex)
        self.parts = parts
    }
}

extension ReportText.Part {
    /// The text of the last heading in the part, which names what follows it; `nil` without one.
    var lastHeading: String? {
        let headings = source.split(separator: UInt8(ascii: "\n")).filter { $0.starts(with: Array("##".utf8)) }
        return headings.last.map { heading in
            String(decoding: heading.drop { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: " ") }.filter { $0 != 0x0D }, as: UTF8.self)
        }
    }

    var wordCount: Int {
        source.split { $0 <= 0x20 }.count
    }

    /// Cuts the part after the paragraph in which it reaches a number of words.
    ///
    /// - Returns: the whole part and nothing where little would be left over, or no empty line outside a fence comes in time.
    func cut(atWords limit: Int) -> (head: ReportText.Part, rest: ReportText.Part?) {
        guard wordCount > limit + limit / 4 else { return (self, nil) }
        var words = 0
        var line = firstLine
        var isFenced = false
        var start = source.startIndex
        while let end = source[start...].firstIndex(of: UInt8(ascii: "\n")) {
            let text = source[start..<end].drop { $0 == UInt8(ascii: " ") }
            if text.starts(with: Array("```".utf8)) || text.starts(with: Array("~~~".utf8)) { isFenced.toggle() }
            let isBlank = text.allSatisfy { $0 <= 0x20 }
            words += text.split { $0 <= 0x20 }.count
            start = end + 1
            line += 1
            let continuesIndented = source[start...].first == UInt8(ascii: " ")
            guard words >= limit, isBlank, !isFenced, !continuesIndented, start < source.endIndex else { continue }
            return (
                ReportText.Part(source: source[..<start], firstLine: firstLine, isModelWritten: isModelWritten, beginsText: beginsText),
                ReportText.Part(source: source[start...], firstLine: line, isModelWritten: isModelWritten, beginsText: false)
            )
        }
        return (self, nil)
    }
}
