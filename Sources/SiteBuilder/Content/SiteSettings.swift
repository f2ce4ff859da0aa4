import Diagnostics

/// What `content/site.toml` says about a site.
public struct SiteSettings: Sendable, Hashable {
    public var title = "Agent runs"
    public var description = ""
    /// A language tag of BCP 47: `en`, `pt-BR`.
    public var language = "en"
    /// Where the site will stand, with a slash at the end; `nil` where nobody said, and then nothing that needs it is written.
    public var baseURL: String?
    /// Suites or runs that others are compared with.
    public var baselines: [String] = []
    public var comparisons: [Comparison] = []
    /// What to say of a baseline or a side of a comparison that stands for nothing, by its name.
    var unknownNames: [String: Diagnostic] = [:]
    /// What tells series apart, where it is not what the facets say.
    var series = SeriesRules.standard
    /// The smallest change that counts.
    var judging = JudgingSettings()
    /// The address of a commit's page, with `{commit}` where its id stands; `nil` where commits are not linked.
    public var commitURL: String?
    /// The branch whose runs make the history; runs of others are held against it. `nil` where every branch does.
    public var mainBranch: String?
    /// A call that loaded its model for at least so long is a cold one; in milliseconds. `nil` keeps to what each run file says.
    public var coldLoad: Double?

    /// Two suites or runs that have a page of their own.
    public struct Comparison: Sendable, Hashable {
        public var a: String
        public var b: String

        public init(_ a: String, _ b: String) {
            self.a = a
            self.b = b
        }
    }

    public init() {}

    /// Makes one spelling of a site's address: `http` or `https`, a host, perhaps a path, and a slash at the end.
    ///
    /// - Returns: `nil` where the text is no such address.
    public static func baseURL(_ text: String) -> String? {
        guard let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }) else { return nil }
        let rest = text.dropFirst(scheme.count)
        let isPlain = rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !Array("\"'<>\\^`{|}?#".utf8).contains($0) }
        guard isPlain, let first = rest.first, first != "/", first != ":" else { return nil }
        return scheme + rest + (rest.hasSuffix("/") ? "" : "/")
    }
}
