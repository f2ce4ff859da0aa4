import AgentRuns
import Testing

@testable import RunImport

/// What users and tools write beside the figures: versions, lengths and other parts of the workload.
struct ServingSettingTests {
    private func options(_ more: String) throws -> String {
        let text = ServingSample.vllm.replacing("{\"date\"", with: "{\(more), \"date\"")
        let run = try #require(InMemory.read(text, name: "serve.json").runs.first?.run)
        let known = ["backend=openai-chat", "concurrency=8", "num_prompts=50", "request_rate=inf"]
        return run.options.split(separator: " ").map(String.init).filter { !known.contains($0) }.joined(separator: " ")
    }

    @Test(
        arguments: [
            (#""git_commit": "0123456789abcdef0123456789abcdef01234567""#, "commit=0123456789abcdef0123456789abcdef01234567"),
            (#""git_sha": "1c1409e1""#, "commit=1c1409e1"), (#""branch": "main""#, "branch=main"),
            (#""git_branch": "feature/fast""#, "branch=feature/fast"),
            (#""branch": "someone/fast""#, "branch=fast"), (#""vllm_version": "0.11.0""#, "engine_version=0.11.0"),
            (#""image": "registry.lab.example:5000/vllm/vllm-openai:v0.11""#, "image=vllm/vllm-openai:v0.11"),
            (#""docker_image": "vllm/vllm-openai:latest""#, "image=vllm/vllm-openai:latest"), (#""version": "10.1.2.3""#, ""),
            (#""image_url": "http://10.1.2.3/x""#, ""), (#""commit_author": "someone""#, ""), (#""cuda_version": "12.8""#, "cuda_version=12.8"),
            (#""gpu_driver": "570.86.15""#, "driver=570.86.15"),
        ])
    func `versions are options of their own, without persons and machines`(written: String, expected: String) throws {
        #expect(try options(written) == expected)
    }

    @Test(
        arguments: [
            (#""input_len": "1024", "output_len": "128""#, "isl=1024 osl=128"),
            (#""random_input_len": 1024, "random_output_len": 128"#, "isl=1024 osl=128"),
            (#""sharegpt_output_len": 256"#, "osl=256"), (#""tensor_parallel_size": 4"#, "tp=4"), (#""quant": "fp8", "tp": "2""#, "quant=fp8 tp=2"),
            (#""burstiness": 1.0"#, ""), (#""burstiness": 0.5"#, "burstiness=0.5"),
            (
                #""ramp_up_strategy": "linear", "ramp_up_start_rps": 1, "ramp_up_end_rps": 10"#,
                "ramp_up_end_rps=10 ramp_up_start_rps=1 ramp_up_strategy=linear"
            ),
            (#""enable_prefix_caching": true"#, "enable_prefix_caching=1"), (#""hostname": "desk1", "owner": "someone""#, ""),
        ])
    func `lengths and loads go by the names that every tool's have`(written: String, expected: String) throws {
        #expect(try options(written) == expected)
    }

    @Test func `a log says in one line what the benchmark was called with`() throws {
        func run(_ arguments: String) throws -> String {
            let text = ServingSample.vllmBlock.replacing("Namespace(host='10.1.2.3', ", with: "Namespace(host='10.1.2.3', \(arguments), ")
            return try #require(InMemory.read(text, name: "serve.log").runs.first?.run).options
        }
        let random = "random_input_len=1024, random_output_len=128, random_range_ratio='0.0', sharegpt_output_len=None, sonnet_input_len=550"
        #expect(try run("dataset_name='random', \(random), burstiness=1.0") == "concurrency=4 isl=1024 osl=128 request_rate=2.5")
        #expect(try run("dataset_name='sharegpt', \(random)") == "concurrency=4 request_rate=2.5")
        #expect(
            try run("dataset_name='sonnet', \(random), ramp_up_strategy='linear', ramp_up_start_rps=1, ramp_up_end_rps=100")
                == "concurrency=4 isl=550 ramp_up_end_rps=100 ramp_up_start_rps=1 ramp_up_strategy=linear request_rate=2.5")
    }

    @Test func `arguments of a server of SGLang that change nothing are left out`() throws {
        func run(_ server: String) throws -> String {
            let text = """
                {"completed": 4, "duration": 2, "total_output_tokens_retokenized": 9, "median_ttft_ms": 50.5, "server_info": \
                {"model_path": "C:/Users/someone/models/small", "tp_size": 2, "dtype": "auto", \(server)}}
                """
            let run = try #require(InMemory.read(text, name: "result.jsonl").runs.first?.run)
            return "\(run.execution.model ?? "") \(run.options)"
        }
        #expect(try run("\"quantization\": null, \"disable_radix_cache\": false, \"ep_size\": 1") == "small dtype=auto tp=2")
        #expect(
            try run("\"quantization\": \"fp8\", \"disable_radix_cache\": true, \"host\": \"10.1.2.3\", \"version\": \"0.5.6\"")
                == "small disable_radix_cache=1 dtype=auto engine_version=0.5.6 quantization=fp8 tp=2")
    }

    @Test func `lengths that a tool was asked for are the workload, and their spread is a part of it`() throws {
        let load = "\"input_config\": {"
        let aiperf = try #require(
            ServingSample.runs(
                "profile_export_aiperf.json",
                replacing: [
                    load: load
                        + "\"input\": {\"prompt\": {\"input_tokens\": {\"mean\": 100, \"stddev\": 10.0}, \"output_tokens\": {\"mean\": 200, \"stddev\": 0.0}}}, "
                ]
            ).first)
        #expect(aiperf.options == "concurrency=4 isl=100 isl_stddev=10 osl=200 streaming=true")
        for data in [
            "\"prompt_tokens=256,output_tokens=128\"", "{\"prompt_tokens\": 256, \"output_tokens\": 128}",
            "[\"{\\\"prompt_tokens\\\": 256, \\\"output_tokens\\\": 128}\"]",
        ] {
            let text = """
                {"benchmarks": [{"type_": "generative_benchmark", "args": {"strategy": {"type_": "throughput"}}, "worker": {"backend_model": "small"},
                "request_loader": {"data": \(data)}, "request_totals": {"successful": 4, "errored": 0},
                "metrics": {"request_latency": {"successful": {"mean": 1.5, "count": 4}}}}]}
                """
            let run = try #require(InMemory.read(text, name: "benchmarks.json").runs.first?.run)
            #expect(run.options == "generation=2 isl=256 osl=128 strategy=throughput")
        }
    }
}
