import JSON

/// What of an option must not be stored, and what must not even be in a plan.
enum PrivateOption {
    /// Fields by which servers tell apart who asks. They are sent.
    private static let personal: Set<String> = ["cache_salt", "metadata", "prompt_cache_key", "safety_identifier", "user"]

    static func isStored(_ name: String) -> Bool { !personal.contains(name) }

    /// Options that are prompts, or parts of them: whether two runs had the same is kept, and what it was is not.
    static func isPrompt(_ name: String) -> Bool { prompts.contains(name) }

    private static let prompts: Set<String> = ["chat_template", "documents", "prediction", "suffix", "template"]

    /// The last part of a path from the root on; other text as it is.
    static func withoutFolder(_ text: String) -> String {
        guard text.prefixMatch(of: /(~|[A-Za-z]:|file:\/\/)?[\/\\][^\/\\\s]+[\/\\]/) != nil else { return text }
        return text.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? text
    }

    /// Whether an option, or anything in it, looks like a key or a password.
    static func isSecret(_ name: String, _ value: JSON) -> Bool {
        // An object of that name describes a field, as in the schema of a tool.
        (hasSecretName(name) && value.members == nil) || holdsSecret(value)
    }

    private static func hasSecretName(_ name: String) -> Bool {
        let letters = name.lowercased().filter(\.isLetter)
        return secretNames.contains(letters) || secretParts.contains { letters.contains($0) }
    }

    private static let secretNames: Set<String> = ["auth", "bearer", "key", "token"]
    private static let secretParts = [
        "accesstoken", "apikey", "apitoken", "authorization", "authtoken", "bearertoken", "credential", "passphrase", "passwd", "password",
        "privatekey", "secret",
    ]

    private static func holdsSecret(_ value: JSON) -> Bool {
        switch value.value {
        case .string(let text): looksSecret(text)
        case .array(let elements): elements.contains(where: holdsSecret)
        case .object(let members): members.contains { isSecret($0.key, $0.value) }
        case .null, .bool, .number: false
        }
    }

    /// The forms in which well-known services give out their keys, and an address with a password.
    private static func looksSecret(_ text: String) -> Bool {
        text.contains(
            /\b(sk|pk|rk)-[A-Za-z0-9_\-]{16,}|\b(hf|gh[pousr]|github_pat|glpat|xox[abp])[_\-][A-Za-z0-9_\-]{16,}|\bAKIA[A-Z0-9]{12,}|\bAIza[A-Za-z0-9_\-]{30,}/
        )
            || text.contains(/\beyJ[A-Za-z0-9_\-]{10,}\.[A-Za-z0-9_\-]{10,}\.|\bBearer\s+\S{8,}|:\/\/[^\/\s:@]+:[^\/\s@]+@/)
    }
}
