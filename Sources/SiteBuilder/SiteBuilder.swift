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

        outcome.pages = plan.pages.count
        // What is rendered is written while the rest is being rendered.
        let (files, continuation) = AsyncStream.makeStream(of: [SiteFile].self)
        async let rendering = (problems: plan.render(jobs: jobs, into: continuation), end: ContinuousClock.now)
        let written: Result<WriteSummary, WriteError>
        do throws(WriteError) {
            let writer = SiteWriter(output, jobs: jobs)
            if clean { _ = try await writer.write([]) }
            written = .success(try await writer.write(files, at: plan.paths))
        } catch {
            written = .failure(error)
        }
        let rendered = await rendering
        outcome.diagnostics += rendered.problems
        outcome.seconds["render"] = stopwatch.lap(at: rendered.end)
        switch written {
        case .success(let summary): outcome.written = summary
        case .failure(let error): outcome.diagnostics += error.diagnostics
        }
        // Only what is left of it: most is written while pages are being rendered.
        outcome.seconds["write"] = stopwatch.lap()
        return outcome
    }
}
