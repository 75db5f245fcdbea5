#!/usr/bin/env python3
"""Measures POST /tests/bulk end to end beside a raw COPY of the same rows, in the same run. See README.md."""

import argparse
import json
import os
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

from common import Api, Database, listening_on, seconds_of, stat

TABLES = ("prompt", "test")


def body(rows, round_number):
    """Tests of ordinary size with ordinary variety: 20 categories, 30 topics and 10 requirements by name."""
    tests = [
        {
            "name": f"Refund {round_number}/{row}",
            "prompt": {
                "content": f"Customer {row} of round {round_number} asks: the parcel came late and the lamp in it is "
                "broken. What do I have to send you, whom do I pay for the way back, and when is my money here?",
                "expected_response": "A friendly answer that names the form, the free label and the 14 days.",
            },
            "category": f"Category {row % 20}",
            "topic": f"Topic {row % 30}",
            "requirement": f"Requirement {row % 10}",
            "priority": row % 4,
            "metadata": {"source": "bench", "row": row},
        }
        for row in range(rows)
    ]
    return json.dumps({"tests": tests}).encode()


class Copies:
    """The rows of organizations, out of the tables, to be copied back into them."""

    def __init__(self, database, organizations, folder):
        self.database = database
        self.organizations = organizations
        self.files = {
            (table, organization): os.path.join(folder, f"{table}-{organization}.csv")
            for organization in organizations
            for table in TABLES
        }

    def take(self):
        self.database.run(
            "".join(
                f"\\copy (select * from app.{table} where organization_id = '{organization}') to '{file}' csv\n"
                for (table, organization), file in self.files.items()
            )
        )
        for table in reversed(TABLES):
            for organization in self.organizations:
                self.database.run(f"delete from app.{table} where organization_id = '{organization}';\n")
            self.database.run(f"vacuum app.{table};")
        self.database.run(
            "".join(
                f"drop table if exists bench.{table}; create table bench.{table} (like app.{table} including all);\n"
                for table in TABLES
            )
        )

    def copy(self, schema, organization):
        copies = "".join(f"\\copy {schema}.{table} from '{self.files[table, organization]}' csv\n" for table in TABLES)
        return self.database.seconds(f"begin;\n{copies}commit;\n")

    def copy_all(self, schema):
        """All organizations at once, as they were made; how long the slowest took."""
        with ThreadPoolExecutor(len(self.organizations)) as pool:
            return max(pool.map(lambda organization: self.copy(schema, organization), self.organizations))


class Round:
    """One call of as many tests from each of several organizations at once, each new, and COPY of the very rows."""

    def __init__(self, options, database, callers, rows, number, folder):
        apis = [Api(options.url) for _ in range(callers)]
        organizations = [api.found_organization() for api in apis]
        sent = body(rows, number)
        jvm = listening_on(options.url)
        before = seconds_of(stat(jvm)), database.processor_seconds_by_connection()
        start = time.perf_counter()
        with ThreadPoolExecutor(callers) as pool:
            for answer in pool.map(lambda api: api.send("POST", "/tests/bulk", sent), apis):
                assert answer["total_tests"] == rows, answer["message"]
        self.bulk = time.perf_counter() - start
        self.jvm = seconds_of(stat(jvm)) - before[0]
        self.postgres = sum(
            seconds - before[1].get(process, 0)
            for process, seconds in database.processor_seconds_by_connection().items()
        )
        copies = Copies(database, organizations, folder)
        copies.take()
        self.same, self.bare = copies.copy_all("app"), copies.copy_all("bench")


def report(rows, callers, rounds):
    made = rows * callers
    print(f"\n{rows} tests a call, {callers} at once, {len(rounds)} rounds", flush=True)
    for title, name in (
        ("POST /tests/bulk, end to end", "bulk"),
        ("  processor of the JVM", "jvm"),
        ("  processor of PostgreSQL", "postgres"),
        ("COPY into the same tables", "same"),
        ("COPY, no foreign keys", "bare"),
    ):
        column = [max(getattr(one, name), 0.001) for one in rounds]
        median, best = statistics.median(column), min(column)
        ratio = statistics.median(one.bulk / other for one, other in zip(rounds, column))
        print(
            f"  {title:29} median {median * 1000:6.0f} ms {made / median:7.0f} rows/s"
            f"   best {best * 1000:6.0f} ms {made / best:7.0f} rows/s   bulk is {ratio:5.2f} times that"
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8080")
    parser.add_argument("--data", default="data/postgres", help="the embedded database's directory")
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--callers", type=int, nargs="+", default=[1, 2], help="how many calls at once")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()

    database = Database(options.data)
    database.run("create schema if not exists bench;")
    with tempfile.TemporaryDirectory() as folder:
        for number in range(8):
            Round(options, database, 1, 10_000, number, folder)
        database.run("vacuum analyze app.prompt;")
        database.run("vacuum analyze app.test;")
        for callers in options.callers:
            for rows in options.rows:
                numbers = range(options.rounds)
                report(rows, callers, [Round(options, database, callers, rows, n, folder) for n in numbers])
    database.run("drop schema bench cascade;")


if __name__ == "__main__":
    main()
