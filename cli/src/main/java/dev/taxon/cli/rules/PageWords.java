package dev.taxon.cli.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Page numbers as people write them: {@code 1,3,5-7}, from 1. */
public final class PageWords {
  private static final Pattern PART = Pattern.compile("([0-9]{1,6})(?:\\s*-\\s*([0-9]{1,6}))?");
  private static final int MOST = 100_000;

  private PageWords() {}

  /**
   * Reads such a list.
   *
   * @return at least one number, in the order written
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static List<Integer> parse(String text) {
    var pages = new ArrayList<Integer>();
    for (String part : text.split(",", -1)) {
      var match = PART.matcher(part.strip());
      if (!match.matches()) {
        throw new IllegalArgumentException("pages are written like 1,3,5-7, found '" + text + "'");
      }
      int first = Integer.parseInt(match.group(1));
      int last = match.group(2) == null ? first : Integer.parseInt(match.group(2));
      if (first < 1) {
        throw new IllegalArgumentException("pages count from 1, found '" + text + "'");
      }
      if (last < first) {
        throw new IllegalArgumentException("the range " + part.strip() + " ends before it starts");
      }
      if (pages.size() + (last - first) >= MOST) {
        throw new IllegalArgumentException("at most " + MOST + " pages can be named");
      }
      for (int page = first; page <= last; page++) {
        pages.add(page);
      }
    }
    return pages;
  }
}
