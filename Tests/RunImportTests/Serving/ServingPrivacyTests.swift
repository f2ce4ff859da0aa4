import AgentRuns
import Bytes
import Foundation
import Testing

@testable import RunImport

struct ServingPrivacyTests {
    @Test(arguments: ServingSample.all)
    func `no prompt, key, host or path of a sample is stored`(sample: ServingSample) async throws {
        let scratch = try Scratch()
        try scratch.write(Array(sample.text.utf8), to: "in/sweep/\(sample.file)")
        let outcome = await RunImporter().importRuns(at: [scratch.path("in")], into: RunStore(content: scratch.path("content")))
        #expect(outcome.new.count == sample.runs)
        for id in outcome.new {
            let file = scratch.path("content/runs/\(id)/run.json").string
            let stored = try String(contentsOfFile: file, encoding: .utf8)
            for secret in ["secret", "10.1.2.3", "localhost", "/home/", "/srv/", "someone", "http:", "desk\"", "alias"] {
                #expect(!stored.contains(secret), "\(secret)")
            }
        }
        let again = await RunImporter().importRuns(at: [scratch.path("in")], into: RunStore(content: scratch.path("content")))
        #expect(again.new.isEmpty && again.updated.isEmpty)
        #expect(again.unchanged.count == sample.runs)
    }

    @Test(arguments: [
        ("org/name", "org/name"), ("models/org/name", "models/org/name"), ("/srv/llm/name-7b/", "name-7b"), ("~/m/name.gguf", "name.gguf"),
        ("./name", "name"), ("../m/name", "name"), ("C:\\models\\name", "name"), ("s3://bucket/key@host/name", "name"),
        ("/home/someone/.cache/huggingface/hub/models--org--name--v2/snapshots/abc", "org/name--v2"),
        ("C:/Users/someone/models/name.gguf", "name.gguf"), ("d:\\models/deep\\name", "name"), ("\\\\host\\share\\name", "name"),
        ("//host/share/name", "name"), ("file:///C:/Users/someone/name", "name"), ("file:///home/someone/name", "name"),
        ("%USERPROFILE%\\models\\name", "name"), ("$HOME/models/name", "name"), ("..\\models\\name", "name"), ("org/name:latest", "org/name:latest"),
        ("C:\\Users\\someone\\.cache\\huggingface\\hub\\models--org--name\\snapshots\\abc", "org/name"),
    ])
    func `a model's name is shown without the way to it`(name: String, shown: String) {
        #expect(ModelName.published(name) == shown)
    }

    @Test func `files that only look like results say what they are`() {
        let requests = #"[{"error_code": null, "ttft_s": 0.5, "inter_token_latency_s": 0.01, "end_to_end_latency_s": 2.5}]"#
        #expect(
            InMemory.read(requests, name: "individual_responses.json").skipped.map(\.reason)
                == ["single requests of LLMPerf; its figures are in the file that ends in _summary.json"])
        let records = #"{"metadata": {"session_num": 0}, "metrics": {"ttft": {"value": 1}}, "error": null}"#
        #expect(
            InMemory.read("\(records)\n\(records)\n", name: "profile_export.jsonl").skipped.map(\.reason)
                == ["single requests of AIPerf; its figures are in profile_export_aiperf.json"])
        #expect(InMemory.read("benchmarks:\n- type_: generative_benchmark\n", name: "benchmarks.yaml").skipped.map(\.reason) == ["no known format"])
        #expect(InMemory.read("[package]\nname = 1\n", name: "Cargo.toml").skipped.map(\.reason) == ["no known format"])
    }

    @Test func `every format says what detects it and what was tried`() {
        let list = RunImporter().describeFormats(as: .text).string
        #expect(list.hasPrefix("tidy\n  detected by: JSON Lines whose first key is run"))
        #expect(!list.contains("detected by: \n") && !list.contains("tried: \n"))
        #expect(
            RunImporter().formatNames == [
                "tidy", "chimera", "chimeraforge", "llama-bench", "llama-benchy", "llama-batched-bench", "llama-sweep-bench", "inferencex", "vllm",
                "vllm-latency", "vllm-throughput", "sglang", "llmperf", "guidellm", "aiperf", "genai-perf", "ollama", "ollama-run", "llama.cpp",
                "mlperf",
            ])
    }
}
