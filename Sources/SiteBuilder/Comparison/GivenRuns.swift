import AgentRuns
import Platform

/// Runs that are judged and not stored: each stands behind everything that is stored, as the newest of its series.
struct GivenRuns {
    /// Those that are not stored yet, with ids and times that put them behind the stored ones.
    let runs: [Run]
    /// Those that are stored already, by both ids.
    let known: [(given: Run.ID, stored: Run.ID)]

    /// - Parameters:
    ///   - now: when they are judged, which is the time of those that have none, or one before the newest stored run.
    ///   - mainBranch: the branch that makes the history, on which they are taken to be.
    init(_ given: [Run], after stored: [Run], now: Date, mainBranch: String?) {
        let copies = StoredCopies(of: stored)
        var (runs, known): ([Run], [(given: Run.ID, stored: Run.ID)]) = ([], [])
        var ids = Set(stored.map(\.id))
        var newest = stored.compactMap(\.startedAt).max()
        var seen: Set<Run> = []
        for run in given.sorted(by: Self.isBefore) {
            // A file that is named twice is given once.
            guard seen.insert(run.withoutPlace).inserted else { continue }
            if let copy = copies.copy(of: run) {
                known.append((run.id, copy))
                continue
            }
            var run = run
            if let own = run.startedAt, newest.map({ $0 < own }) ?? true { newest = own } else { newest = Self.time(after: newest, now) }
            run.startedAt = newest
            run.id = Self.free(run.id, &ids)
            if let mainBranch { run.move(toBranch: mainBranch) }
            runs.append(run)
        }
        (self.runs, self.known) = (runs, known)
    }

    private static func isBefore(_ left: Run, _ right: Run) -> Bool {
        switch (left.startedAt, right.startedAt) {
        case (let a?, let b?) where a != b: a < b
        case (.some, nil): true
        case (nil, .some): false
        default: NaturalOrder.isBefore(left.id, right.id)
        }
    }

    private static func time(after newest: Timestamp?, _ now: Date) -> Timestamp? {
        let last = newest.map { Date(timeIntervalSince1970: (Double($0.orderKey) / 1e9).rounded(.up) + 1) }
        return Timestamp(max(now, last ?? now).formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
    }

    /// The id, or where another run has it, one like it.
    private static func free(_ id: Run.ID, _ taken: inout Set<Run.ID>) -> Run.ID {
        if taken.insert(id).inserted { return id }
        let number = (1...).first { !taken.contains("\(id)@given-\($0)") } ?? 1
        let free = "\(id)@given-\(number)"
        taken.insert(free)
        return free
    }
}

extension Run {
    /// The run without what its folder gave it.
    fileprivate var withoutPlace: Run {
        var run = self
        (run.id, run.suite) = ("", "")
        for index in run.provenance.sources.indices { run.provenance.sources[index].path = "" }
        return run
    }

    /// What a pull request's branch gives is held against the history of the main branch.
    fileprivate mutating func move(toBranch branch: String) {
        for index in executions.indices where executions[index].configuration["branch"] != nil {
            executions[index].configuration["branch"] = .text(branch)
        }
    }
}

/// Tells which runs are stored already: by the bytes that they were read from, and for dated runs by what they say.
private struct StoredCopies {
    private let byHash: [String: Run.ID]
    private let byContent: [RunContent: Run.ID]

    init(of stored: [Run]) {
        let hashes = stored.flatMap { run in run.provenance.sources.compactMap { source in source.sha256.map { ($0, run.id) } } }
        byHash = Dictionary(hashes, uniquingKeysWith: { first, _ in first })
        byContent = Dictionary(stored.compactMap { run in RunContent(run).map { ($0, run.id) } }, uniquingKeysWith: { first, _ in first })
    }

    func copy(of run: Run) -> Run.ID? {
        if let same = RunContent(run).flatMap({ byContent[$0] }) { return same }
        let hashes = run.provenance.sources.map { $0.sha256.flatMap { byHash[$0] } }
        return hashes.contains(nil) ? nil : hashes.first.flatMap(\.self)
    }

    /// What tells a dated run from every other.
    private struct RunContent: Hashable {
        let startedAt: Timestamp
        let producer: Producer
        let executions: [AgentExecution]

        init?(_ run: Run) {
            guard let startedAt = run.startedAt else { return nil }
            (self.startedAt, producer, executions) = (startedAt, run.producer, run.executions)
        }
    }
}
