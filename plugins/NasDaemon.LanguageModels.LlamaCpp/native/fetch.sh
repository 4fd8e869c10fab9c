#!/usr/bin/env bash
# Fetches llama.cpp's libraries, which come prebuilt in an npm package, and lays them into native/lib. Nothing of the package is run.
# Usage: native/fetch.sh [--from ARCHIVE]   (an archive that was fetched elsewhere, for machines without a network)
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
readonly package="@node-llama-cpp/linux-x64" version=3.22.1
readonly archive=node-llama-cpp-linux-x64-3.22.1.tgz
readonly sum=0d953e1503d5ab4608d8ed5b739132308c81ac05ffeb760d2a7f30e08a9f90e0
readonly target="$here/lib" inside=package/bins/linux-x64

if [[ "$(cat "$target/.version" 2>/dev/null)" == "$version" ]]; then
  exit 0
fi
if [[ "$(uname -s)-$(uname -m)" != Linux-x86_64 ]]; then
  echo "llama.cpp's libraries are fetched for Linux on x86-64 only; this is $(uname -s) on $(uname -m)." >&2
  exit 1
fi

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
if [[ ${1-} == --from ]]; then
  cp "$2" "$work/$archive"
else
  (cd "$work" && npm pack "$package@$version" --ignore-scripts --loglevel=error >/dev/null)
fi
echo "$sum  $work/$archive" | sha256sum --check --status || {
  echo "The archive of $package@$version has another SHA-256 sum than $sum; it is not used." >&2
  exit 1
}

tar -xzf "$work/$archive" -C "$work" "$inside" package/LICENSE
mkdir -p "$work/lib"
mv "$work/$inside"/libllama.v*.so "$work/$inside"/libggml*.so "$work/package/LICENSE" "$work/lib/"
chmod 0755 "$work/lib"/*.so
echo "$version" >"$work/lib/.version"
rm -rf "$target"
mv "$work/lib" "$target"
