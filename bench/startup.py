#!/usr/bin/env python3
"""Start-up time of the packaged jar against a running database, and memory after the README's walk. See README.md."""

import argparse
import glob
import os
import re
import shlex
import signal
import statistics
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

from processes import Api, Database, Target

FOUNDING, MEASURED = 8098, 8099


class Server:
    """One run of the jar, from its begin until it answers."""

    def __init__(self, options, folder, port, settings):
        arguments = [f"--{key}={value}" for key, value in settings.items()]
        command = [options.java, *shlex.split(options.flags), "-jar", options.jar, f"--server.port={port}", *arguments]
        self.url = f"http://127.0.0.1:{port}"
        self.log = os.path.join(folder, f"{port}.log")
        begin = time.perf_counter()
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT)
        while not self.is_ready():
            if self.process.poll() is not None or time.perf_counter() - begin > 300:
                with open(self.log) as log:
                    raise SystemExit("it does not start:\n" + log.read()[-3000:])
            time.sleep(0.02)
        self.seconds = time.perf_counter() - begin

    def is_ready(self):
        try:
            with urllib.request.urlopen(self.url + "/health/ready", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def megabytes(self, key):
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(key + r":\s+(\d+) kB", status.read()).group(1)) / 1024

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)


def walk(url, target):
    """What the README types."""
    api = Api(url)
    prompt = api.send("POST", "/prompts", {"content": "Is water damage covered?"})["id"]
    model = {"name": "Judge", "provider": "openai", "model_name": "gpt-5", "key": "sk-never-shown-again"}
    api.send("POST", "/models", model)
    named = {"category": "Helpfulness", "topic": "Claims", "requirement": "Answers from the policy"}
    test = api.send("POST", "/tests", {"prompt_id": prompt, **named})["id"]
    api.send("POST", f"/tags/Test/{test}", {"name": "smoke"})
    test_set = api.send("POST", "/test_sets", {"name": "Claims basics"})["slug"]
    api.send("POST", f"/test_sets/{test_set}/associate", {"test_ids": [test]})
    assert len(api.get(f"/test_sets/{test_set}/tests/")) == 1
    run = api.await_run(api.start(api.set(12), api.endpoint(target), api.metrics(), {}))
    assert run["stats"]["passed"] == 12
    api.page(f"/test_runs/{run['id']}/report")
    assert Api(url).get("/tests") == []
    api.send("DELETE", f"/tests/{test}")
    api.send("POST", f"/recycle/test/{test}/restore")
    assert api.get(f"/tests/{test}")["tags"][0]["name"] == "smoke"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
    jars = [jar for jar in glob.glob(os.path.join(root, "target", "rhesis-backend-*.jar")) if "sources" not in jar]
    parser.add_argument("--jar", default=os.path.abspath(jars[0]) if jars else None, required=not jars)
    parser.add_argument("--java", default=os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java")
    parser.add_argument("--flags", default="", help="of the JVM, as one text: --flags='-XX:+UseSerialGC'")
    parser.add_argument("--starts", type=int, default=5)
    options = parser.parse_args()

    target = Target(50)
    with tempfile.TemporaryDirectory() as folder:
        first = Server(options, folder, FOUNDING, {})
        print(f"first start, with its own PostgreSQL, schema and demo: {first.seconds:.1f} s", flush=True)
        try:
            settings = Database(os.path.join(folder, "data")).settings() | {"rhesis.egress.allow": "127.0.0.1"}
            times = []
            for number in range(options.starts):
                server = Server(options, folder, MEASURED, settings)
                times.append(server.seconds)
                print(f"start {number + 1} on the running database: {server.seconds:.2f} s", flush=True)
                if number == options.starts - 1:
                    walk(server.url, target.url)
                    time.sleep(2)
                    print(
                        f"after the walk: {server.megabytes('VmRSS'):.0f} MB resident, at most "
                        f"{server.megabytes('VmHWM'):.0f} MB before; flags: {options.flags or 'none'}"
                    )
                server.stop()
        finally:
            first.stop()
            target.stop()
        print(f"median: {statistics.median(times):.2f} s until it answers")


if __name__ == "__main__":
    main()
