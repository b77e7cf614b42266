package dev.taxon;

import java.util.Objects;

/**
 * Words on a page that took part in a decision.
 *
 * @param page number of the page, from 1
 * @param start offset of the first code unit in {@link Page#text()}
 * @param end offset behind the last code unit, greater than start
 * @param quote exactly the text between start and end
 * @param meaning what it speaks for, as a short phrase a person understands
 */
public record Evidence(int page, int start, int end, String quote, String meaning) {
  public Evidence {
    if (page < 1 || start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "no such place: page " + page + ", from " + start + " to " + end);
    }
    Objects.requireNonNull(quote);
    Objects.requireNonNull(meaning);
    if (quote.length() != end - start) {
      throw new IllegalArgumentException("the quote must be the text between start and end");
    }
  }
}
