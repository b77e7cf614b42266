package dev.taxon.cli.official.gjson;

/**
 * The first step of a path into an object.
 *
 * @param part the key, or its pattern
 * @param wild whether it is a pattern
 * @param more whether {@code path} goes on below the key
 * @param path the rest after a dot
 * @param piped whether {@code pipe} takes what was found
 * @param pipe the rest after a bar, or a modifier or selection after a dot
 */
record Step(String part, boolean wild, boolean more, String path, boolean piped, String pipe) {

  static Step ofObject(String path) {
    var part = new StringBuilder();
    boolean wild = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '|') {
        return new Step(part.toString(), wild, false, "", true, path.substring(i + 1));
      }
      if (c == '.') {
        String rest = path.substring(i + 1);
        return startsPipe(rest)
            ? new Step(part.toString(), wild, false, "", true, rest)
            : new Step(part.toString(), wild, true, rest, false, "");
      }
      if (c == '\\' && i + 1 < path.length()) {
        i++;
        c = path.charAt(i);
        if (isPattern(path) && (c == '*' || c == '?' || c == '\\')) {
          part.append('\\');
        }
      } else if (c == '*' || c == '?') {
        wild = true;
      }
      part.append(c);
    }
    return new Step(part.toString(), wild, false, "", false, "");
  }

  /** Whether a star or question mark that is not escaped stands in the first part of the path. */
  private static boolean isPattern(String path) {
    for (int i = 0; i < path.length(); i++) {
      switch (path.charAt(i)) {
        case '\\' -> i++;
        case '*', '?' -> {
          return true;
        }
        case '.', '|' -> {
          return false;
        }
        default -> {
          // part of the key
        }
      }
    }
    return false;
  }

  /** Whether what follows a dot works on the value as a whole: a modifier or a selection. */
  static boolean startsPipe(String rest) {
    if (rest.isEmpty()) {
      return false;
    }
    char c = rest.charAt(0);
    if (c == '@') {
      int end = 1;
      while (end < rest.length() && ".|:".indexOf(rest.charAt(end)) < 0) {
        end++;
      }
      return Modifiers.exists(rest.substring(1, end));
    }
    return c == '[' || c == '{';
  }

  /** The index that {@code part} is, or -1. */
  static int index(String part) {
    if (part.isEmpty() || part.length() > 9) {
      return -1;
    }
    int index = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      index = index * 10 + c - '0';
    }
    return index;
  }

  /** Where the first bar stands that is in no query, selection or escape, or -1. */
  static int pipeIn(String path) {
    int from = 0;
    if (path.startsWith("{")) {
      from = Brackets.end(path, 0);
      return from < path.length() && path.charAt(from) == '|' ? from : -1;
    }
    for (int i = from; i < path.length(); i++) {
      switch (path.charAt(i)) {
        case '\\' -> i++;
        case '|' -> {
          return i;
        }
        case '.' -> {
          if (path.startsWith("#(", i + 1) || path.startsWith("#[", i + 1)) {
            i = Brackets.end(path, i + 2) - 1;
          }
        }
        default -> {
          // part of a step
        }
      }
    }
    return -1;
  }
}
