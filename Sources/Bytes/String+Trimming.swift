extension StringProtocol {
    /// The text without the characters at its two ends of which something is true.
    public func trimmed(_ isDropped: (Character) -> Bool) -> String {
        let start = drop(while: isDropped)
        guard let last = start.lastIndex(where: { !isDropped($0) }) else { return "" }
        return String(start[...last])
    }
}
