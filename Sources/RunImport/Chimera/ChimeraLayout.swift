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

    /// Folders that say nothing of what lies in them.
    private static let boilerplate: Set<String> = ["_git_history", "artifacts", "data", "experiments", "outputs", "reports", "results", "runs", "src"]

    init(_ key: RunKey) {
        let tail = [key.file, key.number.map { "run_\($0)" }].compactMap(\.self)
        if let found = Self.match(key.folder.parts.map { $0.lowercased() }) {
            var rest = Array(key.folder.parts[found.end...])
            if found.rule.hasInnerRun, rest.last == "run_1", rest.dropLast().last.map(Self.isRunFolder) == true { rest.removeLast() }
            self.init(suite: Self.fill(found.rule.suite, found.texts), rest: rest + tail)
            runtime = found.rule.runtime.map { Self.fill($0, found.texts) }
        } else {
            let folders = Self.telling(key.folder)
            let named = folders + (key.file.map { [$0] } ?? [])
            let depth = named.lastIndex { !Self.isRunFolder($0) } ?? 0
            let suite = depth == 0 ? Array(named.prefix(1)) : Array(named.prefix(depth))
            self.init(suite: suite.joined(separator: "/"), rest: Array((folders + tail).dropFirst(suite.count)))
        }
    }

    private init(suite: String, rest: [String]) {
        self.suite = Slug.path(suite)
        id = "\(self.suite)/\(rest.isEmpty ? "run" : rest.map(Slug.part).joined(separator: "/"))"
    }

    /// The parts of a path below the imported folder that say something; where none does, the name of the nearest folder above that does.
    private static func telling(_ folder: Place) -> [String] {
        let below = folder.relative.filter { !boilerplate.contains($0.lowercased()) }
        if below.contains(where: { !isRunFolder($0) }) { return Array(below) }
        let parts = folder.parts.prefix(max(folder.rootDepth, 0))
        let above = parts.lastIndex { !isRunFolder($0) && !boilerplate.contains($0.lowercased()) }
        guard let above else { return ["imported"] + below }
        let between = parts[(above + 1)...].filter { !boilerplate.contains($0.lowercased()) }
        return [parts[above]] + between + below
    }

    private static func isRunFolder(_ name: String) -> Bool {
        name.hasPrefix("run_") && Int(name.dropFirst(4)) != nil
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
