/// A server's address as it may be shown and stored: without user name and password.
struct Address: Sendable, Hashable {
    let text: String
    /// What stood before the `@`; must never be shown.
    let userInfo: String?

    init(_ url: String) {
        guard let scheme = url.range(of: "://"),
            let authorityEnd = url[scheme.upperBound...].firstIndex(where: { "/?#".contains($0) }) ?? Optional(url.endIndex),
            let at = url[scheme.upperBound..<authorityEnd].lastIndex(of: "@")
        else {
            text = url
            userInfo = nil
            return
        }
        text = String(url[..<scheme.upperBound]) + url[url.index(after: at)...]
        userInfo = String(url[scheme.upperBound..<at])
    }
}
