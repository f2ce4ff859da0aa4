import Platform

/// Keeps keys and passwords out of what is stored and shown, whatever text they come back in.
public struct Redaction: Sendable {
    private let secrets: [String]

    /// - Parameter keys: the keys that servers are given.
    public init(_ plan: Plan, keys: [String]) {
        let passwords = plan.servers.flatMap { server -> [String] in
            let parts = URLComponents(string: server.writtenURL)
            return [parts?.percentEncodedPassword, parts?.password].compactMap(\.self)
        }
        // Text as short as that would occur by chance.
        secrets = (keys + passwords).filter { $0.utf8.count >= 4 }.sorted { $0.utf8.count > $1.utf8.count }
    }

    func applied(to text: String) -> String {
        secrets.reduce(text) { $0.replacing($1, with: "***") }
    }
}
