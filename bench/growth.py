#!/usr/bin/env python3
"""What comes right after 10,000 tests were written into a small database, beside the same once more. See README.md."""

import argparse
import time

from processes import Api, Database, Node, Target, fresh


def timed(what, call):
    begin = time.perf_counter()
    answer = call()
    return answer, (what, time.perf_counter() - begin)


def walk(api, endpoint, metrics, tests):
    test_set, made = timed(f"a set of {tests}", lambda: api.set(tests))
    _, page = timed("a page of tests", lambda: api.get("/tests?limit=100"))
    _, of_set = timed("a page of the set", lambda: api.get(f"/test_sets/{test_set}/tests?limit=100"))
    _, download = timed("its download", lambda: api.page(f"/test_sets/{test_set}/download?format=csv"))
    run, ran = timed(
        "its run, 100 calls at a time",
        lambda: api.await_run(api.start(test_set, endpoint, metrics, {"max_concurrency": 100})))
    assert run["stats"]["passed"] == tests, run
    _, report = timed("the report", lambda: api.page(f"/test_runs/{run['id']}/report"))
    return [made, page, of_set, download, ran, report]


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
        for (what, then), (_, now) in zip(first, again):
            print(f"| {what} | {then:.2f} s | {now:.2f} s |")
    finally:
        node.end()
        target.stop()


main()
