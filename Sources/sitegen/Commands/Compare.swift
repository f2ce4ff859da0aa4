import ArgumentParser
import SiteBuilder
import SystemPackage

struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Hold two runs, suites or configurations against each other, or every newest run against its history.",
        discussion: """
            Examples: sitegen compare tr110 tr115 --format markdown
                      sitegen compare --latest --fail-on regression
            """)

    enum Failure: String, ExpressibleByArgument { case regression }

    @Argument(help: "A and B: runs, suites, configurations, or 'latest'.") var sides: [String] = []
    @Flag(help: "The newest run of each series against its history.") var latest = false
    @Option(parsing: .upToNextOption, help: "The metrics to compare, by their ids.") var metric: [String] = []
    @Option(help: "text, json, markdown or html.") var format: ComparisonReport.Format = .text
    @Option(name: .customLong("fail-on"), help: "'regression': exit with 1 if there is one that nobody acknowledged.") var failOn: Failure?
    @OptionGroup var site: SiteOptions
    @OptionGroup var problems: DiagnosticOptions

    func validate() throws {
        guard latest ? sides.isEmpty : sides.count == 2 else {
            throw ValidationError("compare takes two names, A and B, or --latest alone.")
        }
    }

    func run() async throws {
        let question: ComparisonReport.Question = latest ? .latest : .pair(sides[0], sides[1])
        let report = await site.builder().compare(question, metrics: metric)
        problems.show(report.diagnostics)
        if let text = report.rendered(as: format) { StandardOutput.write(text) }
        if report.hasUnknownNames { throw ExitCode.validationFailure }
        if report.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode.contentErrors }
        if failOn == .regression, let open = report.openRegressions {
            problems.show(open)
            if !open.isEmpty { throw ExitCode.contentErrors }
        }
    }
}

extension ComparisonReport.Format: ExpressibleByArgument {}
