#!/usr/bin/env python3
"""What comes right after 10,000 tests were written into a small database, beside the same once more. See README.md."""

import argparse
import time

from common import timed
from processes import Api, Database, Node, Target, fresh


def walk(api, endpoint, metrics, tests):
    """The seconds that each thing took, by its name."""
    test_set, made = timed(lambda: api.set(tests))
    _, page = timed(lambda: api.get("/tests?limit=100"))
    _, of_set = timed(lambda: api.get(f"/test_sets/{test_set}/tests?limit=100"))
    _, download = timed(lambda: api.page(f"/test_sets/{test_set}/download?format=csv"))
    run, ran = timed(lambda: api.await_run(api.start(test_set, endpoint, metrics, {"max_concurrency": 100})))
    assert run["stats"]["passed"] == tests, run
    _, report = timed(lambda: api.page(f"/test_runs/{run['id']}/report"))
    return {
        f"a set of {tests}": made,
        "a page of tests": page,
        "a page of the set": of_set,
        "its download": download,
        "its run, 100 calls at a time": ran,
        "the report": report,
    }


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--jar", required=True)
    options.add_argument("--directory", default="/tmp/rhesis-bench-growth")
    options.add_argument("--tests", type=int, default=10_000)
    given = options.parse_args()

    directory = fresh(given.directory)
    target = Target(50)
    node = Node(given.jar, directory, "node", 64, heap="2g").ready()
    try:
        api = Api(node.url)
        endpoint, metrics = api.endpoint(target.url), api.metrics()
        walk(api, endpoint, metrics, 3)
        database = Database(directory)
        # from here on every statement is planned for the dozen rows that there are
        database.run("vacuum analyze;")
        database.run("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app_runtime';")
        time.sleep(2)
        walk(api, endpoint, metrics, 3)
        first, again = (walk(api, endpoint, metrics, given.tests) for _ in range(2))
        print("| | when the database was small | once more |\n| --- | ---: | ---: |")
        for what, then in first.items():
            print(f"| {what} | {then:.2f} s | {again[what]:.2f} s |")
    finally:
        node.end()
        target.stop()


main()
