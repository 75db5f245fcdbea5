#!/usr/bin/env python3
"""Lists of a tenant of a million tests among a thousand tenants, beside pgbench running the very statements. See README.md."""

import argparse
import os
import re
import statistics
import tempfile
import urllib.parse

from common import Api, Database, requests_per_second

PAGE = "/tests?limit=100"


def seed(api, database, tests):
    organization = api.found_organization()
    with open(os.path.join(os.path.dirname(__file__), "lists.sql")) as file:
        script = file.read()
    seconds = database.seconds(f"\\set organization '{organization}'\n\\set tests {tests}\n{script}")
    print(f"seeded in {seconds:.0f} s", flush=True)


def filtered(condition, more="&cursor="):
    return PAGE + more + "&$filter=" + urllib.parse.quote(condition)


def cursor_after(api, skip):
    """The address of the page that begins there, by cursor: the page before it names it."""
    link = api.open("GET", f"{PAGE}&skip={skip - 100}")[1]["Link"]
    return PAGE + "&cursor=" + re.search(r"cursor=([^&>]+)", link).group(1)


def lists(api, tests):
    return {
        "page 1 by cursor": PAGE + "&cursor=",
        "page 1,000 by cursor": cursor_after(api, min(99_900, tests // 2)),
        "last page by cursor": cursor_after(api, tests - 100),
        "page 1 by skip, counted": PAGE,
        "page 1,000 by skip, counted": f"{PAGE}&skip={min(99_900, tests // 2)}",
        "exact count, one row": "/tests?limit=1",
        "a common tag": filtered("tags/any(t: t/name eq 'smoke')"),
        "a rare tag": filtered("tags/any(t: t/name eq 'rare')"),
        "a common tag, counted": filtered("tags/any(t: t/name eq 'smoke')", ""),
        "contains, common": filtered("contains(name, '99')"),
        "contains, 100 found": filtered("contains(name, '00012')"),
        "startswith": filtered("startswith(name, 'Refund 12')"),
        "tag and text, counted": filtered("tags/any(t: t/name eq 'smoke') and contains(name, '99')", ""),
    }


class Measured:
    def __init__(self, options, api, database, path):
        self.path = path
        with database.logging():
            self.statements, self.scans = database.sent_by(lambda: api.get(path))
        with tempfile.NamedTemporaryFile("w", suffix=".sql", delete=False) as script:
            script.write("".join(statement + ";\n" for statement in self.statements))
        requests_per_second(options.url, path, api.token, 1, options.seconds)
        rates = []
        for _ in range(options.rounds):
            served = requests_per_second(options.url, path, api.token, 1, options.seconds)
            rates.append((served, database.pgbench(script.name, "-c", "1", "-T", str(options.seconds))))
        os.unlink(script.name)
        self.milliseconds = statistics.median(1000 / served for served, _ in rates)
        self.ratio = statistics.median(ceiling / served for served, ceiling in rates)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8080")
    parser.add_argument("--data", default="data/postgres", help="the embedded database's directory")
    parser.add_argument("--tests", type=int, default=1_000_000, help="of the largest tenant")
    parser.add_argument("--token", help="of a tenant that an earlier run has seeded")
    parser.add_argument("--seconds", type=int, default=4, help="of each side of a round")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()

    api, database = Api(options.url, options.token), Database(options.data)
    if not options.token:
        seed(api, database, options.tests)
        print(f"again without seeding: --token {api.token}")
    first, scanning = None, []
    print(f"{'list':28} {'one request':>12} {'of pgbench':>11} {'of page 1':>10}  read as a whole")
    for name, path in lists(api, options.tests).items():
        measured = Measured(options, api, database, path)
        first = first or measured.milliseconds
        scanning += measured.scans
        print(
            f"{name:28} {measured.milliseconds:9.1f} ms {measured.ratio:10.2f}x {measured.milliseconds / first:9.2f}x"
            f"  {', '.join(measured.scans) or 'nothing'}",
            flush=True,
        )
    if scanning:
        raise SystemExit("there are plans that read a whole tenant table: " + ", ".join(sorted(set(scanning))))
    print("no plan reads a whole tenant table")


if __name__ == "__main__":
    main()
