#!/usr/bin/env bash
# Strategy choose on the table of NAS-Bench-201 (CIFAR-10), decisions answered by a language model.
# What was asked is asked once for all seeds; with MEMORY, a file, a run that was ended goes on there.
# Usage: bench/run-choose.sh FILE STRATEGY [seeds] [trainings] [threads] [MEMORY], STRATEGY as a task file names it: '{ name: choose, edit: 0.5 }'
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
exec dotnet run --configuration Release --project "$root/bench/NasDaemon.Benchmarks" -- choose "$@"
