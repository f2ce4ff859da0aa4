extension ServingSample {
    /// A line that SGLang's benchmark appends to its file: a result without a time.
    static func sglangLine(_ throughput: Double) -> String { sglangLine(throughput, concurrency: 8) }

    static func sglangLine(_ throughput: Double, concurrency: Int) -> String {
        """
        {"backend": "sglang", "dataset_name": "random", "request_rate": 4.0, "max_concurrency": \(concurrency), "duration": 50.0, \
        "completed": 100, "total_input_tokens": 10000, "total_output_tokens": 20000, "total_output_tokens_retokenized": 19990, \
        "request_throughput": 2.0, "input_throughput": 200.0, "output_throughput": \(throughput), "mean_ttft_ms": 120.5, \
        "median_ttft_ms": 110.25, "p99_ttft_ms": 300.75, "mean_itl_ms": 10.0, "median_itl_ms": 9.5, "mean_e2e_latency_ms": 2000.0, \
        "median_e2e_latency_ms": 1900.0}
        """
    }
}
