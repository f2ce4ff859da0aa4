import Markdown
import Testing

@Suite struct TextLanguageTests {
    @Test(arguments: [
        ("The quick brown fox", "en"), ("Ключевые выводы", "ru"), ("关键发现与建议", "zh"), ("これは日本語の文章です", "ja"), ("漢字カナ", "ja"),
        ("한국어 문장", "ko"), ("मुख्य निष्कर्ष", "hi"), ("মূল ফলাফল", "bn"), ("முக்கிய கண்டுபிடிப்புகள்", "ta"), ("ප්‍රධාන", "si"),
        ("النتائج الرئيسية", "ar"), ("Βασικά ευρήματα", "el"), ("ממצאים עיקריים", "he"), ("ผลการวิจัย", "th"),
    ])
    func `a script tells a language`(text: String, tag: String) {
        #expect(TextLanguage(of: text.utf8).tag == tag)
    }

    @Test func `digits and signs tell nothing`() {
        #expect(TextLanguage(of: "12.5 % → 40 ± 3 😀".utf8).tag == nil)
    }

    @Test func `the most letters win`() {
        let language = TextLanguage(of: "GPU: 吞吐量提高了百分之四十".utf8)
        #expect(language.tag == "zh")
        #expect(language[.latin] == 3)
        #expect(language[.han] == 11)
        #expect(language.letters == 14)
    }

    @Test func `invalid bytes are passed over`() {
        #expect(TextLanguage(of: [0xFF, 0xD0, 0x41, 0xD0, 0xB6, 0xD0, 0xB6]).tag == "ru")
    }
}
