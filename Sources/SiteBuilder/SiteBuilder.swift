import AgentRuns
import Diagnostics
import Files
import Parallel
public import SystemPackage

/// Builds a site: discover, load, model, render, write, in this order and with no way back.
public struct SiteBuilder: Sendable {
    public var content: FilePath
    public var templates: FilePath?
    public var output: FilePath
    /// Overrides the address in the site's settings.
    public var baseURL: String?
    public var jobs: Int
    /// Removes what earlier builds wrote first, so that every file is written anew.
    public var clean: Bool

    public init(content: FilePath, templates: FilePath?, output: FilePath, baseURL: String? = nil, jobs: Int, clean: Bool = false) {
        self.content = content
        self.templates = templates
        self.output = output
        self.baseURL = baseURL
        self.jobs = jobs
        self.clean = clean
    }

    /// Builds and writes the whole site.
    ///
    /// Content with errors is left out and reported, and the rest of the site is built all the same.
    public func build() async -> BuildOutcome {
        var outcome = BuildOutcome()
        var stopwatch = Stopwatch()
        guard var content = await Content.load(content, jobs: jobs, reporting: &outcome.diagnostics) else { return outcome }
        if let baseURL { content.settings.baseURL = baseURL }
        outcome.seconds["load"] = stopwatch.lap()

        let templates = TemplateLibrary(folder: templates, reporting: &outcome.diagnostics)
        let model = SiteModel(content: content)
        let plan = SitePlan(content: content, model: model, templates: templates)
        outcome.seconds["model"] = stopwatch.lap()

        let rendered = await plan.render(jobs: jobs)
        outcome.diagnostics += rendered.diagnostics
        outcome.pages = plan.pages.count
        outcome.seconds["render"] = stopwatch.lap()

        do throws(WriteError) {
            let writer = SiteWriter(output, jobs: jobs)
            if clean { _ = try await writer.write([]) }
            outcome.written = try await writer.write(rendered.files)
        } catch {
            outcome.diagnostics += error.diagnostics
        }
        outcome.seconds["write"] = stopwatch.lap()
        return outcome
    }
}
