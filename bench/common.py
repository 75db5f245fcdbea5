"""What the benchmarks share: the server as a client sees it, its database, and how much processor both use."""

import contextlib
import json
import os
import re
import subprocess
import time
import urllib.error
import urllib.request
import uuid

TICKS = os.sysconf("SC_CLK_TCK")


class Api:
    def __init__(self, url, token=None):
        self.url = url
        self.token = token
        self.headers = {}

    def open(self, method, path, body=None):
        data = body if isinstance(body, (bytes, type(None))) else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, method=method)
        request.add_header("Content-Type", "application/json")
        for name, value in self.headers.items():
            request.add_header(name, value)
        if self.token:
            request.add_header("Authorization", "Bearer " + self.token)
        try:
            with urllib.request.urlopen(request) as answer:
                return json.load(answer), answer.headers
        except urllib.error.HTTPError as refused:
            raise SystemExit(f"{method} {path} answered {refused.code}: {refused.read().decode()}")

    def send(self, method, path, body=None):
        return self.open(method, path, body)[0]

    def get(self, path):
        return self.send("GET", path)

    def found_organization(self):
        """Makes an organization and goes on with a token of it; answers its id."""
        login = {"email": f"bench-{uuid.uuid4()}@example.com", "password": uuid.uuid4().hex}
        code = self.send("POST", "/auth/register", login)["auth_code"]
        self.token = self.send("POST", "/auth/exchange-code", {"code": code})["access_token"]
        organization = self.send("POST", "/organizations", {"name": f"Bench {uuid.uuid4()}"})["id"]
        self.token = self.send("POST", "/tokens", {"name": "bench"})["access_token"]
        return organization


class Database:
    """The embedded PostgreSQL behind the server, through psql and pgbench."""

    def __init__(self, data):
        self.log = data.rstrip("/") + ".log"
        with open(os.path.join(data, "postmaster.pid")) as file:
            lines = file.read().splitlines()
        self.server, port = int(lines[0]), lines[3]
        self.environment = dict(
            os.environ,
            PGHOST="127.0.0.1",
            PGPORT=port,
            PGDATABASE="rhesis",
            PGPASSFILE=os.path.abspath(data.rstrip("/") + ".pgpass"),
        )

    def run(self, script, role="postgres"):
        command = ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-U", role]
        done = subprocess.run(command, input=script, env=self.environment, text=True, capture_output=True)
        if done.returncode != 0:
            raise SystemExit(done.stderr)
        return done.stdout

    def seconds(self, script):
        """How long the statements took, without the start of psql."""
        times = re.findall(r"^Time: ([0-9.]+) ms", self.run("\\timing on\n" + script), re.MULTILINE)
        return sum(float(milliseconds) for milliseconds in times) / 1000

    def pgbench(self, script, *options):
        """Transactions a second of a script that the application's role runs, each statement prepared once."""
        command = ["pgbench", "-U", "app_runtime", "-n", "-M", "prepared", "-j", "1", *options, "-f", script]
        done = subprocess.run(command, env=self.environment, text=True, capture_output=True)
        if done.returncode != 0:
            raise SystemExit(done.stderr)
        return float(re.search(r"tps = ([\d.]+)", done.stdout).group(1))

    def processor_seconds(self):
        """What the connections have used so far; says more than a clock on a busy machine."""
        return sum(self.processor_seconds_by_connection().values())

    def processor_seconds_since(self, before):
        """What the connections have used since `processor_seconds_by_connection`, those that ended left out."""
        return sum(used - before.get(process, 0) for process, used in self.processor_seconds_by_connection().items())

    def processor_seconds_by_connection(self):
        used = {}
        for process in filter(str.isdigit, os.listdir("/proc")):
            found = stat(process)
            if found and int(found[1]) == self.server:
                used[process] = seconds_of(found)
        return used

    def settings_of_the_pool(self, *settings):
        """Sets what the pool's connections begin with, and has them begin anew."""
        self.run("".join(f"alter role app_runtime {setting};\n" for setting in settings))
        self.run("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app_runtime';")
        time.sleep(2)

    def logged(self, work):
        """What the server logs meanwhile, one line each."""
        start = os.path.getsize(self.log)
        work()
        time.sleep(1)
        with open(self.log, "rb") as log:
            log.seek(start)
            text = log.read().decode(errors="replace")
        # what goes on in the next line has no time in front
        return re.sub(r"\n(?!\d{4}-\d\d-\d\d )", " ", text).splitlines()

    @contextlib.contextmanager
    def logging(self, **more):
        """Logs every statement with its plan, as the pool's connections run it.

        `more` are settings of auto_explain, such as `log_analyze="on"`.
        """
        settings = {
            "log_statement": "'all'",
            "session_preload_libraries": "'auto_explain'",
            "auto_explain.log_min_duration": "0",
            "auto_explain.log_parameter_max_length": "0",
            **{f"auto_explain.{name}": value for name, value in more.items()},
        }
        self.settings_of_the_pool(*(f"set {name} = {value}" for name, value in settings.items()))
        try:
            yield
        finally:
            self.settings_of_the_pool(*(f"reset {name}" for name in settings))

    def sent_by(self, work):
        """The statements that `work` makes the server send, with their values in place, and the tables of one tenant
        that a plan of them reads as a whole; under `logging`. It is done many times: the driver prepares, and
        PostgreSQL plans once for all values, what comes again."""
        lines = self.logged(lambda: [work() for _ in range(12)])
        scans = {table for line in lines if " plan: " in line for table in re.findall(r"Seq Scan on (\w+)", line)}
        return statements(self.logged(work)), sorted(scans & self.tenant_tables())

    def tenant_tables(self):
        found = self.run(
            "select table_name from information_schema.columns where table_schema = 'app' and column_name = 'organization_id';"
        )
        return set(found.split())


