#!/usr/bin/env bash
# The strategy "bayesian" on the table of NAS-Bench-201: alone, after a search on another data set, and after a misleading one; and on that of NAS-Bench-Macro.
# Usage: bench/run-bayesian.sh [seeds] [alone|archive|misleading|macro|time]
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
exec dotnet run --configuration Release --project "$root/bench/NasDaemon.Benchmarks" -- bayesian "$@"
