package dev.taxon.store;

import org.jspecify.annotations.Nullable;

/** Strings as every database can keep them. */
final class Text {
  private Text() {}

  /**
   * The string with U+FFFD in place of NUL and of surrogates without a partner, which PostgreSQL or
   * UTF-8 refuse.
   */
  static String storable(String text) {
    if (isStorable(text)) {
      return text;
    }
    return text.codePoints()
        .map(c -> c == 0 || isSurrogate(c) ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  static @Nullable String storableOrNull(@Nullable String text) {
    return text == null ? null : storable(text);
  }

  static boolean isStorable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || isSurrogate(c));
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
