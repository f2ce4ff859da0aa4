/// What a user is told of a format: how its files are told from others, and what was tried.
public struct FormatDescription: Sendable, Hashable {
    /// What detects a file of the format, a few words for each kind of file.
    public var detectedBy: String
    /// The versions or kinds of the program's files that were read in tests.
    public var tried: [String]
    /// The keys that every JSON object of the format has, one set for each kind; used to say which one a similar file lacks.
    public var signatures: [Set<String>]

    public init(detectedBy: String = "", tried: [String] = [], signatures: [Set<String>] = []) {
        self.detectedBy = detectedBy
        self.tried = tried
        self.signatures = signatures
    }

    /// The one key that an object lacks to be of this format; `nil` where it lacks none, or several.
    func missingKey(in keys: Set<String>) -> String? {
        for signature in signatures where signature.count > 2 {
            let missing = signature.subtracting(keys)
            if missing.count == 1 { return missing.first }
        }
        return nil
    }
}
