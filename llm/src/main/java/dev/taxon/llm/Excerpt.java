package dev.taxon.llm;

import dev.taxon.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a model reads of a document: all of it, or its beginning and its end where it is long. Both
 * say what a document is; models read slowly, and few take more than some ten thousand characters.
 *
 * @param parts in reading order
 * @param whole whether nothing was left out
 */
record Excerpt(List<Part> parts, boolean whole) {
  /** In UTF-16 code units; about four for a token. */
  private static final int HEAD = 9_000;

  private static final int TAIL = 3_000;

  /**
   * Text of one page.
   *
   * @param page its number
   * @param text without characters that JSON or a terminal could stumble over
   */
  record Part(int page, String text) {}

  Excerpt {
    parts = List.copyOf(parts);
  }

  static Excerpt of(Document document) {
    List<Part> all =
        document.pages().stream()
            .filter(page -> !page.lines().isEmpty())
            .map(page -> new Part(page.number(), page.text()))
            .toList();
    long length = all.stream().mapToLong(part -> part.text().length()).sum();
    if (length <= HEAD + TAIL) {
      return new Excerpt(all.stream().map(Excerpt::clean).toList(), true);
    }
    var parts = new ArrayList<Part>();
    int left = HEAD;
    for (Part part : all) {
      if (left <= 0) {
        break;
      }
      String text = part.text().substring(0, Math.min(left, part.text().length()));
      parts.add(clean(new Part(part.page(), text)));
      left -= text.length();
    }
    var tail = new ArrayList<Part>();
    left = TAIL;
    for (Part part : all.reversed()) {
      if (left <= 0) {
        break;
      }
      String text = part.text().substring(Math.max(0, part.text().length() - left));
      tail.addFirst(clean(new Part(part.page(), text)));
      left -= text.length();
    }
    parts.addAll(tail);
    return new Excerpt(parts, false);
  }

  /** Whether there is a letter or a digit to go by. */
  boolean isReadable() {
    return parts.stream()
        .anyMatch(part -> part.text().chars().anyMatch(Character::isLetterOrDigit));
  }

  /** The numbers of its pages, each once. */
  List<Integer> pages() {
    return parts.stream().map(Part::page).distinct().collect(Collectors.toList());
  }

  private static Part clean(Part part) {
    return new Part(part.page(), clean(part.text()));
  }

  /** The same length: half characters and controls are replaced, line feeds stay. */
  static String clean(String text) {
    var clean = new StringBuilder(text);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < clean.length()
          && Character.isLowSurrogate(clean.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        clean.setCharAt(i, '\uFFFD');
      } else if (Character.isISOControl(c) && c != '\n') {
        clean.setCharAt(i, ' ');
      }
    }
    return clean.toString();
  }
}
