#!/usr/bin/env bash
# Builds libnasdaemon_torch.so. Usage: build.sh [output folder]; LIBTORCH=/path picks another libtorch than the system's.
# Running it again rebuilds only what changed.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
output="${1:-$here/build}"
library="libnasdaemon_torch.so"

for tool in cmake c++; do
    if ! command -v "$tool" > /dev/null; then
        echo "$tool is missing. Install it: apt-get install cmake g++" >&2
        exit 1
    fi
done

generator=()
if [[ ! -f "$here/build/CMakeCache.txt" ]] && command -v ninja > /dev/null; then
    generator=(-G Ninja)
fi

cmake -S "$here" -B "$here/build" "${generator[@]}" -DLIBTORCH="${LIBTORCH:-}" > /dev/null
cmake --build "$here/build" --parallel "$(nproc)"

if [[ "$(realpath -m "$output")" != "$here/build" ]]; then
    mkdir -p "$output"
    # By rename, so that a process that runs the old one keeps it.
    cp "$here/build/$library" "$output/.$library.new"
    mv "$output/.$library.new" "$output/$library"
fi
