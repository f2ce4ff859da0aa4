/// Where a relative destination leads on the site.
public enum LinkResolution: Sendable, Hashable {
    case url(String)
    case unresolved
}