def statements(lines):
    found = []
    for line in lines:
        statement = re.search(r"LOG:  (?:statement|execute [^:]+): (.*)", line)
        values = re.search(r"DETAIL:  (?:Parameters|parameters): (.*)", line)
        if statement and statement.group(1).strip() and not statement.group(1).startswith("SET "):
            found.append(statement.group(1))
        elif values and found:
            given = dict(re.findall(r"\$(\d+) = ('(?:[^']|'')*'|NULL)", values.group(1)))
            found[-1] = re.sub(r"\$(\d+)", lambda place: given[place.group(1)], found[-1])
    return found


def timed(work):
    """What the work answers, and the seconds that it took."""
    begin = time.perf_counter()
    answer = work()
    return answer, time.perf_counter() - begin


def requests_per_second(url, path, token, connections, seconds, headers=None):
    """Through wrk, which stops the benchmark when anything but the answer comes."""
    command = ["wrk", "-t", "1", "-c", str(connections), "-d", f"{seconds}s", "--timeout", "30s"]
    for name, value in (headers or {}).items():
        command += ["-H", f"{name}: {value}"]
    command += ["-H", "Authorization: Bearer " + token, url + path]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in out or "Socket errors" in out:
        raise SystemExit(out)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))


def stat(process):
    try:
        with open(f"/proc/{process}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()
    except OSError:
        return None


def seconds_of(fields):
    return (int(fields[11]) + int(fields[12])) / TICKS


def listening_on(url):
    """The process that serves the address, found through Linux's own tables."""
    port = int(url.rsplit(":", 1)[1].split("/")[0])
    inodes = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        with open(table) as file:
            for line in file.readlines()[1:]:
                fields = line.split()
                if fields[3] == "0A" and int(fields[1].rsplit(":", 1)[1], 16) == port:
                    inodes.add(f"socket:[{fields[9]}]")
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            files = os.listdir(f"/proc/{process}/fd")
        except OSError:
            continue
        for file in files:
            try:
                if os.readlink(f"/proc/{process}/fd/{file}") in inodes:
                    return int(process)
            except OSError:
                continue
    raise SystemExit(f"nothing listens on {url}")
