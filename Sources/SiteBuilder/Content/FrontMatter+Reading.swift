import AgentRuns
import Diagnostics
import Markdown
import TOMLReading

extension FrontMatter {
    /// Reads the TOML between two lines `+++` at the top of a page; a page without them has no front matter.
    ///
    /// - Parameter source: the whole file.
    static func read(_ source: [UInt8], path: String) -> (FrontMatter, [Diagnostic]) {
        var matter = FrontMatter(body: 0..<source.count)
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let start = source.starts(with: mark) ? mark.count : 0
        guard isFence(line(at: start, in: source)) else { return (matter, problems(withForeign: source, path: path)) }

        let first = next(after: line(at: start, in: source), in: source)
        var (offset, number) = (first, 2)
        while offset < source.count {
            let line = line(at: offset, in: source)
            if isFence(line) {
                matter.body = next(after: line, in: source)..<source.count
                matter.bodyLine = number + 1
                return matter.filled(from: TOMLSource(source, path: path, range: first..<offset))
            }
            offset = next(after: line, in: source)
            number += 1
        }
        let message = "the front matter has no end; close it with a line '+++'"
        return (matter, [SourceText(source, path: path).error(message, at: start..<start + 3)])
    }

    /// Front matter as other generators have it, which would become a heading.
    private static func problems(withForeign source: [UInt8], path: String) -> [Diagnostic] {
        guard let block = FrontMatterBlock(atTopOf: source) else { return [] }
        let message =
            switch block.form {
            case .yaml: "front matter stands between +++ lines and is TOML, such as title = \"About\""
            case .toml: "front matter begins on the first line of the file"
            }
        return [SourceText(source, path: path).error(message, at: block.opening)]
    }

    private func filled(from source: TOMLSource) -> (FrontMatter, [Diagnostic]) {
        var matter = self
        var diagnostics: [Diagnostic] = []
        guard var reader = source.parse(reporting: &diagnostics) else { return (matter, diagnostics) }
        matter.title = reader.string("title")
        matter.description = reader.string("description")
        if let written = reader.date("date") {
            matter.date = Timestamp(written.uppercased())
            if matter.date == nil { reader.report("'date' has more digits than a time can keep; write it to the nanosecond at most", at: "date") }
        }
        matter.order = reader.integer("order")
        matter.draft = reader.boolean("draft") ?? false
        if let slug = reader.string("slug") {
            if Self.isSafeSlug(slug) {
                matter.slug = slug
            } else {
                reader.report("'slug' must be a file name of letters a to z, digits, '-', '_' and '.', without its ending", at: "slug")
            }
        }
        return (matter, diagnostics + reader.finish())
    }

    private static func line(at offset: Int, in source: [UInt8]) -> ArraySlice<UInt8> {
        source[offset...].prefix { $0 != UInt8(ascii: "\n") }
    }

    private static func next(after line: ArraySlice<UInt8>, in source: [UInt8]) -> Int {
        min(line.endIndex + 1, source.count)
    }

    /// Three plus signs, and nothing after them that can be seen.
    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "+++".utf8) && line.dropFirst(3).allSatisfy { [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")].contains($0) }
    }
}
