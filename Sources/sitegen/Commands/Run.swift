import AgentRunner
import AgentRuns
import ArgumentParser
import Diagnostics
import Platform
import SystemPackage

struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run agents against model servers, and record what they took and what they wrote.",
        discussion: """
            Examples: sitegen run plan.toml --dry-run
                      sitegen run plan.toml --resume
            """)

    @Argument(help: "The plan: servers, agents, and the options to try.") var plan: FilePath
    @Option(help: "The content folder to store the runs in.") var content: FilePath = "content"
    @Option(help: "The folder of your own templates; prompts are in its folder 'prompts'.") var templates: FilePath = "templates"
    @Flag(help: "Go on where an earlier run of the plan stopped: keep what is completed, repeat what failed.") var resume = false
    @Flag(help: "Print the schedule and an estimate, and run nothing.") var dryRun = false
    @Option(help: "ollama, openai or replay, whatever the plan says of its servers.") var backend: Plan.Server.API?
    @Flag(help: "Write how far it is to standard error, a JSON object a line.") var jsonProgress = false
    @Option(help: "Keep what the servers say in this file, which a replay can play.") var record: FilePath?
    @OptionGroup var problems: DiagnosticOptions

    func run() async throws {
        var found: [Diagnostic] = []
        let prompts = PromptLibrary(templates: templates, reporting: &found)
        let (plan, mistakes) = Plan.load(plan, prompts: prompts, backend: backend)
        problems.show(found + mistakes)
        guard let plan, !found.contains(where: { $0.severity == .error }) else { throw ExitCode.contentErrors }

        let store = RunStore(content: content)
        if dryRun {
            let agenda = await Agenda(plan, store: store, prompts: prompts, resumes: resume)
            problems.show(agenda.diagnostics)
            return StandardOutput.write(line: agenda.text)
        }
        let recorder = record.map { ConversationRecorder(path: $0) }
        let clients = try clients(of: plan, recorder)
        let progress = RunProgressLine(asJSON: jsonProgress)
        let runner = PlanRunner(
            plan, servers: clients.servers, store: store, prompts: prompts, redaction: clients.redaction, version: Sitegen.version,
            progress: progress.show)
        let outcome = await Interruption.cancelling { await runner.run(resumes: resume) }
        progress.clear()
        problems.show(outcome.diagnostics + (recorder?.write() ?? []))
        StandardOutput.write(line: outcome.summary)
        if outcome.exitCode != 0 { throw ExitCode(outcome.exitCode) }
    }

    private func clients(of plan: Plan, _ recorder: ConversationRecorder?) throws -> Plan.Clients {
        var found: [Diagnostic] = []
        let environment = ProcessInfo.processInfo.environment
        let transport: any Transport = recorder?.transport(over: CurlTransport()) ?? CurlTransport()
        let clients = plan.clients(environment: environment, transport: transport, reporting: &found)
        problems.show(found)
        if !found.isEmpty { throw ExitCode.contentErrors }
        return clients
    }
}

extension Plan.Server.API: ExpressibleByArgument {}
