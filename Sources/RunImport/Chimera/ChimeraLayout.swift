/// Which suite and id a run has, told by the folders that it lies in.
///
/// A rule is found anywhere in the absolute path, so that a run has the same id whichever folder above it is imported.
struct ChimeraLayout {
    var suite: String
    var id: String
    /// The asynchronous runtime, where only a folder names it.
    var runtime: String?

    private struct Rule {
        /// Names of folders in lower case; one `*` in a name stands for any text.
        var folders: [String]
        /// The suite, with `$1` for the text of the first `*`.
        var suite: String
        var runtime: String?
        /// Whether each run lies in a folder `run_1` of its own.
        var hasInnerRun = false
    }

    private static let rules: [Rule] = [
        Rule(folders: ["tr115_results*", "runtime-*"], suite: "tr115$1/runtime-$2", runtime: "$2", hasInnerRun: true),
        Rule(folders: ["tr115*", "results*", "runtime-*"], suite: "tr115$2/runtime-$3", runtime: "$3", hasInnerRun: true),
        Rule(folders: ["tr116*", "results", "multi", "*"], suite: "tr116/multi/$2"),
        Rule(folders: ["tr116*", "results", "single", "*"], suite: "tr116/single/$2"),
        Rule(folders: ["demo_rust_multiagent_results*", "phase*"], suite: "rust/multi/demo_rust_multiagent_results$1/phase$2"),
        Rule(folders: ["demo_rust_multiagent_results*"], suite: "rust/multi/demo_rust_multiagent_results$1"),
        Rule(folders: ["demo_rust_agent_*"], suite: "rust/single/demo_rust_agent_$1"),
        Rule(folders: ["benchmarks", "rust", "*"], suite: "benchmarks/rust/$1"),
        Rule(folders: ["chimera_sweep"], suite: "benchmarks/python/chimera_sweep"),
        Rule(folders: ["comprehensive_test_results"], suite: "python/multi/comprehensive_test_results"),
        Rule(folders: ["tr*_rust_full"], suite: "tr$1_rust_full"),
        Rule(folders: ["reports", "ollama"], suite: "ollama"),
    ]

    init(_ key: RunKey) {
        let tail = [key.file, key.number.map { "run_\($0)" }].compactMap(\.self)
        if let found = Self.match(key.folder.parts.map { $0.lowercased() }) {
            var rest = Array(key.folder.parts[found.end...])
            if found.rule.hasInnerRun, rest.last == "run_1", rest.dropLast().last.map(RunIdentity.isRunFolder) == true { rest.removeLast() }
            self.init(RunIdentity(suite: Self.fill(found.rule.suite, found.texts), rest: rest + tail))
            runtime = found.rule.runtime.map { Self.fill($0, found.texts) }
        } else {
            self.init(RunIdentity(folder: key.folder, file: key.file, number: key.number))
        }
    }

    private init(_ identity: RunIdentity) {
        suite = identity.suite
        id = identity.id
    }

    private static func match(_ parts: [String]) -> (rule: Rule, end: Int, texts: [String])? {
        for rule in rules {
            for start in parts.indices where start + rule.folders.count <= parts.count {
                if let texts = texts(of: rule.folders, in: parts[start...]) { return (rule, start + rule.folders.count, texts) }
            }
        }
        return nil
    }

    /// What the stars of a pattern stand for; `nil` where it does not fit.
    private static func texts(of pattern: [String], in parts: ArraySlice<String>) -> [String]? {
        var texts: [String] = []
        for (wanted, part) in zip(pattern, parts) {
            guard let star = wanted.firstIndex(of: "*") else {
                guard wanted == part else { return nil }
                continue
            }
            let (prefix, suffix) = (wanted[..<star], wanted[wanted.index(after: star)...])
            guard part.hasPrefix(prefix), part.hasSuffix(suffix), part.count >= prefix.count + suffix.count else { return nil }
            texts.append(String(part.dropFirst(prefix.count).dropLast(suffix.count)))
        }
        return texts
    }

    private static func fill(_ template: String, _ texts: [String]) -> String {
        texts.enumerated().reduce(template) { $0.replacing("$\($1.offset + 1)", with: $1.element) }
    }
}
