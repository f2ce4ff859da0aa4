/// Which way a metric improves.
public enum Better: Sendable, Hashable {
    case lower, higher
    /// The metric is shown and not judged.
    case neither
}
