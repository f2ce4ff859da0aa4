import AgentRuns

/// The note by which a stored run is known as one of a plan's, when the plan is resumed.
struct PlanMark: Sendable, Hashable {
    var fingerprint: String
    var repetition: Int
    /// The number that the series of repetitions began with.
    var firstNumber: Int

    var note: String { "Plan \(fingerprint), repetition \(repetition), numbered from \(firstNumber)." }

    init(fingerprint: String, repetition: Int, firstNumber: Int) {
        self.fingerprint = fingerprint
        self.repetition = repetition
        self.firstNumber = firstNumber
    }

    /// The mark of a run; `nil` for one that no plan made.
    init?(of run: Run) {
        for note in run.provenance.notes {
            guard let match = note.wholeMatch(of: /Plan ([0-9a-f]{16}), repetition ([0-9]+), numbered from ([0-9]+)\./),
                let repetition = Int(match.2), let firstNumber = Int(match.3)
            else { continue }
            self.init(fingerprint: String(match.1), repetition: repetition, firstNumber: firstNumber)
            return
        }
        return nil
    }
}
