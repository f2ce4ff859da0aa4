import AgentRuns
import Bytes
import Diagnostics

/// The texts that were stored with a run.
struct ReportSection {
    let run: Run
    let page: PagePath

    func modelWritten(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [[String: TemplateValue]] { [] }
    func programWritten(in site: SiteContext, reporting diagnostics: inout [Diagnostic]) -> [[String: TemplateValue]] { [] }
}
