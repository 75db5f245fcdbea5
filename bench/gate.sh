#!/bin/sh
# Does what the pipelines of docs/ci.md do, by curl alone: starts a run, waits for its gate, keeps JUnit and Markdown.
# usage: RHESIS_URL=… RHESIS_TOKEN=… TEST_SET=… ENDPOINT=… [GATE=…] bench/gate.sh [folder]
# Ends with 0 on a pass, 1 on a failure, 2 when it cannot be told.
set -eu
: "${RHESIS_URL:?}" "${RHESIS_TOKEN:?}" "${TEST_SET:?}" "${ENDPOINT:?}"
GATE=${GATE:-'{"baseline": "release", "rules": {"verdict": "not_proven_worse", "max_error_rate": 0.02}}'}
FOLDER=${1:-.}

call() {
    curl -sS --max-time 660 -H "Authorization: Bearer $RHESIS_TOKEN" -H 'Content-Type: application/json' -X POST "$@"
}

RUN=$(call --fail-with-body "$RHESIS_URL/test_sets/$TEST_SET/execute/$ENDPOINT" -d '{}' \
    | sed -n 's/.*"test_run_id" *: *"\([^"]*\)".*/\1/p')
echo "run $RUN"

STATUS=$(call "$RHESIS_URL/test_runs/$RUN/gate?wait=600&fail_status=412&inconclusive_status=424" \
    -H 'Accept: application/xml' -d "$GATE" -o "$FOLDER/gate.xml" -w '%{http_code}')
call "$RHESIS_URL/test_runs/$RUN/gate" -H 'Accept: text/markdown' -d "$GATE" -o "$FOLDER/gate.md"
cat "$FOLDER/gate.md"

case $STATUS in
    200) exit 0 ;;
    412) exit 1 ;;
    424) exit 2 ;;
    *) echo "the gate answered $STATUS:" >&2; cat "$FOLDER/gate.xml" >&2; exit 3 ;;
esac
