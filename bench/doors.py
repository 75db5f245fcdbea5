"""The ways by which spans come in: the SDK's JSON, and OTLP as OpenTelemetry's exporters write it, in protobuf packed by gzip
and in JSON. All of them tell the same spans."""

import calendar
import gzip
import json
import struct
import time

KINDS = {"INTERNAL": 1, "SERVER": 2, "CLIENT": 3}
CODES = {"UNSET": 0, "OK": 1, "ERROR": 2}


class Door:
    """A path, the type of its bodies, and how spans become one."""

    def __init__(self, name, path, write, **headers):
        self.name = name
        self.path = path
        self.write = write
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def nanos(moment):
    seconds, fraction = moment.rstrip("Z").split(".")
    return calendar.timegm(time.strptime(seconds, "%Y-%m-%dT%H:%M:%S")) * 10**9 + int(fraction.ljust(9, "0"))


def any_value(value):
    if isinstance(value, bool):
        return {"boolValue": value}
    if isinstance(value, int):
        return {"intValue": str(value)}
    return {"doubleValue": value} if isinstance(value, float) else {"stringValue": value}


def attributes(given):
    return [{"key": key, "value": any_value(value)} for key, value in given.items()]


def otlp_span(span):
    told = {
        "traceId": span["trace_id"],
        "spanId": span["span_id"],
        "name": span["span_name"],
        "kind": KINDS[span.get("span_kind", "INTERNAL")],
        "startTimeUnixNano": str(nanos(span["start_time"])),
        "endTimeUnixNano": str(nanos(span["end_time"])),
        "attributes": attributes(span["attributes"]),
        "events": [
            {
                "timeUnixNano": str(nanos(event["timestamp"])),
                "name": event["name"],
                "attributes": attributes(event["attributes"]),
            }
            for event in span["events"]
        ],
        "status": {"code": CODES[span["status_code"]]},
    }
    if span["parent_span_id"]:
        told["parentSpanId"] = span["parent_span_id"]
    return told


def otlp(spans):
    """One request of one process, whose resource stands once."""
    resource = {**spans[0]["resource"], "deployment.environment.name": spans[0]["environment"]}
    scope = {"scope": {"name": "support-bot"}, "spans": [otlp_span(span) for span in spans]}
    return {"resourceSpans": [{"resource": {"attributes": attributes(resource)}, "scopeSpans": [scope]}]}


# The messages of OTLP: the number and the type of each field.
VALUE = {"stringValue": (1, str), "boolValue": (2, int), "intValue": (3, int), "doubleValue": (4, float)}
ATTRIBUTE = {"key": (1, str), "value": (2, VALUE)}
EVENT = {"timeUnixNano": (1, "fixed64"), "name": (2, str), "attributes": (3, ATTRIBUTE)}
SPAN = {
    "traceId": (1, bytes),
    "spanId": (2, bytes),
    "parentSpanId": (4, bytes),
    "name": (5, str),
    "kind": (6, int),
    "startTimeUnixNano": (7, "fixed64"),
    "endTimeUnixNano": (8, "fixed64"),
    "attributes": (9, ATTRIBUTE),
    "events": (11, EVENT),
    "status": (15, {"code": (3, int)}),
}
SCOPE_SPANS = {"scope": (1, {"name": (1, str)}), "spans": (2, SPAN)}
RESOURCE_SPANS = {"resource": (1, {"attributes": (1, ATTRIBUTE)}), "scopeSpans": (2, SCOPE_SPANS)}
REQUEST = {"resourceSpans": (1, RESOURCE_SPANS)}


def varint(number):
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def field(number, kind, value):
    if kind is int:
        return varint(number << 3) + varint(int(value))
    if kind is float:
        return varint(number << 3 | 1) + struct.pack("<d", value)
    if kind == "fixed64":
        return varint(number << 3 | 1) + struct.pack("<Q", int(value))
    content = bytes.fromhex(value) if kind is bytes else value.encode() if kind is str else message(kind, value)
    return varint(number << 3 | 2) + varint(len(content)) + content


def message(fields, told):
    return b"".join(
        field(*fields[name], value)
        for name, values in told.items()
        for value in (values if isinstance(values, list) else [values])
    )


DOORS = {
    door.name: door
    for door in (
        Door(
            "sdk",
            "/telemetry/traces",
            lambda spans: json.dumps({"spans": spans}).encode(),
            Content_Type="application/json",
        ),
        Door(
            "protobuf",
            "/v1/traces",
            lambda spans: gzip.compress(message(REQUEST, otlp(spans))),
            Content_Type="application/x-protobuf",
            Content_Encoding="gzip",
        ),
        Door(
            "json",
            "/v1/traces",
            lambda spans: json.dumps(otlp(spans)).encode(),
            Content_Type="application/json",
        ),
    )
}
