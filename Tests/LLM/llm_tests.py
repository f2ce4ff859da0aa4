"""Tests of the clients against real model servers, from the outside: the probe makes the calls, a proxy measures them again.

No test judges how fast a server is. What is asserted of a duration is that it is there, an order, or that two clocks agree.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse
import urllib.request

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from plan_tests import plan_case  # noqa: E402
from proxy import Proxy  # noqa: E402

PROBE = os.environ["PROBE"]
CALLS = 9
ROUNDS = 4
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def get(url):
    request = urllib.request.Request(url)
    if token := os.environ.get("OPENAI_API_KEY"):
        request.add_header("Authorization", "Bearer " + token)
    with OPENER.open(request, timeout=60) as reply:
        return json.load(reply)


def probe(command, *arguments):
    words = [str(argument) for argument in arguments]
    done = subprocess.run([PROBE, command, *words], capture_output=True, text=True, timeout=1200)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


class ServerTests:
    """What holds for every server; a subclass for each names its api and url."""

    api = url = None

    @classmethod
    def setUpClass(cls):
        cls.model = cls.find_model()
        # The first call loads the model.
        probe("generate", *cls.at(), "--tokens", 2)

    @classmethod
    def at(cls, url=None):
        return ["--api", cls.api, "--url", url or cls.url, "--model", cls.model]

    def call(self, *arguments, url=None):
        return probe("generate", *self.at(url), *arguments)[0]

    def test_a_text_and_its_figures(self):
        result = self.call("--prompt", "Count to nine in words.", "--tokens", 16, "--seed", 7, "--set", "temperature=0")
        self.assertTrue(result["text"])
        self.assertGreater(result["ttft"], 0)
        self.assertGreaterEqual(result["total"], result["ttft"])
        self.assertGreater(result["prompt_tokens"], 3)
        self.assertTrue(1 < result["output_tokens"] <= 17, result)
        self.assertGreater(result["throughput"], 0)
        self.assertIn(result["done_reason"], ("stop", "length"))

    def test_one_token_has_no_rate(self):
        result = self.call("--tokens", 1)
        self.assertEqual((result["output_tokens"], result["throughput"]), (1, None))

    def test_a_timeout_ends_the_call_and_frees_the_server(self):
        # No server tells a tale in a tenth of a second, and how far it comes depends on the machine.
        result = self.call("--prompt", "Tell a very long tale of a ferry.", "--tokens", 3000, "--timeout", 0.1)
        self.assertEqual(result.get("error"), "timed_out", result)
        if result["partial"]:
            self.assertGreater(result["partial"]["ttft"], 0)
            self.assertGreaterEqual(result["partial"]["total"], 99)
        self.assertTrue(self.call("--tokens", 2)["text"])

    def test_figures_agree_with_the_proxy(self):
        parts = urllib.parse.urlsplit(self.url)
        if parts.scheme != "http":
            self.skipTest("the proxy speaks http only")
        # What else the machine does comes in bursts, and delays one of the two clocks; an error of the client would be there each time.
        wrong = []
        for number in range(1, ROUNDS + 1):
            wrong = self.disagreements(parts, number)
            if not wrong:
                return
        self.fail(f"in each of {ROUNDS} rounds: {wrong}")

    def disagreements(self, parts, number):
        """Measures some calls twice, says what was measured, and returns what is further apart than it may be."""
        proxy = Proxy(parts.hostname, parts.port or 80)
        through = parts._replace(netloc=f"127.0.0.1:{proxy.port}").geturl()
        results = probe("generate", *self.at(through), "--prompt", "Name some winds of the sea.", "--tokens", 24, "--repeat", CALLS)
        deadline = time.monotonic() + 10
        while len(proxy.calls) < CALLS and time.monotonic() < deadline:
            time.sleep(0.05)
        proxy.close()
        figures = [call.figures() for call in proxy.calls]
        self.assertEqual(len(figures), CALLS)
        wrong = []
        for name in ("ttft", "total"):
            differences = [result[name] - figure[name] for result, figure in zip(results, figures)]
            seen = statistics.median(figure[name] for figure in figures)
            off, worst = statistics.median(map(abs, differences)), max(map(abs, differences))
            allowed = max(5, 0.02 * seen)
            line = (
                f"{type(self).__name__} {name}, round {number}: {CALLS} calls, proxy's median {seen:.1f} ms, client less proxy: median "
                f"{statistics.median(differences):+.2f} ms, worst {worst:.2f} ms, allowed {allowed:.1f} ms"
            )
            print(f"\n  {line}", end=" ", flush=True)
            if off > allowed:
                wrong.append(line)
        return wrong

    def test_a_recording_replays_with_the_same_figures(self):
        with tempfile.TemporaryDirectory() as folder:
            transcript = os.path.join(folder, "calls.jsonl")
            arguments = ["--prompt", "Name a colour of the evening.", "--tokens", 8]
            live = self.call(*arguments, "--record", transcript)
            replayed = probe("generate", "--replay", transcript, "--model", self.model, *arguments)[0]
            self.assertEqual(replayed["notes"].pop(), "replayed from a recorded transcript")
            self.assertEqual(replayed, live)
            with open(transcript) as file:
                self.assertNotIn(urllib.parse.urlsplit(self.url).netloc, file.read())

    def test_nobody_listens(self):
        self.assertEqual(self.call("--timeout", 20, url="http://127.0.0.1:1")["error"], "unreachable")


class OllamaTests(ServerTests):
    api = "ollama"

    @classmethod
    def find_model(cls):
        return os.environ.get("OLLAMA_MODEL") or get(cls.url + "/api/tags")["models"][0]["name"]

    def test_it_is_recognised(self):
        result = probe("survey", "--url", self.url)[0]
        self.assertEqual(result["api"], "ollama")
        self.assertEqual(result["identity"], {"name": "ollama", "version": get(self.url + "/api/version")["version"]})

    def test_a_model_that_it_does_not_have(self):
        result = probe("generate", "--url", self.url, "--model", "no-such-model-here")[0]
        self.assertEqual(result["error"], "unknown_model")

    def test_an_unload_makes_the_next_call_load(self):
        warm = self.call("--tokens", 2)
        self.assertEqual(probe("unload", *self.at())[0], {"unloaded": True})
        self.assertEqual(get(self.url + "/api/ps")["models"], [])
        self.assertGreater(self.call("--tokens", 2)["load"], warm["load"])

    def test_a_prompt_that_is_cut_is_noted(self):
        result = self.call("--prompt", "gull " * 400, "--tokens", 2, "--set", "num_ctx=128")
        self.assertTrue(any("context of 128" in note for note in result["notes"]), result)


class OpenAITests(ServerTests):
    api = "openai"

    @classmethod
    def find_model(cls):
        base = cls.url if urllib.parse.urlsplit(cls.url).path.strip("/") else cls.url + "/v1"
        return os.environ.get("OPENAI_MODEL") or get(base.rstrip("/") + "/models")["data"][0]["id"]

    def test_it_says_what_it_is(self):
        self.assertTrue(probe("identity", *self.at())[0]["name"])

    def test_a_model_that_it_does_not_have(self):
        result = probe("generate", "--api", "openai", "--url", self.url, "--model", "no-such-model-here", "--tokens", 2)[0]
        if "error" in result:
            self.assertEqual(result["error"], "unknown_model")
        else:
            self.assertTrue(any(note.startswith("asked for no-such-model-here") for note in result["notes"]), result)


def targets():
    """Name, kind and address of each server: `name=kind=url` in LLM_TARGETS."""
    for target in os.environ.get("LLM_TARGETS", "").split():
        name, kind, url = target.split("=", 2)
        yield name, kind, url.rstrip("/")


def planned_servers():
    """Which servers plans are run against: one of Ollama's alone, and with it one that speaks OpenAI's language."""
    found = {}
    for name, kind, url in targets():
        tests = OllamaTests if kind == "ollama" else OpenAITests
        case = type(name, (tests,), {"url": url})
        found.setdefault(kind if not name.startswith("OpenAI_on") else "other", (name, kind, url, case.find_model()))
    ollama, openai = found.get("ollama"), found.get("openai")
    return [pair for pair in ([ollama, ollama], [ollama, openai] if openai else None) if pair and pair[0]]


def main():
    suite = unittest.TestSuite()
    for name, kind, url in targets():
        base = OllamaTests if kind == "ollama" else OpenAITests
        case = type(name, (base, unittest.TestCase), {"url": url})
        suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(case))
    cases = [plan_case(os.environ["SITEGEN"], servers) for servers in planned_servers()]
    suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(case) for case in cases)
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    failed = len(result.failures) + len(result.errors)
    skipped = len(result.skipped)
    print(f"llm: {max(result.testsRun - failed - skipped, 0)} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
