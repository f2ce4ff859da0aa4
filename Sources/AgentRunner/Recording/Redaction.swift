/// Keeps keys and passwords out of what is stored and shown, whatever text they come back in.
public struct Redaction: Sendable {
    private let secrets: [String]

    /// - Parameter keys: the keys that servers are given.
    public init(_ plan: Plan, keys: [String]) {
        let userInfo = plan.servers.compactMap { Address($0.url).userInfo }
        let passwords = userInfo.compactMap { $0.split(separator: ":", maxSplits: 1).dropFirst().first.map(String.init) }
        // Text as short as that would occur by chance.
        secrets = (keys + userInfo + passwords).filter { $0.utf8.count >= 4 }.sorted { $0.utf8.count > $1.utf8.count }
    }

    func applied(to text: String) -> String {
        secrets.reduce(text) { $0.replacing($1, with: "***") }
    }

}
