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
    """Every condition by itself, what the frontend's drawer puts together, and pages far behind the first."""
    page = f"/telemetry/traces?limit=50&project_id={project}"
    tested = api.get(page + "&trace_source=test")["traces"][0]
    told = api.get(page + "&trace_type=Multi-Turn")["traces"][0]
    called = next(trace for trace in api.get(page)["traces"] if trace["endpoint_id"])
    week = "&start_time_after=2026-11-20T00:00:00Z"
    day = "&start_time_after=2026-11-10T00:00:00Z&start_time_before=2026-11-11T00:00:00Z"
    alone = {
        "page 1": "",
        "page 1,000": "&offset=50000",
        "the last page": "&offset=999950",
        "beyond the end": "&offset=100000000",
        "environment": "&environment=staging",
        "endpoint_id": f"&endpoint_id={called['endpoint_id']}",
        "search, in all": "&search=broken",
        "search, one found": "&search=customer%20123456%20",
        "search, none found": "&search=nowhere",
        "search, a part of a trace id": f"&search={told['trace_id'][4:20]}",
        "span_name": "&span_name=function.answer_7",
        "span_name, none found": "&span_name=nothing",
        "status_code=ERROR": "&status_code=ERROR",
        "status_code=OK": "&status_code=OK",
        "start_time_after": week,
        "start_time_before": "&start_time_before=2026-10-01T00:00:00Z",
        "a day": day,
        "duration_min_ms": "&duration_min_ms=5100",
        "duration_max_ms": "&duration_max_ms=210",
        "test_run_id": f"&test_run_id={tested['test_run_id']}",
        "test_result_id": f"&test_result_id={tested['test_result_id']}",
        "test_id": f"&test_id={tested['test_id']}",
        "conversation_id": f"&conversation_id={told['conversation_id']}",
        "trace_source=test": "&trace_source=test",
        "trace_source=operation": "&trace_source=operation",
        "trace_type=Multi-Turn": "&trace_type=Multi-Turn",
        "trace_type=Single-Turn": "&trace_type=Single-Turn",
        "trace_metrics_status=Pass": "&trace_metrics_status=Pass",
        "trace_metrics_status=Fail": "&trace_metrics_status=Fail",
        "trace_metrics_status=Error": "&trace_metrics_status=Error",
    }
    together = {
        "environment, a week": "&environment=production" + week,
        "tests, failed": "&trace_source=test&trace_metrics_status=Fail",
        "environment, type, search": "&environment=production&trace_type=Single-Turn&search=broken",
    }
    single = {
        "all": "",
        "span_name": "&span_name=tool.look_up_order",
        "span_name, none found": "&span_name=nothing",
        "status_code=ERROR": "&status_code=ERROR",
        "duration_min_ms": "&duration_min_ms=990",
        "a day": day,
        "environment, status, a week": "&environment=production&status_code=ERROR" + week,
        "search, none found": "&search=nowhere&status_code=OK",
    }
    figures = f"/telemetry/metrics?project_id={project}"
    return {
        "all projects": "/telemetry/traces?limit=50",
        **{name: page + more for name, more in alone.items()},
        **{f"{name}, page {number}": page + more + f"&offset={offset}"
           for name, more in together.items() for number, offset in (("1", 0), ("100", 4950))},
        **{f"single spans: {name}, page {number}": page + "&root_spans_only=false" + more + f"&offset={offset}"
           for name, more in single.items() for number, offset in (("1", 0), ("100", 4950))},
        "single spans: all, page 100,000": page + "&root_spans_only=false&offset=4999950",
        "metrics": figures,
        "metrics, environment": figures + "&environment=staging",
        "metrics, a week": figures + week,
        "metrics, a day": figures + day,
    }


class Plan:
    """A statement over traces or spans as it ran: its time, the blocks of 8 kB that it touched, and by which indexes."""

    def __init__(self, milliseconds, text):
        self.milliseconds = milliseconds
        blocks = re.search(r"Buffers: shared((?: \w+=\d+)+)", text)
        self.blocks = sum(int(number) for number in re.findall(r"(?:hit|read)=(\d+)", blocks.group(1))) if blocks else 0
        scans = re.findall(r"(Index Only Scan|Index Scan)(?: Backward)? using ((?:trace|span)_\w+)", text)
        scans += [("Bitmap", index) for index in re.findall(r"Bitmap Index Scan on ((?:trace|span)_\w+)", text)]
        self.indexes = list(dict.fromkeys(index + " alone" * (kind == "Index Only Scan") for kind, index in scans))


def plans(database, work):
    """The statements over traces and spans that `work` has the server run, and the tables of a tenant that one reads whole."""
    lines = [line for line in database.logged(work) if " plan: " in line]
    found = [re.search(r"duration: ([\d.]+) ms  plan: (.*)", line) for line in lines]
    scans = {table for line in lines for table in re.findall(r"Seq Scan on (\w+)", line)}
    read = [Plan(float(plan.group(1)), plan.group(2)) for plan in found if plan]
    return [plan for plan in read if plan.indexes], sorted(scans & database.tenant_tables())


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
    parser.add_argument("--only", default="", help="lists whose name holds this")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()

    api, database = Api(options.url, options.token), Database(options.data)
    if options.token:
        project = api.get("/projects")[0]["id"]
    else:
        project = seed(api, database, options.spans)
        print(f"again without seeding: --token {api.token}", flush=True)
    paths = {name: path for name, path in lists(api, project).items() if options.only in name}
    with database.logging(log_analyze="on", log_buffers="on", log_timing="off"):
        found = {name: plans(database, lambda: api.get(path)) for name, path in paths.items()}
    print(f"a bare count of the same traces: {bare(database, project):.0f} ms")
    print("| list | found | one request | its longest statement | blocks | by |\n| --- | ---: | ---: | ---: | ---: | --- |")
    for name, path in paths.items():
        answer = api.get(path)
        statements, scans = found[name]
        slowest = max(statements, key=lambda plan: plan.milliseconds)
        print(
            f"| {name} | {answer.get('total', answer.get('total_spans')):,} | {median(api, path, options.rounds):,.0f} ms"
            f" | {slowest.milliseconds:,.0f} ms | {slowest.blocks:,} | {', '.join(slowest.indexes)} |"
            + (f" reads whole: {', '.join(scans)}" if scans else ""),
            flush=True,
        )
    longest = api.get(f"/telemetry/traces?limit=1&project_id={project}&{OLDEST}")["traces"][0]
    path = f"/telemetry/traces/{longest['trace_id']}?project_id={project}"
    print(f"{'tree of 10,000 spans':28} {median(api, path, 5):9.1f} ms")
    if any(scans for _, scans in found.values()):
        raise SystemExit("there are plans that read a whole tenant table")


if __name__ == "__main__":
    main()
