#!/usr/bin/env bash
# How long an experiment takes from the inbox to the report, in a daemon of its own: by default five strategies on three data sets with 30 seeds,
# 100 trainings each, answered by the table of NAS-Bench-201.
# Usage: bench/run-experiment.sh TABLE.csv [EXPERIMENT.yaml] [workers]
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
table="$(realpath "${1:?Usage: bench/run-experiment.sh TABLE.csv [EXPERIMENT.yaml] [workers]}")"
experiment="$(realpath "${2:-$root/config/examples/nas-bench-201-strategies.yaml}")"
workers="${3:-2}"

dotnet build --configuration Release "$root/src/NasDaemon" -p:NuGetAudit=false --verbosity quiet
nasdaemon="$root/src/NasDaemon/bin/Release/net10.0/nasdaemon"
home="$(mktemp -d)"
mkdir -p "$home/inbox" "$home/data/nasbench"
cp "$table" "$home/data/nasbench/nas-bench-201.csv"
printf 'workers:\n  count: %s\n' "$workers" > "$home/nasdaemon.yaml"

"$nasdaemon" run --home "$home" > "$home/daemon.log" 2>&1 &
daemon=$!
trap 'kill "$daemon" 2> /dev/null || true; wait "$daemon" 2> /dev/null || true; rm -rf "$home"' EXIT

begun=$(date +%s.%N)
"$nasdaemon" submit "$experiment" --home "$home" --follow
ended=$(date +%s.%N)
ticks=$(getconf CLK_TCK)
read -r user kernel < <(awk '{ print $14, $15 }' "/proc/$daemon/stat")
report=("$home"/outbox/*/report.md)
echo
awk -v begun="$begun" -v ended="$ended" -v user="$user" -v kernel="$kernel" -v ticks="$ticks" \
  'BEGIN { printf "%.1f s from submission to report, %.1f s of processor time in the daemon\n", ended - begun, (user + kernel) / ticks }'
echo
cat "${report[0]}"
