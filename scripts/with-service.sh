#!/usr/bin/env bash
# Starts the service (npm start) on a free port, waits until it is ready, runs a command with BASE_URL set, and stops it.
#
#   scripts/with-service.sh curl -fsS "$BASE_URL/health/ready"     (BASE_URL is set for the command; quote it for a shell: sh -c '…')
#
# Data goes to JOBBMATCH_DATA_DIR, or to a temporary folder that is removed afterwards.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
export JOBBMATCH_DATA_DIR="${JOBBMATCH_DATA_DIR:-$scratch/data}"
PORT=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
export PORT
export BASE_URL="http://127.0.0.1:$PORT"
log="$scratch/service.log"

setsid npm start >"$log" 2>&1 &
service=$!

stop() {
  status=$?
  kill -TERM -- "-$service" 2>/dev/null || true
  wait "$service" 2>/dev/null || true
  [ "$status" -eq 0 ] || { echo "--- the end of the service's log"; tail -n 60 "$log"; }
  rm -rf "$scratch"
  exit "$status"
}
trap stop EXIT

started=$(date +%s%N)
until curl -fsS -o /dev/null "$BASE_URL/health/ready" 2>/dev/null; do
  kill -0 "$service" 2>/dev/null || { echo "the service ended before it was ready"; exit 1; }
  [ $(( ($(date +%s%N) - started) / 1000000000 )) -lt 120 ] || { echo "the service was not ready within 120 s"; exit 1; }
  sleep 0.05
done
echo "ready after $(( ($(date +%s%N) - started) / 1000000 )) ms"

"$@"
