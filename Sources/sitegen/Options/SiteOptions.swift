import ArgumentParser
import SiteBuilder
import SystemPackage

/// Where a site's parts are, for every command that needs them.
struct SiteOptions: ParsableArguments {
    @Option(help: "The folder of settings, pages and runs.") var content: FilePath = "content"
    @Option(help: "The folder of your own templates; built-in ones serve where it has none.") var templates: FilePath = "templates"
    @Option(help: "The folder that the site is built into.") var output: FilePath = "site"
    @Option(name: .customLong("base-url"), help: "The site's address, for feeds and the sitemap; overrides site.toml.") var baseURL: String?
    @Option(help: "How many cores to use.") var jobs = JobCount()

    func validate() throws {
        guard jobs.count > 0 else { throw ValidationError("--jobs takes a number from 1 up.") }
        if let baseURL, SiteSettings.baseURL(baseURL) == nil {
            throw ValidationError("--base-url takes an address such as https://example.org/runs/.")
        }
    }

    func builder(clean: Bool = false) -> SiteBuilder {
        SiteBuilder(
            content: content, templates: templates, output: output, baseURL: baseURL.flatMap(SiteSettings.baseURL), jobs: jobs.count, clean: clean)
    }
}

extension FilePath: @retroactive ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }

    public static var defaultCompletionKind: CompletionKind { .file() }
}
