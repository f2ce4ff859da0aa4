import AgentRuns
import ArgumentParser
import RunImport
import SystemPackage

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read runs that other programs recorded into the content folder.",
        discussion: """
            Examples:
              sitegen import ~/benchmarks --suite nightly --dry-run
              sitegen import results --layout '{date}/{hardware}/{model}__{backend}.log'
              sitegen import results --git-history
            """)

    @Argument(help: "Files or folders that other programs wrote.") var paths: [FilePath] = []
    @Option(help: "The content folder to store them in.") var content: FilePath = "content"
    @Option(help: "A name for the suite of all these runs, instead of the one that their folders give.") var suite: String?
    @Option(help: "auto, or one of: \(RunImporter().formatNames.joined(separator: ", ")).") var format = "auto"
    @Option(help: "The date or time of results that have none, such as 2026-03-02 or 2026-03-02T10:15:00Z.") var date: String?
    @Option(
        defaultAsFlag: "", parsing: .next,
        help: "A pattern that reads facts out of paths, such as '{date}/{model}__{backend}.log'; without one, proposes it.")
    var layout: String? = nil
    @Flag(help: "Read every state that the files had in the history of their git repository, dated by its commit.") var gitHistory = false
    @Flag(help: "List the formats: what detects each, and which versions were tried.") var listFormats = false
    @Flag(help: "Say what would be stored, and store nothing.") var dryRun = false
    @Flag(help: "Name every file that was left out, not only the first ones.") var verbose = false
    @Flag(help: "Keep host names, prompts and paths that the files hold.") var keepPrivate = false
    @Option(help: "How the outcome is written: text or json.") var outputFormat: ImportOutcome.Rendering = .text
    @Option(help: "How many cores to use.") var jobs = JobCount()
    @OptionGroup var problems: DiagnosticOptions

    func validate() throws {
        guard !roots.isEmpty || listFormats else { throw ValidationError("Name at least one file or folder.") }
        if let date, Timestamp(date) == nil {
            throw ValidationError("--date takes a date or a time such as 2026-03-02, 2026-03-02T10:15:00 or 2026-03-02T10:15:00Z, not '\(date)'.")
        }
        _ = try pathLayout()
        guard jobs.count > 0 else { throw ValidationError("--jobs takes a number from 1 up.") }
        guard format == "auto" || RunImporter().formatNames.contains(format) else {
            throw ValidationError("There is no format '\(format)'; known are auto, \(RunImporter().formatNames.joined(separator: ", ")).")
        }
        if let suite, !isSafePath(suite) {
            throw ValidationError("--suite takes a path of letters, digits and . _ - + @ = between slashes.")
        }
    }

    /// What to import. Where `--layout` has no pattern behind it, what stands there is a path.
    private var roots: [FilePath] { (layout.map { $0.isEmpty || $0.contains("{") ? [] : [FilePath($0)] } ?? []) + paths }

    private func pathLayout() throws -> PathLayout? {
        guard let layout, layout.contains("{") else { return nil }
        do throws(PathLayoutError) {
            return try PathLayout(layout)
        } catch {
            throw ValidationError("--layout '\(layout)': \(error.message).")
        }
    }

    func run() async throws {
        if listFormats { return StandardOutput.write(RunImporter().describeFormats(as: outputFormat).bytes) }
        let progress = ProgressLine()
        let options = ImportOptions(
            suite: suite, format: format == "auto" ? nil : format, date: date.flatMap { Timestamp($0) }, layout: try pathLayout(),
            gitHistory: gitHistory, dryRun: dryRun, keepPrivate: keepPrivate, jobs: jobs.count, progress: progress.show)
        if layout != nil, options.layout == nil {
            let proposal = await RunImporter().proposeLayout(at: roots, options: options)
            progress.clear()
            problems.show(proposal.errors)
            return StandardOutput.write(proposal.render().bytes)
        }
        let outcome = await RunImporter().importRuns(at: roots, into: RunStore(content: content), options: options)
        progress.clear()
        problems.show(outcome.diagnostics)
        StandardOutput.write(outcome.render(as: outputFormat, isWhole: verbose).bytes)
        if outcome.hasErrors { throw ExitCode.contentErrors }
    }
}

extension ImportOutcome.Rendering: ExpressibleByArgument {}
