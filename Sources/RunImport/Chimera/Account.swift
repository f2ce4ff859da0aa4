import AgentRuns

/// What one file says about one run.
struct Account: Sendable {
    /// How much a file's word counts: the first that speaks gives a figure, the others must agree.
    enum Standing: Int, Sendable, Comparable {
        /// The run's own figures file.
        case figures
        /// A file over several runs, which has the figures where a run has no file of its own.
        case summary
        /// Figures in a report.
        case report
        /// Figures and facts that others have too: never a run by itself.
        case restatement

        static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }
    }

    var key: RunKey
    var standing: Standing
    var dialect: ChimeraDialect
    var scenario: String?
    var runNumber: Int?
    var producer = Producer()
    var system: HostSystem?
    /// The day or time that a report names as its own.
    var reportDate: Timestamp?
    /// The agents with whatever the file says of them.
    var executions: [AgentExecution] = []
    /// Digits after the point of the executions' figures; `nil` for full precision.
    var decimals: Int?
    var coordination: Coordination?
    var stated: [StatedFigure] = []
    var reports: [AttachedReport] = []
    /// The name under which the file itself is kept beside the run.
    var document: AttachedDocument?
    var notes: [String] = []

    init(_ key: RunKey, _ standing: Standing, _ dialect: ChimeraDialect) {
        self.key = key
        self.standing = standing
        self.dialect = dialect
    }
}
