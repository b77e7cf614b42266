# shellcheck shell=bash
# Makes the distribution: one archive that runs on a machine without Java. Sourced by ./dev, which sets $root.

# Modules that no class names but that reading needs: character sets of old documents, archives in archives.
more_modules=jdk.charsets,jdk.zipfs

dist() {
  # shellcheck disable=SC2154 # root: by the caller
  local built=$root/cli/target/taxon version name home
  echo "Building…"
  maven --quiet -DskipTests -pl cli -am package
  version=$(sed -n 's/^version=//p' cli/target/classes/dev/taxon/cli/console/product.properties)
  name=taxon-$version-$(platform)
  home=$root/dist/$name
  rm -rf "$home" "$home.tar.gz"
  mkdir -p "$home/lib" "$home/bin"
  cp "$built/bin/taxon" "$home/bin/"
  ln -s taxon "$home/bin/llamacloud-prod"
  ln -s taxon "$home/bin/llp"
  cp "$built/lib/java.options" "$built/lib/taxon-cli.jar" "$home/lib/"
  libraries "$built/lib/taxon-cli.jar" | while read -r jar; do cp "$built/lib/$jar" "$home/lib/"; done
  unpack_natives "$home/lib"
  strip_natives "$home/lib"
  mkdir -p "$home/examples"
  cp -R examples/documents examples/rules.yaml "$home/examples/"
  cp LICENSE NOTICE README.md "$home/"
  echo "Collecting licences…"
  licences "$home"
  echo "Linking a Java runtime…"
  "$JAVA_HOME/bin/jlink" --add-modules "$(modules "$home/lib"),$more_modules" --strip-java-debug-attributes \
    --no-header-files --no-man-pages --compress zip-6 --output "$home/runtime"
  echo "Rehearsing, for quick starts…"
  make_cache "$home" "$home/runtime/bin/java" "$home" >/dev/null
  shell_files "$home"
  tar -C "$root/dist" -czf "$home.tar.gz" "$name"
  echo "dist/$name.tar.gz  $(du -m "$home.tar.gz" | cut -f 1) MB, unpacked $(du -sm "$home" | cut -f 1) MB"
}

# Manual pages and completion scripts of every name, where packages and shells look for them.
shell_files() {
  local name
  mkdir -p "$1/share/bash-completion/completions" "$1/share/zsh/site-functions" "$1/share/fish/vendor_completions.d" \
    "$1/share/powershell"
  for name in taxon llamacloud-prod llp; do
    "$1/bin/$name" @manpages -o "$1/share/man" >/dev/null
    "$1/bin/$name" @completion bash >"$1/share/bash-completion/completions/$name"
    "$1/bin/$name" @completion zsh >"$1/share/zsh/site-functions/_$name"
    "$1/bin/$name" @completion fish >"$1/share/fish/vendor_completions.d/$name.fish"
    "$1/bin/$name" @completion pwsh >"$1/share/powershell/$name.ps1"
  done
}

# The jars that a jar's manifest names.
libraries() {
  local work
  work=$(mktemp -d)
  (cd "$work" && "$JAVA_HOME/bin/jar" xf "$1" META-INF/MANIFEST.MF)
  tr -d '\r' <"$work/META-INF/MANIFEST.MF" | sed -e ':a' -e 'N' -e '$!ba' -e 's/\n //g' | sed -n 's/^Class-Path: //p' | tr ' ' '\n'
  rm -rf "$work"
}

# The modules of the JDK that the jars of a folder use, with commas between. The jars are taken apart first: as
# modules they would ask for each other by names that not all of them have.
modules() {
  local work jar
  work=$(mktemp -d)
  for jar in "$1"/*.jar; do (cd "$work" && "$JAVA_HOME/bin/jar" xf "$jar"); done
  find "$work" -name module-info.class -delete
  rm -rf "$work/META-INF/versions"
  "$JAVA_HOME/bin/jdeps" --multi-release 25 --ignore-missing-deps --print-module-deps "$work"
  rm -rf "$work"
}

# The list of libraries with their licences, and the texts that come inside their jars.
licences() {
  local jar name
  # goes through the modules in their order; the last one, cli, has the libraries of all and writes last
  maven --quiet -DskipTests -pl cli -am package org.codehaus.mojo:license-maven-plugin:2.7.1:add-third-party \
    -Dlicense.force=true -Dlicense.includedScopes=compile,runtime -Dlicense.excludedGroups='dev\.taxon' \
    "-Dlicense.outputDirectory=$1/licences" -Dlicense.thirdPartyFilename=LIBRARIES.txt
  for jar in "$1"/lib/*.jar; do
    name=$(basename "$jar" .jar)
    case $name in taxon-*) continue ;; esac
    mkdir -p "$1/licences/$name"
    (cd "$1/licences/$name" && "$JAVA_HOME/bin/jar" tf "$jar" |
      { grep -iE '^(META-INF/)?(LICEN[CS]E|NOTICE|COPYING|DEPENDENCIES)[^/]*$' || true; } |
      while read -r text; do "$JAVA_HOME/bin/jar" xf "$jar" "$text"; done
      if [ -d META-INF ]; then mv META-INF/* . && rmdir META-INF; fi) || true
    rmdir "$1/licences/$name" 2>/dev/null || true
  done
}
