/// A figure as a program printed it.
struct PrintedFigure: Sendable, Hashable {
    /// `nil` for `NaN` and the infinities, which are printed where nothing was measured.
    var value: Double?
    /// Digits after the point.
    var decimals: Int

    /// Reads an optional sign, digits, and an optional point with digits, or `NaN`, `inf`, `-inf`; nothing else.
    init?(_ text: ArraySlice<UInt8>) {
        if text.equals("NaN") || text.equals("inf") || text.equals("-inf") || text.equals("+inf") {
            self.init(value: nil, decimals: 0)
            return
        }
        var digits = text
        if let first = digits.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { digits = digits.dropFirst() }
        let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let isNumber = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
        guard isNumber, let value = Double(text.string) else { return nil }
        self.init(value: value, decimals: parts.count == 2 ? parts[1].count : 0)
    }

    init(value: Double?, decimals: Int) {
        self.value = value
        self.decimals = decimals
    }
}
