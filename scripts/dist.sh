# Makes the distribution: one archive that runs on a machine without Java. Sourced by ./dev.

# Modules that no class names but that reading needs: character sets of old documents, archives in archives.
more_modules=jdk.charsets,jdk.zipfs

dist() {
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
  natives "$home/lib"
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
  tar -C "$root/dist" -czf "$home.tar.gz" "$name"
  echo "dist/$name.tar.gz  $(du -m "$home.tar.gz" | cut -f 1) MB, unpacked $(du -sm "$home" | cut -f 1) MB"
}

# linux-x64, macos-arm64 and the like.
platform() {
  local system machine
  system=$(uname -s | tr '[:upper:]' '[:lower:]')
  machine=$(uname -m)
  case $system in darwin) system=macos ;; esac
  case $machine in x86_64 | amd64) machine=x64 ;; aarch64) machine=arm64 ;; esac
  echo "$system-$machine"
}

# Takes the native libraries of this platform out of the jars, into a folder of their own, and those of other platforms
# away; so nothing is unpacked at each start.
natives() {
  local onnx sqlite
  case $(platform) in
    linux-x64) onnx=linux-x64 sqlite=Linux/x86_64 ;;
    linux-arm64) onnx=linux-aarch64 sqlite=Linux/aarch64 ;;
    macos-x64) onnx=osx-x64 sqlite=Mac/x86_64 ;;
    macos-arm64) onnx=osx-aarch64 sqlite=Mac/aarch64 ;;
    *) return 0 ;;
  esac
  mkdir -p "$1/native"
  take_natives "$1" onnxruntime ai/onnxruntime/native "$onnx"
  take_natives "$1" sqlite-jdbc org/sqlite/native "$sqlite"
}

# take_natives LIB JAR FOLDER PLATFORM: LIB/JAR-*.jar loses FOLDER; the libraries in FOLDER/PLATFORM go to LIB/native.
take_natives() {
  local jar work
  jar=$(ls "$1/$2"-*.jar)
  work=$(mktemp -d)
  (cd "$work" && "$JAVA_HOME/bin/jar" xf "$jar")
  cp "$work/$3/$4"/*.so "$1/native/" 2>/dev/null || cp "$work/$3/$4"/*.dylib "$1/native/"
  rm -rf "${work:?}/$3"
  "$JAVA_HOME/bin/jar" --create --file "$jar" --manifest "$work/META-INF/MANIFEST.MF" -C "$work" .
  rm -rf "$work"
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
  maven --quiet -pl cli -am org.codehaus.mojo:license-maven-plugin:2.7.1:aggregate-add-third-party \
    -Dlicense.includedScopes=compile,runtime -Dlicense.excludedGroups='dev\.taxon' \
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
