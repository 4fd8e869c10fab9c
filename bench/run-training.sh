#!/usr/bin/env bash
# Our training step against the same network in Python PyTorch, side by side. Usage: bench/run-training.sh [rounds] [network]
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
"$root/plugins/NasDaemon.Engines.LibTorch/native/build.sh"
export OMP_NUM_THREADS=1
exec dotnet run --configuration Release --project "$root/bench/NasDaemon.Benchmarks" -- training "$@"
