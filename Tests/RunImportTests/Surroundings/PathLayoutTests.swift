import AgentRuns
import RunImport
import Testing

struct PathLayoutTests {
    private func files(_ paths: String...) -> String {
        paths.enumerated().map { "-- in/\($1) --\n\(ServingSample.sglangLine(400 + Double($0)))" }.joined(separator: "\n")
    }

    @Test func `facts are read out of paths, and files that do not fit are imported without`() async throws {
        let scratch = try Scratch(files("2026-03-02/a100/qwen-7b__vllm_c16.jsonl", "2026-03-03/h100/qwen-7b__sglang_c8.jsonl", "notes/x.jsonl"))
        let layout = try PathLayout("{date}/{hardware}/{model}__{backend}_c{concurrency}.jsonl")
        let outcome = await RunImporter().importRuns(
            at: [scratch.path("in")], into: RunStore(content: scratch.path("content")), options: ImportOptions(layout: layout))
        #expect(outcome.unfit == ["notes/x.jsonl"])
        let runs = await RunStore(content: scratch.path("content")).load(jobs: 1).runs
        #expect(runs.map { $0.startedAt?.text } == ["2026-03-02", "2026-03-03", nil])
        #expect(runs.map { $0.executions[0].configuration["hardware"] } == [.text("a100"), .text("h100"), nil])
        #expect(runs.map { $0.executions[0].model } == ["qwen-7b", "qwen-7b", nil])
        #expect(runs[0].provenance.notes == ["The time is from the file's path.", "From the file's path: hardware, model."])
        #expect(
            outcome.diagnostics.map(\.message) == [
                "the path says backend 'vllm', the results 'sglang'; theirs is kept",
                "the path says concurrency '16', the results '8'; theirs is kept",
            ])
    }

    @Test func `importing again without the layout takes nothing away`() async throws {
        let scratch = try Scratch(files("a100/x.jsonl"))
        let store = RunStore(content: scratch.path("content"))
        let layout = try PathLayout("{hardware}/{run}.jsonl")
        #expect(await RunImporter().importRuns(at: [scratch.path("in")], into: store, options: ImportOptions(layout: layout)).new == ["a100/x"])
        #expect(await RunImporter().importRuns(at: [scratch.path("in")], into: store).unchanged == ["a100/x"])
        #expect(await store.load(jobs: 1).runs[0].executions[0].configuration["hardware"] == .text("a100"))
    }

    @Test(arguments: [
        ("{suite}/*/{run}.jsonl", "night-1/whatever/one.jsonl", "night-1/one"), ("**/{run}.jsonl", "a/b/c/one.jsonl", "a/b/c/one"),
        ("in/{suite}/{run}.jsonl", "x/one.jsonl", "x/one"),
    ])
    func `a path can name suite and run, and stars stand for anything`(pattern: String, path: String, id: String) async throws {
        let reading = await (try Scratch(files(path))).read(options: ImportOptions(layout: try PathLayout(pattern)))
        #expect(reading.runs.map(\.run.id) == [id])
    }

    @Test(arguments: [
        ("x/y", "it has no name in braces, such as {date} or {model}"), ("{date", "the '{' in '{date' has no '}'"),
        ("a}", "the '}' in 'a}' has no '{'"),
        ("{}", "'{}' is no name; a name has letters, digits and _ . -"), ("{slot}", "'slot' is what the results say, and no path"),
        ("{a}{b}", "nothing stands between {a} and {b}, so nobody can tell where one ends"),
        ("{date}/{day}", "{date} stands for the whole date; leave out {year}, {month} and {day}"),
    ])
    func `what is wrong with a pattern is said`(pattern: String, message: String) {
        #expect { try PathLayout(pattern) } throws: { ($0 as? PathLayoutError)?.message == message }
    }

    @Test func `a layout is proposed from the paths and the results`() async throws {
        let scratch = try Scratch(
            files("2026-03-02/a100/qwen-7b__vllm.jsonl", "2026-03-03/h100/llama-8b__sglang.jsonl", "README/x.jsonl"))
        #expect(
            await RunImporter().proposeLayout(at: [scratch.path("in")]).render().string == """
                --layout '{date}/{hardware}/{model}__{backend}.jsonl'

                fits 2 of 3 files

                  2026-03-02/a100/qwen-7b__vllm.jsonl
                    date 2026-03-02, backend vllm, hardware a100, model qwen-7b

                  2026-03-03/h100/llama-8b__sglang.jsonl
                    date 2026-03-03, backend sglang, hardware h100, model llama-8b

                """)
    }
}
