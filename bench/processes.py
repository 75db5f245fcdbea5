"""What the benchmarks of runs have in common: application processes, a target, and a client. See README.md."""

import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
import uuid

import common

HERE = os.path.dirname(os.path.abspath(__file__))


def java():
    home = os.environ.get("JAVA_HOME")
    return os.path.join(home, "bin", "java") if home else "java"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def await_http(url, process, seconds=240):
    end = time.time() + seconds
    while time.time() < end:
        if process.poll() is not None:
            raise SystemExit(f"the process behind {url} ended with {process.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                return answer.read()
        except OSError:
            time.sleep(0.3)
    raise SystemExit(f"nothing answers at {url}")


class Target:
    """bench/Target.java as a process."""

    def __init__(self, millis):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = subprocess.Popen(
            [java(), "-Xmx512m", os.path.join(HERE, "Target.java"), str(self.port), str(millis)])
        await_http(self.url + "/stats", self.process)

    def stats(self):
        with urllib.request.urlopen(self.url + "/stats") as answer:
            return json.load(answer)

    def reset(self):
        urllib.request.urlopen(urllib.request.Request(self.url + "/reset", method="POST")).read()

    def stop(self):
        self.process.kill()
        self.process.wait()


class Node:
    """The application as a process. The first one brings its database along; others are given it."""

    def __init__(self, jar, directory, name, workers, database=None, heap="768m"):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = os.path.join(directory, name + ".log")
        settings = {
            "server.port": self.port,
            "rhesis.data-directory": os.path.join(directory, "postgres"),
            "rhesis.files.directory": os.path.join(directory, "files"),
            "rhesis.queue.workers": workers,
            "rhesis.egress.allow": "127.0.0.1",
        }
        settings.update(database or {})
        arguments = [f"--{key}={value}" for key, value in settings.items()]
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                [java(), "-Xmx" + heap, "-jar", os.path.abspath(jar), *arguments], stdout=log, stderr=subprocess.STDOUT, cwd=directory)

    def ready(self):
        await_http(self.url + "/health/ready", self.process)
        return self

    def end(self, how=signal.SIGTERM):
        """Ends the process and answers how many seconds that took."""
        begin = time.time()
        self.process.send_signal(how)
        self.process.wait()
        return time.time() - begin


class Database(common.Database):
    """The embedded server in a directory, which other nodes can be given."""

    def __init__(self, directory):
        super().__init__(os.path.join(directory, "postgres"))
        with open(self.environment["PGPASSFILE"]) as file:
            self.passwords = dict(line.strip().split(":")[3:5] for line in file)
        with open(os.path.join(directory, "secrets.key")) as file:
            self.keys = file.read().strip()

    def settings(self):
        """What another node needs to work on the same database."""
        url = f"jdbc:postgresql://127.0.0.1:{self.environment['PGPORT']}/rhesis"
        return {
            "rhesis.registration": "open",
            "spring.datasource.url": url,
            "spring.datasource.username": "app_runtime",
            "spring.datasource.password": self.passwords["app_runtime"],
            "spring.flyway.url": url,
            "spring.flyway.user": "app_migrator",
            "spring.flyway.password": self.passwords["app_migrator"],
            "rhesis.queue.password": self.passwords["app_queue"],
            "rhesis.secrets.keys": self.keys,
        }

    def ask(self, sql):
        return self.run(sql).strip()


class Api(common.Api):
    """A new organization, seen over HTTP."""

    def __init__(self, url):
        super().__init__(url)
        self.found_organization()

    def endpoint(self, url, **settings):
        return self.send("POST", "/endpoints", {
            "name": "Target", "connection_type": "REST", "url": url, "method": "POST",
            "request_mapping": {"input": "{{ input }}"}, "response_mapping": {"output": "$.output"}, **settings})["id"]

    def metrics(self):
        """Three that need no model."""
        made = []
        for name, kind, value in (("Greets", "contains", "Hello"), ("Short", "word-count", "5"),
                                  ("No excuse", "not-contains", "sorry")):
            made.append(self.send("POST", "/metrics", {
                "name": name, "class_name": kind, "backend_type": "rhesis", "evaluation_prompt": value,
                "score_type": "binary", "metric_scope": ["Single-Turn"]})["id"])
        return made

    def set(self, tests):
        body = {"name": f"Set {uuid.uuid4()}", "test_set_type": "Single-Turn",
                "tests": [{"prompt": {"content": f"Question {number}"}} for number in range(tests)]}
        return self.send("POST", "/test_sets/bulk", body)["id"]

    def start(self, test_set, endpoint, metrics, options):
        return self.send("POST", f"/test_sets/{test_set}/execute/{endpoint}", {
            "metrics": [{"id": metric} for metric in metrics], "execution_options": options})["test_run_id"]

    def page(self, path):
        request = urllib.request.Request(self.url + path, headers={"Authorization": "Bearer " + self.token})
        with urllib.request.urlopen(request) as answer:
            return answer.read().decode()

    def test_run(self, run):
        return self.send("GET", "/test_runs/" + run)

    def await_run(self, run, seconds=600):
        end = time.time() + seconds
        while time.time() < end:
            found = self.test_run(run)
            if found["state"] not in ("Queued", "Progress"):
                return found
            time.sleep(0.2)
        raise SystemExit(f"the run {run} did not end")


def fresh(directory):
    shutil.rmtree(directory, ignore_errors=True)
    os.makedirs(directory)
    return directory
