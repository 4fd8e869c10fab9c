#!/usr/bin/env bash
# What the networks reach that bench/run-writing.sh left in FOLDER: each new graph is trained once on a part of CIFAR-10 in DATA. What was trained is kept there.
# Usage: bench/run-reached.sh FOLDER DATA
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
[[ -n ${2-} ]] || { sed -n '2,3s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
folder="$(realpath "$1")"
data="$(realpath "$2")"
"$root/plugins/NasDaemon.Engines.LibTorch/native/build.sh"
export OMP_NUM_THREADS=1
exec dotnet run --configuration Release --project "$root/bench/NasDaemon.Benchmarks" -- reached "$folder" "$data"
