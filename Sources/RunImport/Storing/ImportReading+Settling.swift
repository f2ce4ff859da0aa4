import AgentRuns

extension ImportReading {
    /// Gives the runs their final ids and puts everything into an order that does not depend on how it was read.
    ///
    /// Two different runs never share an id: the later one, by the path of its first source, gets part of its content's hash behind its id.
    mutating func settle(suite: String?) {
        if let suite = suite.map(Slug.path) {
            for index in runs.indices { runs[index].run.move(to: suite) }
        }
        runs.sort { ($0.run.id, $0.run.provenance.sources.first?.path ?? "") < ($1.run.id, $1.run.provenance.sources.first?.path ?? "") }
        var taken: Set<String> = []
        for index in runs.indices where !taken.insert(runs[index].run.id).inserted {
            let hash = runs[index].run.provenance.sources.first?.sha256 ?? "0"
            let id = runs[index].run.id
            let suffixes = [8, 16, 64].map { "-\(hash.prefix($0))" } + (2...).prefix(runs.count).map { "-\(hash)-\($0)" }
            let candidates = suffixes.map { Slug.appending($0, to: id) }
            runs[index].run.id = candidates.first { taken.insert($0).inserted } ?? id
        }
        runs.sort { $0.run.id.utf8.lexicographicallyPrecedes($1.run.id.utf8) }
        skipped.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        diagnostics.sort { left, right in
            switch (left.location, right.location) {
            case (let left?, let right?): left < right
            case (nil, .some): true
            default: false
            }
        }
    }
}

extension Run {
    /// Puts the run into another suite and keeps the rest of its id.
    mutating func move(to other: String) {
        id = other + id.dropFirst(suite.count)
        suite = other
    }
}
