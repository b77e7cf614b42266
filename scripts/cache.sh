# shellcheck shell=bash
# Records what Taxon does in a rehearsal, so that the Java machine starts from there. Sourced.

# make_cache HOME JAVA ROOT: writes HOME/lib/service.aot and HOME/lib/client.aot. Taxon runs without them as well,
# only slower.
make_cache() {
  local java=$2 root=$3 lib=$1/lib outcome=0
  local native=()
  if [ -d "$lib/native" ]; then native=("-Donnxruntime.native.path=$lib/native" "-Dorg.sqlite.lib.path=$lib/native"); fi
  rm -f "$lib"/*.aot "$lib"/*.conf
  "$JAVA_HOME/bin/java" "${BASH_SOURCE[0]%/*}/NewerClasses.java" "$lib"/picocli-*.jar || outcome=1
  # shellcheck disable=SC2016 # the rehearsal's own shell fills these in
  REHEARSED_JAVA=$java REHEARSED_LIB=$lib "$java" "@$lib/java.options" -XX:AOTMode=record "-XX:AOTConfiguration=$lib/service.conf" ${native[@]+"${native[@]}"} \
    -Dtaxon.name=taxon "-Dtaxon.home=$root" -jar "$lib/taxon-cli.jar" rehearse --meanwhile \
    '"$REHEARSED_JAVA" "@$REHEARSED_LIB/java.options" -XX:AOTMode=record "-XX:AOTConfiguration=$REHEARSED_LIB/client.conf" \
      -cp "$REHEARSED_LIB/taxon-cli.jar" dev.taxon.cli.ClientRehearsal "$REHEARSED_JOB"' &&
    assemble service && assemble client || outcome=1
  rm -f "$lib"/*.conf "$lib"/*.part
  return $outcome
}

# What was recorded, made into what the machine maps at its start.
assemble() {
  "$java" "@$lib/java.options" -XX:AOTMode=create "-XX:AOTConfiguration=$lib/$1.conf" "-XX:AOTCache=$lib/$1.aot.part" \
    -jar "$lib/taxon-cli.jar" && mv "$lib/$1.aot.part" "$lib/$1.aot"
}
