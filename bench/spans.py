#!/usr/bin/env python3
"""Measures the intake of spans end to end, by each of its doors, beside a raw COPY of the same rows, in the same run; and
what the index that lists read costs it. See README.md."""

import argparse
import http.client
import os
import secrets
import statistics
import tempfile
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor

from common import Api, Database, listening_on, seconds_of, stat
from doors import DOORS

TABLES = ("trace", "span")
SPANS_OF_A_TRACE = 10
QUESTION = "The parcel came late and the lamp in it is broken. What do I have to send you, and when is my money here? "
ANSWER = "I am sorry to hear that. Send the lamp back with the free label, and the money is there within 14 days. "


def call_of_a_model(span, start):
    """A call as the SDK's integrations tell it: attributes, and events with what was said."""
    span["span_name"], span["span_kind"] = "ai.llm.invoke", "CLIENT"
    span["attributes"] = {
        "ai.operation.type": "llm.invoke",
        "ai.model.provider": "openai",
        "ai.model.name": "gpt-4o-mini",
        "ai.llm.tokens.input": 412,
        "ai.llm.tokens.output": 96,
        "ai.llm.tokens.total": 508,
        "ai.llm.temperature": 0.2,
    }
    span["events"] = [
        {
            "name": name,
            "timestamp": moment(start + 0.1),
            "attributes": {f"{name}.role": role, f"{name}.content": text * 3},
        }
        for name, role, text in (("ai.prompt", "user", QUESTION), ("ai.completion", "assistant", ANSWER))
    ]


def call_of_a_tool(span):
    span["span_name"] = "ai.tool.invoke"
    span["attributes"] = {
        "ai.operation.type": "tool.invoke",
        "ai.tool.name": "find_order",
        "ai.tool.type": "function",
        "ai.tool.input": '{"customer": 4711}',
        "ai.tool.output": '{"order": 8, "state": "delivered", "items": ["lamp"]}',
    }


def moment(seconds):
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + f".{int(seconds % 1 * 1e6):06d}Z"


def trace(project):
    """A turn of a conversation: its function, calls of models and of tools; the root comes last, as from exporters."""
    trace_id, root, start = secrets.token_hex(16), secrets.token_hex(8), time.time()
    spans = []
    for number in range(SPANS_OF_A_TRACE):
        begin = start + number * 0.5
        span = {
            "trace_id": trace_id,
            "span_id": secrets.token_hex(8),
            "parent_span_id": root,
            "project_id": project,
            "environment": "production",
            "start_time": moment(begin),
            "end_time": moment(begin + 0.4),
            "status_code": "OK",
            "status_message": None,
            "events": [],
            "links": [],
            "resource": {
                "service.name": "support-bot",
                "telemetry.sdk.language": "python",
                "telemetry.sdk.name": "opentelemetry",
                "telemetry.sdk.version": "1.38.0",
            },
        }
        if number == SPANS_OF_A_TRACE - 1:
            span.update(span_id=root, parent_span_id=None, span_name="function.answer", start_time=moment(start))
            span["attributes"] = {"function.name": "answer", "rhesis.conversation.input": QUESTION}
        elif number % 3 == 2:
            call_of_a_tool(span)
        else:
            call_of_a_model(span, begin)
        spans.append(span)
    return spans


