import AgentRuns

/// What a store holds, asked before an imported run is kept, so that one invocation stays one run whatever folder it comes from,
/// and no run takes the place of another one.
///
/// Runs that were just taken count as stored, so that the files of one import, or the states of one file, are held against each other as those of
/// two imports would be.
struct StoredRuns: Sendable {
    /// What is to be done with an imported run.
    enum Answer: Sendable {
        /// Keep it under this id: a new one, or one whose content it brings up to date.
        case store(ImportedRun)
        /// Keep it under a name of its own, because the run of this id has other figures, and no time tells which are newer.
        case storeBeside(ImportedRun, id: String)
        /// Nothing: the run of this id has all of it.
        case known(id: String)
    }

    private var byID: [String: Run] = [:]
    private var idsByHash: [String: Set<String>] = [:]
    private var idsByPath: [String: Set<String>] = [:]
    /// By the path from each folder that leads to the file.
    private var idsByEnding: [String: Set<String>] = [:]
    /// The runs that came in with this import.
    private var fresh: Set<String> = []

    init(_ runs: [Run]) {
        for run in runs { insert(run) }
    }

    subscript(id: String) -> Run? { byID[id] }

    func isFresh(_ id: String) -> Bool { fresh.contains(id) }

    /// Notes that a run of this import is kept.
    mutating func take(_ run: Run) {
        if byID[run.id] == nil { fresh.insert(run.id) }
        insert(run)
    }

    private mutating func insert(_ run: Run) {
        byID[run.id] = run
        for hash in run.hashes { idsByHash[hash, default: []].insert(run.id) }
        if let path = run.provenance.sources.first?.path {
            idsByPath[path, default: []].insert(run.id)
            for ending in Self.endings(of: path) { idsByEnding[ending, default: []].insert(run.id) }
        }
    }

    /// - Parameters:
    ///   - mayMove: whether the run may take the id of a stored run that was read from the same files in another folder.
    ///   - others: the runs that are imported with it, of which none may lose its id to another one of the same file.
    func answer(for imported: ImportedRun, mayMove: Bool, among others: Set<RunName> = []) -> Answer {
        let run = imported.run
        if let answer = answer(for: imported, under: run.id) { return answer }
        if mayMove, let stored = storedRun(ofSameFilesAs: run), isFresh(stored.id) || !others.contains(RunName(run, under: stored.id)),
            let answer = answer(for: imported, under: stored.id)
        {
            return answer
        }
        guard let other = byID[run.id] else { return .store(imported) }
        let isLater = !other.isSameInvocation(as: run)
        for suffix in Self.suffixes(for: run, isLater: isLater) {
            let id = Slug.appending(suffix, to: run.id)
            if let answer = answer(for: imported, under: id) { return answer }
            guard byID[id] == nil else { continue }
            let kept = imported.withID(id)
            return isLater ? .store(kept) : .storeBeside(kept, id: other.id)
        }
        return .known(id: run.id)
    }

    /// What is to be done where the run of an id is this one, of the same bytes or more of them; `nil` where there is none, or it is another one.
    private func answer(for imported: ImportedRun, under id: String) -> Answer? {
        guard let stored = byID[id] else { return nil }
        let run = imported.run
        if isFresh(id), run.hashes.first == stored.hashes.first { return answer(for: imported, toCopyOf: stored) }
        if stored.hasAll(of: run) || stored.restatesAll(of: run) { return .known(id: id) }
        guard stored.sharesFigures(with: run) || run.restates(stored) else { return nil }
        return .store(imported.withRun(run.adopting(SurroundingFacts(of: stored)), id: id, suite: stored.suite))
    }

    /// The same bytes under two names of one import: the first one counts, with what only the other one's place tells.
    private func answer(for copy: ImportedRun, toCopyOf stored: Run) -> Answer? {
        let facts = SurroundingFacts(of: copy.run)
        guard stored.bareContent == copy.run.bareContent, !facts.contradict(stored) else { return nil }
        let merged = stored.adopting(facts)
        return merged == stored ? .known(id: stored.id) : .store(copy.withRun(merged, id: stored.id, suite: stored.suite))
    }

    /// The one stored run that shares the file which gave either run's figures.
    ///
    /// A summary can be that file for several runs; their scenario and number then tell them apart.
    private func storedRun(ofSameFilesAs run: Run) -> Run? {
        let ids = run.hashes.reduce(into: Set<String>()) { $0.formUnion(idsByHash[$1] ?? []) }
        let candidates = ids.compactMap { byID[$0] }.filter { stored in
            stored.sharesFigures(with: run) && stored.provenance.importer == run.provenance.importer && Self.agree(stored.runNumber, run.runNumber)
                && Self.agree(stored.scenario, run.scenario)
        }
        return candidates.count == 1 ? candidates[0] : nil
    }

