/// A writing system, as far as it tells a language.
public enum Script: Int, Sendable, Hashable, CaseIterable {
    case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, bengali, gurmukhi, gujarati, tamil, telugu, kannada
    case malayalam, sinhala, thai, lao, tibetan, myanmar, georgian, khmer, hangul, kana, han

    /// The BCP 47 tag of the language that is most written in this script.
    public var language: String {
        switch self {
        case .latin: "en"
        case .greek: "el"
        case .cyrillic: "ru"
        case .armenian: "hy"
        case .hebrew: "he"
        case .arabic: "ar"
        case .devanagari: "hi"
        case .bengali: "bn"
        case .gurmukhi: "pa"
        case .gujarati: "gu"
        case .tamil: "ta"
        case .telugu: "te"
        case .kannada: "kn"
        case .malayalam: "ml"
        case .sinhala: "si"
        case .thai: "th"
        case .lao: "lo"
        case .tibetan: "bo"
        case .myanmar: "my"
        case .georgian: "ka"
        case .khmer: "km"
        case .hangul: "ko"
        case .kana: "ja"
        case .han: "zh"
        }
    }

    /// The script that a language is written in; Latin where that is not known.
    public init(ofLanguage tag: String) {
        let primary = tag.prefix { $0 != "-" }.lowercased()
        self = Self.allCases.first { $0.language == primary } ?? Self.otherLanguages[primary] ?? .latin
    }

    private static let otherLanguages: [String: Script] = [
        "uk": .cyrillic, "bg": .cyrillic, "sr": .cyrillic, "be": .cyrillic, "fa": .arabic, "ur": .arabic, "mr": .devanagari,
        "ne": .devanagari, "as": .bengali,
    ]

    /// The script of a letter or of a mark on one; `nil` for everything that many scripts share.
    ///
    /// Source: the block names of the Unicode Character Database.
    init?(_ scalar: UInt32) {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F: self = .cyrillic
        case 0x531...0x58F: self = .armenian
        case 0x590...0x5FF: self = .hebrew
        case 0x620...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: self = .arabic
        case 0x900...0xDFF: self = Self.indic(scalar)
        case 0xE00...0xE7F: self = .thai
        case 0xE80...0xEFF: self = .lao
        case 0xF00...0xFFF: self = .tibetan
        case 0x1000...0x109F: self = .myanmar
        case 0x10A0...0x10FF: self = .georgian
        case 0x1780...0x17FF: self = .khmer
        case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3: self = .hangul
        case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: self = .kana
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: self = .han
        default: return nil
        }
    }

    /// The Indic blocks follow each other, 128 scalars each.
    private static func indic(_ scalar: UInt32) -> Script {
        switch scalar {
        case 0x900..<0x980: .devanagari
        case 0x980..<0xA00: .bengali
        case 0xA00..<0xA80: .gurmukhi
        case 0xA80..<0xB00: .gujarati
        case 0xB80..<0xC00: .tamil
        case 0xC00..<0xC80: .telugu
        case 0xC80..<0xD00: .kannada
        case 0xD00..<0xD80: .malayalam
        case 0xD80...0xDFF: .sinhala
        default: .devanagari
        }
    }
}
