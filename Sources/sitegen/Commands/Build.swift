import ArgumentParser
import SiteBuilder

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build the site.",
        discussion: "Example: sitegen build --content content --output site --stats json")

    enum Statistics: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @OptionGroup var site: SiteOptions
    @OptionGroup var problems: DiagnosticOptions
    @Flag(help: "Remove what earlier builds wrote first.") var clean = false
    @Option(help: "Say what was done, as a line of text or as JSON.") var stats: Statistics = .text

    func run() async throws {
        let outcome = await site.builder(clean: clean).build()
        problems.show(outcome.diagnostics)
        StandardOutput.write(line: stats == .json ? outcome.statistics : outcome.summary)
        if outcome.hasErrors { throw ExitCode.contentErrors }
    }
}
