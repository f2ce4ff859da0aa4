import AgentRuns
import Diagnostics

/// A run that is being put together from what several files say of it.
///
/// The accounts come in the order of their standing. The first gives the run; each later one fills in what is missing and must agree with
/// what is there.
struct RunBuilder: Sendable {
    private(set) var run: Run
    private(set) var standing: Account.Standing
    let key: RunKey
    /// The fragments that were used, the one that gave the figures first.
    private(set) var fragments: [Int] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var reports: [AttachedReport] = []
    private var documents: [AttachedDocument] = []
    private var reportDate: Timestamp?
    /// How far a figure of the run may be off, because it was printed.
    private var slack = 0.0

    init(_ account: Account, fragment: Int, source: SourceFile, path: String) {
        key = account.key
        standing = account.standing
        run = Run(
            id: "", suite: "", producer: account.producer, executions: account.executions, coordination: account.coordination,
            provenance: Provenance(importer: Chimera.name, dialect: account.dialect.rawValue))
        take(account, fragment: fragment, source: source)
        check(account.stated, path: path)
    }

    /// Takes another file's word on the run.
    mutating func add(_ account: Account, fragment: Int, source: SourceFile, path: String) {
        for execution in account.executions {
            if let index = run.executions.firstIndex(where: { $0.slot == execution.slot }) {
                merge(execution, into: index, decimals: account.decimals, path: path)
            } else if account.standing == .report, standing == .report {
                run.executions.append(execution)
            }
        }
        if run.coordination == nil, run.executions.count == 2 { run.coordination = account.coordination }
        take(account, fragment: fragment, source: source)
        check(account.stated, path: path)
    }

    private mutating func take(_ account: Account, fragment: Int, source: SourceFile) {
        run.scenario = run.scenario ?? account.scenario
        run.runNumber = run.runNumber ?? account.runNumber
        run.system = run.system ?? account.system
        reportDate = reportDate ?? account.reportDate
        reports += account.reports
        if let document = account.document, !documents.contains(where: { $0.name == document.name }) { documents.append(document) }
        run.provenance.notes += account.notes.filter { !run.provenance.notes.contains($0) }
        if account.standing < .restatement, account.decimals != nil { slack = 0.005 }
        use(fragment, source)
    }

    /// Lists a file among the run's sources.
    mutating func use(_ fragment: Int, _ source: SourceFile) {
        guard !fragments.contains(fragment) else { return }
        fragments.append(fragment)
        run.provenance.sources.append(source)
    }

    /// Keeps a file as the answer of an agent; it should be the answer that the figures file holds.
    mutating func attachAnswer(_ report: AttachedReport, path: String) {
        if let told = reports.first(where: { $0.slot == report.slot && $0.origin == .figuresFile }), told.bytes != report.bytes {
            warn("the report differs from the answer of '\(report.slot)' in \(firstSource)", path: path)
        }
        reports.append(report)
    }

    private mutating func warn(_ message: String, path: String) {
        diagnostics.append(.warning(message, at: SourceLocation(path)))
    }

