#!/usr/bin/env bash
# Writes real networks as ONNX, checks the files, and compares what they compute with PyTorch. Usage: bench/run-onnx.sh [step] [folder]
# With a step of N only every Nth network is taken; the folder is that of the published sources.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
"$root/tests/NasDaemon.Testing.Onnx/runtime/fetch.sh"
export OMP_NUM_THREADS=1
exec dotnet run --configuration Release --project "$root/bench/NasDaemon.Benchmarks" -- onnx "$@"
