import AgentRuns

extension SamplingConfiguration {
    /// `num_gpu80-num_ctx512-temperature1`.
    var slug: String {
        let set = names.compactMap { name in options[name].map { RunField.phrase(name, $0).replacing(" ", with: "") } }
        return set.isEmpty ? "server-defaults" : pathPart(set.joined(separator: "-"))
    }
}

/// File names have a limit; longer names are cut and end in some digits of their hash, so that what differs late is still told apart.
private let longestPathPart = 120

/// A text as one part of a path: lower case, with a hyphen for everything that is neither a letter, a digit nor `._-`.
func pathPart(_ text: String) -> String {
    let mapped = text.lowercased().unicodeScalars.map { scalar in
        switch scalar {
        case "a"..."z", "0"..."9", ".", "_", "-": Character(scalar)
        default: Character("-")
        }
    }
    var part = String(mapped).drop { $0 == "." || $0 == "-" }
    if part.isEmpty { return "unnamed" }
    if part.utf8.count > longestPathPart {
        let digits = SourceFile.hash(of: text).prefix(8)
        part = (part.prefix(longestPathPart - digits.count - 1) + "-" + digits)[...]
    }
    // A folder of such a name would stand where another group has its page.
    return part.hasSuffix(".html") ? part.dropLast(5) + "-html" : String(part)
}
