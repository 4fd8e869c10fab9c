#!/usr/bin/env bash
# What becomes of a language model's proposals, and what the networks among them reach: the experiments of bench/experiments in a daemon of their own,
# whose inference process is killed at random moments meanwhile. What was done is kept in FOLDER: run again, it goes on where it was.
# Usage: bench/run-funnels.sh MODEL.gguf FOLDER [EXPERIMENT.yaml…] [-- SECONDS between kills, on average; 0 for none]
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
[[ -n ${2-} ]] || { sed -n '2,4s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
export NASDAEMON_MODEL="$(realpath "$1")"
home="$(realpath -m "$2")"
shift 2
experiments=()
while (($# > 0)) && [[ $1 != -- ]]; do
  experiments+=("$1")
  shift
done
pause="${2:-600}"
((${#experiments[@]} > 0)) || experiments=("$root"/bench/experiments/funnel-*.yaml)

dotnet build --configuration Release "$root/src/NasDaemon" -p:NuGetAudit=false --verbosity quiet
nasdaemon="$root/src/NasDaemon/bin/Release/net10.0/nasdaemon"
mkdir -p "$home"
[[ -e $home/nasdaemon.yaml ]] || printf 'workers:\n  count: 1\nlanguage_models:\n  bench: { kind: llama-cpp, path: %s, threads: 1 }\n' "$NASDAEMON_MODEL" > "$home/nasdaemon.yaml"

for dataset in $(sed -n 's/^  - { name: \([^,]*\),.*/\1/p' "${experiments[@]}" | sort -u); do
  "$nasdaemon" data get "$dataset" --home "$home"
done

"$nasdaemon" run --home "$home" >> "$home/daemon.log" 2>&1 &
daemon=$!
killer=
trap 'kill $killer "$daemon" 2> /dev/null || true; wait "$daemon" 2> /dev/null || true' EXIT

if ((pause > 0)); then
  while sleep $((RANDOM % (2 * pause))); do
    pkill -KILL --parent "$daemon" -f model-worker && date '+inference process killed at %T' >> "$home/kills.log" || true
  done &
  killer=$!
fi

for experiment in "${experiments[@]}"; do
  name="$(sed -n 's/^name: //p' "$experiment")"
  [[ -e $home/outbox/$name/report.md ]] && continue
  "$nasdaemon" status --home "$home" --json | grep -q "\"$name\"" || "$nasdaemon" submit "$experiment" --home "$home"
done
for experiment in "${experiments[@]}"; do
  name="$(sed -n 's/^name: //p' "$experiment")"
  until [[ -e $home/outbox/$name/report.md ]]; do
    kill -0 "$daemon"
    sleep 5
  done
  cat "$home/outbox/$name/report.md"
done
