#!/usr/bin/env bash
# Tokens a second of a language model in a GGUF file, and what shared prompts spare. Usage: bench/run-model.sh FILE [rounds] [threads]
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
[[ -n ${1-} ]] || { echo "Usage: bench/run-model.sh FILE [rounds] [threads]" >&2; exit 2; }
file="$(realpath "$1")"
shift
"$root/plugins/NasDaemon.LanguageModels.LlamaCpp/native/fetch.sh"
exec dotnet run --configuration Release --project "$root/bench/NasDaemon.Benchmarks" -- model "$file" "$@"
