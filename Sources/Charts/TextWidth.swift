/// About how wide text is in the sans typefaces that the site asks for: enough to keep labels from touching, not to set type.
enum TextWidth {
    /// The widest of the system typefaces against the ones that the table was made for.
    private static let widestFace = 1.09

    /// Width in pixels, on the wide side.
    static func of(_ text: some StringProtocol, size: Double = 12) -> Double {
        let ems = text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
        return ems * size * widestFace
    }

    /// The text, or as much of its beginning as fits, with an ellipsis.
    static func fitted(_ text: String, into width: Double, size: Double = 12) -> String {
        guard of(text, size: size) > width else { return text }
        var kept = text[...]
        while !kept.isEmpty, of(kept + "…", size: size) > width { kept.removeLast() }
        return kept.isEmpty ? "" : kept + "…"
    }

    private static func width(of scalar: Unicode.Scalar) -> Double {
        classes[scalar] ?? (scalar.value < 0x3000 ? 0.58 : 1)
    }

    private static let classes: [Unicode.Scalar: Double] = {
        let groups: [(width: Double, members: String)] = [
            (0.24, "ijlI.,:;'|!\u{202F}"), (0.3, " \u{A0}()[]/\\·-\u{2D}`"), (0.38, "ftr\"*"), (0.58, "0123456789"),
            (0.52, "ckszxvyJ"), (0.66, "ABEFKLPRSTVXYZ+−<>=×±~"), (0.74, "CDGHNOQUw"), (0.9, "mMW%@…"),
        ]
        var widths: [Unicode.Scalar: Double] = [:]
        for group in groups {
            for scalar in group.members.unicodeScalars { widths[scalar] = group.width }
        }
        return widths
    }()
}
