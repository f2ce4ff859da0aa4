/// One run of a schedule.
public struct ScheduledRun: Sendable, Hashable {
    /// The configuration's place in the grid, from 0.
    public var configuration: Int
    /// From 1.
    public var repetition: Int
    /// The last part of the id.
    public var number: Int
    /// With the options that they have in this run.
    public var agents: [Plan.Agent]
    public var startsCold: Bool
    /// The id without its last part.
    public var folder: String

    public var id: String { "\(folder)/run_\(number)" }

    /// The agents' options in words, on one line.
    public var label: String {
        let labels = agents.map { "\($0.slot): \($0.model), \($0.configuration.label)" }
        return labels.joined(separator: "; ").replacing("\r\n", with: "\\n").replacing(/\p{Cc}/) { $0.output == "\n" ? "\\n" : " " }
    }
}
