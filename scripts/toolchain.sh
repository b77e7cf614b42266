# shellcheck shell=bash
# Finds JDK 25 and Maven, or says plainly how to get them. Sourced by ./taxon and ./dev.

# Feature version of the java in folder $1, or 0.
jdk_version() {
  [ -x "$1/bin/java" ] || { echo 0; return; }
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
  else
    "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
  fi
}

# Folders that may hold a JDK, one a line.
jdk_places() {
  local path_java
  path_java=$(command -v java 2>/dev/null || true)
  if [ -n "$path_java" ]; then
    path_java=$(readlink -f "$path_java" 2>/dev/null || echo "$path_java")
  fi
  printf '%s\n' "${JAVA_HOME:-}" "${path_java%/bin/java}"
  usual_jdk_places
}

usual_jdk_places() {
  printf '%s\n' /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "/c/Program Files/Eclipse Adoptium"/*
}

# Sets JAVA_HOME to a JDK 25 or newer; the default java may be older.
find_jdk() {
  local candidate best="" best_version=99999 version
  while IFS= read -r candidate; do
    if [ -z "$candidate" ] || [ ! -x "$candidate/bin/javac" ]; then continue; fi
    version=$(jdk_version "$candidate")
    [ "${version:-0}" -ge 25 ] 2>/dev/null || continue
    # the oldest that will do: 25 is the long-term one that the build is checked with
    if [ "$version" -lt "$best_version" ]; then best=$candidate best_version=$version; fi
  done < <(jdk_places)
  if [ -z "$best" ]; then
    cat >&2 <<'TEXT'
Taxon needs JDK 25, and none was found in JAVA_HOME, on the PATH or in the usual folders.
  Debian, Ubuntu:  sudo apt-get install openjdk-25-jdk-headless   (or temurin-25-jdk from the Adoptium repository)
  macOS:           brew install openjdk@25
  Windows:         winget install EclipseAdoptium.Temurin.25.JDK   (then use Git Bash or WSL)
Then run this command again, or set JAVA_HOME to where it is.
TEXT
    return 1
  fi
  export JAVA_HOME=$best
}

# Fails with one sentence when mvn is missing.
find_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  cat >&2 <<'TEXT'
Taxon is built with Maven 3.8.7 or newer, and there is no mvn on the PATH.
  Debian, Ubuntu:  sudo apt-get install maven
  macOS:           brew install maven
  Windows:         winget install Apache.Maven   (or choco install maven)
Then run this command again.
TEXT
  return 1
}
