import AgentRuns

extension SamplingConfiguration {
    /// `num_gpu80-num_ctx512-temperature1`.
    var slug: String {
        let set = names.compactMap { name in options[name].map { "\(name)\($0)" } }
        return set.isEmpty ? "server-defaults" : pathPart(set.joined(separator: "-"))
    }
}

/// File names have a limit; groups whose names begin alike for so long are told apart by a number.
private let longestPathPart = 120

/// A text as one part of a path: lower case, with a hyphen for everything that is neither a letter, a digit nor `._-`.
func pathPart(_ text: String) -> String {
    let mapped = text.lowercased().unicodeScalars.map { scalar in
        switch scalar {
        case "a"..."z", "0"..."9", ".", "_", "-": Character(scalar)
        default: Character("-")
        }
    }
    let part = String(mapped).drop { $0 == "." || $0 == "-" }.prefix(longestPathPart)
    if part.isEmpty { return "unnamed" }
    // A folder of such a name would stand where another group has its page.
    return part.hasSuffix(".html") ? part.dropLast(5) + "-html" : String(part)
}
