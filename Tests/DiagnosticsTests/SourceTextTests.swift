import Diagnostics
import Testing

struct SourceTextTests {
    @Test(arguments: ["", "a", "\n", "a\r\nb\n\nä€😀c\n", String(repeating: "ä€", count: 100) + "\n" + String(repeating: "x", count: 300)])
    func `every byte has the place that a search from the start finds`(text: String) {
        let bytes = Array(text.utf8)
        let source = SourceText(bytes, path: "t")
        for offset in 0...bytes.count + 1 where offset >= bytes.count || bytes[offset] & 0xC0 != 0x80 {
            let (location, excerpt) = source.location(of: offset, length: 2)
            let (expected, expectedExcerpt) = SourceLocation.at(offset: offset, in: bytes, path: "t", length: 2)
            #expect(location == expected && excerpt == expectedExcerpt, "\(offset)")
        }
    }

    @Test func `lines are counted from one and end before their line break`() {
        let source = SourceText(Array("ab\r\n\nc".utf8), path: "t")
        #expect((0...4).map { source.line($0) } == [6..<6, 0..<2, 4..<4, 5..<6, 6..<6])
    }

    @Test func `an error underlines its bytes up to the end of the line`() {
        let source = SourceText(Array("x = äb\ny".utf8), path: "t")
        let error = source.error("wrong", at: 4..<9)
        #expect(error == .error("wrong", at: SourceLocation("t", line: 1, column: 5), excerpt: SourceExcerpt(line: "x = äb", length: 2)))
        #expect(source.error("wrong", at: 20..<30).location == SourceLocation("t", line: 2, column: 2))
    }
}
