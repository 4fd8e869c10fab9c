#!/usr/bin/env bash
# Text to graph, shapes, cost and fingerprints over the published sources, beside Python. Usage: bench/run-tracing.sh [rounds] [folder]
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
export OMP_NUM_THREADS=1
exec dotnet run --configuration Release --project "$root/bench/NasDaemon.Benchmarks" -- tracing "$@"
