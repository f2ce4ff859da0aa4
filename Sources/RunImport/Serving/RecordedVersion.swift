import AgentRuns

/// The kinds of versions that a source names among its settings, each an option of the facet `version`.
enum RecordedVersion {
    case commit, branch, image, engine, cuda, build
    /// Of the graphics processor, which is a part of the environment.
    case driver

    var option: String {
        switch self {
        case .commit: "commit"
        case .branch: "branch"
        case .image: "image"
        case .engine: "engine_version"
        case .cuda: "cuda_version"
        case .build: "build"
        case .driver: "driver"
        }
    }

    /// The value without what would name a person or a machine; `nil` where nothing is left, or where it is no version.
    func shown(_ value: String) -> String? {
        guard value.utf8.count <= Self.longest else { return nil }
        switch self {
        case .commit: return Self.isHexadecimal(value) ? value : ServingVariant.published(value)
        case .branch: return Self.branch(value)
        case .image: return Self.image(value)
        case .engine, .cuda, .build, .driver: return Self.isVersion(value) ? value : nil
        }
    }

    private static let longest = 100

    private static func isHexadecimal(_ value: String) -> Bool {
        value.utf8.count >= 7 && value.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
    }

    /// Words that begin a branch's name by custom; anything else before a slash may be a person.
    private static let branchKinds: Set<String> = [
        "bugfix", "chore", "ci", "dev", "docs", "exp", "experiment", "feat", "feature", "fix", "hotfix", "main", "perf", "refactor", "release",
        "releases", "test",
    ]

    private static func branch(_ value: String) -> String? {
        let parts = value.split(separator: "/")
        let isOfKind = parts.first.map { branchKinds.contains($0.lowercased()) } ?? false
        let name = isOfKind ? parts.joined(separator: "/") : parts.last.map(String.init) ?? ""
        return isWord(name, and: "._-/+") ? name : nil
    }

    /// A container's name and tag, without the machine that it came from: an address has a dot or a port before the first slash.
    private static func image(_ value: String) -> String? {
        var parts = value.split(separator: "/")
        if parts.count > 1, let first = parts.first, first.contains(".") || first.contains(":") || first == "localhost" { parts.removeFirst() }
        let name = parts.joined(separator: "/")
        return isWord(name, and: "._-/:@+") ? name : nil
    }

    /// `0.11.0`, `v1.2-rc1+cu128`, `1c1409e1 (6865)`: short, with a digit, and no address of four numbers.
    private static func isVersion(_ value: String) -> Bool {
        value.utf8.count <= 50 && value.utf8.contains { (0x30...0x39).contains($0) } && isWord(value.replacing(" (", with: "("), and: "._-+()")
            && value.split(separator: ".").count { Int($0) != nil } < 4
    }

    private static func isWord(_ value: String, and marks: String) -> Bool {
        !value.isEmpty
            && value.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || marks.utf8.contains(byte)
            }
    }
}
