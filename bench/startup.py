#!/usr/bin/env python3
"""Starts of the packaged jar beside those of a bare Spring Boot application, in turn, and what both hold in memory. See README.md."""

import argparse
import glob
import os
import re
import shlex
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from dataclasses import dataclass, field
from statistics import median

from common import seconds_of, stat
from processes import HERE, Api, Database, Target, free_port, java

ROOT = os.path.dirname(HERE)
# an idle process gives memory back after 10 to 20 seconds
REST = 20


class Server:
    """One process, from its begin until it answers."""

    def __init__(self, command, folder, settings, ready):
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.ready = ready
        self.log = os.path.join(folder, f"{port}.log")
        arguments = [f"--{key}={value}" for key, value in (settings | {"server.port": port}).items()]
        begin = time.perf_counter()
        with open(self.log, "w") as log:
            self.process = subprocess.Popen([*command, *arguments], cwd=folder, stdout=log, stderr=subprocess.STDOUT)
        while not self.is_ready():
            if self.process.poll() is not None or time.perf_counter() - begin > 300:
                with open(self.log) as log:
                    raise SystemExit("it does not start:\n" + log.read()[-3000:])
            time.sleep(0.02)
        self.seconds = time.perf_counter() - begin
        self.processor = seconds_of(stat(self.process.pid))

    def is_ready(self):
        try:
            with urllib.request.urlopen(self.url + self.ready, timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def megabytes(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+) kB", status.read()).group(1)) / 1024

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(120)


@dataclass
class Form:
    """One way to start one of the two applications, and what its starts took."""

    name: str
    command: list
    seconds: list = field(default_factory=list)
    processor: list = field(default_factory=list)
    megabytes: float = 0

    def add(self, server):
        self.seconds.append(server.seconds)
        self.processor.append(server.processor)


class Application:
    """A jar in all its forms."""

    def __init__(self, name, jar, flags, folder, settings, ready, work=lambda url: None):
        self.name, self.folder, self.settings, self.ready, self.work = name, folder, settings, ready, work
        command = [java(), *shlex.split(flags)]
        extracted = os.path.join(folder, name)
        subprocess.run([java(), "-Djarmode=tools", "-jar", jar, "extract", "--destination", extracted],
                       check=True, capture_output=True)
        thin = os.path.join(extracted, os.path.basename(jar))
        cache = os.path.join(extracted, "app.aot")
        image = [*command, "-XX:+UseCompactObjectHeaders"]
        self.forms = [
            Form("java -jar", [*command, "-jar", jar]),
            Form("extracted", [*command, "-jar", thin]),
            Form("with cache", [*image, f"-XX:AOTCache={cache}", "-jar", thin]),
        ]
        self.start([*image, f"-XX:AOTCacheOutput={cache}", "-jar", thin]).stop()
        print(f"{name}: jar {os.path.getsize(jar) / 1e6:.1f} MB, cache {os.path.getsize(cache) / 1e6:.1f} MB", flush=True)

    def start(self, command):
        return Server(command, self.folder, self.settings, self.ready)

    def measure(self, form, walks):
        server = self.start(form.command)
        form.add(server)
        if walks:
            self.work(server.url)
            time.sleep(REST)
            form.megabytes = server.megabytes()
        server.stop()
        print(f"    {self.name:8} {form.name:10} {server.seconds:6.2f} s {server.processor:6.2f} CPU s", flush=True)


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


def boot_version(jar):
    with zipfile.ZipFile(jar) as archive:
        return re.search(r"Spring-Boot-Version: (\S+)", archive.read("META-INF/MANIFEST.MF").decode()).group(1)


def build_bare(folder):
    """bench/bare, by what the build of the service has downloaded."""
    target = os.path.join(folder, "target")
    subprocess.run([os.path.join(ROOT, "mvnw"), "-q", "-o", "-f", os.path.join(HERE, "bare"),
                    f"-Dbare.directory={target}", "package"], check=True, cwd=ROOT, stderr=subprocess.DEVNULL)
    return os.path.join(target, "bare.jar")


def bare_settings(database):
    """A database of its own in the same server."""
    database.run("create database bare;")
    return {
        "spring.datasource.url": f"jdbc:postgresql://127.0.0.1:{database.environment['PGPORT']}/bare",
        "spring.datasource.username": "postgres",
        "spring.datasource.password": database.passwords["postgres"],
    }


def report(ours, bare):
    print(f"\n{'medians':12}{'service':>22}{'bare':>22}{'ratio':>16}{'CPU beside plain bare':>24}")
    plain = median(bare.forms[0].processor)
    for mine, other in zip(ours.forms, bare.forms):
        seconds, processor = median(mine.seconds), median(mine.processor)
        print(
            f"{mine.name:12}{seconds:9.2f} s {processor:6.2f} CPU s{median(other.seconds):9.2f} s "
            f"{median(other.processor):6.2f} CPU s{seconds / median(other.seconds):7.2f} "
            f"{processor / median(other.processor):5.2f} CPU{processor / plain:20.2f} CPU"
        )
    print("\nresident after the README's walk, beside the bare application after its start")
    for mine, other in zip(ours.forms, bare.forms):
        print(f"{mine.name:12}{mine.megabytes:6.0f} MB {other.megabytes:6.0f} MB, ratio {mine.megabytes / other.megabytes:.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    jars = [jar for jar in glob.glob(os.path.join(ROOT, "target", "rhesis-backend-*.jar")) if "sources" not in jar]
    parser.add_argument("--jar", default=os.path.abspath(jars[0]) if jars else None, required=not jars)
    parser.add_argument("--flags", default="", help="of both JVMs, as one text: --flags='-XX:+UseSerialGC'")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()

    folder = tempfile.mkdtemp(prefix="rhesis-startup-")
    target = Target(50)
    print(f"Spring Boot {boot_version(options.jar)}; flags of the JVMs: {options.flags or 'none'}")
    bare_jar = build_bare(folder)
    assert boot_version(bare_jar) == boot_version(options.jar), "bench/bare/pom.xml names another Spring Boot"
    first = Server([java(), "-jar", options.jar], folder, {"rhesis.queue.workers": 0}, "/health/ready")
    print(f"first start, with its own PostgreSQL, schema and demo: {first.seconds:.1f} s, {first.processor:.1f} CPU s")
    try:
        database = Database(os.path.join(folder, "data"))
        settings = database.settings() | {"rhesis.egress.allow": "127.0.0.1"}
        ours = Application("service", options.jar, options.flags, folder, settings, "/health/ready",
                           lambda url: walk(url, target.url))
        bare = Application("bare", bare_jar, options.flags, folder, bare_settings(database), "/actuator/health")
        for number in range(options.rounds):
            print(f"round {number + 1}")
            for mine, other in zip(ours.forms, bare.forms):
                last = number == options.rounds - 1
                ours.measure(mine, last)
                bare.measure(other, last)
        report(ours, bare)
    finally:
        first.stop()
        target.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
