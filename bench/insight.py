#!/usr/bin/env python3
"""Insights over 1,000,000 results, beside the bare SQL without policies, names and filters. See README.md."""

import argparse
import os
import statistics

from common import Api, Database, timed

MEASURES = "measures=count&measures=passed&measures=failed&measures=pass_rate"
COUNTS = "count(*), count(*) filter (where r.verdict = 'Pass'), count(*) filter (where r.verdict = 'Fail')"
ROWS = "from app.test_result r {joins} where r.organization_id = '{organization}' and r.deleted_at is null"
TEST = "join app.test t on t.organization_id = r.organization_id and t.id = r.test_id"

# what is asked, and the least that SQL must do for it
QUESTIONS = {
    "all": ("", f"select {COUNTS} {ROWS}", ""),
    "by requirement": ("&group_by=requirement", f"select t.requirement_id, {COUNTS} {ROWS} group by 1", TEST),
    "by run": ("&group_by=test_run", f"select r.test_run_id, {COUNTS} {ROWS} group by 1", ""),
    "by requirement, category and topic": (
        "&group_by=requirement&group_by=category&group_by=topic",
        f"select t.requirement_id, t.category_id, t.topic_id, {COUNTS} {ROWS} group by 1, 2, 3",
        TEST,
    ),
    "of one run": ("&test_run_ids={run}", f"select {COUNTS} {ROWS} and r.test_run_id = '{{run}}'", ""),
}


def seed(api, database, runs, tests):
    organization = api.found_organization()
    endpoint = api.send("POST", "/endpoints", {"name": "Bot", "connection_type": "REST", "url": "http://127.0.0.1:1/ask"})["id"]
    configuration = api.send("POST", "/test_configurations", {"endpoint_id": endpoint})["id"]
    ids = [api.send("POST", "/test_runs", {"test_configuration_id": configuration})["id"] for _ in range(runs)]
    with open(os.path.join(os.path.dirname(__file__), "insight.sql")) as file:
        took = database.seconds(f"\\set organization '{organization}'\n\\set tests {tests}\n{file.read()}")
    print(f"seeded {runs * tests:,} results in {took:.0f} s", flush=True)
    return organization, ids[-1]


def median(work, times):
    work()
    return statistics.median(work() for _ in range(times))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8080")
    parser.add_argument("--data", default="data/postgres")
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--tests", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=7)
    options = parser.parse_args()
    api, database = Api(options.url), Database(options.data)
    organization, run = seed(api, database, options.runs, options.tests)
    for name, (parameters, statement, joins) in QUESTIONS.items():
        path = f"/insights?entity=test_result&{MEASURES}{parameters.format(run=run)}"
        bare = statement.format(organization=organization, joins=joins, run=run) + ";"
        ours = median(lambda: timed(lambda: api.get(path))[1], options.times)
        theirs = median(lambda: database.seconds(bare), options.times)
        print(f"{name}: {len(api.get(path)['rows'])} rows in {ours * 1000:.0f} ms, bare SQL {theirs * 1000:.0f} ms, "
              f"{ours / theirs:.2f} times", flush=True)


if __name__ == "__main__":
    main()