    private mutating func merge(_ other: AgentExecution, into index: Int, decimals: Int?, path: String) {
        var execution = run.executions[index]
        if let model = other.model, let own = execution.model, model != own {
            warn("the model of '\(other.slot)' is '\(own)' in \(firstSource) and '\(model)' here; the former is kept", path: path)
        }
        if other.configuration != execution.configuration {
            let labels = (own: execution.configuration.label, other: other.configuration.label)
            warn("the options of '\(other.slot)' are '\(labels.own)' in \(firstSource) and '\(labels.other)' here; the former are kept", path: path)
        }
        execution.agent = execution.agent ?? other.agent
        execution.model = execution.model ?? other.model
        execution.timestamp = execution.timestamp ?? other.timestamp
        execution.analysed = execution.analysed ?? other.analysed
        if execution.workflow.isEmpty { execution.workflow = other.workflow }
        if execution.calls.isEmpty, execution.metrics[.outputTokens] == nil { execution.calls = other.calls }
        if execution.calls.isEmpty, execution.callCount == nil { execution.callCount = other.callCount }
        var stated: [StatedFigure] = []
        for (metric, summary) in other.metrics {
            guard var own = execution.metrics[metric] else {
                execution.metrics[metric] = summary
                continue
            }
            own.n = own.n ?? summary.n
            let digits = metric == .wallClock ? decimals.map { $0 - 3 } : decimals
            for (statistic, value) in summary.present {
                guard let value else { continue }
                if own.present.contains(where: { $0.statistic == statistic }) {
                    stated.append(StatedFigure(.metric(slot: other.slot, metric, statistic), value, decimals: digits))
                } else {
                    own[statistic] = value
                }
            }
            execution.metrics[metric] = own
        }
        run.executions[index] = execution
        check(stated, path: path)
    }

    private var firstSource: String { run.provenance.sources.first?.path ?? "another file" }

    /// Compares what a file states with the run's own figures; a figure that the run does not have is no disagreement.
    private mutating func check(_ stated: [StatedFigure], path: String) {
        for figure in stated {
            let slack = figure.subject.isDifference ? slack * 2 : slack
            guard let own = run.figure(figure.subject), !figure.agrees(with: own, slack: slack) else { continue }
            warn("the \(figure.subject.name) is \(own) in \(firstSource) and \(figure.value) here; the former is kept", path: path)
        }
    }

    /// The mean over several runs must be what a file states.
    static func check(_ group: GroupStatement, over builders: [RunBuilder], path: String) -> [Diagnostic] {
        guard !builders.isEmpty, group.runs == 0 || group.runs == builders.count else { return [] }
        return group.means.compactMap { mean in
            let figures = builders.compactMap { $0.run.figure(mean.subject) }
            guard figures.count == builders.count else { return nil }
            let own = figures.reduce(0, +) / Double(figures.count)
            let slack = builders.map(\.slack).max() ?? 0
            guard !mean.agrees(with: own, slack: mean.subject.isDifference ? slack * 2 : slack) else { return nil }
            return .warning("the mean \(mean.subject.name) of the runs is \(own), and \(mean.value) here", at: SourceLocation(path))
        }
    }

    /// Adds the sources of the same run at another place.
    mutating func addMirror(_ other: RunBuilder) {
        for (fragment, source) in zip(other.fragments, other.run.provenance.sources) { use(fragment, source) }
    }
}

extension RunBuilder {
    /// The finished run, with its id, its reports and its documents.
    func finished() -> ImportedRun {
        var run = run
        let layout = ChimeraLayout(key)
        run.suite = layout.suite
        run.id = layout.id
        run.producer.runtime = layout.runtime
        run.provenance.sources =
            run.provenance.sources.prefix(1)
            + run.provenance.sources.dropFirst().sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        if run.scenario == nil, let scenario = ChimeraScenario.ofFolder(key.folder) {
            run.scenario = scenario
            run.provenance.notes.append("No file names the scenario; it is told by the folder's name.")
        }
        if let start = run.executions.compactMap(\.timestamp).min() {
            run.startedAt = start
        } else if let date = reportDate {
            run.startedAt = date
            run.provenance.notes.append("The start is not recorded; the date is that of the report.")
        }
        var files: [String: [UInt8]] = [:]
        for index in run.executions.indices {
            let own = reports.filter { $0.slot == run.executions[index].slot }
            guard let report = own.min(by: { $0.origin < $1.origin }) else { continue }
            run.executions[index].report = Report(file: report.name, modelWritten: report.modelWritten)
            files[report.name] = report.bytes
        }
        run.documents = documents.map(\.name).sorted()
        for document in documents { files[document.name] = document.bytes }
        return ImportedRun(run: run, files: files)
    }
}
