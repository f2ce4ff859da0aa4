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

    /// The same with commas between thousands, each at its place: `5,919.16`.
    static func grouped(_ text: String) -> Double? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count > 1 else { return value(of: text) }
        let isGrouped = (1...3).contains(groups[0].utf8.count) && groups.dropFirst().allSatisfy { $0.prefix { $0 != "." }.utf8.count == 3 }
        guard isGrouped, !groups.dropLast().contains(where: { $0.contains(".") }) else { return nil }
        return value(of: groups.joined())
    }
}
