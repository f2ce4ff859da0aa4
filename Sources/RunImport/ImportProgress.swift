/// How far an import has come.
public enum ImportProgress: Sendable, Hashable {
    case found(files: Int)
    case read(runs: Int)
    case stored(runs: Int)
}