    private static func agree<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
        left == nil || right == nil || left == right
    }

    /// What may stand behind the id of a run whose name is taken: its time where that differs, else part of its source's hash.
    private static func suffixes(for run: Run, isLater: Bool) -> [String] {
        let hash = run.hashes.first ?? SourceFile(path: "", content: RunFile.encode(run).bytes).sha256 ?? ""
        let hashed = [8, 16, 64].map { "-\(hash.prefix($0))" }
        guard isLater else { return hashed }
        // The offset of a zone is no part of a name.
        let time = (run.startedAt?.text ?? "").prefix { $0 != "+" }.split(separator: "T").enumerated().map { $0 == 0 ? $1 : $1.prefix { $0 != "-" } }
        let stamp = "@" + String(time.joined(separator: "T").filter { $0.isLetter || $0.isNumber }.prefix(16))
        return [stamp] + hashed.map { stamp + $0 }
    }
}

extension StoredRuns {
    /// Which of the runs of some files say again what stored runs of the same file said, because the file grew: their places, with the stored ids.
    ///
    /// A file that was written anew may repeat a figure by chance. It has grown, or lost what came first, where most of its results, or most of
    /// those that it had, are in both.
    func repeats(in runs: [ImportedRun]) -> [Int: String] {
        var repeats: [Int: String] = [:]
        let files = Dictionary(grouping: runs.indices) { runs[$0].run.provenance.sources.first?.path ?? "" }
        for (path, places) in files {
            let hashes = Set(places.compactMap { runs[$0].run.hashes.first })
            let earlier = idsOfFile(path).compactMap { byID[$0] }
            guard !earlier.isEmpty else { continue }
            let (same, others) = (
                earlier.filter { hashes.contains($0.hashes.first ?? "") }, earlier.filter { !hashes.contains($0.hashes.first ?? "") }
            )
            let own = Set(same.map(\.bareContent))
            var ids = Dictionary(grouping: others.sorted { $0.id > $1.id }, by: \.bareContent).mapValues { $0.map(\.id) }
            let contents = places.map { (place: $0, content: runs[$0].run.bareContent) }
            let found = contents.filter { !own.contains($0.content) }.compactMap { entry in ids[entry.content]?.popLast().map { (entry.place, $0) } }
            guard 2 * (found.count + contents.count { own.contains($0.content) }) > min(places.count, earlier.count) else { continue }
            repeats.merge(found) { first, _ in first }
        }
        return repeats
    }

    /// What is to be done with a run that says again what a stored one says: nothing, unless what else there is in the file changed its slot.
    func answer(forRepeated imported: ImportedRun, of id: String) -> Answer {
        guard let stored = byID[id] else { return .known(id: id) }
        let run = imported.run.withoutFacts(SurroundingFacts(of: imported.run)).adopting(SurroundingFacts(of: stored))
        return stored.isSameContent(as: run) ? .known(id: id) : .store(imported.withRun(run, id: id, suite: stored.suite))
    }

    /// The runs that were read from a file, whichever folder above it was imported.
    private func idsOfFile(_ path: String) -> Set<String> {
        Self.endings(of: path).dropFirst().reduce(idsByEnding[path] ?? []) { $0.union(idsByPath[$1] ?? []) }
    }

    /// A path, and what is left of it below each of its folders.
    private static func endings(of path: String) -> [String] {
        let parts = path.split(separator: "/")
        return parts.indices.map { parts[$0...].joined(separator: "/") }
    }
}

extension Run {
    /// What a run says by itself: without its name, its files, and what only their place told.
    fileprivate var bareContent: Run {
        var bare = withoutFacts(SurroundingFacts(of: self))
        (bare.id, bare.suite, bare.runNumber, bare.provenance.sources) = ("", "", nil, [])
        // A tool's slot may name what varies within the file.
        if bare.executions.count == 1 { bare.executions[0].slot = "" }
        return bare
    }
}

extension ImportedRun {
    fileprivate func withID(_ id: String) -> ImportedRun { withRun(run, id: id, suite: run.suite) }

    fileprivate func withRun(_ run: Run, id: String, suite: String) -> ImportedRun {
        var copy = self
        copy.run = run
        (copy.run.id, copy.run.suite) = (id, suite)
        return copy
    }
}
