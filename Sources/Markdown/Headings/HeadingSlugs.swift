/// Names for headings, as GitHub makes them from their text, with a number where a name was taken before.
struct HeadingSlugs {
    private var taken: Set<String> = []
    private var repeats: [String: Int] = [:]

    /// The name of the next heading, which no other one has.
    mutating func slug(for text: String) -> String {
        let plain = Self.plainSlug(of: text)
        var slug = plain
        while !taken.insert(slug).inserted {
            let number = repeats[plain, default: 0] + 1
            repeats[plain] = number
            slug = "\(plain)-\(number)"
        }
        return slug
    }

    func contains(_ slug: String) -> Bool { taken.contains(slug) }

    /// Letters, marks, numbers, `_` and `-` in lower case, and a hyphen for every space; all else goes.
    private static func plainSlug(of text: String) -> String {
        var slug = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            switch scalar.properties.generalCategory {
            case _ where scalar == " ": slug.append("-")
            case _ where scalar == "-": slug.append(scalar)
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
                .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
                slug.append(scalar)
            default: continue
            }
        }
        return slug.isEmpty ? "section" : String(slug)
    }
}
