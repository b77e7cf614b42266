package dev.taxon.cli.official.gjson;

import java.util.Optional;

/**
 * The first step of a path into an array: an index, {@code #}, or a query.
 *
 * @param part its text
 * @param hash whether a {@code #} is in it
 * @param each whether it is {@code #.}, which collects {@code eachPath} of every element
 * @param eachPath the rest after {@code #.}
 * @param query the query, if it is one
 * @param more whether {@code path} goes on below
 * @param path the rest after a dot
 * @param piped whether {@code pipe} takes what was found
 * @param pipe the rest after a bar, or a modifier or selection after a dot
 */
record ArrayStep(
    String part,
    boolean hash,
    boolean each,
    String eachPath,
    Optional<Query> query,
    boolean more,
    String path,
    boolean piped,
    String pipe) {

  static ArrayStep of(String path) {
    boolean hash = false;
    Optional<Query> query = Optional.empty();
    int i = 0;
    if (path.startsWith("#.")) {
      String rest = path.substring(2);
      return new ArrayStep("#", true, true, rest, query, true, rest, false, "");
    }
    if (path.startsWith("#(") || path.startsWith("#[")) {
      hash = true;
      query = Query.parse(path);
      if (query.isEmpty()) {
        return new ArrayStep(path, true, false, "", query, false, "", false, "");
      }
      i = query.get().length();
    }
    for (; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '|') {
        return new ArrayStep(
            path.substring(0, i), hash, false, "", query, false, "", true, path.substring(i + 1));
      }
      if (c == '.') {
        String rest = path.substring(i + 1);
        boolean whole = !hash && Step.startsPipe(rest);
        return new ArrayStep(
            path.substring(0, i),
            hash,
            false,
            "",
            query,
            !whole,
            whole ? "" : rest,
            whole,
            whole ? rest : "");
      }
      hash |= c == '#';
    }
    return new ArrayStep(path, hash, false, "", query, false, "", false, "");
  }
}
