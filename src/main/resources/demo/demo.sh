#!/bin/sh
# Runs the demo's test set against the built-in target, or against the endpoint whose id is given, and follows the run to
# its report. Made anew at every start.
set -eu
. "$(dirname "$0")/demo.env"
call() { curl --silent --show-error --fail-with-body -H "Authorization: Bearer $TOKEN" "$@"; }

run=$(call -X POST "$API/test_sets/$TEST_SET/execute/${1:-$ENDPOINT}" | sed 's/.*"test_run_id":"\([^"]*\)".*/\1/')
call --no-buffer "$API/test_runs/$run/events" | sed -n 's/^data: *\({"state".*\)/\1/p'
call "$API/test_runs/$run/report" -o report.html
echo "The report is in report.html"
