import Platform

/// What a path leads to.
public enum FileKind: Sendable, Hashable {
    case file
    case directory
    /// A socket, device or pipe: never read, since reading could wait for ever.
    case other

    init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .directory
        default: self = .other
        }
    }
}
