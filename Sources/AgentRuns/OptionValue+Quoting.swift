import Diagnostics

extension OptionValue {
    /// As a message shows it: text in quotation marks, and no more of it than a line holds.
    public var quoted: String {
        guard case .text(let text) = self else { return description }
        return quotation(of: text)
    }
}
