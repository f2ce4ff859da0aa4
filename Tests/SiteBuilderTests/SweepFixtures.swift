import AgentRuns
import Diagnostics
import SystemPackage

@testable import SiteBuilder

/// Sweeps written as text: a line for each execution, with its options, a colon, and what was measured.
///
/// `num_gpu 40 num_ctx 1024: warm 290 90` is one warm call of 290 tok/s that waited 90 ms; `cold` is one that loaded the model; `mean` is a
/// program's means without calls; what begins with `failed` failed for the cause that follows.
enum Sweeps {
    /// One run, each of whose executions has a slot of its own unless one is given.
    static func run(
        _ lines: String, id: String = "s/r", scenario: String? = nil, program: String? = "p", slot: String? = nil, started: String? = "2025-10-04"
    ) -> Run {
        Run(
            id: id, suite: "s", scenario: scenario, startedAt: started.flatMap { Timestamp($0) }, producer: Producer(program: program),
            executions: lines.split(separator: "\n").enumerated().map { execution($1, slot: slot ?? "slot \($0)") },
            provenance: Provenance(importer: "test"))
    }

    /// A run for each line.
    static func runs(_ lines: String, repetition: Int = 1, slot: String, program: String? = "p") -> [Run] {
        lines.split(separator: "\n").enumerated().map { number, line in
            run(String(line), id: "s/\(slot)/\(number)/run_\(repetition)", program: program, slot: slot)
        }
    }

    /// A grid of two options, all measured alike.
    static func grid(_ gpu: [Int], _ ctx: [Int], measured: String = "warm 300 60") -> String {
        gpu.flatMap { gpu in ctx.map { "num_gpu \(gpu) num_ctx \($0): \(measured)" } }.joined(separator: "\n")
    }

    private static func execution(_ line: Substring, slot: String) -> AgentExecution {
        let halves = line.split(separator: ": ", maxSplits: 1)
        let words = halves[0].split(separator: " ").map(String.init)
        var options = SamplingConfiguration()
        for index in stride(from: 0, to: words.count - 1, by: 2) {
            options[words[index]] = Double(words[index + 1]).map(OptionValue.number) ?? .text(words[index + 1])
        }
        let measured = halves[1].split(separator: " ")
        var execution = AgentExecution(slot: slot, model: "m", configuration: options, ttftDefinition: .loadPlusPromptEval)
        guard measured[0] != "failed" else {
            execution.status = .failed
            execution.error = measured.dropFirst().joined(separator: " ")
            execution.calls = [Call(error: execution.error)]
            return execution
        }
        let (throughput, ttft) = (Double(measured[1]) ?? .nan, Double(measured[2]) ?? .nan)
        if measured[0] == "mean" {
            execution.callCount = 2
            execution.metrics = [
                .ttft: MetricSummary(unit: "ms", n: 2, [.mean: ttft]), .outputThroughput: MetricSummary(unit: "tok/s", n: 2, [.mean: throughput]),
            ]
        } else {
            execution.calls = [
                Call(
                    ttft: ttft, load: ttft - 10, promptEval: 10, outputTokens: 100, throughput: throughput, cold: measured[0] == "cold")
            ]
        }
        return execution
    }
}

extension SiteModel {
    /// Every file of the site of these runs, by path.
    func site() async -> [String: String] {
        var problems: [Diagnostic] = []
        let templates = TemplateLibrary(folder: nil, reporting: &problems)
        let content = Content(
            settings: SiteSettings(), store: RunStore(content: "content"), runs: runs, acknowledged: [], excluded: [], edits: SeriesEdits(), articles: [],
            attachments: [:])
        let plan = SitePlan(content: content, model: self, templates: templates)
        let (batches, continuation) = AsyncStream.makeStream(of: [SiteFile].self)
        _ = await plan.render(jobs: 1, into: continuation)
        var files: [String: String] = [:]
        for await batch in batches {
            for file in batch { files[file.path] = file.bytes.string }
        }
        return files
    }
}

/// A page as a test reads it.
struct PageText {
    let html: Substring

    init(_ html: String) {
        let body = html.range(of: "<main")?.lowerBound ?? html.startIndex
        self.html = html[body...]
    }

    /// The text of each element of a name, tags and spaces at the ends left out.
    func all(_ element: String, class name: String? = nil) -> [String] {
        let open = name.map { "<\(element) class=\"\($0)\"" } ?? "<\(element)"
        return html.ranges(of: open).compactMap { start in
            let rest = html[start.upperBound...]
            guard rest.first == ">" || rest.first == " ", let head = rest.firstIndex(of: ">"), let end = rest.firstRange(of: "</\(element)>") else {
                return nil
            }
            return Self.text(rest[rest.index(after: head)..<end.lowerBound])
        }
    }

    /// The cells of each row of the table with a label.
    func rows(ofTable label: String) -> [String] {
        guard let start = html.firstRange(of: "aria-label=\"\(label)\""), let end = html[start.upperBound...].firstRange(of: "</table>") else {
            return []
        }
        let table = html[start.upperBound..<end.lowerBound]
        return table.split(separator: "<tr>").dropFirst().map { row in
            row.replacing("</th>", with: "\u{1}").replacing("</td>", with: "\u{1}").split(separator: "\u{1}", omittingEmptySubsequences: false)
                .dropLast().map { Self.text($0) }.joined(separator: " | ")
        }
    }

    /// What lies inside the `n`th drawing, from 0: the title of each mark.
    func titles(ofDrawing number: Int) -> [String] {
        let drawings = html.split(separator: "<div class=\"chart").dropFirst()
        guard drawings.count > number else { return [] }
        let drawing = drawings[drawings.startIndex + number]
        return PageText(String(drawing)).all("title")
    }

    private static func text(_ markup: some Collection<Character>) -> String {
        var isTag = false
        var text = ""
        for character in markup {
            switch character {
            case "<": isTag = true
            case ">": isTag = false
            case "\u{202F}", "\u{A0}": if !isTag { text.append(" ") }
            default: if !isTag { text.append(character) }
            }
        }
        return text.replacing("&#39;", with: "'").split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
    }
}
