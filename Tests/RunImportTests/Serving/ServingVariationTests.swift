import AgentRuns
import Testing

@testable import RunImport

/// Settings: they stand in the configuration, and tell the results of one file apart.
struct ServingVariationTests {
    private func test(_ settings: String) -> String {
        """
        {"build_commit": "abc1234", "build_number": 42, "model_filename": "small.gguf", "model_type": "small 1B", "backends": "CUDA", \
        "n_prompt": 512, "n_gen": 0, \(settings), "avg_ns": 1000000, "avg_ts": 512.5}

        """
    }

    /// The last part of each run's id, and those of its options that are settings.
    private func settings(_ texts: String...) -> [String] {
        let known: Set<String> = [
            "backend", "build", "concurrency", "dataset", "model_file", "n_depth", "n_gen", "n_prompt", "num_prompts", "request_rate",
        ]
        return InMemory.read(texts.joined(), name: "bench.jsonl").runs.map(\.run).map { run in
            let options = run.execution.configuration.options.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }
            return "\(run.id.split(separator: "/").last ?? ""): " + options.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        }
    }

    @Test func `the slot is the tool's name, and every setting a part of the configuration`() {
        let runs = InMemory.read(test("\"flash_attn\": false") + test("\"flash_attn\": true"), name: "bench.jsonl").runs.map(\.run)
        #expect(runs.map(\.execution.slot) == ["llama-bench", "llama-bench"])
        #expect(
            runs.map(\.options) == [
                "backend=CUDA build=abc1234 (42) model_file=small.gguf n_depth=0 n_gen=0 n_prompt=512",
                "backend=CUDA build=abc1234 (42) fa=1 model_file=small.gguf n_depth=0 n_gen=0 n_prompt=512",
            ])
    }

    @Test func `flash attention is the same however the version writes it`() {
        #expect(
            settings(test("\"flash_attn\": false"), test("\"flash_attn\": 1"), test("\"flash_attn\": -1"))
                == ["pp512: ", "pp512-fa1: fa=1", "pp512-fa-auto: "])
        #expect(
            settings(test("\"flash_attn\": 0, \"load_mode\": \"mmap\""), test("\"flash_attn\": -1, \"load_mode\": \"mmap\""))
                == ["pp512: fa=0", "pp512-fa-auto: "], "off is a choice where the program chooses by itself")
        #expect(
            settings(test("\"flash_attn\": true, \"n_batch\": 512"), test("\"flash_attn\": 1, \"n_batch\": 512")) == [
                "pp512: fa=1 n_batch=512", "pp512-2: fa=1 n_batch=512",
            ])
        #expect(
            settings(test("\"n_ubatch\": 512, \"load_mode\": \"mmap\""), test("\"n_ubatch\": 1024"))
                == ["pp512: ", "pp512-n_ubatch1024: n_ubatch=1024"])
    }

    @Test func `a field that no version has is a setting, whatever its name and its kind`() {
        #expect(
            settings(
                test("\"mla_attn\": 2, \"fused_moe\": true, \"brand_new\": \"on\""),
                test("\"mla_attn\": 1, \"fused_moe\": true, \"brand_new\": \"on\""),
                test("\"mla_attn\": 2, \"fused_moe\": false, \"brand_new\": 3")) == [
                    "pp512: brand_new=on mla_attn=2", "pp512-mla_attn1: brand_new=on mla_attn=1",
                    "pp512-brand_new3-fused_moe0: brand_new=3 fused_moe=0 mla_attn=2",
                ])
    }

    @Test func `a new field that is off starts no new series`() {
        #expect(
            settings(test("\"lanes\": 0, \"brand_new\": false, \"kind\": \"none\""), test("\"lanes\": 2, \"brand_new\": true, \"kind\": \"fast\""))
                == ["pp512: ", "pp512-brand_new1-kind-fast-lanes2: brand_new=1 kind=fast lanes=2"])
    }

    @Test func `what names a person, a machine or one of several runs is no setting`() {
        let named = "\"hostname\": \"desk1\", \"owner\": \"someone\", \"run_id\": 7, \"started_time\": 5, \"/home/someone/x\": 1"
        #expect(settings(test("\(named), \"numa_node\": 1, \"git_branch\": \"main\"")) == ["bench: branch=main numa_node=1"])
    }

    @Test func `JSON, CSV and the printed table of one test have the same settings`() {
        let json = """
            {"build_commit": "abc1234", "build_number": 42, "model_filename": "small.gguf", "model_type": "small 1B", "backends": "CUDA", \
            "n_batch": 2048, "n_ubatch": 1024, "cpu_mask": "0x0", "cpu_strict": false, "poll": 50, "split_mode": "row", "main_gpu": 0, \
            "no_kv_offload": false, "flash_attn": true, "devices": "auto", "tensor_split": "3.00/1.00", "tensor_buft_overrides": "none", \
            "use_mmap": false, "embeddings": false, "no_op_offload": 0, "defrag_thold": -1.000000, "n_prompt": 512, "n_gen": 0, "n_depth": 0, \
            "avg_ns": 1000000, "avg_ts": 512.5}
            """
        let csv = """
            build_commit,build_number,model_filename,model_type,backends,n_batch,n_ubatch,cpu_mask,cpu_strict,poll,split_mode,main_gpu,no_kv_offload,\
            flash_attn,devices,tensor_split,tensor_buft_overrides,use_mmap,embeddings,no_op_offload,defrag_thold,n_prompt,n_gen,n_depth,avg_ns,avg_ts
            "abc1234","42","small.gguf","small 1B","CUDA","2048","1024","0x0","0","50","row","0","0",\
            "1","auto","3.00/1.00","none","0","0","0","-1.000000","512","0","0","1000000","512.5"

            """
        let table = """
            | model    | size | params | backend | n_ubatch |  sm | fa | ts          | mmap |  test |           t/s |
            | -------- | ---: | -----: | ------- | -------: | --: | -: | ----------- | ---: | ----: | ------------: |
            | small 1B |    1 |      1 | CUDA    |     1024 | row |  1 | 3.00/1.00   |    0 | pp512 | 512.50 ± 0.50 |

            build: abc1234 (42)
            """
        let all = "backend=CUDA build=abc1234 (42) fa=1 mmap=0 n_depth=0 n_gen=0 n_prompt=512 n_ubatch=1024 sm=row ts=3.00:1.00"
        #expect(InMemory.read(json, name: "a.json").runs.map(\.run.options.withoutFile) == [all])
        #expect(InMemory.read(csv, name: "a.csv").runs.map(\.run.options.withoutFile) == [all])
        #expect(InMemory.read(table, name: "a.md").runs.map(\.run.options.withoutFile) == [all])
    }

    @Test func `a table's names for the settings of the fork are those of its data files`() throws {
        let table = """
            | model    | backend | ngl | fa | mla |   amb | fmoe | test  |           t/s |
            | -------- | ------- | --: | -: | --: | ----: | ---: | ----: | ------------: |
            | small 1B | CUDA    |  99 |  1 |   2 |   512 |    0 | pp512 | 512.50 ± 0.50 |
            """
        let run = try #require(InMemory.read(table, name: "a.md").runs.first?.run)
        #expect(run.options == "attn_max_batch=512 backend=CUDA fa=1 fused_moe=0 mla_attn=2 n_depth=0 n_gen=0 n_gpu_layers=99 n_prompt=512")
    }

    @Test func `a test with another setting that is appended to a file renames no other and counts none twice`() async throws {
        let scratch = try Scratch("-- in/sweep/bench.jsonl --\n\(test("\"flash_attn\": 0"))\(test("\"flash_attn\": 0"))")
        let store = RunStore(content: scratch.path("content"))
        #expect(await RunImporter().importRuns(at: [scratch.path("in")], into: store).new.count == 2)
        try scratch.write(Array([0, 0, 1].map { test("\"flash_attn\": \($0)") }.joined().utf8), to: "in/sweep/bench.jsonl")
        let outcome = await RunImporter().importRuns(at: [scratch.path("in")], into: store)
        #expect(outcome.new == ["sweep/bench/pp512-fa1"])
        #expect(outcome.unchanged == ["sweep/bench/pp512", "sweep/bench/pp512-2"])
    }

    @Test func `a setting that follows from the configuration names nothing, and loads do not hide one that does not`() {
        let depths = settings(test("\"n_depth\": 0, \"n_batch\": 512"), test("\"n_depth\": 4096, \"n_batch\": 1024"))
        #expect(depths == ["pp512: n_batch=512", "pp512-d4096: n_batch=1024"])
        func line(_ rate: Int, _ dataset: String, _ length: String) -> String {
            """
            {"total_output_tokens_retokenized": 1, "completed": 9, "duration": 2, "median_ttft_ms": 5, "request_rate": \(rate), \
            "dataset_name": "\(dataset)", "random_output_len": \(length)}

            """
        }
        #expect(
            settings(line(1, "random", "64"), line(2, "random", "64"), line(2, "sharegpt", "null")) == [
                "rate-1: osl=64", "rate-2: osl=64", "rate-2-2: ",
            ])
        #expect(settings(line(1, "random", "64"), line(2, "random", "128")) == ["rate-1: osl=64", "rate-2-out128: osl=128"])
    }

    @Test func `a setting that can't be shown still tells series apart`() {
        let tests = settings(test("\"tensor_buft_overrides\": \"/home/someone=CPU\""), test("\"tensor_buft_overrides\": \"none\""))
        #expect(tests.count == 2)
        #expect(tests[0].hasPrefix("pp512: ot=x") && !tests[0].contains("home"))
        #expect(tests[1] == "pp512-ot-none: ")
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
        #expect(
            runs.map(\.options) == [
                "backend=Vulkan n_depth=0 n_gen=0 n_gpu_layers=30 n_prompt=512 ts=30.00:20.00",
                "backend=Vulkan n_depth=0 n_gen=0 n_gpu_layers=30 n_prompt=512 ts=36.00:13.00",
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
        #expect(
            runs.map(\.options) == [
                "backend=openai-chat concurrency=8 max_num_seqs=64 num_prompts=50 quant=fp8 request_rate=inf",
                "backend=openai-chat concurrency=8 max_num_seqs=64 num_prompts=50 quant=awq request_rate=inf",
            ])
        #expect(runs.map(\.id) == ["sweep/serve/c8-rate-inf", "sweep/serve/c8-rate-inf-quant-awq"])
        let swept = result("\"max_num_seqs\": 64, \"run_number\": 0") + result("\"max_num_seqs\": 128, \"run_number\": 1")
        #expect(
            InMemory.read(swept, name: "serve.json").runs.map { $0.run.execution.configuration["max_num_seqs"] } == [.number(64), .number(128)])
    }

    @Test func `points of a collection differ in more than their load`() {
        func point(_ more: String) -> String {
            #"{"hw": "gpu1", "conc": 4, "framework": "", "infmax_model_prefix": "", "tp": 2, "mean_ttft": 0.5, "image": "a/b:1", \#(more)}"#
        }
        let text = "[\(point(#""offloading": "none", "mtp": "on""#)), \(point(#""offloading": "hicache", "mtp": "on""#))]"
        #expect(
            InMemory.read(text, name: "agg.json").runs.map(\.run.options) == [
                "concurrency=4 gpus=2 hardware=gpu1 image=a/b:1 mtp=on tp=2",
                "concurrency=4 gpus=2 hardware=gpu1 image=a/b:1 mtp=on offloading=hicache tp=2",
            ])
    }

    @Test func `prompts of other lengths are other series`() {
        func line(_ input: Int, _ dataset: String) -> String {
            """
            {"dataset_name": "\(dataset)", "random_input_len": \(input), "random_output_len": 64, "completed": 4, "duration": 2, \
            "total_output_tokens_retokenized": 9, "median_ttft_ms": 50.5}

            """
        }
        func lengths(_ dataset: String) -> [[String?]] {
            InMemory.read(line(256, dataset) + line(512, dataset), name: "result.jsonl").runs.map { run in
                ["isl", "osl"].map { run.run.execution.configuration[$0]?.description }
            }
        }
        #expect(lengths("random") == [["256", "64"], ["512", "64"]])
        #expect(lengths("sharegpt") == [[nil, nil], [nil, nil]], "lengths of random prompts say nothing of another dataset")
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

extension String {
    /// Options without the name of the model's file, which tables don't have.
    fileprivate var withoutFile: String { split(separator: " ").filter { !$0.hasPrefix("model_file=") }.joined(separator: " ") }
}
