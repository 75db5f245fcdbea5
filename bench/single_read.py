#!/usr/bin/env python3
"""GET /tests/{id} at 16 connections, beside pgbench running the very statements that one such read sends. See README.md."""

import argparse
import os
import statistics
import tempfile

from common import Api, Database, listening_on, requests_per_second, seconds_of, stat


class Side:
    """One way to ask: its headers, and the statements that it sends."""

    def __init__(self, options, api, database, path, headers):
        self.options, self.path, self.headers = options, path, headers
        self.name = "with " + ", ".join(headers) if headers else "without X-Project-Id" if options.project else ""
        api.headers = headers
        with database.logging():
            statements, _ = database.sent_by(lambda: api.get(path))
        print(f"one read {self.name} sends {len(statements)} statements:")
        for statement in statements:
            print("   ", statement[:100])
        with tempfile.NamedTemporaryFile("w", suffix=".sql", delete=False) as script:
            script.write("".join(statement + ";\n" for statement in statements))
        self.script = script.name
        self.rounds = []

    def read(self, seconds):
        options = self.options
        return requests_per_second(
            options.url, self.path, options.token, options.connections, seconds, self.headers
        )

    def warm_up(self):
        """Until the compiler of the JVM has caught up: three rounds that are no faster than the best before them."""
        rates = [self.read(5)]
        while len(rates) < 4 or max(rates[-3:]) > 1.05 * max(rates[:-3]):
            if len(rates) == self.options.warm_up // 5:
                print("the server got faster until the end of the warm-up: repeat with a longer one (--warm-up)")
                break
            rates.append(self.read(5))
        print("warmed up:", ", ".join(f"{rate:.0f}" for rate in rates), "requests/s")

    def measure(self, database, jvm):
        self.rounds.append(Round(self, database, jvm))
        print(f"round {len(self.rounds)} {self.name}: {self.rounds[-1]}", flush=True)

    def __str__(self):
        served, ceiling, ratio, used = (
            statistics.median(getattr(one, name) for one in self.rounds)
            for name in ("served", "ceiling", "ratio", "processor")
        )
        return (
            f"median {self.name}: {served:.0f} requests/s, pgbench {ceiling:.0f} reads/s, ratio {ratio:.2f}, "
            f"processor of one request {used * 1000:.2f} ms"
        )


class Round:
    """The server and pgbench one after the other, and what the machine gave them."""

    def __init__(self, side, database, jvm):
        options = side.options
        before = seconds_of(stat(jvm)), database.processor_seconds()
        self.served = side.read(options.seconds)
        count = self.served * options.seconds
        self.jvm = (seconds_of(stat(jvm)) - before[0]) / count
        self.postgres = (database.processor_seconds() - before[1]) / count
        self.processor = self.jvm + self.postgres
        clients = ["-c", str(options.connections), "-T", str(options.seconds)]
        self.ceiling = database.pgbench(side.script, *clients)
        self.ratio = self.served / self.ceiling

    def __str__(self):
        return (
            f"{self.served:.0f} requests/s, pgbench {self.ceiling:.0f} reads/s, ratio {self.ratio:.2f}; processor of "
            f"one request: JVM {self.jvm * 1000:.2f} ms, PostgreSQL {self.postgres * 1000:.2f} ms"
        )


def ways(options, api, test):
    """The headers of each way to ask."""
    if not options.project:
        return [{}]
    return [{}, {"X-Project-Id": test.get("project_id") or api.get("/projects?limit=1")[0]["id"]}]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8080")
    parser.add_argument("--token", required=True, help="printed at the first start")
    parser.add_argument("--data", default="data/postgres", help="data directory of the embedded database")
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--seconds", type=int, default=8, help="of each side of a round")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--warm-up", type=int, default=180, help="seconds at most")
    parser.add_argument("--project", action="store_true", help="read in turns without and with X-Project-Id")
    options = parser.parse_args()

    api, database = Api(options.url, options.token), Database(options.data)
    test = api.get("/tests?limit=1&sort_order=asc")[0]
    sides = [
        Side(options, api, database, "/tests/" + test["id"], headers) for headers in ways(options, api, test)
    ]
    for side in sides:
        side.warm_up()
    jvm = listening_on(options.url)
    for _ in range(options.rounds):
        for side in sides:
            side.measure(database, jvm)
    for side in sides:
        os.unlink(side.script)
        print(side)


if __name__ == "__main__":
    main()
