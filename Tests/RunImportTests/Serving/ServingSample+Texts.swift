extension ServingSample {
    static let vllm = """
        {"date": "20260304-050607", "backend": "openai-chat", "model_id": "org/small", "tokenizer_id": null, "num_prompts": 50,
        "request_rate": "inf", "max_concurrency": 8, "duration": 12.5, "completed": 48, "failed": 2, "total_input_tokens": 6144,
        "total_output_tokens": 3072, "request_throughput": 3.84, "request_goodput:": null, "output_throughput": 245.76,
        "total_token_throughput": 737.28, "mean_ttft_ms": 61.5, "median_ttft_ms": 60.25, "std_ttft_ms": 4.5, "p99_ttft_ms": 90.125,
        "mean_tpot_ms": 11.75, "median_tpot_ms": 11.5, "p99_tpot_ms": 14.0, "mean_itl_ms": 0.0, "median_itl_ms": 0.0, "p99_itl_ms": 0.0,
        "mean_e2el_ms": 801.5, "p95_e2el_ms": 950.25}
        """

    static let vllmBlock = """
        Namespace(host='10.1.2.3', served_model_name='alias', model='/srv/models/small-7b', api_key='sk-secret')
        Traffic request rate: 2.5
        Maximum request concurrency: 4
          0%|          | 0/30 [00:00<?]\r100%|##########| 30/30 [00:10]
        ============ Serving Benchmark Result ============
        Successful requests:                     29
        Failed requests:                         1
        Benchmark duration (s):                  10.50
        Total input tokens:                      2900
        Total generated tokens:                  1450
        Request throughput (req/s):              2.76
        Output token throughput (tok/s):         138.10
        Total Token throughput (tok/s):          414.29
        ---------------Time to First Token----------------
        Mean TTFT (ms):                          55.25
        Median TTFT (ms):                        54.00
        P99 TTFT (ms):                           71.50
        ---------------Inter-token Latency----------------
        Mean ITL (ms):                           0.00
        ==================================================
        done
        """

    private static func llama(_ prompt: Int, _ generated: Int, _ samples: String, _ rate: String) -> String {
        """
        {"build_commit": "abc1234", "build_number": 42, "cpu_info": "CPU X", "gpu_info": "", "backends": "CUDA", \
        "model_filename": "/home/someone/models/small.gguf", "model_type": "small 1B Q8_0", "type_k": "f16", "type_v": "q8_0", \
        "n_gpu_layers": 99, "n_prompt": \(prompt), "n_gen": \(generated), "n_depth": 256, "test_time": "2026-03-04T05:06:07Z", \
        "avg_ns": 250000000, "stddev_ns": 1000000, "avg_ts": \(rate), "stddev_ts": 2.5, "samples_ns": \(samples), "samples_ts": \(samples)}
        """
    }

    static let llamaLines = llama(128, 0, "[1, 2, 3]", "512.75") + "\n" + llama(0, 32, "[1]", "128.5") + "\n"

    static let llamaTable = #"""
        build_commit,build_number,gpu_info,backends,model_filename,model_type,n_prompt,n_gen,n_depth,test_time,avg_ns,stddev_ns,avg_ts,stddev_ts
        "abc1234","42","GPU ""Y""","CUDA","C:\models\small.gguf","small 1B Q8_0","128","0","0","2026-03-04T05:06:07Z","250000000","1000000","512.75","2.5"
        "abc1234","42","GPU ""Y""","CUDA","C:\models\small.gguf","small 1B Q8_0","0","32","0","2026-03-04T05:06:08Z","251000000","1000000","128.5","0.5"

        """#

    static let llamaMarkdown = """
        load_backend: loaded
        | model         |       size | backend | ngl | threads |          test |            t/s |
        | ------------- | ---------: | ------- | --: | ------: | ------------: | -------------: |
        | small 1B Q8_0 |   1.10 GiB | CUDA    |  99 |       8 | pp 128 @ d512 |  512.75 ± 2.50 |
        a line of another program
        | small 1B Q8_0 |   1.10 GiB | CUDA    |  99 |       8 |         tg32  |  128.50 ± 0.50 |

        build: abc1234 (42)
        """

    static let ollama = """
        {"model": "small", "created_at": "2026-03-04T05:06:07.123456789+02:00", "message": {"content": "It was a secret."}, "done": false}
        {"model": "small", "created_at": "2026-03-04T05:06:09+02:00", "message": {"content": ""}, "done_reason": "stop", "done": true, \
        "total_duration": 2500000000, "load_duration": 500000000, "prompt_eval_count": 20, "prompt_eval_duration": 100000000, \
        "eval_count": 64, "eval_duration": 1600000000, "context": [1, 2, 3]}
        """

    static let chimeraForge = """
        [{"model": "small:1b", "backend": "ollama", "quant": "Q8_0", "workload": "single", "runs": 5, "context_length": 1024,
        "individual_runs": [{"prompt_tokens": 12, "ttft_ms": 40.5}, {"prompt_tokens": 14, "ttft_ms": 44.5}],
        "aggregate": {"count": 4, "throughput_tps": {"mean": 88.5, "p50": 88.25, "p95": 91.5, "p99": 92.5, "min": 80.5, "max": 93.5, "stddev": 1.5},
        "ttft_ms": {"mean": 42.5, "p50": 42.25, "p95": 44.25, "p99": 44.375, "min": 40.5, "max": 44.5, "stddev": 2.5},
        "total_duration_ms": {"mean": 900.5, "p50": 899.5, "p95": 950.5, "p99": 955.5, "min": 880.5, "max": 960.5, "stddev": 20.5},
        "tokens_generated": 256}, "environment": {"chimeraforge_version": "0.30.0", "gpu_name": "GPU Y", "hostname": "desk"},
        "timestamp": "2026-03-04T05:06:07.5+00:00", "warnings": []}]
        """

    static let aiperf = """
        {"request_latency": {"unit": "sec", "avg": 1.5, "p50": 1.25, "p90": 1.75, "p95": 1.875, "p99": 2.5, "std": 0.25},
        "time_to_first_token": {"unit": "ms", "avg": 45.5, "p50": 44.5, "p95": 60.5, "p99": 70.5, "std": 5.5, "count": 31},
        "inter_token_latency": {"unit": "us", "avg": 9500, "p50": 9250}, "inter_chunk_latency": {"unit": "ms", "avg": 77.0},
        "output_token_throughput": {"unit": "tokens/sec", "avg": 333.5}, "request_throughput": {"unit": "requests/sec", "avg": 2.125},
        "request_count": {"unit": "requests", "avg": 31.0}, "output_token_throughput_per_user": {"unit": "tokens/sec/user", "avg": 20.0},
        "input_sequence_length": {"unit": "tokens", "avg": 100, "sum": 3100}, "total_osl": {"unit": "tokens", "avg": 1984.0},
        "min_request_timestamp": {"unit": "ns", "avg": 1772600767000000000}, "start_time": "2026-03-04T00:06:07.5", "was_cancelled": false,
        "error_summary": [{"count": 2}, {"count": 1}],
        "input_config": {"endpoint": {"model_names": ["org/small"], "streaming": true, "url": "10.1.2.3:8000"},
        "loadgen": {"concurrency": 4}, "cli_command": "aiperf --api-key sk-secret"}}
        """

    static let aiperfTable = """
        Metric,avg,min,max,sum,p1,p5,p10,p25,p50,p75,p90,p95,p99,std
        Inter Token Latency (ms),5.50,4.50,7.25,132.00,4.60,4.70,4.90,5.20,5.25,5.80,6.20,6.30,7.00,0.75
        Output Sequence Length (tokens),28.25,24.00,33.00,678.00,24.20,25.10,26.00,26.70,28.00,30.00,32.00,32.00,32.70,2.25
        Request Latency (ms),"1,228.50",171.20,276.80,5483.00,172.90,179.10,182.40,204.00,"1,223.25","1,258.90","1,270.50","1,272.50","1,275.75",33.50
        Time to First Token (ms),77.75,34.40,125.50,1864.00,34.60,35.50,39.00,42.90,75.25,107.60,114.90,120.25,124.75,31.25

        Metric,Value
        Output Token Throughput (tokens/sec),448.75
        Request Count,24.00
        Request Throughput (requests/sec),15.75
        Total Input Sequence Length (tokens),1536.00

        Endpoint,GPU_Index,Metric,avg
        10.1.2.3,0,Request Count,99.00

        """

    static let genaiPerf = """
        {"request_latency": {"unit": "ms", "avg": 357.75, "p50": 360.5, "p90": 390.25, "p95": 406.75, "p99": 420.75, "std": 34.75},
        "time_to_first_token": {"unit": "ns", "avg": 35770000, "p50": 36050000}, "request_count": {"unit": "count", "avg": 20.0},
        "inter_token_latency": {"unit": "ms", "avg": 8.5, "p99": "N/A"}, "request_throughput": {"unit": "requests/sec", "avg": 15.25},
        "output_token_throughput": {"unit": "tokens/sec", "avg": 543.5}, "output_sequence_length": {"unit": "tokens", "avg": 35.8},
        "input_sequence_length": {"unit": "tokens", "avg": 128.0},
        "input_config": {"model_names": ["org/small"], "endpoint": {"streaming": true, "url": "localhost:8001"},
        "perf_analyzer": {"stimulus": {"concurrency": 4}}}}
        """

    static let genaiPerfTable = """
        Metric,avg,min,max,p99,p95,p90,p75,p50,p25
        Time To First Token (ns),"1,146,310",249480,3485230,3457970,3349560,3215060,1330930,640070,286520
        Request Latency (ms),"6,406.25",5371.40,9608.70,"9,436.25","9,046.50",9028.10,6549.60,"5,690.25",5493.60
        Inter Token Latency (ms),N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A
        Input Sequence Length,100.50,90.00,110.00,109.00,108.00,107.00,104.00,100.00,95.00

        Metric,Value
        Output Token Throughput (per sec),261.25
        Request Throughput (per sec),1.50
        Request Count,40.00

        """

    static let guidellm = """
        {"metadata": {"version": 1, "guidellm_version": "0.5.0"}, "args": {"backend": "openai_http", "model": "org/small", "target": "http://h:1"},
        "benchmarks": [{"type_": "generative_benchmark", "start_time": 1772600767.5,
        "config": {"strategy": {"type_": "concurrent", "streams": 4}, "backend": {"model": "org/small", "api_key": "sk-secret"}},
        "requests": {"successful": [{"prompt": "It was a secret."}]},
        "metrics": {"request_totals": {"successful": 8, "errored": 1, "incomplete": 2, "total": 11},
        "request_latency": {"successful": {"mean": 0.225, "median": 0.2225, "std_dev": 0.0235, "count": 8,
        "percentiles": {"p50": 0.21875, "p90": 0.265625, "p95": 0.28125, "p99": 0.296875}}, "errored": {"mean": 9.5, "count": 1}},
        "time_to_first_token_ms": {"successful": {"mean": 33.5, "median": 33.25, "std_dev": 1.5, "count": 8, "percentiles": {"p95": 36.5}}},
        "time_per_output_token_ms": {"successful": {"mean": 0.0, "median": 0.0, "count": 0, "percentiles": {}}},
        "requests_per_second": {"successful": {"mean": 3.55, "count": 8}}, "output_tokens_per_second": {"successful": {"mean": 85.5, "count": 8}},
        "prompt_token_count": {"successful": {"mean": 10.0, "total_sum": 80.0, "count": 8}}}}]}
        """

    static let guidellmTable = #"""
        Run Info,Run Info,Benchmark,Timings,Request Counts,Request Counts,Request Latency,Request Latency,Request Latency,Request Latency,Time to First Token,Time to First Token,Time to First Token,Server Throughput,Token Throughput,Token Metrics,Runtime Info
        Run ID,Backend,Strategy,Start Time,Successful,Errored,Successful Sec,Successful Sec,Successful Sec,Successful Sec,Successful ms,Successful ms,Successful ms,Successful Requests/Sec,Successful Output Tokens/Sec,Successful Input Tokens,Metadata
        ,,,,,,Mean,Median,Std Dev,Percentiles,Mean,Median,Percentiles,Mean,Mean,Mean,
        r1,"{""target"": ""http://h:1"", ""model"": ""org/small""}",constant@2.50,2026-03-04 05:06:07,40,3,1.25,1.125,0.0625,"[1.0, 1.01, 1.02, 1.03, 1.04, 1.125, 1.3, 1.4, 1.5, 1.75, 1.875]",41.5,40.25,"[1.0, 2.0]",2.4375,78.5,10.5,"{""version"":1,""guidellm_version"":""0.5.0""}"

        """#

    static let sglang = """
        {"backend": "sglang", "dataset_name": "random", "request_rate": Infinity, "max_concurrency": null, "duration": 20.0, \
        "completed": 100, "total_input_tokens": 5000, "total_output_tokens": 2500, "total_output_tokens_retokenized": 2490, \
        "mean_e2e_latency_ms": 780.5, "median_e2e_latency_ms": 770.5, "median_ttft_ms": 85.5, "median_itl_ms": 13.5}
        {"tag": "c16", "backend": "sglang-oai", "dataset_name": "sharegpt", "request_rate": 4.0, "max_concurrency": 16, "duration": 10.0, \
        "completed": 50, "total_input_tokens": 600, "total_output_tokens": 400, "total_output_tokens_retokenized": 399, \
        "request_throughput": 5.0, "mean_ttft_ms": 20.5, "median_ttft_ms": 20.25, "std_ttft_ms": 1.5, "p99_ttft_ms": 30.5, "p95_itl_ms": NaN, \
        "server_info": {"api_key": "sk-secret", "internal_states": [{"model_path": "org/small", "tp_size": 2, "dtype": "bfloat16"}]}}

        """

    static let sglangBlock = """
        benchmark_args=Namespace(backend='sglang', model='org/small', port=30000)
        ============ Serving Benchmark Result ============
        Backend:                                 sglang
        Traffic request rate:                    inf
        Max request concurrency:                 16
        Successful requests:                     64
        Total input tokens:                      4096
        Total generated tokens:                  2048
        Total generated tokens (retokenized):    2040
        Request throughput (req/s):              6.25
        Input token throughput (tok/s):          400.50
        Output token throughput (tok/s):         200.25
        Total token throughput (tok/s):          600.75
        ----------------End-to-End Latency----------------
        Mean E2E Latency (ms):                   900.50
        Median E2E Latency (ms):                 899.25
        ---------------Time to First Token----------------
        Mean TTFT (ms):                          60.50
        P99 TTFT (ms):                           80.75
        ==================================================
        """

    static let inferenceX = """
        [{"hw": "gpu1", "tp": 2, "pp": 2, "conc": 32, "isl": 1024, "osl": 128, "model": "org/small", "framework": "vllm", "precision": "",
        "tput_per_gpu": 50.5, "mean_ttft": 0.225, "median_ttft": 0.075, "std_ttft": 0.45, "p99_ttft": 1.5, "median_tpot": 0.0235,
        "p99_intvty": 40.5, "timestamp": "2026-03-04T05:06:07.5"},
        {"hw": "gpu2", "conc": 8, "framework": "sglang", "precision": "fp8", "infmax_model_prefix": "small", "model": "org/small",
        "is_multinode": true, "num_prefill_gpu": 2, "num_decode_gpu": 6, "tput_per_gpu": 10.5, "output_tput_per_gpu": 2.5, "input_tput_per_gpu": 30.5,
        "num_requests_total": 20, "num_requests_successful": 19, "duration_seconds": 9.5, "mean_e2el": 3.25, "timestamp": "2026-03-04T05:06:07Z"}]
        """

    static let llmperf = """
        {"version": "2023-08-31", "model": "org/small", "mean_input_tokens": 550, "mean_output_tokens": 150, "num_concurrent_requests": 5,
        "results_inter_token_latency_s_mean": 0.0155, "results_inter_token_latency_s_quantiles_p50": 0.0145,
        "results_ttft_s_quantiles_p50": 0.2125, "results_ttft_s_quantiles_p95": 0.3625, "results_ttft_s_mean": 0.2485, "results_ttft_s_stddev": 0.0705,
        "results_end_to_end_latency_s_mean": NaN, "results_number_input_tokens_mean": 551.5, "results_number_input_tokens_max": "600",
        "results_number_output_tokens_mean": 150.25, "results_number_errors": 1, "results_error_code_frequency": "{500: 1}",
        "results_mean_output_throughput_token_per_s": 207.5, "results_num_completed_requests": 10, "results_num_completed_requests_per_min": 84.75,
        "timestamp": 1772600767}
        """

    static let mlperf = """
        ================================================
        MLPerf Results Summary
        ================================================
        SUT name : PySUT
        Scenario : Server
        Mode     : PerformanceOnly
        Completed tokens per second: 8840.25
        Result is : INVALID
          Min duration satisfied : Yes
        Completed samples per second    : 29.50
        Completed tokens per second     : 1.00
        Min latency (ns)                : 100000001
        Mean latency (ns)               : 9716000000
        50.00 percentile latency (ns)   : 8609000000
        99.00 percentile latency (ns)   : 30354000000
        Mean First Token latency (ns)               : 201250000
        95.00 percentile first token latency (ns)   : 354500000
        Mean Time to Output Token (ns)               : 32125000
        ================================================
        Test Parameters Used
        ================================================
        target_qps : 29.5
        ttft_latency (ns): 450000000
        No warnings encountered during test.

        """

    static let ollamaRun = """
        $ ollama run small:3b --verbose
        >>> Say a number
        Seven.

        total duration:       1m2.5s
        load duration:        2.25s
        prompt eval count:    24 token(s)
        prompt eval duration: 120.5ms
        prompt eval rate:     199.17 tokens/s
        eval count:           96 token(s)
        eval duration:        4s
        eval rate:            24.00 tokens/s
        >>> Another
        Eight.

        total duration:       1.9s
        load duration:        350µs
        prompt eval count:    48 token(s)
        prompt eval duration: 240ms
        prompt eval rate:     200.00 tokens/s
        eval count:           32 token(s)
        eval duration:        1.6s
        eval rate:            20.00 tokens/s
        """

    static let vllmLatency = """
        {"avg_latency": 1.25, "std_latency": 0.0625, "latencies": [1.25, 1.125, 1.375],
        "percentiles": {"10": 1.0625, "25": 1.1875, "50": 1.21875, "75": 1.3125, "90": 1.34375, "99": 1.375}}
        """

    static let vllmLatencyLines = """
        Namespace(subparser='bench', bench_type='latency', model='org/small', input_len=256, output_len=32, batch_size=4, num_iters=3)
        Bench iterations: 100%|####| 3/3 [00:03<00:00,  1.25s/it]
        Avg latency: 1.25 seconds
        Std latency: 0.0625 seconds
        10% percentile latency: 1.0625 seconds
        50% percentile latency: 1.21875 seconds
        90% percentile latency: 1.34375 seconds
        99% percentile latency: 1.375 seconds
        """

    static let vllmThroughput = """
        {"elapsed_time": 12.5, "num_requests": 50, "total_num_tokens": 12800, "requests_per_second": 4.25, "tokens_per_second": 1024.5}
        """

    static let vllmThroughputLine = """
        Namespace(subparser='bench', bench_type='throughput', backend='vllm', dataset_name='random', model='org/small', input_len=192, output_len=64)
        Processed prompts: 100%|####| 50/50 [00:12<00:00]
        Throughput: 4.25 requests/s, 1024.50 total tokens/s, 256.25 output tokens/s
        Total num prompt tokens:  9600
        Total num output tokens:  3200

        """
}
