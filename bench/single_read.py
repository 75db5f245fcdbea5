#!/usr/bin/env python3
"""GET /tests/{id} at 16 connections, beside pgbench running the very statements that one such read sends.

The statements are taken from the server's own log of one request, so both sides always run the same ones.
Needs wrk and pgbench. See bench/README.md.
"""
import argparse
import json
import os
import re
import statistics
import subprocess
import tempfile
import time
import urllib.request

arguments = argparse.ArgumentParser()
arguments.add_argument("--url", default="http://127.0.0.1:8080")
arguments.add_argument("--token", required=True, help="printed at the first start")
arguments.add_argument("--data", default="data/postgres", help="data directory of the embedded database")
arguments.add_argument("--connections", type=int, default=16)
arguments.add_argument("--seconds", type=int, default=10)
arguments.add_argument("--rounds", type=int, default=3)
options = arguments.parse_args()

with open(os.path.join(options.data, "postmaster.pid")) as pid_file:
    port = pid_file.read().splitlines()[3]
environment = dict(os.environ, PGHOST="127.0.0.1", PGPORT=port, PGDATABASE="rhesis",
                   PGPASSFILE=os.path.abspath(options.data + ".pgpass"))
log_path = options.data + ".log"


def get(path):
    request = urllib.request.Request(options.url + path, headers={"Authorization": "Bearer " + options.token})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def sql(statement):
    return subprocess.run(["psql", "-U", "postgres", "-Atqc", statement], env=environment, check=True,
                          capture_output=True, text=True).stdout


def statements_of_one_read(path):
    """What one request sends, with the parameters put in."""
    sql("alter role app_runtime set log_statement = 'all'")
    # pooled connections keep their settings: end them, and the new ones log
    sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app_runtime'")
    try:
        time.sleep(2)
        for _ in range(5):
            get(path)
        time.sleep(1)
        start = os.path.getsize(log_path)
        get(path)
        time.sleep(1)
    finally:
        sql("alter role app_runtime reset log_statement")
        sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app_runtime'")
    with open(log_path) as log:
        log.seek(start)
        # a statement of several lines goes on without a time in front
        lines = re.sub(r"\n(?!\d{4}-\d\d-\d\d )", " ", log.read()).splitlines()
    found = []
    for line in lines:
        statement = re.search(r"LOG:  (?:statement|execute [^:]+): (.*)", line)
        values = re.search(r"DETAIL:  (?:Parameters|parameters): (.*)", line)
        if statement and not statement.group(1).startswith("SET "):
            found.append(statement.group(1))
        elif values and found:
            given = dict(re.findall(r"\$(\d+) = ('(?:[^']|'')*'|NULL)", values.group(1)))
            found[-1] = re.sub(r"\$(\d+)", lambda place: given[place.group(1)], found[-1])
    return found


def requests_per_second(path):
    out = subprocess.run(["wrk", "-t", "1", "-c", str(options.connections), "-d", f"{options.seconds}s", "--latency",
                          "-H", "Authorization: Bearer " + options.token, options.url + path],
                         check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in out:
        raise SystemExit(out)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))


def transactions_per_second(script):
    out = subprocess.run(["pgbench", "-U", "app_runtime", "-n", "-M", "prepared", "-c", str(options.connections), "-j", "1",
                          "-T", str(options.seconds), "-f", script], env=environment, check=True,
                         capture_output=True, text=True).stdout
    return float(re.search(r"tps = ([\d.]+)", out).group(1))


test = get("/tests?limit=1&sort_order=asc")[0]["id"]
path = f"/tests/{test}"
statements = statements_of_one_read(path)
with tempfile.NamedTemporaryFile("w", suffix=".sql", delete=False) as script:
    script.write("".join(statement + ";\n" for statement in statements))
print(f"one read sends {len(statements)} statements:")
for statement in statements:
    print("   ", statement[:100])
time.sleep(3)
print("warming up")
requests_per_second(path)
rates = []
for number in range(options.rounds):
    served, ceiling = requests_per_second(path), transactions_per_second(script.name)
    rates.append((served, ceiling, served / ceiling))
    print(f"round {number + 1}: {served:.0f} requests/s, pgbench {ceiling:.0f} reads/s, ratio {served / ceiling:.2f}")
middle = [statistics.median(column) for column in zip(*rates)]
print(f"median: {middle[0]:.0f} requests/s, pgbench {middle[1]:.0f} reads/s, ratio {middle[2]:.2f}")
