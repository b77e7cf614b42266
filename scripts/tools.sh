# shellcheck shell=bash
# The programs beside Java that tests and the bench use. Sourced by ./dev, from the root of the repository.
# Where CI is set they are installed; elsewhere it is said what is left out without them, and how to get them.

# True when $1 is a Node of version 20 or newer.
node_will_do() {
  local version
  version=$("$1" --version 2>/dev/null) || return 1
  version=${version#v}
  [ "${version%%.*}" -ge 20 ] 2>/dev/null
}

# What is left out without tool $1: prints nothing when the tool is there.
missing_tool() {
  case "$1" in
    tesseract)
      command -v tesseract >/dev/null 2>&1 || { echo "reading scans and pictures"; return; }
      tesseract --list-langs 2>/dev/null | grep -qx deu || echo "reading scans in German"
      ;;
    node)
      if ! node_will_do node || ! command -v npm >/dev/null 2>&1; then echo "the flows of the official npm clients"; fi
      ;;
    pdftotext) command -v pdftotext >/dev/null 2>&1 || echo "PDF speed beside pdftotext (./dev bench)" ;;
    zsh | fish) command -v "$1" >/dev/null 2>&1 || echo "completing in $1" ;;
  esac
}

debian_packages() {
  case "$1" in
    tesseract) echo "tesseract-ocr tesseract-ocr-deu tesseract-ocr-fra" ;;
    node) echo "nodejs npm" ;;
    pdftotext) echo "poppler-utils" ;;
    *) echo "$1" ;;
  esac
}

brew_packages() {
  case "$1" in
    tesseract) echo "tesseract tesseract-lang" ;;
    node) echo "node" ;;
    pdftotext) echo "poppler" ;;
    *) echo "$1" ;;
  esac
}

# Runs apt-get as root: by itself, or through sudo where that asks no password.
apt_get() {
  local as_root=
  command -v apt-get >/dev/null 2>&1 || return 1
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || return 1
    as_root="sudo -n"
  fi
  DEBIAN_FRONTEND=noninteractive $as_root apt-get -qq -o DPkg::Lock::Timeout=120 "$@" >/dev/null
}

# Node 22 from npm, for a distribution whose own Node is too old; goes first on the PATH.
newer_node() {
  local arch folder=$PWD/target/node
  case "$(uname -m)" in
    x86_64) arch=x64 ;;
    aarch64 | arm64) arch=arm64 ;;
    *) return 1 ;;
  esac
  command -v npm >/dev/null 2>&1 || return 1
  mkdir -p "$folder"
  npm install --prefix "$folder" --no-save --silent "node-linux-$arch@22.21.1" >/dev/null || return 1
  export PATH="$folder/node_modules/node-linux-$arch/bin:$PATH"
}

# Looks for the tools named; installs what is missing where CI is set, and says what stays missing.
check_tools() {
  local tool wanted packages=
  for tool in "$@"; do
    [ -z "$(missing_tool "$tool")" ] || packages="$packages $(debian_packages "$tool")"
  done
  if [ -n "$packages" ] && [ -n "${CI:-}" ]; then
    echo "dev: installing$packages"
    # shellcheck disable=SC2086 # a list of words
    apt_get update && apt_get install --no-install-recommends -y $packages \
      || echo "dev: apt-get could not install them (it needs root or sudo without a password)"
    case " $packages " in *" nodejs "*) node_will_do node || newer_node || true ;; esac
  fi
  for tool in "$@"; do
    wanted=$(missing_tool "$tool")
    [ -z "$wanted" ] && continue
    echo "dev: no $tool, so this is skipped: $wanted"
    echo "       Debian, Ubuntu: sudo apt-get install $(debian_packages "$tool");  macOS: brew install $(brew_packages "$tool")"
  done
}
