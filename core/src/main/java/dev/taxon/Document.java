package dev.taxon;

import java.util.List;
import java.util.Objects;

/**
 * What was read of a file.
 *
 * @param mediaType found from the bytes, without parameters, for example {@code application/pdf}
 * @param pages those that were asked for and exist, ascending by number; never empty
 * @param pageCount how many pages the whole document has, at least the highest page number
 * @param truncated whether a limit on characters cut the text
 */
public record Document(String mediaType, List<Page> pages, int pageCount, boolean truncated) {
  public Document {
    Objects.requireNonNull(mediaType);
    pages = List.copyOf(pages);
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("a document has at least one page");
    }
    for (int i = 1; i < pages.size(); i++) {
      if (pages.get(i).number() <= pages.get(i - 1).number()) {
        throw new IllegalArgumentException("pages must ascend by number");
      }
    }
    if (pageCount < pages.getLast().number()) {
      throw new IllegalArgumentException(
          "pageCount " + pageCount + " is below the last page's number");
    }
  }

  /** A whole text document of one page. */
  public static Document of(String... lines) {
    return new Document("text/plain", List.of(Page.of(1, lines)), 1, false);
  }
}
