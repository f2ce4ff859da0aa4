/// Characters that a reader does not see, or that change how others are shown: a report could hide or turn words with them.
enum InvisibleScalar {
    /// Whether a scalar is to be shown by its number where it stands between these two.
    static func isToBeShown(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?) -> Bool {
        switch scalar.value {
        case 0x200D: !joins(previous, next)
        case 0x200C: !(previous.map(joinsLetters) ?? false)
        case 0xFE00...0xFE0F: !(previous.map { takesVariation($0) } ?? false)
        case 0xE0100...0xE01EF: !(previous.map { Script($0.value) == .han } ?? false)
        case 0xE0020...0xE007F: !(previous.map { $0.value == 0x1F3F4 || (0xE0020...0xE007F).contains($0.value) } ?? false)
        default: isInvisible(scalar.value)
        }
    }

    /// Whether a byte begins a scalar that has to be looked at: a control, or anything beyond ASCII.
    static func mayBegin(_ byte: UInt8) -> Bool {
        byte >= 0x7F || (byte < 0x20 && byte != 0x09 && byte != 0x0A)
    }

    private static func isInvisible(_ value: UInt32) -> Bool {
        switch value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F...0x9F: true
        case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: true
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB: true
        case 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
        default: false
        }
    }

    /// A zero width joiner belongs between emoji, and after letters whose form it changes.
    private static func joins(_ previous: Unicode.Scalar?, _ next: Unicode.Scalar?) -> Bool {
        guard let previous else { return false }
        if joinsLetters(previous) { return true }
        guard let next, next.value > 0x7F, next.properties.isEmoji else { return false }
        return previous.value == 0xFE0F || (previous.value > 0x7F && previous.properties.isEmoji)
    }

    /// Letters and marks of the Arabic, Syriac, Indic, Khmer, Myanmar and Mongolian blocks.
    private static func joinsLetters(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x620...0x8FF, 0x900...0xDFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1820...0x18AF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: true
        default: false
        }
    }

    private static func takesVariation(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isEmoji || Script(scalar.value) == .han || (0x2190...0x2BFF).contains(scalar.value)
            || (0x1820...0x18AF).contains(scalar.value)
    }

    /// The scalar's number and, where it has one, its name: `U+202E RIGHT-TO-LEFT OVERRIDE`.
    static func description(of scalar: Unicode.Scalar) -> String {
        let name = scalar.properties.name ?? scalar.properties.nameAlias
        return name.map { "\(number(of: scalar)) \($0)" } ?? number(of: scalar)
    }

    static func number(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
