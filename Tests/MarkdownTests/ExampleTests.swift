import Foundation
import Markdown
import Testing

@Suite struct ExampleTests {
    @Test(.enabled(if: SharedFiles.has("markdown/commonmark-0.30.json"), "needs the CommonMark examples in the shared folder"))
    func `all examples of CommonMark 0.30 give libcmark's safe output`() throws {
        let examples = try SharedFiles.examples("markdown/commonmark-0.30.json")
        #expect(examples.count == 652)
        for example in examples {
            let markdown = try #require(example["markdown"])
            #expect(plain(markdown, extensions: .none) == example["safe_html"], "\(markdown)")
        }
    }

    @Test(.enabled(if: SharedFiles.has("markdown/gfm-extensions.json"), "needs the GFM examples in the shared folder"))
    func `all examples of the GFM extensions give cmark-gfm's output`() throws {
        for example in try SharedFiles.examples("markdown/gfm-extensions.json") {
            let markdown = try #require(example["markdown"])
            #expect(plain(markdown) == example["cmark_gfm_html"], "\(markdown)")
        }
    }

    @Test(.enabled(if: CmarkGFM.isInstalled && SharedFiles.has("markdown/commonmark-0.30.json"), "needs cmark-gfm and the examples"))
    func `CommonMark's examples mean with the extensions what they mean to cmark-gfm`() throws {
        var different: [String] = []
        for example in try SharedFiles.examples("markdown/commonmark-0.30.json") {
            let markdown = try #require(example["markdown"])
            if try plain(markdown.utf8).bytes != CmarkGFM.html(Array(markdown.utf8)) { different.append(markdown) }
        }
        // Newer CommonMark reads a text area as verbatim text.
        #expect(different.allSatisfy { $0.hasPrefix("<textarea>") })
        #expect(different.count <= 1)
    }

    @Test(.enabled(if: CmarkGFM.isInstalled && SharedFiles.has("corpus"), "needs cmark-gfm and the shared folder"))
    func `every real report gives what cmark-gfm gives`() throws {
        let reports = SharedFiles.reports()
        #expect(reports.count > 40)
        for report in reports {
            let bytes = try [UInt8](Data(contentsOf: report))
            #expect(try plain(bytes).bytes == CmarkGFM.html(bytes), "\(report.lastPathComponent)")
        }
    }
}
