import ArgumentParser
import RunImport
import SiteBuilder
import SystemPackage

struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Hold two runs, suites or configurations against each other, or every newest run against its history.",
        discussion: """
            Examples: sitegen compare tr110 tr115 --format markdown
                      sitegen compare --latest --fail-on regression
                      sitegen compare --latest --with results --format markdown --fail-on regression
            """)

    enum Failure: String, ExpressibleByArgument { case regression }

    @Argument(help: "A and B: runs, suites, configurations, or 'latest'.") var sides: [String] = []
    @Flag(help: "The newest run of each series against its history.") var latest = false
    @Option(parsing: .upToNextOption, help: "With --latest: result files and folders to judge as the newest runs. Nothing of them is stored.")
    var with: [FilePath] = []
    @Option(parsing: .upToNextOption, help: "The metrics to compare, by their ids.") var metric: [String] = []
    @Option(help: "text, json, markdown or html.") var format: ComparisonReport.Format = .text
    @Option(name: .customLong("fail-on"), help: "'regression': exit with 1 if there is one that nobody acknowledged.") var failOn: Failure?
    @OptionGroup var site: SiteOptions
    @OptionGroup var problems: DiagnosticOptions

    func validate() throws {
        guard latest ? sides.isEmpty : sides.count == 2 else {
            throw ValidationError("compare takes two names, A and B, or --latest alone.")
        }
        guard latest || with.isEmpty else { throw ValidationError("--with goes with --latest: results are held against the stored history.") }
    }

    func run() async throws {
        let results = await RunImporter().readResults(at: with, jobs: site.jobs.count)
        problems.show(results.diagnostics)
        let hasErrors = results.diagnostics.contains { $0.severity == .error }
        if hasErrors, results.runs.isEmpty { throw ExitCode.contentErrors }
        let question: ComparisonReport.Question = latest ? .latest : .pair(sides[0], sides[1])
        let report = await site.builder().compare(question, metrics: metric, with: with.isEmpty ? nil : results.runs)
        problems.show(report.diagnostics)
        if let text = report.rendered(as: format, width: StandardOutput.width) { StandardOutput.write(text) }
        if report.hasUnknownNames { throw ExitCode.validationFailure }
        if hasErrors || report.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode.contentErrors }
        if failOn == .regression, let open = report.openRegressions {
            problems.show(open)
            if !open.isEmpty { throw ExitCode.contentErrors }
        }
    }
}

extension ComparisonReport.Format: ExpressibleByArgument {}
