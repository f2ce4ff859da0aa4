/// The files of a new site.
enum Starter {
    struct File: Sendable {
        var path: String
        var text: String
    }

    static let files: [File] = [
        File(path: "content/site.toml", text: settings), File(path: "content/pages/about.md", text: page), File(path: "plan.toml", text: plan),
        File(path: "data/example.csv", text: data), File(path: "templates/README.md", text: templates),
        File(path: ".github/workflows/pages.yml", text: workflow), File(path: ".gitignore", text: "/site/\n"),
    ]

    private static let settings = """
        title = "Agent runs"
        description = "What our agents take, week after week."
        language = "en"
        # base-url = "https://example.org/runs/"     # for feeds and the sitemap
        # baselines = ["local/first"]                # suites or runs that others are compared with

        """

    private static let page = """
        +++
        title = "About these measurements"
        +++

        Say here which machine the runs were made on, what the agents do, and what a reader should look at first.

        """

    private static let data = """
        run,ttft_ms,tokens_s
        1,412.5,38.2
        2,398.1,39.0
        3,405.7,38.6

        """

    private static let templates =
        "Templates, style sheets and prompts (in `prompts/`) that are put here win over the built-in ones of the same name.\n"

    private static let plan = """
        # What `sitegen run plan.toml` measures. `--dry-run` prints the schedule first.

        suite = "local/first"                 # where the runs go, below content/runs
        scenario = "baseline_vs_chimera"      # or single_agent, chimera_homo, chimera_hetero
        ingest = "data"                       # the folder that the agents analyse, from this file on
        repetitions = 3                       # of every configuration; ten are needed before anything is judged
        seed = 7                              # the order of the runs, and the sampler's seed
        timeout_s = 300                       # of one call
        cold_start = "first"                  # each-run, first or never: unload the model before, and mark the call
        # warm_up = 1                         # unmeasured calls before a run that does not start cold

        # [budget]                            # stop before a run that would use more
        # tokens = 100000
        # minutes = 60

        [[servers]]
        name = "a"
        url = "http://127.0.0.1:11434"
        api = "ollama"                        # or openai, for llama.cpp, vLLM and others
        # key_env = "OLLAMA_API_KEY"          # the environment variable that holds the key, if the server wants one

        [[agents]]
        slot = "collector"
        agent = "Baseline Collector"
        model = "gemma3:latest"               # `ollama pull gemma3` fetches it
        server = "a"
        token_limit = 400                     # the most tokens of one answer; num_predict or max_tokens in the configuration wins
        configuration = { num_ctx = 2048, temperature = 0.6 }   # any option of the server: min_p = 0.05, num_thread = 4, stop = ["END"]

        [[agents]]
        slot = "insight"
        agent = "Chimera Insight"
        model = "gemma3:latest"
        server = "a"
        token_limit = 400
        # persona = "You are a performance engineer who trusts nothing but medians."
        configuration = { num_ctx = 2048, temperature = 1.0 }

        [grid]                                # every combination of these is run
        num_ctx = [2048, 4096]
        # top_k = [20, 40]                    # any option: a value of its own, or a list of them

        # [grid.slots]                        # which agents an option is laid over; without it, all
        # num_ctx = ["insight"]

        """

    private static let workflow = """
        # Builds the site and publishes it to GitHub Pages, and judges pull requests. In the repository's settings, choose "GitHub Actions" as the
        # source of Pages.
        name: pages
        on:
          push:
            branches: [main]
          pull_request:
          workflow_dispatch:
        permissions:
          contents: read
          pages: write
          id-token: write
        concurrency:
          group: pages-${{ github.ref }}
        jobs:
          publish:
            if: github.event_name != 'pull_request'
            runs-on: ubuntu-latest
            # The repository of sitegen is named by the variable SITEGEN_REPOSITORY (owner/name) of yours, and its tag by SITEGEN_VERSION.
            container: swift:6.2
            environment:
              name: github-pages
              url: ${{ steps.deployment.outputs.page_url }}
            steps:
              - uses: actions/checkout@v4
              - uses: actions/checkout@v4
                with:
                  repository: ${{ vars.SITEGEN_REPOSITORY }}
                  ref: ${{ vars.SITEGEN_VERSION }}
                  path: .sitegen
              - run: apt-get update -qq && apt-get install -y -qq libcmark-dev libcurl4-openssl-dev pkg-config
              - run: swift build -c release --product sitegen --package-path .sitegen
              - uses: actions/configure-pages@v5
                id: pages
              - run: .sitegen/.build/release/sitegen build --base-url "${{ steps.pages.outputs.base_url }}/"
              - uses: actions/upload-pages-artifact@v3
                with:
                  path: site
              - uses: actions/deploy-pages@v4
                id: deployment

          # Measures a pull request, holds what it gives against the history without storing it, and fails if something became worse. It begins
          # when the variable BENCHMARK_RUNNER names a runner that has the model server, and is the machine that the history was measured on.
          judge:
            if: github.event_name == 'pull_request' && vars.BENCHMARK_RUNNER != ''
            runs-on: ${{ vars.BENCHMARK_RUNNER }}
            permissions:
              contents: read
            container:
              image: swift:6.2
              options: --network host
            steps:
              - uses: actions/checkout@v4
              - uses: actions/checkout@v4
                with:
                  repository: ${{ vars.SITEGEN_REPOSITORY }}
                  ref: ${{ vars.SITEGEN_VERSION }}
                  path: .sitegen
              - run: apt-get update -qq && apt-get install -y -qq libcmark-dev libcurl4-openssl-dev pkg-config
              - run: swift build -c release --product sitegen --package-path .sitegen
              # Or any benchmark that writes its result files into results/.
              - run: .sitegen/.build/release/sitegen run plan.toml --content results
              - run: .sitegen/.build/release/sitegen compare --latest --with results --format markdown --fail-on regression > comment.md
              # The comment for a bot to post, and for people on the page of the job.
              - if: ${{ !cancelled() && hashFiles('comment.md') != '' }}
                run: cat comment.md >> "$GITHUB_STEP_SUMMARY"
              - if: ${{ !cancelled() && hashFiles('comment.md') != '' }}
                uses: actions/upload-artifact@v4
                with:
                  name: comment
                  path: comment.md

        """
}
