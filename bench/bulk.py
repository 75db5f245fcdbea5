#!/usr/bin/env python3
"""Measures POST /tests/bulk end to end beside a raw COPY of the same rows, in the same run. See README.md."""

import argparse
import json
import os
import re
import statistics
import subprocess
import tempfile
import time
import urllib.request
import uuid

TABLES = ("prompt", "test")


class Api:
    def __init__(self, url):
        self.url = url
        self.token = None

    def send(self, method, path, body=None):
        data = body if isinstance(body, (bytes, type(None))) else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, method=method)
        request.add_header("Content-Type", "application/json")
        if self.token:
            request.add_header("Authorization", "Bearer " + self.token)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def found_organization(self):
        login = {"email": f"bench-{uuid.uuid4()}@example.com", "password": uuid.uuid4().hex}
        code = self.send("POST", "/auth/register", login)["auth_code"]
        self.token = self.send("POST", "/auth/exchange-code", {"code": code})["access_token"]
        organization = self.send("POST", "/organizations", {"name": f"Bench {uuid.uuid4()}"})["id"]
        self.token = self.send("POST", "/tokens", {"name": "bench"})["access_token"]
        return organization


class Database:
    """psql as a role that may COPY, which the application's role may not under row policies."""

    def __init__(self, data):
        with open(os.path.join(data, "postmaster.pid")) as file:
            self.server, port = (int(line) for number, line in enumerate(file) if number in (0, 3))
        self.dsn = f"host=127.0.0.1 port={port} user=postgres dbname=rhesis"
        self.environment = dict(os.environ, PGPASSFILE=data.rstrip("/") + ".pgpass")

    def run(self, script):
        command = ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", self.dsn]
        done = subprocess.run(command, input=script, env=self.environment, text=True, capture_output=True)
        if done.returncode != 0:
            raise SystemExit(done.stderr)
        return done.stdout

    def seconds(self, script):
        """How long the statements took, without the start of psql."""
        times = re.findall(r"^Time: ([0-9.]+) ms", self.run("\\timing on\n" + script), re.MULTILINE)
        return sum(float(milliseconds) for milliseconds in times) / 1000

    def processor_seconds(self):
        """What the connections have used so far, by process; says more than a clock on a busy machine."""
        ticks = os.sysconf("SC_CLK_TCK")
        used = {}
        for process in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{process}/stat") as file:
                    fields = file.read().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == self.server:
                used[process] = (int(fields[11]) + int(fields[12])) / ticks
        return used


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


def measure_bulk(api, rows, round_number):
    sent = body(rows, round_number)
    start = time.perf_counter()
    answer = api.send("POST", "/tests/bulk", sent)
    seconds = time.perf_counter() - start
    assert answer["total_tests"] == rows, answer["message"]
    return seconds


def measure_copies(database, organization, folder):
    """COPY of the rows that the bulk has made: into the same tables, and into tables with the indexes alone."""
    mine = f"where organization_id = '{organization}'"
    files = {table: os.path.join(folder, table + ".csv") for table in TABLES}
    database.run("".join(f"\\copy (select * from app.{t} {mine}) to '{files[t]}' csv\n" for t in TABLES))
    database.run("".join(f"delete from app.{table} {mine};\n" for table in reversed(TABLES)))
    database.run(
        "".join(
            f"drop table if exists bench.{table}; create table bench.{table} (like app.{table} including all);\n"
            for table in TABLES
        )
    )
    return copy(database, "app", files), copy(database, "bench", files)


def copy(database, schema, files):
    copies = "".join(f"\\copy {schema}.{table} from '{files[table]}' csv\n" for table in TABLES)
    return database.seconds(f"begin;\n{copies}commit;\n")


def measure_round(api, database, rows, round_number, folder):
    organization = api.found_organization()
    before = database.processor_seconds()
    bulk = measure_bulk(api, rows, round_number)
    after = database.processor_seconds()
    used = sum(seconds - before.get(process, 0) for process, seconds in after.items())
    return (bulk, used, *measure_copies(database, organization, folder))


def report(rows, times):
    bulks, used, same, bare = zip(*times)
    print(f"\n{rows} tests, {len(times)} rounds", flush=True)
    for name, column in (
        ("POST /tests/bulk, end to end", bulks),
        ("  of it PostgreSQL's processor", used),
        ("COPY into the same tables", same),
        ("COPY, no foreign keys", bare),
    ):
        median, best = statistics.median(column), min(column)
        ratio = statistics.median(bulk / other for bulk, other in zip(bulks, column) if other) if any(column) else 0
        print(
            f"  {name:31} median {median * 1000:6.0f} ms {rows / max(median, 0.001):8.0f} rows/s"
            f"   best {best * 1000:6.0f} ms {rows / max(best, 0.001):8.0f} rows/s   bulk is {ratio:5.2f} times that"
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8080")
    parser.add_argument("--data", default="data/postgres", help="the embedded database's directory")
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()

    database = Database(options.data)
    database.run("create schema if not exists bench;")
    api = Api(options.url)
    with tempfile.TemporaryDirectory() as folder:
        for round_number in range(5):
            measure_round(api, database, 2_000, round_number, folder)
        for rows in options.rows:
            rounds = range(options.rounds)
            report(rows, [measure_round(api, database, rows, number, folder) for number in rounds])
    database.run("drop schema bench cascade;")


if __name__ == "__main__":
    main()
