# shellcheck shell=bash
# Builds what ./taxon runs, when sources are newer than what was built. Sourced, with $root set.

built=$root/cli/target/taxon
ready=$built/ready # newer than every source; holds the path of the java that it was built with

up_to_date() {
  [ -f "$ready" ] && [ -x "$(<"$ready")" ] || return 1
  # a build by other means leaves a recording that no longer fits
  if [ "$built/lib/taxon-cli.jar" -nt "$ready" ]; then return 1; fi
  ! source_is_newer "$ready"
}

source_is_newer() {
  [ -n "$(find "$root/pom.xml" "$root"/*/pom.xml "$root"/*/src/main -newer "$1" -print -quit)" ]
}

build() {
  . "$root/scripts/toolchain.sh"
  . "$root/scripts/natives.sh"
  . "$root/scripts/cache.sh"
  find_jdk && find_maven || exit 1
  mkdir -p "$root/cli/target"
  # Of two that start at once, one builds and the other waits.
  if command -v flock >/dev/null 2>&1; then
    exec 9>"$root/cli/target/build.lock"
    flock 9
    if up_to_date; then exec 9>&-; return; fi
  fi
  local log started=$SECONDS
  log=$(mktemp "${TMPDIR:-/tmp}/taxon-build.XXXXXX")
  if [ -f "$ready" ]; then
    echo "Sources have changed; building Taxon…" >&2
  else
    echo "Building Taxon (once, about a minute)…" >&2
  fi
  rm -f "$ready"
  touch "$built.begun"
  if ! (cd "$root" && mvn --batch-mode --quiet -DskipTests -pl cli -am package) >"$log" 2>&1; then
    explain_failed_build "$log"
    exit 1
  fi
  # Taxon runs without these as well, only slower.
  unpack_natives "$built/lib" >>"$log" 2>&1 || rm -rf "$built/lib/native"
  make_cache "$built" "$JAVA_HOME/bin/java" "$root" >>"$log" 2>&1 || true
  rm -f "$log"
  printf '%s\n' "$JAVA_HOME/bin/java" >"$built.ready"
  # what was changed meanwhile is built the next time
  if source_is_newer "$built.begun"; then touch -r "$built.begun" "$built.ready"; fi
  mv "$built.ready" "$ready"
  rm -f "$built.begun"
  echo "Built in $((SECONDS - started)) s." >&2
  exec 9>&- || true
}

# Says what went wrong in Maven's own words, without its advice to itself.
explain_failed_build() {
  echo "error: Taxon could not be built" >&2
  grep -a '^\[ERROR\]' "$1" | grep -av -e 'To see the full stack' -e 'Re-run Maven' -e '\[Help 1\]$' -e '^\[ERROR\] *$' \
    -e 'For more information' -e 'After correcting' | sed 's/^\[ERROR\] */  /' | awk '!seen[$0]++' | head -n 20 >&2
  if grep -aqE 'Could not transfer|Unknown host|Connection refused|offline mode' "$1"; then
    echo "  hint: the first build downloads libraries and needs the network" >&2
  fi
  echo "  hint: the whole output is in $1" >&2
}
