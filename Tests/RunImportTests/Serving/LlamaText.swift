/// What the programs of llama.cpp, and one in their manner, print; made up.
enum LlamaText {
    static let benchy = """
        | model     |            test |     t/s (total) |     t/s (req) |     peak t/s |    ttfr (ms) | est_ppt (ms) |   e2e_ttft (ms) |
        |:----------|----------------:|----------------:|--------------:|-------------:|-------------:|-------------:|----------------:|
        | org/small |     pp1024 (c4) | 4100.25 ± 12.50 | 999.00 ± 9.00 |              | 190.00 ± 1.0 | 180.00 ± 1.0 |  201.75 ± 2.25  |
        | org/small |       tg64 (c4) |   150.50 ± 0.75 |  40.00 ± 0.10 | 170.00 ± 2.0 |              |              |                 |
        | org/small | tg64 @ d512 (c4) |  140.25 ± 0.50 |  38.00 ± 0.10 | 160.00 ± 2.0 |              |              |                 |
        | org/small | ctx_pp @ d512 (c4) | 4200.75 ± 3.25 | 999.00 ± 9.00 |           | 120.00 ± 1.0 | 110.00 ± 1.0 |  131.25 ± 1.50  |

        llama-benchy (0.9.1)
        date: 2026-04-05 06:07:08 | latency mode: generation
        """

    static let batched = """
        main: n_kv_max = 4096, n_batch = 2048, n_ubatch = 512, flash_attn = 1, is_pp_shared = 1, n_gpu_layers = 33, n_threads = 6, n_threads_batch = 12

        |    PP |     TG |    B |   N_KV |   T_PP s | S_PP t/s |   T_TG s | S_TG t/s |      T s |    S t/s |
        |-------|--------|------|--------|----------|----------|----------|----------|----------|----------|
        |   256 |     32 |    1 |    288 |    0.125 |  2048.25 |    0.750 |    42.75 |    0.875 |   329.50 |
        |   256 |     32 |    4 |    384 |    0.250 |  1024.50 |    1.500 |    85.25 |    1.750 |   219.75 |

        llama_perf_context_print:        load time =     900.10 ms
        llama_perf_context_print: prompt eval time =     375.25 ms /   512 tokens (    0.73 ms per token,  1364.42 tokens per second)
        llama_perf_context_print:        eval time =    2250.75 ms /   160 runs   (   14.07 ms per token,    71.09 tokens per second)
        llama_perf_context_print:       total time =    3500.00 ms /   672 tokens
        """

    static let batchedLines = """
        {"n_kv_max": 4096, "n_batch": 2048, "n_ubatch": 512, "flash_attn": 1, "is_pp_shared": 0, "n_gpu_layers": 33, "n_threads": 6, \
        "n_threads_batch": 12, "pp": 256, "tg": 32, "pl": 4, "n_kv": 1152, "t_pp": 0.5, "speed_pp": 2048.5, "t_tg": 1.5, "speed_tg": 85.25, \
        "t": 2.0, "speed": 576.25}

        """

    static let sweep = """
        main: n_kv_max = 2048, n_batch = 512, n_ubatch = 512, flash_attn = 0, n_gpu_layers = 99, n_threads = 6, n_threads_batch = 6

        |    PP |     TG |   N_KV |   T_PP s | S_PP t/s |   T_TG s | S_TG t/s |
        |-------|--------|--------|----------|----------|----------|----------|
        |   512 |    128 |      0 |    0.500 |  1024.25 |    2.500 |    51.25 |
        |   512 |    128 |    512 |    0.625 |   819.50 |    2.750 |    46.75 |
        """

    static let server = """
        llama_model_loader: loaded meta data with 30 key-value pairs and 290 tensors from /srv/models/small-q8.gguf (version GGUF V3 (latest))
        slot print_timing: id  0 | task 3 |
        prompt eval time =     250.50 ms /   125 tokens (    2.00 ms per token,   499.00 tokens per second)
               eval time =    1600.25 ms /    64 tokens (   25.50 ms per token,    39.99 tokens per second)
              total time =    1850.75 ms /   189 tokens
        0.40.000.001 I slot print_timing: id  1 | task 7 | prompt eval time =      80.25 ms /    40 tokens (    2.01 ms per token,   498.44 tokens per second)
        0.41.254.000 I slot print_timing: id  1 | task 7 |        eval time =     900.50 ms /    36 tokens (   25.01 ms per token,    39.98 tokens per second)
        0.41.254.003 I slot print_timing: id  1 | task 7 |       total time =     980.75 ms /    76 tokens
        """

    static let program = """
        llama_print_timings:        load time =     410.25 ms
        llama_print_timings:      sample time =      10.50 ms /    64 runs   (    0.16 ms per token,  6095.24 tokens per second)
        llama_print_timings: prompt eval time =     300.75 ms /   150 tokens (    2.01 ms per token,   498.75 tokens per second)
        llama_print_timings:        eval time =    1575.25 ms /    63 runs   (   25.00 ms per token,    39.99 tokens per second)
        llama_print_timings:       total time =    2400.50 ms
        """
}
