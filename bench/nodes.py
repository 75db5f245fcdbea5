#!/usr/bin/env python3
"""Runs 2,000 tests on three application processes, kills one with SIGKILL and stops one with SIGTERM in the middle."""

import argparse
import signal
import time

from processes import Api, Database, Node, Target, fresh


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--jar", required=True)
    options.add_argument("--directory", default="/tmp/rhesis-bench-nodes")
    options.add_argument("--tests", type=int, default=2_000)
    options.add_argument("--millis", type=int, default=200)
    options.add_argument("--concurrency", type=int, default=10)
    given = options.parse_args()

    directory = fresh(given.directory)
    target = Target(given.millis)
    # serves requests and holds the database, and works on no run: the three that do can be ended at will
    host = Node(given.jar, directory, "host", 0).ready()
    database = Database(directory)
    nodes = [Node(given.jar, directory, f"node-{number}", 64, database.settings()) for number in (1, 2, 3)]
    try:
        for node in nodes:
            node.ready()
        api = Api(host.url)
        endpoint = api.endpoint(target.url)
        test_set = api.set(given.tests)
        begin = time.time()
        run = api.start(test_set, endpoint, api.metrics(), {"max_concurrency": given.concurrency})

        def say(what):
            stats = api.test_run(run)["stats"]
            done = stats["passed"] + stats["failed"] + stats["errors"]
            holders = database.ask(
                f"select count(*) from app.target_slot where test_run_id = '{run}' and slots > 0 and expires_at > now()")
            print(f"{time.time() - begin:6.1f} s  {done:5d} results, {holders} nodes hold slots, "
                  f"{target.stats()['most_in_flight']} calls in flight at most: {what}", flush=True)

        def until(share):
            while True:
                stats = api.test_run(run)["stats"]
                if stats["passed"] + stats["failed"] + stats["errors"] >= share * given.tests:
                    return
                time.sleep(0.1)

        until(0.25)
        say("SIGKILL to the first node")
        nodes[0].end(signal.SIGKILL)
        until(0.5)
        say("SIGTERM to the second node")
        took = nodes[1].end(signal.SIGTERM)
        say(f"it stopped within {took:.1f} s")
        done = api.await_run(run)
        say("the run is " + done["state"])

        results, tests, positions = database.ask(f"""
            select count(*), count(distinct test_id), count(distinct position)
            from app.test_result where test_run_id = '{run}' and deleted_at is null""").split("|")
        stats = target.stats()
        print(f"state {done['state']}, stats {done['stats']}")
        print(f"{results} results of {tests} tests at {positions} positions; "
              f"{stats['calls']} calls, {stats['repeated']} tests were asked twice (their node had died with them)")
        print(f"most calls in flight {stats['most_in_flight']}, bound {given.concurrency}")
        good = (done["state"] == "Completed" and done["stats"]["passed"] == given.tests
                and int(results) == int(tests) == given.tests and stats["most_in_flight"] <= given.concurrency)
        print("GOOD" if good else "BAD")
        raise SystemExit(0 if good else 1)
    finally:
        for node in nodes:
            if node.process.poll() is None:
                node.end(signal.SIGKILL)
        host.end()
        target.stop()


main()
