/// A figure in a cell or a line of recorded text: an optional sign, digits, a point, an exponent, and nothing else.
enum RecordedFigure {
    /// `nil` for everything that is no finite number, the words for missing data among it.
    static func value(of text: String) -> Double? {
        let isPlain = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
        }
        guard isPlain, let value = Double(text), value.isFinite else { return nil }
        return value
    }
}
