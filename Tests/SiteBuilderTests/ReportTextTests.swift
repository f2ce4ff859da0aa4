import Testing

@testable import SiteBuilder

struct ReportTextTests {
    private func parts(_ text: String, _ modelWritten: ClosedRange<Int>...) -> [String] {
        ReportText(Array(text.utf8), modelWritten: modelWritten).parts.map {
            "\($0.isModelWritten ? "model" : "program") \($0.firstLine): \(String(decoding: $0.source, as: UTF8.self))"
        }
    }

    @Test func `a report falls into what a model and what a program wrote`() {
        #expect(
            parts("# Head\n\nbody\nmore\n\n## Tail\n- finding\n", 3...4, 7...7) == [
                "program 1: # Head\n\n", "model 3: body\nmore\n", "program 5: \n## Tail\n", "model 7: - finding\n",
            ])
        #expect(parts("all\nof it", 1...2) == ["model 1: all\nof it"])
        #expect(parts("a\n") == ["program 1: a\n"])
        #expect(parts("", 1...1) == [])
    }

    @Test func `front matter can stand at the top of the file and of what the model wrote`() {
        func beginnings(_ text: String, _ modelWritten: ClosedRange<Int>...) -> [Bool] {
            ReportText(Array(text.utf8), modelWritten: modelWritten).parts.map(\.beginsText)
        }
        #expect(beginnings("# Head\n\nbody\n\n## Tail\n- finding\n", 3...3, 6...6) == [true, true, false, false])
        #expect(beginnings("body\n\n## Tail\n", 1...1) == [true, false])
    }

    @Test func `the heading before a later part names it`() {
        let report = ReportText(Array("## Metrics\n- x\n\n## Key Findings\r\n- one\n".utf8), modelWritten: [5...5])
        #expect(report.parts[0].lastHeading == "Key Findings")
    }

    @Test func `a long part is cut at an empty line outside a fence`() throws {
        let text = "one two three four five\n\n```\nsix seven\n\neight\n```\n\nnine ten eleven twelve\n"
        let part = try #require(ReportText(Array(text.utf8), modelWritten: [1...9]).parts.first)
        let (head, rest) = part.cut(atWords: 7)
        #expect(String(decoding: head.source, as: UTF8.self).hasSuffix("```\n\n"))
        #expect(rest?.firstLine == 9)
        #expect(rest.map { String(decoding: $0.source, as: UTF8.self) } == "nine ten eleven twelve\n")
        #expect(part.cut(atWords: 400).rest == nil)
    }
}
