#!/usr/bin/env bash
# What a newcomer does, timed: a fresh clone in an empty home, npm ci, npm start, a ranked list over HTTP, and a second start.
#
#   scripts/smoke.sh            as the current user
#   scripts/smoke.sh nobody     as that user (needs root)
set -euo pipefail
user="${1:-}"
checkout=$(cd "$(dirname "$0")/.." && pwd)

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
chmod 755 "$place"
mkdir "$place/home"
git clone --quiet "$checkout" "$place/home/jobbmatch"

run=(env -u XDG_CACHE_HOME -u XDG_CONFIG_HOME -u DATABASE_URL -u JOBBMATCH_DATA_DIR -u PORT -u CI HOME="$place/home" TMPDIR="$place/home")
if [ -n "$user" ]; then
  uid=$(id -u "$user"); gid=$(id -g "$user")
  chown -R "$uid:$gid" "$place/home"
  run=(setpriv --reuid="$uid" --regid="$gid" --clear-groups "${run[@]}")
fi

seconds() { printf '%s: %s s\n' "$1" "$(( ($(date +%s) - $2) ))"; }

cd "$place/home/jobbmatch"
begin=$(date +%s)
"${run[@]}" npm ci --no-audit --no-fund
seconds 'npm ci' "$begin"
# The data folder a plain `npm start` uses, so that the second start finds what the first one left.
run+=(JOBBMATCH_DATA_DIR="$place/home/jobbmatch/.jobbmatch")
"${run[@]}" scripts/with-service.sh node scripts/smoke-ranked-list.mjs
seconds 'from npm ci to a ranked list' "$begin"
again=$(date +%s)
"${run[@]}" scripts/with-service.sh node scripts/smoke-ranked-list.mjs
seconds 'second start to a ranked list, and stop' "$again"
