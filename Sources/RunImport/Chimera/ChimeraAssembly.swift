import AgentRuns
import Diagnostics

/// Puts the files of the Chimera programs together: those that speak of the same run become one run.
struct ChimeraAssembly {
    private let fragments: [ChimeraFragment]
    private var builders: [RunBuilder] = []
    private var diagnostics: [Diagnostic] = []
    private var reasons: [Int: String] = [:]

    private struct Word {
        var account: Account
        var fragment: Int
    }

    init(_ fragments: [ChimeraFragment]) {
        self.fragments = fragments
        var words: [RunKey: [Word]] = [:]
        for (index, fragment) in fragments.enumerated() {
            for account in fragment.accounts { words[account.key, default: []].append(Word(account: account, fragment: index)) }
        }
        settleAnswers(&words)
        settleTables(&words)
        for var words in words.values {
            words.sort { ($0.account.standing, fragments[$0.fragment].source.path) < ($1.account.standing, fragments[$1.fragment].source.path) }
            if let builder = build(words) { builders.append(builder) }
        }
        builders.sort { $0.precedes($1) }
        attachAnswers()
        checkGroups()
        mergeMirrors()
    }

    /// The runs, and the files that belong to none.
    func reading() -> ImportReading {
        var reading = ImportReading(runs: builders.map { $0.finished() }, diagnostics: diagnostics)
        var used: Set<Int> = []
        for builder in builders {
            used.formUnion(builder.fragments)
            reading.diagnostics += builder.diagnostics
        }
        for (index, fragment) in fragments.enumerated() {
            reading.diagnostics += fragment.diagnostics
            guard !used.contains(index) else { continue }
            if let imitation = fragment.rawReport?.imitation {
                reading.diagnostics.append(imitation)
            } else {
                reading.skipped.append(SkippedFile(path: fragment.source.path, reason: reasons[index] ?? fragment.reasonWithoutRun))
            }
        }
        return reading
    }

    private func build(_ words: [Word]) -> RunBuilder? {
        guard let first = words.first, first.account.standing < .restatement, !first.account.executions.isEmpty else { return nil }
        let fragment = fragments[first.fragment]
        var builder = RunBuilder(first.account, fragment: first.fragment, source: fragment.source, path: fragment.path)
        for word in words.dropFirst() {
            let fragment = fragments[word.fragment]
            builder.add(word.account, fragment: word.fragment, source: fragment.source, path: fragment.path)
        }
        return builder
    }

    /// In a run whose agents' reports are bare answers of a model, no report is read for figures, whatever it imitates.
    private func settleAnswers(_ words: inout [RunKey: [Word]]) {
        for (key, group) in words where group.contains(where: { $0.account.dialect.hasBareAnswers }) {
            words[key] = group.filter { fragments[$0.fragment].rawReport == nil }
        }
    }

    private mutating func attachAnswers() {
        for (index, fragment) in fragments.enumerated() {
            guard let raw = fragment.rawReport,
                let owner = builders.firstIndex(where: { $0.key == raw.key && $0.hasBareAnswers })
            else { continue }
            builders[owner].attachAnswer(raw.report, path: fragment.path)
            builders[owner].use(index, fragment.source)
        }
    }

    /// A table that stands beside the same rows as JSON is read from the table, and only its model from the JSON; a mirror of that JSON is
    /// no run either.
    private mutating func settleTables(_ words: inout [RunKey: [Word]]) {
        var restated: Set<String> = []
        for (key, group) in words where group.contains(where: { $0.account.dialect.isTable }) {
            var group = group
            let copies = group.filter { $0.account.dialect == .ollamaBaselineJSON }
            if copies.count < group.count {
                for copy in copies {
                    reasons[copy.fragment] = "derived: the rows of the table beside it"
                    restated.insert(fragments[copy.fragment].source.sha256 ?? "")
                }
                group.removeAll { $0.account.dialect == .ollamaBaselineJSON }
            }
            let named = copies.first.flatMap { copy in copy.account.executions.first?.model.map { ($0, fragments[copy.fragment].source.path) } }
            for index in group.indices { group[index].account.nameModel(named, stem: key.file) }
            words[key] = group
        }
        for (key, group) in words {
            guard let copy = group.first, copy.account.dialect == .ollamaBaselineJSON,
                restated.contains(fragments[copy.fragment].source.sha256 ?? "")
            else { continue }
            reasons[copy.fragment] = "derived: the rows of a table elsewhere"
            words[key] = nil
        }
    }

    private mutating func checkGroups() {
        let byFolder = Dictionary(grouping: builders.indices) { builders[$0].key.folder.parent }
        for (index, fragment) in fragments.enumerated() {
            guard let group = fragment.group, let members = byFolder[group.folder] else { continue }
            diagnostics += RunBuilder.check(group, over: members.map { builders[$0] }, path: fragment.path)
            for member in members { builders[member].use(index, fragment.source) }
        }
    }

    /// The same file at several places is one run: the first place names it, the others are listed among its sources.
    private mutating func mergeMirrors() {
        var kept: [RunBuilder] = []
        var byFigures: [MirrorKey: Int] = [:]
        var byReport: [String: Int] = [:]
        let ordered = builders.filter { $0.standing != .report } + builders.filter { $0.standing == .report }
        for builder in ordered {
            let primary = builder.run.provenance.sources.first?.sha256 ?? ""
            let figures = MirrorKey(hash: primary, number: builder.key.number ?? builder.run.runNumber)
            if let original = byFigures[figures] ?? (builder.standing == .report ? byReport[primary] : nil) {
                kept[original].addMirror(builder)
                continue
            }
            byFigures[figures] = kept.count
            for source in builder.run.provenance.sources where builder.key.number == nil { byReport[source.sha256 ?? ""] = kept.count }
            kept.append(builder)
        }
        builders = kept
    }

    private struct MirrorKey: Hashable {
        var hash: String
        var number: Int?
    }
}

extension ChimeraDialect {
    /// Whether the agents' Markdown files are nothing but a model's answer.
    fileprivate var hasBareAnswers: Bool { self == .pythonMulti || self == .pythonMultiSummary }

    fileprivate var isTable: Bool {
        [.promptSuite, .ollamaBaseline, .ollamaBaselineJSON, .parameterTuningA, .parameterTuningB, .quantBench].contains(self)
    }
}

extension RunBuilder {
    fileprivate var primaryPath: String { run.provenance.sources.first?.path ?? "" }

    /// By the path of the file that gave the figures, then by the run's number.
    fileprivate func precedes(_ other: RunBuilder) -> Bool {
        guard primaryPath == other.primaryPath else { return primaryPath.utf8.lexicographicallyPrecedes(other.primaryPath.utf8) }
        return run.runNumber ?? 0 < other.run.runNumber ?? 0
    }

    fileprivate var hasBareAnswers: Bool {
        run.provenance.dialect.flatMap(ChimeraDialect.init)?.hasBareAnswers == true
    }
}

extension Account {
    /// Names the model of a table that has no column for it: the file beside it, or else the table's own name, tells it.
    fileprivate mutating func nameModel(_ named: (model: String, path: String)?, stem: String?) {
        guard executions.contains(where: { $0.model == nil }) else { return }
        guard let model = named?.model ?? stem.flatMap(PathModel.ofTable) else { return }
        let origin = named.map { "\($0.path) beside it does" } ?? "it is told by the file's name"
        notes.append("The table names no model; \(origin).")
        for index in executions.indices where executions[index].model == nil {
            executions[index].model = model
            if executions.count == 1 { executions[index].slot = model }
        }
    }
}
