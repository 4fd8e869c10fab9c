#!/usr/bin/env bash
# Fetches the ONNX runtime for Node, which tests and the benchmark compare exported networks with, and lays it into runtime/lib. Usage: runtime/fetch.sh
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
readonly version=1.30.0 target="$here/lib" inside=package/bin/napi-v6/linux/x64
readonly -A sums=(
  [onnxruntime-node]=6e3390d6b783e7be946fad629292799da28d0b42f84856e50d2c1b0383291e75
  [onnxruntime-common]=7906c439e0d3e0f4048caa23b64cdfadc0f455c377f579ce1ab2a4b778f07d5f
)

if [[ "$(cat "$target/.version" 2>/dev/null)" == "$version" ]]; then
  exit 0
fi

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
for package in "${!sums[@]}"; do
  (cd "$work" && npm pack "$package@$version" --ignore-scripts --loglevel=error >/dev/null)
  echo "${sums[$package]}  $work/$package-$version.tgz" | sha256sum --check --status || {
    echo "The archive of $package@$version has another SHA-256 sum than ${sums[$package]}; it is not used." >&2
    exit 1
  }
done

mkdir -p "$work/lib/node_modules/onnxruntime-common"
tar -xzf "$work/onnxruntime-node-$version.tgz" -C "$work" "$inside" package/dist package/package.json
mv "$work/package" "$work/lib/node_modules/onnxruntime-node"
tar -xzf "$work/onnxruntime-common-$version.tgz" -C "$work/lib/node_modules/onnxruntime-common" --strip-components=1
echo "$version" >"$work/lib/.version"
rm -rf "$target"
mv "$work/lib" "$target"
