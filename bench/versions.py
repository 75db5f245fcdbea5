#!/usr/bin/env python3
"""One test added to a set, and a version made of it, with 100,000 tests in the set beside 100. See README.md."""

import argparse
import statistics

from common import timed
from processes import Api, Node, fresh

SIZES = (100, 100_000)
BATCH = 10_000


def test(name):
    return {"prompt": {"content": name}, "requirement": "Answers", "category": "Bench", "topic": f"Topic {len(name) % 7}"}


def filled(api, size):
    """A set of so many tests."""
    test_set = api.send("POST", "/test_sets", {"name": f"Set of {size}"})["id"]
    for begin in range(0, size, BATCH):
        tests = [test(f"Test {size} {number}") for number in range(begin, min(size, begin + BATCH))]
        api.send("POST", "/tests/bulk", {"tests": tests, "test_set_id": test_set})
    return test_set


def one_more(api, test_set, number):
    _, adding = timed(lambda: api.send(
        "POST", "/tests/bulk", {"tests": [test(f"One more {number}")], "test_set_id": test_set}))
    version, making = timed(lambda: api.send("POST", f"/test_sets/{test_set}/versions"))
    assert version["added"] == 1 and version["removed"] == version["changed"] == 0, version
    return 1000 * adding, 1000 * making


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--jar", required=True)
    options.add_argument("--directory", default="/tmp/rhesis-bench-versions")
    options.add_argument("--rounds", type=int, default=100)
    given = options.parse_args()

    node = Node(given.jar, fresh(given.directory), "node", 64, heap="2g").ready()
    try:
        api = Api(node.url)
        sets = {size: filled(api, size) for size in SIZES}
        for size, test_set in sets.items():
            _, first = timed(lambda: api.send("POST", f"/test_sets/{test_set}/versions"))
            print(f"first version of {size}: {1000 * first:.0f} ms")
        times = {size: [] for size in SIZES}
        # in turn, so that what else runs on the machine slows down both
        for number in range(given.rounds):
            for size, test_set in sets.items():
                times[size].append(one_more(api, test_set, number))
        print("| tests in the set | adding one (median) | making the version (median) | both |\n| ---: | ---: | ---: | ---: |")
        for size, rounds in times.items():
            adding, making = (statistics.median(column) for column in zip(*rounds))
            both = statistics.median(sum(each) for each in rounds)
            print(f"| {size:,} | {adding:.1f} ms | {making:.1f} ms | {both:.1f} ms |")
    finally:
        node.end()


main()
