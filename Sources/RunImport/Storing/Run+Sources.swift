import AgentRuns
import Bytes

/// What two runs' sources say of whether they are one.
extension Run {
    var hashes: [String] { provenance.sources.compactMap(\.sha256) }

    /// Whether the file that gave either run's figures was read for the other one, too: the same bytes.
    func sharesFigures(with other: Run) -> Bool {
        guard let own = hashes.first, let others = other.hashes.first else { return false }
        return hashes.contains(others) || other.hashes.contains(own)
    }

    /// Whether the other run says nothing that this one does not, wherever it was found.
    ///
    /// What lies around a file may be known of this run alone, as when its commit gave it a time: that does not make the other one news.
    func hasAll(of other: Run) -> Bool {
        if isSameContent(as: other.adopting(SurroundingFacts(of: self))) { return true }
        let own = Set(hashes)
        let others = Set(other.hashes)
        if others.isEmpty { return false }
        if own.isStrictSuperset(of: others) { return true }
        // A report restates what a program's own data file says in full.
        return own.isDisjoint(with: others) && restates(other)
    }

    /// Whether this run is of the data that the other one, of the same invocation, was printed from.
    func restates(_ other: Run) -> Bool {
        isFromData && !other.isFromData && isSameInvocation(as: other) && PrintedAgreement(full: self, printed: other).holds
    }

    /// Whether both say the same, under whatever name and from whatever file.
    func isSameContent(as other: Run) -> Bool {
        var copy = other
        (copy.id, copy.suite, copy.runNumber, copy.provenance.sources) = (id, suite, runNumber, provenance.sources)
        return copy == self
    }

    /// Whether the other run was read from tidy records that this one would give, and so holds less: they leave out calls and coordination.
    func restatesAll(of other: Run) -> Bool {
        guard other.provenance.importer == TidyExecutions.importer, provenance.importer != TidyExecutions.importer else { return false }
        var records = (own: ByteBuffer(), others: ByteBuffer())
        RunExport(.executions, as: .jsonl).write([self], into: &records.own)
        RunExport(.executions, as: .jsonl).write([other], into: &records.others)
        return records.own == records.others
    }

    /// Two runs under one name may be one invocation unless both say when they started and the times differ.
    func isSameInvocation(as other: Run) -> Bool {
        guard let own = startedAt, let others = other.startedAt, !sharesFigures(with: other) else { return true }
        if own.timeOfDay == nil || others.timeOfDay == nil { return own.date == others.date }
        return own == others
    }

    private var isFromData: Bool { provenance.dialect?.hasPrefix("J-") == true }
}
