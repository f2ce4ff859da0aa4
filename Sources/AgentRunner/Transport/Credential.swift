import Bytes
import Platform

/// What a server asks for before it answers. It is sent, and neither printed, described, dumped nor recorded.
public struct Credential: Sendable, Hashable {
    private enum Kind: Sendable, Hashable {
        case bearer(String)
        case basic(user: String, password: String)
    }

    private let kind: Kind

    /// A bearer token; `nil` for an empty one, as an environment variable that is set to nothing gives.
    public static func bearer(_ token: String) -> Credential? {
        let token = token.trimmed(\.isWhitespace)
        return token.isEmpty ? nil : Credential(kind: .bearer(token))
    }

    public static func basic(user: String, password: String) -> Credential {
        Credential(kind: .basic(user: user, password: password))
    }

    private init(kind: Kind) { self.kind = kind }

    /// The value of the `Authorization` header.
    var header: String {
        switch kind {
        case .bearer(let token): "Bearer \(token)"
        case .basic(let user, let password): "Basic \(Data("\(user):\(password)".utf8).base64EncodedString())"
        }
    }

    /// The text without the secret: servers like to quote the key that they refuse.
    func hidden(in text: String) -> String {
        var text = text
        for secret in secrets where secret.count >= Self.shortestSecret { text = text.replacing(secret, with: "(hidden)") }
        return text
    }

    /// What is shorter stands in any text by chance, and is found in none.
    private static let shortestSecret = 4

    private var secrets: [String] {
        switch kind {
        case .bearer(let token): [token]
        case .basic(_, let password): [String(header.dropFirst("Basic ".count)), password]
        }
    }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(hidden)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
