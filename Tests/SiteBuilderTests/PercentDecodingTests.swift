import Testing

@testable import SiteBuilder

struct PercentDecodingTests {
    @Test(
        arguments: [
            ("", ""), ("plain/x", "plain/x"), ("a%20b%2Fc", "a b/c"), ("%c3%A9", "é"), ("100%", nil), ("%4", nil), ("%zz", nil), ("%ff", nil),
            ("é%41", "éA"),
        ] as [(String, String?)])
    func `links are read as the bytes that they stand for, or not at all`(text: String, expected: String?) {
        #expect(text.percentDecoded == expected)
    }
}
