# Records what Taxon does in a rehearsal, so that the Java machine starts with it. Sourced.

# make_cache HOME JAVA ROOT: writes HOME/lib/taxon.aot. Taxon runs without it as well, only slower.
make_cache() {
  local home=$1 java=$2 root=$3 work=$1/lib/taxon.aot.part
  rm -f "$home/lib/taxon.aot" "$work" "$work.conf"
  "$java" "@$home/lib/java.options" -XX:AOTMode=record "-XX:AOTConfiguration=$work.conf" \
    -Dtaxon.name=taxon "-Dtaxon.home=$root" -jar "$home/lib/taxon-cli.jar" rehearse &&
    "$java" "@$home/lib/java.options" -XX:AOTMode=create "-XX:AOTConfiguration=$work.conf" "-XX:AOTCache=$work" \
      -jar "$home/lib/taxon-cli.jar" &&
    mv "$work" "$home/lib/taxon.aot"
  local outcome=$?
  rm -f "$work.conf" "$work"
  return $outcome
}
