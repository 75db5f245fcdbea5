#!/usr/bin/env python3
"""Measures how long GET /health/live takes while documents made to harm are uploaded: one after another, and by four
organizations at once, beside the same request of an idle server before and after. See README.md."""

import argparse
import collections
import http.client
import io
import statistics
import threading
import time
import urllib.parse
import zipfile

from common import Api

PAUSE = 0.01
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def archive(parts, method=zipfile.ZIP_STORED):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as opened:
        for name, content in parts.items():
            opened.writestr(name, content)
    return held.getvalue()


def bomb(repeated):
    """600 kB that unpack to 600 MB."""
    text = f"<w:document xmlns:w='{WORD}'><w:body>" + repeated * (600 * (1 << 20) // len(repeated))
    return archive({"word/document.xml": text}, zipfile.ZIP_DEFLATED)


def nested():
    """An archive in an archive, 5,000 deep. Each layer is put around the last one as bytes: zipfile would copy all."""
    inner = b"at last"
    for _ in range(5_000):
        inner = archive({"inner.zip": inner})
    return inner


def beside():
    inner = archive({"inner.txt": "hidden"})
    text = f"<w:document xmlns:w='{WORD}'><w:body><w:p><w:r><w:t>Covered.</w:t></w:r></w:p></w:body></w:document>"
    return archive({"word/document.xml": text, **{f"word/embeddings/{i}.zip": inner for i in range(5_000)}})


def laughs():
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return f'<!DOCTYPE x [<!ENTITY l0 "lol">{entities}]><x>&l9;</x>'.encode()


def endless():
    """A page of PDF that draws a form, which draws another twice, 60 deep."""

    def stream(number, keys, content):
        return f"{number} 0 obj <<{keys}/Length {len(content)}>> stream\n{content}\nendstream endobj\n"

    pdf = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
    pdf += "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 10 0 R>>>>>> endobj\n"
    pdf += stream(4, "", "/X Do")
    for i in range(60):
        resources = "" if i == 59 else f"/Resources<</XObject<</X {11 + i} 0 R>>>>"
        pdf += stream(10 + i, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + resources, "/X Do /X Do")
    return (pdf + "trailer <</Root 1 0 R/Size 100>>\n%%EOF\n").encode()


def upload(api, name, content):
    """Posts the file as a form does, and answers the status."""
    boundary = "bench-boundary"
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    body = head.encode() + content + f"\r\n--{boundary}--\r\n".encode()
    place = urllib.parse.urlsplit(api.url)
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=120)
    connection.request(
        "POST",
        "/sources/upload",
        body,
        {"Authorization": "Bearer " + api.token, "Content-Type": f"multipart/form-data; boundary={boundary}"},
    )
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


class Health:
    """One caller of /health/live, a hundred times a second at most, who keeps how long each answer took."""

    def __init__(self, url):
        place = urllib.parse.urlsplit(url)
        self.connection = http.client.HTTPConnection(place.hostname, place.port, timeout=60)
        self.taken = []

    def during(self, work):
        self.taken = []
        worker = threading.Thread(target=work)
        worker.start()
        while worker.is_alive():
            start = time.perf_counter()
            self.connection.request("GET", "/health/live")
            answer = self.connection.getresponse()
            answer.read()
            self.taken.append(time.perf_counter() - start)
            if answer.status != 200:
                raise SystemExit(f"/health/live answered {answer.status}")
            time.sleep(PAUSE)
        worker.join()
        taken = sorted(self.taken)
        return statistics.median(taken), taken[int(len(taken) * 0.99)], taken[-1], len(taken)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8080")
    parser.add_argument("--idle", type=float, default=15, help="seconds of each idle phase")
    options = parser.parse_args()
    documents = {
        "elements.docx": bomb("<w:b/>"),
        "blanks.docx": bomb(" "),
        "nested.docx": nested(),
        "beside.docx": beside(),
        "laughs.xml": laughs(),
        "endless.pdf": endless(),
    }
    callers = []
    for _ in range(4):
        callers.append(Api(options.url))
        callers[-1].found_organization()
    answers = collections.Counter()

    def all_of(api):
        for name, content in documents.items():
            answers[f"{name} {upload(api, name, content)}"] += 1

    def four():
        threads = [threading.Thread(target=all_of, args=(api,)) for api in callers]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]

    health = Health(options.url)
    phases = {
        "warming": lambda: time.sleep(options.idle),
        "idle": lambda: time.sleep(options.idle),
        "one after another": lambda: all_of(callers[0]),
        "four at once": four,
        "idle again": lambda: time.sleep(options.idle),
    }
    idle = None
    print(f"{'':20}{'median ms':>12}{'p99 ms':>12}{'highest ms':>12}{'of idle':>10}{'requests':>10}")
    for name, work in phases.items():
        median, late, highest, requests = health.during(work)
        idle = highest if name == "idle" else idle
        ratio = f"{highest / idle:.1f}" if idle else ""
        print(f"{name:20}{median * 1e3:12.2f}{late * 1e3:12.2f}{highest * 1e3:12.1f}{ratio:>10}{requests:10}")
    print(", ".join(f"{count} x {answer}" for answer, count in sorted(answers.items())))


if __name__ == "__main__":
    main()
