import AgentRuns
import Diagnostics

/// A comparison that `site.toml` asks for, with a permanent page.
struct DeclaredComparison: Sendable {
    let a: ComparisonSide
    let b: ComparisonSide

    /// `compare/tr110..tr115-runtime-smol`: both names in one file name, so that the address stays whatever else is declared.
    var slug: String { "\(Self.part(a.name))..\(Self.part(b.name))" }

    var path: PagePath { PagePath("compare/\(slug).html") }
    var data: DataPath { DataPath("compare/\(slug)") }

    private static func part(_ name: String) -> String { pathPart(name.replacing("/", with: "-")) }

    /// What the settings declare: pairs, and each baseline against every other suite that has an agent of the same scenario and configuration.
    ///
    /// - Parameter settings: names that stand for nothing are reported.
    static func all(_ settings: SiteSettings, in model: SiteModel, reporting diagnostics: inout [Diagnostic]) -> [DeclaredComparison] {
        var declared: [DeclaredComparison] = []
        func side(_ name: String) -> ComparisonSide? {
            let side = model.side(named: name)
            if side == nil {
                let hint = suggestion(for: name, among: model.sideNames)
                var problem = settings.unknownNames[name] ?? .error("no run, suite or configuration is called '\(name)'")
                problem.message += hint
                if !diagnostics.contains(problem) { diagnostics.append(problem) }
            }
            return side
        }
        for pair in settings.comparisons {
            let (a, b) = (side(pair.a), side(pair.b))
            if let a, let b { declared.append(DeclaredComparison(a: a, b: b)) }
        }
        for name in settings.baselines {
            guard let baseline = side(name) else { continue }
            let own = Set(baseline.runs.map(\.id))
            let agents = Set(baseline.agents(in: model))
            for group in model.suites {
                let others = group.runs.filter { !own.contains($0.id) }
                guard let first = others.first else { continue }
                let other = ComparisonSide(name: first.suite, title: first.suite, runs: others, configuration: nil)
                if !agents.isDisjoint(with: other.agents(in: model)) { declared.append(DeclaredComparison(a: baseline, b: other)) }
            }
        }
        var taken: Set<String> = []
        return declared.filter { taken.insert($0.slug).inserted }
    }
}

extension ComparisonSide {
    /// Who was measured on this side, without the program, its language and the system, which may be what is compared.
    fileprivate func agents(in model: SiteModel) -> [ComparedAgent] {
        runs.flatMap(model.observations).map { observation in
            var agent = ComparedAgent(observation.series)
            agent.program = nil
            for name in ["language", "runtime", "os", "arch"] { agent.options[name] = nil }
            return agent
        }
    }
}
