import AgentRuns
import ArgumentParser
import Foundation
import RunImport
import SystemPackage

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read runs that other programs recorded into the content folder.",
        discussion: "Example: sitegen import ~/benchmarks --suite nightly --dry-run")

    @Argument(help: "Files or folders that other programs wrote.") var paths: [FilePath] = []
    @Option(help: "The content folder to store them in.") var content: FilePath = "content"
    @Option(help: "A name for the suite of all these runs, instead of the one that their folders give.") var suite: String?
    @Option(help: "auto, or one of: \(RunImporter().formatNames.joined(separator: ", ")).") var format = "auto"
    @Flag(help: "List the formats: what detects each, and which versions were tried.") var listFormats = false
    @Flag(help: "Say what would be stored, and store nothing.") var dryRun = false
    @Flag(help: "Keep host names, prompts and paths that the files hold.") var keepPrivate = false
    @Option(help: "How the outcome is written: text or json.") var outputFormat: ImportOutcome.Rendering = .text
    @Option(help: "How many cores to use.") var jobs: Int = ProcessInfo.processInfo.activeProcessorCount
    @OptionGroup var problems: DiagnosticOptions

    func validate() throws {
        guard !paths.isEmpty || listFormats else { throw ValidationError("Name at least one file or folder.") }
        guard jobs > 0 else { throw ValidationError("--jobs takes a number from 1 up.") }
        guard format == "auto" || RunImporter().formatNames.contains(format) else {
            throw ValidationError("There is no format '\(format)'; known are auto, \(RunImporter().formatNames.joined(separator: ", ")).")
        }
        if let suite, !isSafePath(suite) {
            throw ValidationError("--suite takes a path of letters, digits and . _ - + @ = between slashes.")
        }
    }

    func run() async throws {
        if listFormats { return StandardOutput.write(RunImporter().describeFormats(as: outputFormat).bytes) }
        let progress = ProgressLine()
        let options = ImportOptions(
            suite: suite, format: format == "auto" ? nil : format, dryRun: dryRun, keepPrivate: keepPrivate, jobs: jobs, progress: progress.show)
        let outcome = await RunImporter().importRuns(at: paths, into: RunStore(content: content), options: options)
        progress.clear()
        problems.show(outcome.diagnostics)
        StandardOutput.write(outcome.render(as: outputFormat).bytes)
        if outcome.hasErrors { throw ExitCode.contentErrors }
    }
}

extension ImportOutcome.Rendering: ExpressibleByArgument {}
