import AgentRuns
import Testing

@testable import RunImport

/// Settings that are no part of the configuration and differ within a file.
struct ServingVariationTests {
    private func test(_ settings: String) -> String {
        """
        {"build_commit": "abc1234", "build_number": 42, "model_filename": "small.gguf", "model_type": "small 1B", "backends": "CUDA", \
        "n_prompt": 512, "n_gen": 0, \(settings), "avg_ns": 1000000, "avg_ts": 512.5}

        """
    }

    private func slots(_ texts: String...) -> [String] {
        let runs = InMemory.read(texts.joined(), name: "bench.jsonl").runs.map(\.run)
        return runs.map { "\($0.id.split(separator: "/").last ?? ""): \($0.execution.slot)" }
    }

    @Test func `tests with and without flash attention are two series, however the version writes it`() {
        #expect(
            slots(test("\"flash_attn\": false"), test("\"flash_attn\": 1"), test("\"flash_attn\": -1"))
                == ["pp512: llama-bench fa 0", "pp512-fa1: llama-bench fa 1", "pp512-fa-auto: llama-bench fa auto"])
        #expect(
            slots(test("\"flash_attn\": true, \"n_batch\": 512"), test("\"flash_attn\": 1, \"n_batch\": 512")) == [
                "pp512: llama-bench", "pp512-2: llama-bench",
            ])
        #expect(
            slots(test("\"n_ubatch\": 512, \"load_mode\": \"mmap\""), test("\"n_ubatch\": 1024"))
                == ["pp512: llama-bench lm mmap n_ubatch 512", "pp512-n_ubatch1024: llama-bench n_ubatch 1024"])
    }

    @Test func `a test with another setting that is appended to a file renames no other and counts none twice`() async throws {
        let scratch = try Scratch("-- in/sweep/bench.jsonl --\n\(test("\"flash_attn\": 0"))\(test("\"flash_attn\": 0"))")
        let store = RunStore(content: scratch.path("content"))
        #expect(await RunImporter().importRuns(at: [scratch.path("in")], into: store).new.count == 2)
        try scratch.write(Array([0, 0, 1].map { test("\"flash_attn\": \($0)") }.joined().utf8), to: "in/sweep/bench.jsonl")
        let outcome = await RunImporter().importRuns(at: [scratch.path("in")], into: store)
        #expect(outcome.new == ["sweep/bench/pp512-fa1"])
        #expect(outcome.updated == ["sweep/bench/pp512", "sweep/bench/pp512-2"])
    }

    @Test func `a setting that follows from the configuration names nothing, and loads do not hide one that does not`() {
        let depths = slots(test("\"n_depth\": 0, \"n_batch\": 512"), test("\"n_depth\": 4096, \"n_batch\": 1024"))
        #expect(depths == ["pp512: llama-bench", "pp512-d4096: llama-bench"])
        func line(_ rate: Int, _ dataset: String, _ length: String) -> String {
            """
            {"total_output_tokens_retokenized": 1, "completed": 9, "duration": 2, "median_ttft_ms": 5, "request_rate": \(rate), \
            "dataset_name": "\(dataset)", "random_output_len": \(length)}

            """
        }
        #expect(slots(line(1, "random", "64"), line(2, "random", "64"), line(2, "sharegpt", "null")).allSatisfy { $0.hasSuffix(": sglang") })
        #expect(slots(line(1, "random", "64"), line(2, "random", "128")) == ["rate-1: sglang out 64", "rate-2-out128: sglang out 128"])
    }

    @Test func `the configuration stays as it is`() {
        let runs = InMemory.read(test("\"flash_attn\": false") + test("\"flash_attn\": true"), name: "bench.jsonl").runs.map(\.run)
        #expect(Set(runs.map(\.options)).count == 1)
        #expect(runs[0].options == "backend=CUDA build=abc1234 (42) model_file=small.gguf n_depth=0 n_gen=0 n_prompt=512")
    }

    @Test func `a setting that can't be shown still tells series apart`() {
        let tests = slots(test("\"tensor_buft_overrides\": \"/home/someone=CPU\""), test("\"tensor_buft_overrides\": \"none\""))
        #expect(tests.count == 2)
        #expect(tests[0].hasPrefix("pp512: llama-bench ot x") && !tests[0].contains("home"))
        #expect(tests[1] == "pp512-ot-none: llama-bench ot none")
    }

    @Test func `many settings at once make no name that is too long`() throws {
        let words = ["n_batch", "n_ubatch", "n_cpu_moe", "main_gpu", "poll", "cpu_mask", "split_mode", "lazy_mode", "devices", "n_ctx"]
        func settings(_ value: String) -> String { words.map { "\"\($0)\": \"\(value)\"" }.joined(separator: ", ") }
        for run in InMemory.read(test(settings("first_of_two")) + test(settings("second_of_two")), name: "bench.jsonl").runs.map(\.run) {
            #expect(run.id.utf8.count < 150 && run.execution.slot.utf8.count < 150)
        }
    }

    @Test func `a table's columns are settings, too, and a table may be indented`() {
        let text = """
              | model | backend | ngl | ts          | lm   | note      | test  |           t/s |
              | ----- | ------- | --: | ----------- | ---- | --------- | ----: | ------------: |
              | small | Vulkan  |  30 | 30.00/20.00 | mmap | /home/me  | pp512 |  33.48 ± 2.09 |
              | small | Vulkan  |  30 | 36.00/13.00 | mmap | /home/me  | pp512 |  43.91 ± 0.73 |
            """
        let runs = InMemory.read(text, name: "log.md").runs.map(\.run)
        #expect(runs.map(\.execution.slot) == ["llama-bench ts 30.00:20.00", "llama-bench ts 36.00:13.00"])
        #expect(
            runs.map(\.provenance.notes) == [
                ["The table's other columns say lm mmap, ts 30.00/20.00."], ["The table's other columns say lm mmap, ts 36.00/13.00."],
            ])
    }

    @Test func `what users add to results of vLLM tells series apart, and no more of it is shown than a short word`() {
        func result(_ more: String) -> String { ServingSample.vllm.replacing("{\"date\"", with: "{\(more), \"date\"") + "\n" }
        let secret =
            "\"api_key\": \"sk-1\", \"url\": \"http://10.1.2.3\", \"hostname\": \"desk1\", \"run_id\": \"a1\", \"comment\": \"first\", \"probe_completed\": 3"
        let others =
            "\"api_key\": \"sk-2\", \"url\": \"http://10.1.2.4\", \"hostname\": \"desk2\", \"run_id\": \"a2\", \"comment\": \"next\", \"probe_completed\": 4"
        let text =
            result("\"quant\": \"fp8\", \"max_num_seqs\": 64, \"cache\": \"/home/someone\", \(secret)")
            + result("\"quant\": \"awq\", \"max_num_seqs\": 64, \"cache\": \"gpu.lab.example\", \(others)")
        let runs = InMemory.read(text, name: "serve.json").runs.map(\.run)
        #expect(runs.map(\.execution.slot) == ["vllm quant fp8", "vllm quant awq"])
        #expect(runs.map(\.id) == ["sweep/serve/c8-rate-inf", "sweep/serve/c8-rate-inf-quant-awq"])
        let swept = result("\"max_num_seqs\": 64, \"run_number\": 0") + result("\"max_num_seqs\": 128, \"run_number\": 1")
        #expect(InMemory.read(swept, name: "serve.json").runs.map(\.run.execution.slot) == ["vllm max_num_seqs 64", "vllm max_num_seqs 128"])
    }

    @Test func `points of a collection differ in more than their load`() {
        func point(_ more: String) -> String {
            #"{"hw": "gpu1", "conc": 4, "framework": "", "infmax_model_prefix": "", "tp": 2, "mean_ttft": 0.5, "image": "a/b:1", \#(more)}"#
        }
        let text = "[\(point(#""offloading": "none", "mtp": "on""#)), \(point(#""offloading": "hicache", "mtp": "on""#))]"
        #expect(InMemory.read(text, name: "agg.json").runs.map(\.run.execution.slot) == ["inferencex kv none", "inferencex kv hicache"])
    }

    @Test func `prompts of other lengths are other series`() {
        func line(_ input: Int, _ dataset: String) -> String {
            """
            {"dataset_name": "\(dataset)", "random_input_len": \(input), "random_output_len": 64, "completed": 4, "duration": 2, \
            "total_output_tokens_retokenized": 9, "median_ttft_ms": 50.5}

            """
        }
        #expect(
            InMemory.read(line(256, "random") + line(512, "random"), name: "result.jsonl").runs.map(\.run.execution.slot)
                == ["sglang in 256", "sglang in 512"])
        #expect(
            InMemory.read(line(256, "sharegpt") + line(512, "sharegpt"), name: "result.jsonl").runs.map(\.run.execution.slot) == [
                "sglang", "sglang",
            ],
            "lengths of random prompts say nothing of another dataset")
    }

    @Test(
        arguments: [
            ("fp8", "fp8"), ("0.90", "0.90"), ("-1", "-1"), ("30.00/20.00", "30.00:20.00"), ("q4_K-M", "q4_K-M"), ("v1.2", "v1.2"), ("", nil),
            ("two words", nil), ("/srv/x", nil), ("a/b", nil), ("http://x", nil), ("10.1.2.3", nil), ("10.1.2.3:80", nil), ("gpu.lab.example", nil),
            ("node:8000", nil), ("localhost", nil), ("sk-abc", nil), ("hf_abc", nil), ("ghp_abc", nil), ("a1b2c3d4e5f6", nil),
            ("a-text-that-is-far-too-long", nil), ("ключ", nil),
        ] as [(String, String?)])
    func `a setting is shown as a short word or not at all`(text: String, shown: String?) {
        #expect(ServingVariant.published(text) == shown)
    }
}
