#!/usr/bin/env python3
"""Measures POST /telemetry/remap over many spans, and counts that none is lost or doubled. See README.md."""

import argparse
import time

from common import Api, Database, listening_on, seconds_of, stat
from spans import SPANS_OF_A_TRACE, trace


def columns(database, table, *made):
    """The columns of a table that copies have as they are."""
    listed = database.run(
        "select column_name from information_schema.columns where table_schema = 'app' "
        f"and table_name = '{table}' and is_generated = 'NEVER' order by ordinal_position;"
    ).split()
    return ", ".join(name for name in listed if name not in made)


def seed(database, organization, spans):
    """Copies of one trace that was sent, as if an earlier version had read hardly anything in them, and that wrongly."""
    of = f"where organization_id = '{organization}'"
    of_trace = columns(database, "trace", "id", "trace_id", "total_tokens", "conversation_id", "search_text")
    derived = {
        "mapping_version": "0", "dialect": "null", "operation": "null", "input": "null", "output": "null",
        "provider": "null", "model": "null", "input_tokens": "null", "output_tokens": "null", "total_tokens": "1",
        "tool_calls": "null", "end_user": "null", "conversation_id": "'wrong'",
    }
    of_span = columns(database, "span", "id", "trace_key", *derived)
    database.run(
        f"""
        create temporary table copies as
        select uuidv7() as id, uuid_send(uuidv7()) as trace_id
        from generate_series(1, {spans // SPANS_OF_A_TRACE - 1});
        insert into app.trace (id, trace_id, total_tokens, conversation_id, search_text, {of_trace})
        select c.id, c.trace_id, t.span_count, 'wrong', '', {of_trace.replace(", ", ", t.").join(("t.", ""))}
        from copies c, (select * from app.trace {of}) as t;
        insert into app.span (id, trace_key, {", ".join(derived)}, {of_span})
        select uuidv7(), c.id, {", ".join(derived.values())}, {of_span.replace(", ", ", s.").join(("s.", ""))}
        from copies c, (select * from app.span {of}) as s;
        update app.span set mapping_version = 0 {of} and mapping_version > 0;
        analyze app.trace;
        analyze app.span;
        """
    )


def state(database, organization):
    """The sums that a lost or doubled span would change."""
    of = f"where organization_id = '{organization}'"
    return database.run(
        f"""
        select (select count(*) from app.span {of}), (select count(distinct span_id || uuid_send(trace_key)) from app.span {of}),
               (select count(*) from app.span {of} and mapping_version = 0),
               (select sum(total_tokens) from app.span {of}),
               (select sum(total_tokens) from app.trace {of}), (select count(distinct total_tokens) from app.trace {of});
        """
    ).strip()


def await_end(api, remap):
    told = time.perf_counter()
    while True:
        now = api.get("/telemetry/remap/" + remap)
        if now["state"] == "Completed":
            return now
        if time.perf_counter() - told > 15:
            told = time.perf_counter()
            print(f"  {now['done_spans']} of {now['total_spans']}", flush=True)
        time.sleep(0.2)


def prepare(options, database):
    """An organization with outdated spans; answers its id, a client of it, and the tokens that all spans tell."""
    api = Api(options.url)
    organization = api.found_organization()
    project = api.send("POST", "/projects", {"name": "Support bot"})["id"]
    api.send("POST", "/telemetry/traces", {"spans": trace(project)})
    tokens = int(state(database, organization).split("|")[3])
    seed(database, organization, options.spans)
    seeded = state(database, organization)
    assert seeded.startswith(f"{options.spans}|{options.spans}|{options.spans}|"), seeded
    return organization, api, tokens * (options.spans // SPANS_OF_A_TRACE)


def measure(options, database, organization, api, tokens):
    jvm = listening_on(options.url)
    before = seconds_of(stat(jvm)), database.processor_seconds_by_connection()
    start = time.perf_counter()
    done = await_end(api, api.send("POST", "/telemetry/remap", {})["id"])
    took = time.perf_counter() - start
    processor = seconds_of(stat(jvm)) - before[0], database.processor_seconds_since(before[1])
    assert done["done_spans"] == done["total_spans"] == options.spans, done
    after = state(database, organization)
    assert after == f"{options.spans}|{options.spans}|0|{tokens}|{tokens}|1", "lost or doubled: " + after
    plain = database.seconds(
        "update app.span set mapping_version = mapping_version, total_tokens = total_tokens "
        f"where organization_id = '{organization}';\n"
    )
    print(
        f"{options.spans} spans in {options.spans // SPANS_OF_A_TRACE} traces read anew in {took:.0f} s, "
        f"{options.spans / took:.0f} a second; processor: JVM {processor[0]:.0f} s, PostgreSQL {processor[1]:.0f} s; "
        f"none lost, none doubled\n"
        f"UPDATE of these rows by one statement, which reads and computes nothing: {plain:.0f} s"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8080")
    parser.add_argument("--data", default="data/postgres", help="the embedded database's directory")
    parser.add_argument("--spans", type=int, default=1_000_000)
    options = parser.parse_args()
    database = Database(options.data)
    measure(options, database, *prepare(options, database))


if __name__ == "__main__":
    main()