def bodies(project, spans, batch, door):
    """Batches as exporters make them: of several traces, whose spans may be in two batches."""
    made = [span for _ in range(spans // SPANS_OF_A_TRACE) for span in trace(project)]
    offset = batch // 2
    parts = [made[:offset]] + [made[at : at + batch] for at in range(offset, len(made), batch)]
    return [door.write(part) for part in parts if part]


class Sender:
    """A client that keeps its connection, as exporters do."""

    def __init__(self, url, token, project, door):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc)
        self.path = door.path
        self.headers = {"Authorization": "Bearer " + token, "X-Project-Id": project, **door.headers}

    def send(self, sent):
        for body in sent:
            self.connection.request("POST", self.path, body, self.headers)
            answer = self.connection.getresponse()
            said = answer.read()
            assert answer.status == 200 and b"ejected" not in said, said


class Copies:
    """The rows of an organization, out of the tables, to be copied back into them."""

    def __init__(self, database, organization, folder):
        self.database = database
        self.organization = organization
        self.files = {table: os.path.join(folder, table + ".csv") for table in TABLES}

    def columns(self, table):
        found = self.database.run(
            "select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns "
            f"where table_schema = 'app' and table_name = '{table}' and is_generated = 'NEVER';"
        )
        return found.strip()

    def take(self):
        run = self.database.run
        for table, file in self.files.items():
            of = f"where organization_id = '{self.organization}'"
            run(f"\\copy (select {self.columns(table)} from app.{table} {of}) to '{file}' csv\n")
        run(f"delete from app.trace where organization_id = '{self.organization}';")
        for table in TABLES:
            run(f"vacuum app.{table};")
            run(f"drop table if exists bench.{table}; create table bench.{table} (like app.{table} including all);")

    def copy(self, schema):
        copies = "".join(
            f"\\copy {schema}.{table} ({self.columns(table)}) from '{file}' csv\n" for table, file in self.files.items()
        )
        return self.database.seconds(f"begin;\n{copies}commit;\n")


class Round:
    """As many spans from several exporters of a new organization at once, and COPY of the very rows."""

    def __init__(self, options, database, folder, door):
        api = Api(options.url)
        organization = api.found_organization()
        project = api.send("POST", "/projects", {"name": "Support bot"})["id"]
        share = options.spans // options.senders
        sent = [bodies(project, share, options.batch, door) for _ in range(options.senders)]
        self.bytes = sum(len(body) for one in sent for body in one)
        senders = [Sender(options.url, api.token, project, door) for _ in sent]
        jvm = listening_on(options.url)
        before = seconds_of(stat(jvm)), database.processor_seconds_by_connection()
        start = time.perf_counter()
        with ThreadPoolExecutor(options.senders) as pool:
            list(pool.map(lambda sender, each: sender.send(each), senders, sent))
        self.ingest = time.perf_counter() - start
        self.jvm = seconds_of(stat(jvm)) - before[0]
        self.postgres = database.processor_seconds_since(before[1])
        of = f"where organization_id = '{organization}'"
        stored = database.run(f"select count(*), sum((select sum(span_count) from app.trace {of})) / count(*) "
                              f"from app.span {of};").strip()
        assert stored.split("|")[0] == str(share * options.senders), stored
        copies = Copies(database, organization, folder)
        copies.take()
        self.same, self.bare = copies.copy("app"), copies.copy("bench")


def report(options, title, rounds):
    print(
        f"\n{title}: {options.spans} spans of {rounds[0].bytes // options.spans} bytes, {options.senders} senders,"
        f" {options.batch} spans a request, {len(rounds)} rounds"
    )
    for name, measured in (
        ("end to end", "ingest"),
        ("  processor of the JVM", "jvm"),
        ("  processor of PostgreSQL", "postgres"),
        ("COPY into the same tables", "same"),
        ("COPY, no foreign keys", "bare"),
    ):
        column = [max(getattr(one, measured), 0.001) for one in rounds]
        median, best = statistics.median(column), min(column)
        ratio = statistics.median(one.ingest / other for one, other in zip(rounds, column))
        print(
            f"  {name:27} median {median * 1000:6.0f} ms {options.spans / median:7.0f} spans/s"
            f"   best {best * 1000:6.0f} ms {options.spans / best:7.0f} spans/s   ingest is {ratio:5.2f} times that",
            flush=True,
        )


def by_doors(options, measure):
    """Each round has all doors in turn, so that they meet the same machine."""
    doors = [DOORS[name] for name in options.door]
    turns = [[measure(door) for door in doors] for _ in range(options.rounds)]
    for door, rounds in zip(doors, zip(*turns)):
        report(options, f"{door.name}, {door.path}", rounds)


def by_indexes(options, measure, database):
    """Each round has all forms of the index that lists of traces read."""
    today = database.run("select pg_get_indexdef('app.trace_page'::regclass);").strip()
    key = "create index trace_page on app.trace (organization_id, project_id, root_start_time desc, id desc)"
    forms = {"the columns of filters in the index": today, "its key alone": key, "no such index": ""}
    rounds = {form: [] for form in forms}
    try:
        for _ in range(options.rounds):
            for form, index in forms.items():
                database.run(f"drop index if exists app.trace_page; {index};")
                rounds[form].append(measure(DOORS[options.door[0]]))
    finally:
        database.run(f"drop index if exists app.trace_page; {today};")
    for form in forms:
        report(options, form, rounds[form])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8080")
    parser.add_argument("--data", default="data/postgres", help="the embedded database's directory")
    parser.add_argument("--door", nargs="+", choices=DOORS, default=["sdk"], help="by which spans come, in turn")
    parser.add_argument("--indexes", action="store_true", help="with and without the index of lists, in turn")
    parser.add_argument("--spans", type=int, default=10_000, help="of one round")
    parser.add_argument("--batch", type=int, nargs="+", default=[100, 500], help="spans of a request; the SDK sends 100")
    parser.add_argument("--senders", type=int, default=4)
    parser.add_argument("--warm-up", type=int, default=4, help="rounds that do not count")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    batches = options.batch
    database = Database(options.data)
    database.run("create schema if not exists bench;")
    with tempfile.TemporaryDirectory() as folder:

        def measure(door):
            return Round(options, database, folder, door)

        options.batch = batches[0]
        for _ in range(options.warm_up):
            for name in options.door:
                measure(DOORS[name])
        for options.batch in batches:
            if options.indexes:
                by_indexes(options, measure, database)
            else:
                by_doors(options, measure)
    database.run("drop schema bench cascade;")


if __name__ == "__main__":
    main()
