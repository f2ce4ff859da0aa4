/// Which way a metric improves.
public enum Better: Sendable, Hashable {
    case lower, higher
    /// The metric is shown and not judged.
    case neither

    /// What a change is called by its direction, of a metric that has a better side.
    public func verdict(isHigher: Bool) -> VerdictWord { isHigher == (self == .higher) ? .improvement : .regression }
}
