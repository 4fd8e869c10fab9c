#!/usr/bin/env bash
# What mend, check, finish and repair are worth with a language model. Usage: bench/run-writing.sh FILE FOLDER [proposals] [threads] [examples,…] [arm,…]
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
[[ -n ${2-} ]] || { echo "Usage: bench/run-writing.sh FILE FOLDER [proposals] [threads] [examples,…] [arm,…]" >&2; exit 2; }
file="$(realpath "$1")"
folder="$(realpath -m "$2")"
shift 2
"$root/plugins/NasDaemon.LanguageModels.LlamaCpp/native/fetch.sh"
exec dotnet run --configuration Release --project "$root/bench/NasDaemon.Benchmarks" -- writing "$file" "$folder" "$@"
