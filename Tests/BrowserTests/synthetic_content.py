"""Makes a content folder whose runs have histories: enough of them for verdicts, and one of each thing that a page must be able to say.

The figures are drawn from a seeded generator, so that every build of the folder has the same bytes.
"""

import datetime
import json
import random

PAIRS = [["orchard/april", "orchard/may"], ["orchard", "meadow"], ["harbour/north", "harbour/south"], ["orchard/june/late", "latest"], ["terrace/first", "terrace/second"]]

SITE = """\
title = "Synthetic histories"
base-url = "https://example.org/histories/"
baselines = ["orchard/june/early"]
comparisons = {pairs}
"""

ACKNOWLEDGED = """\
[[acknowledged]]
run = "{first}"
slot = "reader"
metric = "ttft"
reason = "The prompt became longer."
by = "the keepers"
date = 2026-03-02

[[acknowledged]]
run = "{second}"
metric = "output_throughput"
reason = "Another <quantisation> & its cost."
"""


class Content:
    """The runs, in the order of their time, six hours apart."""

    def __init__(self, seed=11):
        self.random = random.Random(seed)
        self.runs = []
        self.time = datetime.datetime(2026, 1, 5, 8, 0)

    def add(self, suite, scenario, executions, program="sower", runtime="threads", together=True):
        self.time += datetime.timedelta(hours=6)
        number = sum(run["suite"] == suite for run in self.runs) + 1
        run = {
            "schema": "sitegen.run/1", "id": f"{suite}/round_{number}", "suite": suite, "scenario": scenario, "run_number": number,
            "started_at": self.time.isoformat() + "Z", "producer": {"program": program, "language": "rust", "runtime": runtime},
            "executions": executions, "provenance": {"importer": "test", "sources": [], "notes": []},
        }
        if together and len(executions) > 1:
            speedup = 2 - abs(self.random.gauss(0, 0.15))
            wall = self.random.uniform(40, 60)
            run["coordination"] = {
                "wall_s": wall, "sequential_s": wall * speedup, "speedup": speedup, "efficiency": speedup / 2,
                "contention": self.random.random() < 0.2,
            }
        self.runs.append(run)
        return run["id"]

    def agent(self, slot, ttft, throughput, context=512, calls=3, cold=None, failed=False, definition="first_chunk", model="acorn:7b", **options):
        """One execution around a level: calls spread by a tenth, runs by a thirtieth."""
        level = self.random.lognormvariate(0, 0.03)
        made = [] if failed else [
            {
                "stage": ("survey", "sum up", "report")[number % 3], "ttft_ms": ttft * level * self.random.lognormvariate(0, 0.1), "load_ms": 40,
                "prompt_eval_ms": ttft * 0.3, "throughput": throughput / level * self.random.lognormvariate(0, 0.02),
                "eval_ms": 9000, "total_ms": 9000 + ttft, "output_tokens": 400, "cold": False,
            }
            for number in range(calls)
        ]
        if cold and not failed:
            value = cold * self.random.lognormvariate(0, 0.05)
            made.insert(0, {"stage": "survey", "ttft_ms": value, "load_ms": value - 300, "throughput": throughput, "output_tokens": 400, "cold": True})
        execution = {
            "slot": slot, "agent": slot.capitalize(), "model": model, "status": "failed" if failed else "completed",
            "configuration": {"num_ctx": context, **options}, "ttft_definition": definition, "metrics": {}, "calls": made,
        }
        if failed:
            execution["error"] = "the server closed the connection"
        return execution

    def pair(self, context, reader, writer, failed=False):
        """Two agents that run at once, each given as TTFT in ms and throughput in tok/s."""
        return [self.agent("reader", *reader, context), self.agent("writer", *writer, context, cold=None if failed else 4200, failed=failed)]

    def serving(self, latency, rate, build):
        """Figures of a serving benchmark, which stores no calls."""
        spread = self.random.lognormvariate(0, 0.02)
        return [{
            "slot": "server", "model": "birch:3b", "status": "completed", "configuration": {"concurrency": 16, "policy": "fair", "build": build},
            "ttft_definition": "server_reported", "calls": [], "metrics": {
                "ttft": {"unit": "ms", "mean": 0.6 * spread, "n": 200},
                "e2e_latency": {"unit": "ms", "p50": latency * spread, "mean": latency * 1.1, "n": 200},
                "request_throughput": {"unit": "req/s", "mean": rate / spread}, "total_throughput": {"unit": "tok/s", "mean": 12345.6 / spread},
            },
        }]

    def tool(self, ttft, tpot, throughput, valid=True):
        """Figures that tools call alike and define differently, and a result that its own tool may reject."""
        return [{
            "slot": "server", "model": "birch:3b", "status": "completed", "configuration": {"concurrency": 8, "valid": valid},
            "ttft_definition": "first_chunk", "calls": [], "metrics": {
                "ttft": {"unit": "ms", "p50": ttft, "n": 64}, "tpot": {"unit": "ms", "p50": tpot},
                "output_throughput": {"unit": "tok/s", "mean": throughput},
            },
        }]

    def load(self, concurrency, tensor, failed=0):
        """A point of a sweep over load, of a server that saturates: one of nine, so that colours stand for more than one curve."""
        limit = 900 * tensor
        throughput = limit * concurrency / (concurrency + 6 * tensor)
        return [{
            "slot": "server", "model": "acorn:70b", "status": "completed", "ttft_definition": "first_chunk", "calls": [],
            "configuration": {"concurrency": concurrency, "tp": 2 ** ((tensor - 1) % 3), "dtype": ("bf16", "fp8", "int4")[(tensor - 1) // 3]}, "metrics": {
                "ttft": {"unit": "ms", "p50": 40 + 3 * concurrency ** 1.5 / tensor, "p99": 90 + 9 * concurrency ** 1.5 / tensor, "n": 200},
                "itl": {"unit": "ms", "p50": 9 + concurrency / tensor}, "output_throughput": {"unit": "tok/s", "mean": throughput},
                "request_throughput": {"unit": "req/s", "mean": throughput / 200}, "requests_completed": {"unit": "requests", "mean": 200 - failed},
                "requests_failed": {"unit": "requests", "mean": failed},
            },
        }]

    def depth(self, depth, cache, prompt):
        """A row of a test of one stream, whose speed falls with the depth of the context."""
        metric, speed = ("prompt_throughput", 1500) if prompt else ("output_throughput", 50)
        return [{
            "slot": "llama-bench", "model": "acorn 7B Q4_0", "status": "completed", "ttft_definition": "unknown", "calls": [],
            "configuration": {"n_depth": depth, "n_prompt": prompt, "n_gen": 0 if prompt else 128, "type_k": cache},
            "metrics": {metric: {"unit": "tok/s", "mean": speed / (1 + depth / 40000), "stddev": 0.01 * speed, "n": 5}},
        }]

    def awkward(self, figures):
        """Figures at the ends of what is written in full, and options whose names and values need escaping."""
        return [{
            "slot": "server <main>", "model": "birch:3b", "status": "completed", "ttft_definition": "unknown", "calls": [],
            "configuration": {"7": True, "quote\"d": "tab\t, line\n, back\\slash & <b>é 🌲", "share": 0.1, "tiny": 1e-05, "vast": 1e+17},
            "metrics": {name: {"unit": unit, "p50": value} for (name, unit), value in zip(self.AWKWARD, figures)},
        }]

    AWKWARD = [
        ("ttft", "ms"), ("tpot", "ms"), ("itl", "ms"), ("e2e_latency", "ms"), ("output_throughput", "tok/s"), ("total_throughput", "tok/s"),
        ("prompt_throughput", "tok/s"), ("request_throughput", "req/s"),
    ]


def make(folder):
    """Writes the folder and returns its runs, oldest first."""
    content = Content()
    # First of all, so that the newest runs are usual ones.
    for figures in (
        (1e-07, 0.99996, 0, 2.5e+16, 99.96, 9007199254740994, 999.95, 1e+21), (2.5e-05, 1999.999, 3, 1e+22, 9999.5, 12345678.9, 1000, 0.0001),
        (0.00012, 2000, 0, 119999.99, 10000, 9007199254740992, 0.04999, 123456), (9.5e-05, 150000, 0.5, 120000, 99999.5, 0.05, 3e-310, 9.995),
    ):
        content.add("harbour/limits", "awkward & rare", content.awkward(figures), program="quay")
    # Two agents under two configurations; from one suite to the next, one agent becomes slower and the other fails now and then.
    for number in range(30):
        content.add("orchard/april", "twins", content.pair(512 << number % 2, (600, 42), (580, 55)))
    for number in range(30):
        content.add("orchard/may", "twins", content.pair(512 << number % 2, (612, 42), (810, 41), failed=number % 4 == 3))
    for _ in range(12):
        content.add("orchard/june/early", "twins", content.pair(512, (605, 42), (800, 41)))
    for _ in range(12):
        content.add("orchard/june/late", "twins", content.pair(512, (470, 42.2), (800, 58)))
    # One agent alone, with a step in its series, a failed run, two thin runs, and a newest run that stands out.
    solo = []
    for number in range(26):
        level = 900 if number < 14 else 1150 if number < 25 else 2600
        calls = 1 if number in (5, 19) else 3
        agent = content.agent("reader", level, 36, calls=calls, cold=5100 if number % 3 == 0 else None, failed=number == 9, temperature=0.6)
        solo.append(content.add("meadow/solo", "single_agent", [agent]))
    # The same agent under another definition of TTFT, which no figure of the first is comparable with.
    for _ in range(10):
        agent = content.agent("reader", 210, 36, definition="prompt_eval", temperature=0.6)
        content.add("meadow/evaluated", "single_agent", [agent])
    # Two programs, which are compared across, and names that need escaping.
    for place, program, ttft in (("north", "barge", 430), ("south", "ferry <2>", 455)):
        for _ in range(11):
            agents = [content.agent("reader", ttft, 61.5, 2048, mode="a & b"), content.agent("writer", ttft, 61.5, 2048, mode="a & b")]
            content.add(f"harbour/{place}", "relay", agents, program=program)
    for number in range(10):
        content.add("harbour/serving", "serving_benchmark", content.serving(84000 if number < 5 else 91000, 0.72, 6865 if number < 5 else 7356), program="quay")
    # Tools whose TPOT is not one another's, two of them on one side, and a result that its tool rejects.
    for number, program in enumerate(("vllm", "guidellm", "vllm")):
        content.add("harbour/mixed", "serving_benchmark", content.tool(90 + number, 21 + number, 1800), program=program)
    for valid in (True, False):
        content.add("harbour/tides", "serving_benchmark", content.tool(95, 24, 1750, valid), program="sglang")
    # What a server gives under loads, over nine servers; what a stream gives over the depth of its context.
    for tensor in range(1, 10):
        for concurrency in (1, 4, 16, 64):
            content.add("harbour/load", "serving_benchmark", content.load(concurrency, tensor, failed=7 if concurrency > 16 else 0), program="vllm")
    for depth in (0, 4096, 16384, 65536):
        for cache in ("f16", "q8_0"):
            for prompt in (512, 0):
                content.add("harbour/depth", "serving_benchmark", content.depth(depth, cache, prompt), program="llama-bench")
    # Two sweeps of many configurations, each measured once: slower as a whole but for two of them, with a configuration that only one side has.
    for side, factor in (("first", 1), ("second", 1.2)):
        for number in range(18):
            if number == (17 if side == "first" else 0):
                continue
            own = 2 if side == "second" and number == 5 else 0.7 if side == "second" and number == 11 else 1
            failed = side == "second" and number == 8
            options = {"num_gpu": 60 + 20 * (number % 3)} if number != 5 else {}
            agents = [
                content.agent("reader", (200 + 90 * number) * factor * own, 60 / (1 + number / 9), 256 * (1 + number // 3), **options),
                content.agent("writer", 150 + 70 * number, 50 / (1 + number / 9), 256 * (1 + number // 3), failed=failed, **options),
            ]
            content.add(f"terrace/{side}", "relay", agents, program="sower")
    # The same agents alone, on another machine, each configuration often enough for a verdict of its own.
    for number in range(84):
        place = number % 7
        agent = content.agent("reader", 260 + 110 * place, 55 - 4 * place, 256 * (1 + place), num_gpu=60, hardware="GPU Y")
        content.add("terrace/often", "relay", [agent], program="sower")
    for number in range(84):
        place = number % 7
        agent = content.agent("reader", (260 + 110 * place) * 1.3, 55 - 4 * place, 256 * (1 + place), num_gpu=60, hardware="GPU Z")
        content.add("terrace/again", "relay", [agent], program="sower")
    last = content.add("meadow/solo", "single_agent", [content.agent("reader", 1160, 22, temperature=0.6)])

    for run in content.runs:
        file = folder / "runs" / run["id"] / "run.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(run, indent=2), encoding="utf-8")
    (folder / "site.toml").write_text(SITE.format(pairs=json.dumps(PAIRS)), encoding="utf-8")
    (folder / "acknowledged.toml").write_text(ACKNOWLEDGED.format(first=solo[14], second=last), encoding="utf-8")
    return content.runs
