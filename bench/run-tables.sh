#!/usr/bin/env bash
# A strategy on the table of NAS-Bench-201, through the whole pipeline: what it reaches and what a training costs.
# Usage: bench/run-tables.sh STRATEGY [data set] [seeds] [trainings] [epochs], STRATEGY as a task file names it
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
exec dotnet run --configuration Release --project "$root/bench/NasDaemon.Benchmarks" -- tables "$@"
