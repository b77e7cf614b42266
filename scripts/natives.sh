# shellcheck shell=bash
# Machine code of this platform, which two libraries carry in their jars for every platform. Sourced.
#
# In files of its own it need not be unpacked into the temporary folder at every start.

# unpack_natives LIB: fills LIB/native from the jars in LIB.
unpack_natives() {
  local onnx sqlite
  case $(platform) in
    linux-x64) onnx=linux-x64 sqlite=Linux/x86_64 ;;
    linux-arm64) onnx=linux-aarch64 sqlite=Linux/aarch64 ;;
    macos-x64) onnx=osx-x64 sqlite=Mac/x86_64 ;;
    macos-arm64) onnx=osx-aarch64 sqlite=Mac/aarch64 ;;
    *) return 0 ;;
  esac
  mkdir -p "$1/native"
  take_natives "$1" onnxruntime "ai/onnxruntime/native/$onnx" && take_natives "$1" sqlite-jdbc "org/sqlite/native/$sqlite"
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

# take_natives LIB JAR FOLDER: copies the libraries in that folder of LIB/JAR-*.jar.
take_natives() {
  local work file outcome=0
  work=$(mktemp -d)
  (cd "$work" && "$JAVA_HOME/bin/jar" xf "$1/$2"-*.jar "$3") || outcome=1
  for file in "$work/$3"/*.so "$work/$3"/*.dylib; do
    if [ -f "$file" ]; then cp "$file" "$1/native/"; fi
  done
  rm -rf "$work"
  return $outcome
}

# strip_natives LIB: takes the machine code of every platform out of the jars in LIB.
strip_natives() {
  without "$1"/onnxruntime-*.jar ai/onnxruntime/native
  without "$1"/sqlite-jdbc-*.jar org/sqlite/native
}

# without JAR FOLDER: the same jar, but without the folder.
without() {
  local work
  work=$(mktemp -d)
  (cd "$work" && "$JAVA_HOME/bin/jar" xf "$1")
  rm -rf "${work:?}/$2"
  "$JAVA_HOME/bin/jar" --create --file "$1" --manifest "$work/META-INF/MANIFEST.MF" -C "$work" .
  rm -rf "$work"
}
