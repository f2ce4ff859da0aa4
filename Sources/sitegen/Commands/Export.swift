import AgentRuns
import ArgumentParser
import Bytes
import Diagnostics
import Files
import SiteBuilder
import SystemPackage

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write tidy data for notebooks, databases and spreadsheets.",
        discussion: "Example: sitegen export --records executions --format csv --output runs.csv")

    @Option(help: "What a record is: executions, runs or calls.") var records: RunExport.Records = .executions
    @Option(help: "jsonl or csv.") var format: RunExport.Format = .jsonl
    @Option(help: "The folder of settings, pages and runs.") var content: FilePath = "content"
    @Option(help: "A file to write instead of standard output.") var output: FilePath?
    @Option(help: "How many cores to use.") var jobs = JobCount()
    @OptionGroup var problems: DiagnosticOptions

    func run() async throws {
        guard Files.kind(of: content) == .directory else {
            problems.show([.error("there is no content folder here", at: SourceLocation(content.string))])
            throw ExitCode.contentErrors
        }
        let library = await RunStore(content: content).load(jobs: jobs.count)
        let (settings, mistakes) = SiteSettings.load(content: content)
        problems.show(library.diagnostics + mistakes)
        let runs = library.runs.map { $0.decidingColdCalls(limit: settings.coldLoad) }
        var bytes = ByteBuffer()
        RunExport(records, as: format).write(runs, into: &bytes)
        if let output {
            do throws(FileError) {
                try Files.write(bytes.bytes, to: output)
            } catch {
                problems.show([error.diagnostic])
                throw ExitCode.contentErrors
            }
        } else {
            StandardOutput.write(bytes.bytes)
        }
        if !(library.diagnostics + mistakes).isEmpty { throw ExitCode.contentErrors }
    }
}

extension RunExport.Records: ExpressibleByArgument {}
extension RunExport.Format: ExpressibleByArgument {}
