#!/usr/bin/env bash
# Everything a change must pass, short of what needs root or another Node. CI runs the same (.ci/run).
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$*"; "$@"; }

step npm run --silent typecheck
step npm run --silent lint
step npm run --silent deps
step npm test
