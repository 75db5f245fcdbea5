#!/usr/bin/env python3
"""Two runs of 100,000 results compared, a page of their pairs at depth, history and JUnit, beside the bare SQL. See README.md."""

import argparse
import os
import statistics
import time
import urllib.request

from common import Api, Database, timed

# the outcomes of both runs joined test by test, which no comparison can do without
PAIRS = """
select count(*), count(*) filter (where c.outcome <> b.outcome)
from (select * from app.test_outcome where organization_id = '{organization}' and test_run_id = '{candidate}') c
join (select * from app.test_outcome where organization_id = '{organization}' and test_run_id = '{baseline}') b
    using (test_id, stimulus_hash);
"""

# 100 pairs with one result of each run, without their metrics
PAGE = """
select p.position, p.test_id, p.outcome, c.verdict, c.test_output, b.verdict, b.test_output
from (select * from app.paired_test
      where organization_id = '{organization}' and position > {depth}
        and pairing_id = (select pairing_id from app.comparison where organization_id = '{organization}' and id = '{comparison}')
      order by position
      limit 100) p
left join lateral (select * from app.test_result r
                   where r.organization_id = '{organization}' and r.tested_id = p.test_id and r.test_run_id = '{candidate}'
                     and r.deleted_at is null limit 1) c on true
left join lateral (select * from app.test_result r
                   where r.organization_id = '{organization}' and r.tested_id = p.test_id and r.test_run_id = '{baseline}'
                     and r.deleted_at is null limit 1) b on true
order by p.position;
"""
HISTORY = """
select test_run_id, count(*), count(*) filter (where verdict = 'Pass'), count(*) filter (where verdict = 'Error')
from app.test_result
where organization_id = '{organization}' and test_run_id in ('{candidate}', '{baseline}') and deleted_at is null
group by test_run_id;
"""
# what a test case is made of, in the order of the run
JUNIT = """
select r.tested_id, r.verdict, r.latency_millis, c.prompt, c.requirement, m.name, m.reason
from app.test_result r
left join app.test_content c on c.organization_id = r.organization_id and c.content_hash = r.content_hash
left join app.test_result_metric m on m.organization_id = r.organization_id and m.test_result_id = r.id
                                  and m.is_successful is not true
where r.organization_id = '{organization}' and r.test_run_id = '{candidate}' and r.deleted_at is null
order by r.position;
"""


def runs(api, database, tests):
    organization = api.found_organization()
    name = f"Compared {time.time_ns()}"
    first = {"prompt": {"content": "Hello"}}
    of = api.send("POST", "/test_sets/bulk", {"name": name, "test_set_type": "Single-Turn", "tests": [first]})["id"]
    endpoint = api.send("POST", "/endpoints", {"name": "Bot", "connection_type": "REST", "url": "http://127.0.0.1:1/ask"})["id"]
    configuration = api.send("POST", "/test_configurations", {"endpoint_id": endpoint, "test_set_id": of})["id"]
    baseline, candidate = (api.send("POST", "/test_runs", {"test_configuration_id": configuration})["id"] for _ in range(2))
    values = {"organization": organization, "configuration": configuration, "baseline": baseline, "candidate": candidate}
    with open(os.path.join(os.path.dirname(__file__), "compare.sql")) as file:
        script = file.read()
    variables = "".join(f"\\set {key} '{value}'\n" for key, value in values.items())
    took = database.seconds(f"{variables}\\set tests {tests}\n{script}")
    print(f"seeded in {took:.0f} s", flush=True)
    return organization, of, baseline, candidate


def page_at(api, comparison, depth):
    return timed(lambda: api.get(f"/comparisons/{comparison}/tests?limit=100&cursor={depth}"))[1]


def junit(api, run):
    request = urllib.request.Request(
        f"{api.url}/test_runs/{run}/gate",
        data=b'{"rules": {"min_pass_rate": 0.5}}',
        headers={"Content-Type": "application/json", "Accept": "application/xml", "Authorization": f"Bearer {api.token}"},
    )
    with urllib.request.urlopen(request) as answer:
        return sum(len(block) for block in iter(lambda: answer.read(1 << 16), b""))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8080")
    parser.add_argument("--data", default="data/postgres")
    parser.add_argument("--tests", type=int, default=100_000)
    options = parser.parse_args()
    api, database = Api(options.url), Database(options.data)
    organization, of, baseline, candidate = runs(api, database, options.tests)

    used = database.processor_seconds_by_connection()
    comparison, took = timed(lambda: api.send("POST", f"/test_runs/{candidate}/compare", {"baseline": baseline}))
    print(f"compare: {took:.2f} s, database {database.processor_seconds_since(used):.2f} s of processor; "
          f"{comparison['tests']['paired']} pairs, {comparison['verdict']}, {comparison['pass_rate']['method']}")
    more = [timed(lambda a=alpha: api.send("POST", f"/test_runs/{candidate}/compare", {"baseline": baseline, "alpha": a}))[1]
            for alpha in (0.01, 0.02, 0.1)]
    print(f"compare with other parameters: {statistics.median(more):.2f} s")
    again = timed(lambda: api.send("POST", f"/test_runs/{candidate}/compare", {"baseline": baseline}))[1]
    print(f"the same again: {again:.2f} s")
    values = {"organization": organization, "candidate": candidate, "baseline": baseline, "comparison": comparison["id"]}

    def beside(what, seconds, bare):
        plain = statistics.median(database.seconds(bare) for _ in range(3))
        print(f"{what}: {1000 * seconds:.0f} ms, bare SQL {1000 * plain:.0f} ms, {seconds / plain:.1f} times", flush=True)

    beside("compare", took, PAIRS.format(**values))
    for depth in (0, options.tests // 2, options.tests - 100):
        page = statistics.median(page_at(api, comparison["id"], depth) for _ in range(5))
        beside(f"page of pairs behind {depth}", page, PAGE.format(depth=depth, **values))
    history = statistics.median(timed(lambda: api.get(f"/test_sets/{of}/history"))[1] for _ in range(3))
    beside("history of 2 runs", history, HISTORY.format(**values))
    reports = [timed(lambda: junit(api, candidate)) for _ in range(3)]
    print(f"JUnit: {reports[0][0] / 1e6:.1f} MB")
    beside("JUnit", statistics.median(seconds for _, seconds in reports), JUNIT.format(**values))


if __name__ == "__main__":
    main()
