package dev.taxon.cli.official.gjson;

/**
 * Patterns with {@code *} for any run of characters, {@code ?} for one, and a backslash before
 * either for itself.
 */
final class Wildcards {
  private Wildcards() {}

  /** Whether all of {@code text} fits; time is at most the product of both lengths. */
  static boolean match(String text, String pattern) {
    int t = 0;
    int p = 0;
    int star = -1;
    int mark = 0;
    while (t < text.length()) {
      boolean escaped = p + 1 < pattern.length() && pattern.charAt(p) == '\\';
      if (p < pattern.length() && !escaped && pattern.charAt(p) == '*') {
        star = p++;
        mark = t;
      } else if (p < pattern.length()
          && (pattern.charAt(escaped ? p + 1 : p) == text.charAt(t)
              || (!escaped && pattern.charAt(p) == '?'))) {
        p += escaped ? 2 : 1;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
