/// What was found of one series, among the series it was judged with.
public struct Judgement: Sendable, Hashable {
    public var verdict: VerdictWord
    /// The least false discovery rate at which the change would count; `nil` where nothing was tested.
    public var pAdjusted: Double?

    public init(verdict: VerdictWord, pAdjusted: Double?) {
        self.verdict = verdict
        self.pAdjusted = pAdjusted
    }
}
