import AgentRuns

/// Figures of a run that somebody named in a file of the content folder, to say something of them: which, why, who and when.
struct NamedFigures: Sendable, Hashable {
    let run: String
    /// `nil` for every agent of the run.
    let slot: String?
    /// `nil` for everything that was measured.
    let metric: MetricID?
    let reason: String?
    let by: String?
    let date: Timestamp?

    /// The reason with who gave it and when: `the fan had stopped (A. Person, 1 May 2026)`; `nil` where none of it is said.
    var signedReason: String? {
        let signed = [by, date?.longDate].compactMap(\.self).joined(separator: ", ")
        let parts = [reason, signed.isEmpty ? nil : "(\(signed))"].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
