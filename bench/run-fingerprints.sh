#!/usr/bin/env bash
# What recognising repeated networks would have spared the published run. Usage: bench/run-fingerprints.sh [folder]
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
exec dotnet run --configuration Release --project "$root/bench/NasDaemon.Benchmarks" -- fingerprints "$@"
