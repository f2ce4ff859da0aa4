import ArgumentParser
import SiteBuilder
import SystemPackage

struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build the site and put it where a static host serves it.",
        discussion: """
            Examples:
              sitegen publish --to /srv/www/benchmarks
              sitegen publish --git origin --branch gh-pages
            """)

    @OptionGroup var site: SiteOptions
    @OptionGroup var problems: DiagnosticOptions
    @Option(help: "A folder to switch to the new site in one step.") var to: FilePath?
    @Option(help: "A remote to push one commit to.") var git: String?
    @Option(help: "The branch of that remote that the host serves.") var branch = "gh-pages"

    func validate() throws {
        guard (to == nil) != (git == nil) else { throw ValidationError("Say where to: either --to DIR or --git REMOTE.") }
    }

    func run() async throws {
        let outcome = await site.builder().build()
        problems.show(outcome.diagnostics)
        guard !outcome.hasErrors else { throw ExitCode.contentErrors }
        do throws(PublishError) {
            let built = try BuiltSite(at: site.output)
            let summary =
                if let to {
                    try await FolderPublisher(to: to, jobs: site.jobs.count).publish(built)
                } else {
                    try await GitPublisher(remote: git ?? "", branch: branch).publish(built)
                }
            StandardOutput.write(line: summary.description)
        } catch {
            problems.show([error.diagnostic])
            throw ExitCode(error.exitCode)
        }
    }
}
