#!/usr/bin/env python3
"""Lists of traces of a tenant of ten million spans among a hundred tenants by every filter, beside a bare count of the same
traces, and the tree of a trace of 10,000 spans. See README.md."""

import argparse
import os
import re
import statistics

from common import Api, Database, timed

OLDEST = "start_time_before=2010-01-01T00:00:00Z"


def seed(api, database, spans):
    organization = api.found_organization()
    project = api.send("POST", "/projects", {"name": "Shop"})["id"]
    with open(os.path.join(os.path.dirname(__file__), "traces.sql")) as file:
        script = file.read()
    variables = f"\\set organization '{organization}'\n\\set project '{project}'\n\\set spans {spans}\n"
    print(f"seeded in {database.seconds(variables + script):.0f} s", flush=True)
    return project


def lists(api, project):
    page = f"/telemetry/traces?limit=50&project_id={project}"
    tested = api.get(page + "&trace_source=test")["traces"][0]
    told = api.get(page + "&trace_type=Multi-Turn")["traces"][0]
    called = next(trace for trace in api.get(page)["traces"] if trace["endpoint_id"])
    return {
        "page 1": page,
        "page 1,000": page + "&offset=50000",
        "beyond the end": page + "&offset=100000000",
        "all projects": "/telemetry/traces?limit=50",
        "environment": page + "&environment=staging",
        "endpoint_id": page + f"&endpoint_id={called['endpoint_id']}",
        "search, common": page + "&search=broken",
        "search, one found": page + "&search=customer%20123456%20",
        "search, none found": page + "&search=nowhere",
        "span_name": page + "&span_name=function.answer_7",
        "status_code": page + "&status_code=ERROR",
        "a day": page + "&start_time_after=2026-11-10T00:00:00Z&start_time_before=2026-11-11T00:00:00Z",
        "duration": page + "&duration_min_ms=5000&duration_max_ms=5100",
        "test_run_id": page + f"&test_run_id={tested['test_run_id']}",
        "test_result_id": page + f"&test_result_id={tested['test_result_id']}",
        "test_id": page + f"&test_id={tested['test_id']}",
        "conversation_id": page + f"&conversation_id={told['conversation_id']}",
        "trace_source=test": page + "&trace_source=test",
        "trace_source=operation": page + "&trace_source=operation",
        "trace_type=Multi-Turn": page + "&trace_type=Multi-Turn",
        "trace_type=Single-Turn": page + "&trace_type=Single-Turn",
        "trace_metrics_status=Error": page + "&trace_metrics_status=Error",
        "several": page + "&environment=production&status_code=ERROR&trace_source=operation&search=broken",
        "root_spans_only=false": page + "&root_spans_only=false",
        "metrics of a day": f"/telemetry/metrics?project_id={project}"
        "&start_time_after=2026-11-10T00:00:00Z&start_time_before=2026-11-11T00:00:00Z",
    }


def plans(database, work):
    """The indexes of traces and spans that the plans use, and the tables of a tenant that they read as a whole."""
    lines = [line for line in database.logged(work) if " plan: " in line]
    used = {
        index
        for line in lines
        for index in re.findall(r"(?:Scan (?:Backward )?using|Bitmap Index Scan on) ((?:trace|span)_\w+)", line)
    }
    scans = {table for line in lines for table in re.findall(r"Seq Scan on (\w+)", line)}
    return sorted(used), sorted(scans & database.tenant_tables())


def bare(database, project):
    """Milliseconds of the least that a count under a filter needs: one pass over the same traces, without policies."""
    count = f"select count(*) from app.trace where project_id = '{project}' and environment = 'staging';\n"
    return min(database.seconds(count) * 1000 for _ in range(3))


def median(api, path, rounds):
    api.get(path)
    return statistics.median(timed(lambda: api.get(path))[1] * 1000 for _ in range(rounds))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8080")
    parser.add_argument("--data", default="data/postgres", help="the embedded database's directory")
    parser.add_argument("--spans", type=int, default=10_000_000, help="of the largest tenant")
    parser.add_argument("--token", help="of a tenant that an earlier run has seeded")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()

    api, database = Api(options.url, options.token), Database(options.data)
    if options.token:
        project = api.get("/projects")[0]["id"]
    else:
        project = seed(api, database, options.spans)
        print(f"again without seeding: --token {api.token}", flush=True)
    paths = lists(api, project)
    with database.logging():
        found = {name: plans(database, lambda: api.get(path)) for name, path in paths.items()}
    print(f"a bare count of the same traces: {bare(database, project):.0f} ms")
    print(f"{'list':28} {'one request':>12} {'found':>10}  by")
    for name, path in paths.items():
        total = api.get(path).get("total", "")
        used, scans = found[name]
        print(
            f"{name:28} {median(api, path, options.rounds):9.1f} ms {total:>10}  {', '.join(used)}"
            + (f"; reads whole: {', '.join(scans)}" if scans else ""),
            flush=True,
        )
    longest = api.get(f"/telemetry/traces?limit=1&project_id={project}&{OLDEST}")["traces"][0]
    path = f"/telemetry/traces/{longest['trace_id']}?project_id={project}"
    print(f"{'tree of 10,000 spans':28} {median(api, path, 5):9.1f} ms")
    if any(scans for _, scans in found.values()):
        raise SystemExit("there are plans that read a whole tenant table")


if __name__ == "__main__":
    main()
