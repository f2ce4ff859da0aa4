import AgentRuns
import Bytes

/// What a store already holds, asked before an imported run is kept, so that one invocation stays one run whatever folder it comes from.
struct StoredRuns: Sendable {
    /// What is to be done with an imported run.
    enum Answer: Sendable {
        /// Keep it under this id: a new one, or one whose content it brings up to date.
        case store(ImportedRun)
        /// Nothing: the run of this id has all of it.
        case known(id: String)
    }

    private let byID: [String: Run]
    private let idsByHash: [String: [String]]

    init(_ runs: [Run]) {
        byID = Dictionary(runs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var ids: [String: [String]] = [:]
        for run in runs {
            for hash in run.hashes { ids[hash, default: []].append(run.id) }
        }
        idsByHash = ids
    }

    /// - Parameter mayMove: whether the run may take the id of a stored run that was read from the same files in another folder.
    func answer(for imported: ImportedRun, mayMove: Bool) -> Answer {
        let run = imported.run
        if let stored = byID[run.id] {
            if stored.hasAll(of: run) || stored.restatesAll(of: run) { return .known(id: stored.id) }
            if stored.isSameInvocation(as: run) { return .store(imported) }
            return answer(for: imported.withID(run.id + "@" + run.stamp), mayMove: false)
        }
        guard mayMove, let stored = storedRun(ofSameFilesAs: run) else { return .store(imported) }
        return stored.hasAll(of: run) ? .known(id: stored.id) : .store(imported.withID(stored.id, suite: stored.suite))
    }

    /// The one stored run that shares the file which gave either run's figures.
    ///
    /// A summary can be that file for several runs; their scenario and number then tell them apart.
    private func storedRun(ofSameFilesAs run: Run) -> Run? {
        let ids = Set(run.hashes.flatMap { idsByHash[$0] ?? [] })
        let candidates = ids.compactMap { byID[$0] }.filter { stored in
            stored.sharesFigures(with: run) && Self.agree(stored.runNumber, run.runNumber) && Self.agree(stored.scenario, run.scenario)
        }
        return candidates.count == 1 ? candidates[0] : nil
    }

    private static func agree<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
        left == nil || right == nil || left == right
    }
}

extension Run {
    fileprivate var hashes: [String] { provenance.sources.compactMap(\.sha256) }

    fileprivate func sharesFigures(with other: Run) -> Bool {
        guard let own = hashes.first, let others = other.hashes.first else { return false }
        return hashes.contains(others) || other.hashes.contains(own)
    }

    /// Whether this run was read from every file that the other one was read from, and from more, or from better ones.
    fileprivate func hasAll(of other: Run) -> Bool {
        let own = Set(hashes)
        let others = Set(other.hashes)
        if others.isEmpty { return false }
        if own.isStrictSuperset(of: others) { return true }
        if own == others {
            // The same files under another path, as when a sub-folder is imported, are no news.
            var copy = other
            (copy.id, copy.suite, copy.provenance.sources) = (id, suite, provenance.sources)
            return copy == self
        }
        // A report restates what a program's own data file says in full.
        return own.isDisjoint(with: others) && isSameInvocation(as: other) && isFromData && !other.isFromData
    }

    /// Whether the other run was read from tidy records that this one would give, and so holds less: they leave out calls and coordination.
    fileprivate func restatesAll(of other: Run) -> Bool {
        guard other.provenance.importer == TidyExecutions.importer, provenance.importer != TidyExecutions.importer else { return false }
        var records = (own: ByteBuffer(), others: ByteBuffer())
        RunExport(.executions, as: .jsonl).write([self], into: &records.own)
        RunExport(.executions, as: .jsonl).write([other], into: &records.others)
        return records.own == records.others
    }

    private var isFromData: Bool { provenance.dialect?.hasPrefix("J-") == true }

    /// Two runs under one name are one invocation unless both say when they started and the times differ.
    fileprivate func isSameInvocation(as other: Run) -> Bool {
        guard let own = startedAt, let others = other.startedAt, !sharesFigures(with: other) else { return true }
        if own.timeOfDay == nil || others.timeOfDay == nil { return own.date == others.date }
        return own == others
    }

    /// The start as a part of an id: `20251115T205123Z`.
    fileprivate var stamp: String {
        String((startedAt?.text ?? "").filter { $0.isLetter || $0.isNumber }.prefix(16))
    }
}

extension ImportedRun {
    fileprivate func withID(_ id: String, suite: String? = nil) -> ImportedRun {
        var copy = self
        copy.run.id = id
        copy.run.suite = suite ?? run.suite
        return copy
    }
}
