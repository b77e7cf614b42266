# shellcheck shell=bash
# Measures the product. Sourced by ./dev, from the root of the repository.

bench() {
  case "${1:-}" in
    speed) bench_speed "$@" ;;
    quality) bench_library dev.taxon.bench.quality.Quality "${@:2}" ;;
    fit) bench_library dev.taxon.bench.fit.Fit "${@:2}" ;;
    *)
      echo "dev: what to measure? ./dev bench speed, quality or fit; docs/bench.md explains them" >&2
      return 2 ;;
  esac
}

# Runs a class of the bench in a process of its own, as the product runs; under what the array launcher names, if anything.
bench_library() {
  local classpath=$PWD/target/bench/classpath
  mkdir -p target/bench
  check_tools tesseract
  maven --quiet -pl bench -am -DskipTests package dependency:build-classpath \
    -Dmdep.outputFile="$classpath" -Dmdep.includeScope=runtime
  ${launcher[@]+"${launcher[@]}"} "$JAVA_HOME/bin/java" @cli/src/main/launch/lib/java.options -Xmx2g \
    -cp "bench/target/classes:$(cat "$classpath")" "$@"
}

# bench speed [SECTION…]: of the program that TAXON_PROGRAM names, else of the distribution, built anew.
bench_speed() {
  local classpath program=${TAXON_PROGRAM:-}
  mkdir -p target/bench
  classpath=$PWD/target/bench/classpath
  check_tools pdftotext
  maven --quiet -pl bench -am -DskipTests package dependency:build-classpath \
    -Dmdep.outputFile="$classpath" -Dmdep.includeScope=runtime
  if [ -n "$program" ]; then
    export TAXON_JAVA=${TAXON_JAVA:-$JAVA_HOME/bin/java} # a build has no Java of its own
  else
    unset TAXON_JAVA
    program=$(unpacked_distribution)
  fi
  # as the product runs: what is measured in process must have its collector and its heap
  "$JAVA_HOME/bin/java" @cli/src/main/launch/lib/java.options \
    -cp "bench/target/classes:$(cat "$classpath")" dev.taxon.bench.Bench speed "$program" "${@:2}"
}

# Makes the distribution and tells where its program is.
unpacked_distribution() {
  dist >&2
  # shellcheck disable=SC2012 # names of our own
  ls -t dist/taxon-*/bin/taxon | head -n 1
}
