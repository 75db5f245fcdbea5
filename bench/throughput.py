#!/usr/bin/env python3
"""Measures results per second beside the ceiling, concurrency / latency, and the statements for each result."""

import argparse
import os
import re
import time
from statistics import median

from common import seconds_of, stat
from processes import Api, Database, Node, Target, fresh


def seconds(run):
    def parse(text):
        whole, fraction = text.rstrip("Z").split(".") if "." in text else (text.rstrip("Z"), "0")
        return time.mktime(time.strptime(whole, "%Y-%m-%dT%H:%M:%S")) + float("0." + fraction)

    return parse(run["completed_at"]) - parse(run["started_at"])


def measure(api, target, database, tests, repetitions, concurrency):
    endpoint, test_set, metrics = api.endpoint_id, tests, api.metric_ids
    target.reset()
    before = int(database.ask("select xact_commit from pg_stat_database where datname = 'rhesis'"))
    run = api.await_run(api.start(test_set, endpoint, metrics, {
        "max_concurrency": concurrency, "repetitions": repetitions}))
    time.sleep(1.5)
    commits = int(database.ask("select xact_commit from pg_stat_database where datname = 'rhesis'")) - before
    count = run["stats"]["passed"]
    stats = target.stats()
    # the moments at its begin and end, when not all slots are in use, are part of it
    rate = count / seconds(run)
    ceiling = concurrency / (stats["mean_millis"] / 1000)
    print(f"| {concurrency} | {count} | {stats['mean_millis']:.1f} ms | {rate:,.0f}/s | {ceiling:,.0f}/s | "
          f"{100 * rate / ceiling:.0f} % | {stats['most_in_flight']} | {commits / count:.2f} |", flush=True)
    return run


def statements(api, database, tests, concurrency):
    """By the server's own log: every statement, begin and commit included."""
    database.run("alter system set log_statement = 'all'; alter system set log_line_prefix = '%u '; select pg_reload_conf()")
    time.sleep(1)
    begin = os.path.getsize(database.log)
    run = api.start(tests, api.endpoint_id, api.metric_ids, {"max_concurrency": concurrency})
    while api.test_run(run)["state"] in ("Queued", "Progress"):
        time.sleep(2)
    database.run("alter system reset all; select pg_reload_conf()")
    with open(database.log, errors="replace") as file:
        file.seek(begin)
        lines = file.read()
    ours = re.findall(r"^app_(runtime|queue) LOG:  (?:execute [^:]+|statement): *(\w+)", lines, re.MULTILINE)
    count = api.test_run(run)["stats"]["passed"]
    print(f"at {concurrency} calls at a time: {len(ours) / count:.2f} statements for each of {count} results "
          f"({sum(role == 'queue' for role, _ in ours)} of {len(ours)} by the queue; the reads of this script included)")


def cost_of_spans(api, target, node, database, tests, rounds=4):
    """What the spans of a run's own calls cost: an endpoint of a project leaves some, the same one untraced does not."""
    project = api.send("POST", "/projects", {"name": "Traced"})["id"]
    ways = {
        traced: api.endpoint(target.url, project_id=project, disable_tracing=not traced) for traced in (False, True)
    }
    used = {traced: [] for traced in ways}
    for number in range(rounds):
        for traced, endpoint in ways.items():
            before = seconds_of(stat(node.process.pid)), database.processor_seconds_by_connection()
            run = api.await_run(api.start(tests, endpoint, api.metric_ids, {"max_concurrency": 100, "repetitions": 20}))
            time.sleep(2)  # spans are written behind their results
            count = run["stats"]["passed"]
            jvm = (seconds_of(stat(node.process.pid)) - before[0]) * 1000 / count
            postgres = database.processor_seconds_since(before[1]) * 1000 / count
            if number > 0:
                used[traced].append((jvm, postgres))
    for traced, rows in used.items():
        jvm, postgres = (median(column) for column in zip(*rows))
        print(f"at 100 calls at a time, {'with spans' if traced else 'without spans'}: "
              f"processor of one result JVM {jvm:.3f} ms, PostgreSQL {postgres:.3f} ms", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--jar", required=True)
    options.add_argument("--directory", default="/tmp/rhesis-bench-throughput")
    options.add_argument("--millis", type=int, default=50)
    options.add_argument("--spans", action="store_true", help="only what the spans of the run's own calls cost")
    given = options.parse_args()

    directory = fresh(given.directory)
    target = Target(given.millis)
    node = Node(given.jar, directory, "node", 64, heap="2g").ready()
    try:
        database = Database(directory)
        api = Api(node.url)
        api.endpoint_id, api.metric_ids = api.endpoint(target.url), api.metrics()
        tests = api.set(1_000)
        api.await_run(api.start(tests, api.endpoint_id, api.metric_ids, {"max_concurrency": 100, "repetitions": 10}))
        if given.spans:
            cost_of_spans(api, target, node, database, tests)
            return
        print("| calls at a time | results | target took | rate | ceiling | of it | most in flight | commits/result |")
        print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        for concurrency, repetitions in ((10, 3), (100, 20), (500, 30)):
            measure(api, target, database, tests, repetitions, concurrency)
        for concurrency in (10, 100):
            statements(api, database, tests, concurrency)
    finally:
        node.end()
        target.stop()


main()
