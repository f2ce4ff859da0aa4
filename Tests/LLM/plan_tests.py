"""A plan run against real servers from its first line to the site: two configurations, two agents at once."""

import json
import pathlib
import subprocess
import tempfile
import unittest

PLAN = """suite = "tried"
scenario = "chimera_homo"
ingest = "data"
repetitions = 1
seed = 3
timeout_s = 300
cold_start = "first"
{servers}
[[agents]]
slot = "collector"
agent = "Collector"
model = "{first_model}"
server = "{first}"
token_limit = 32
configuration = {{ temperature = 0.2 }}

[[agents]]
slot = "insight"
agent = "Insight"
model = "{second_model}"
server = "{second}"
token_limit = 32
configuration = {{ temperature = 0.8 }}

[grid]
num_ctx = [1024, 2048]
"""


def plan_case(program, servers):
    """The test, for one or two servers: (name, api, url, model) each."""

    def test(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "data").mkdir()
            (root / "data" / "bench.csv").write_text("model,tokens_s\nsmall,41.5\nlarge,12.25\n")
            tables = "".join(
                f'\n[[servers]]\nname = "{name}"\nurl = "{url}"\napi = "{api}"\n' for name, api, url, _ in dict.fromkeys(servers))
            first, second = servers[0], servers[-1]
            plan = PLAN.format(servers=tables, first=first[0], second=second[0], first_model=first[3], second_model=second[3])
            (root / "plan.toml").write_text(plan)

            def run(*arguments):
                return subprocess.run([program, *arguments], cwd=root, capture_output=True, text=True, timeout=1500)

            done = run("run", "plan.toml")
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            files = sorted(root.glob("content/runs/**/run.json"))
            self.assertEqual(len(files), 2, done.stdout)
            for file in files:
                record = json.loads(file.read_text())
                self.assertEqual([each["slot"] for each in record["executions"]], ["collector", "insight"])
                self.assertGreater(record["coordination"]["speedup"], 0)
                for execution in record["executions"]:
                    self.assertEqual(execution["status"], "completed")
                    self.assertEqual(execution["ttft_definition"], "first_chunk")
                    self.assertEqual([call["stage"] for call in execution["calls"]], ["analysis", "report"])
                    self.assertTrue(all(0 < call["ttft_ms"] <= call["total_ms"] for call in execution["calls"]), execution["calls"])
                    self.assertTrue((file.parent / execution["report"]["file"]).exists() if isinstance(execution["report"], dict)
                                    else (file.parent / execution["report"]).exists())
            again = run("run", "plan.toml", "--resume")
            self.assertEqual(again.returncode, 0, again.stderr)
            self.assertEqual(sorted(root.glob("content/runs/**/run.json")), files)
            built = run("build")
            self.assertEqual(built.returncode, 0, built.stderr)
            for file in files:
                page = root / "site" / file.relative_to(root / "content").parent.with_suffix(".html")
                self.assertTrue(page.exists(), page)
                self.assertIn("Where the time to first token went", page.read_text())

    return type("Plan_" + "_and_".join(dict.fromkeys(server[0] for server in servers)), (unittest.TestCase,), {"test_from_plan_to_pages": test})
