#!/usr/bin/env bash
# Strategy choose on the table of NAS-Bench-201 (CIFAR-10), decisions answered by a language model.
# Usage: bench/run-choose.sh FILE STRATEGY [seeds] [trainings] [threads], STRATEGY as a task file names it: '{ name: choose, edit: 0.5 }'
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
exec dotnet run --configuration Release --project "$root/bench/NasDaemon.Benchmarks" -- choose "$@"
