import AgentRuns

/// What a run knows only from what lay around its file: the file's place, a file beside it, its commit, or the user's word.
///
/// The run's notes say which facts these are, so that reading the same bytes in another place takes none of them away.
struct SurroundingFacts: Sendable, Hashable {
    struct Time: Sendable, Hashable {
        var timestamp: Timestamp
        var source: TimeSource
    }

    var time: Time?
    /// Values by the id of their field.
    var fromPath: [String: OptionValue] = [:]
    var commit: OptionValue?

    private static let pathNote = "From the file's path: "
    private static let commitNote = "The commit is that of the file."

    init() {}

    init(of run: Run) {
        for note in run.provenance.notes {
            if let source = TimeSource(rawValue: note) {
                time = run.startedAt.map { Time(timestamp: $0, source: source) }
            } else if note == Self.commitNote {
                commit = Self.value(of: "commit", in: run)
            } else if note.hasPrefix(Self.pathNote) {
                for name in note.dropFirst(Self.pathNote.count).dropLast().split(separator: ", ").map(String.init) {
                    fromPath[name] = Self.value(of: name, in: run)
                }
            }
        }
    }

    /// As sentences in a fixed order.
    var notes: [String] {
        var notes = [time?.source.rawValue].compactMap(\.self)
        if !fromPath.isEmpty { notes.append(Self.pathNote + fromPath.keys.sorted().joined(separator: ", ") + ".") }
        if commit != nil { notes.append(Self.commitNote) }
        return notes
    }

    /// Whether a run has another value of something that the path tells.
    func contradict(_ run: Run) -> Bool {
        fromPath.contains { name, value in
            let field = PathField.field(name)
            return run.executions.contains { field.value(run, $0).map { $0 != value } ?? false }
        }
    }

    static func isNote(_ note: String) -> Bool {
        TimeSource(rawValue: note) != nil || note == commitNote || note.hasPrefix(pathNote)
    }

    private static func value(of name: String, in run: Run) -> OptionValue? {
        run.executions.lazy.compactMap { PathField.field(name).value(run, $0) }.first
    }
}

extension Run {
    var hasOwnTime: Bool { startedAt != nil || executions.contains { $0.timestamp != nil } }

    /// The run with those facts that it lacks.
    func adopting(_ facts: SurroundingFacts) -> Run {
        var copy = self
        var known = SurroundingFacts(of: self)
        if let time = facts.time, !hasOwnTime {
            copy.startedAt = time.timestamp
            for index in copy.executions.indices { copy.executions[index].timestamp = time.timestamp }
            known.time = time
        }
        for (name, value) in facts.fromPath where copy.fill(name, with: value) { known.fromPath[name] = value }
        if let commit = facts.commit, copy.fill("commit", with: commit) { known.commit = commit }
        copy.provenance.notes = provenance.notes.filter { !SurroundingFacts.isNote($0) } + known.notes
        return copy
    }

    /// The run without facts that it has from elsewhere.
    func withoutFacts(_ facts: SurroundingFacts) -> Run {
        var copy = self
        if facts.time != nil {
            copy.startedAt = nil
            for index in copy.executions.indices { copy.executions[index].timestamp = nil }
        }
        for (name, value) in facts.fromPath { copy.clear(name, of: value) }
        if let commit = facts.commit { copy.clear("commit", of: commit) }
        copy.provenance.notes.removeAll(where: SurroundingFacts.isNote)
        return copy
    }

    /// Sets a field where nothing is known of it; whether there was such a place.
    private mutating func fill(_ name: String, with value: OptionValue) -> Bool {
        let field = PathField.field(name)
        let places = executions.indices.filter { field.value(self, executions[$0]) == nil }
        for place in places { field.set(&self, place, value) }
        return !places.isEmpty
    }

    private mutating func clear(_ name: String, of value: OptionValue) {
        let field = PathField.field(name)
        for place in executions.indices where field.value(self, executions[place]) == value { field.set(&self, place, nil) }
    }
}
