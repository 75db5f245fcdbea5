#!/usr/bin/env python3
"""GET /tests/{id} at 16 connections, beside pgbench running the very statements that one such read sends. See README.md."""

import argparse
import os
import statistics
import tempfile

from common import Api, Database, listening_on, requests_per_second, seconds_of, stat


def read(options, path, seconds):
    return requests_per_second(options.url, path, options.token, options.connections, seconds)


def warm_up(options, path):
    """Until the compiler of the JVM has caught up: three rounds that are no faster than the best before them."""
    rates = [read(options, path, 5)]
    while len(rates) < 4 or max(rates[-3:]) > 1.05 * max(rates[:-3]):
        if len(rates) == options.warm_up // 5:
            print("the server got faster until the end of the warm-up: repeat with a longer one (--warm-up)")
            break
        rates.append(read(options, path, 5))
    print("warmed up:", ", ".join(f"{rate:.0f}" for rate in rates), "requests/s")


class Round:
    """Both sides one after the other, and what the machine gave them."""

    def __init__(self, options, database, jvm, path, script):
        before = seconds_of(stat(jvm)), database.processor_seconds()
        self.served = read(options, path, options.seconds)
        count = self.served * options.seconds
        self.jvm = (seconds_of(stat(jvm)) - before[0]) / count
        self.postgres = (database.processor_seconds() - before[1]) / count
        clients = ["-c", str(options.connections), "-T", str(options.seconds)]
        self.ceiling = database.pgbench(script, *clients)
        self.ratio = self.served / self.ceiling

    def __str__(self):
        return (
            f"{self.served:.0f} requests/s, pgbench {self.ceiling:.0f} reads/s, ratio {self.ratio:.2f}; processor of "
            f"one request: JVM {self.jvm * 1000:.2f} ms, PostgreSQL {self.postgres * 1000:.2f} ms"
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8080")
    parser.add_argument("--token", required=True, help="printed at the first start")
    parser.add_argument("--data", default="data/postgres", help="data directory of the embedded database")
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--seconds", type=int, default=8, help="of each side of a round")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--warm-up", type=int, default=180, help="seconds at most")
    options = parser.parse_args()

    api, database = Api(options.url, options.token), Database(options.data)
    path = "/tests/" + api.get("/tests?limit=1&sort_order=asc")[0]["id"]
    with database.logging():
        statements, _ = database.sent_by(lambda: api.get(path))
    print(f"one read sends {len(statements)} statements:")
    for statement in statements:
        print("   ", statement[:100])
    with tempfile.NamedTemporaryFile("w", suffix=".sql", delete=False) as script:
        script.write("".join(statement + ";\n" for statement in statements))

    warm_up(options, path)
    jvm = listening_on(options.url)
    rounds = []
    for number in range(options.rounds):
        rounds.append(Round(options, database, jvm, path, script.name))
        print(f"round {number + 1}: {rounds[-1]}", flush=True)
    os.unlink(script.name)
    served, ceiling, ratio = (
        statistics.median(getattr(one, name) for one in rounds) for name in ("served", "ceiling", "ratio")
    )
    print(f"median: {served:.0f} requests/s, pgbench {ceiling:.0f} reads/s, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
