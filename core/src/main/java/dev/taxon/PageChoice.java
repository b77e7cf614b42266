package dev.taxon;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of a document to read: the targets that exist, ascending, each once, or all pages;
 * then the first {@code max} of these.
 *
 * @param targets page numbers from 1, or null for all; sorted and freed of repeats here
 * @param max at most so many pages, at least 1, or null for no bound
 */
public record PageChoice(@Nullable List<Integer> targets, @Nullable Integer max) {
  /** Every page. */
  public static final PageChoice ALL = new PageChoice(null, null);

  public PageChoice {
    if (targets != null) {
      targets = targets.stream().sorted().distinct().toList();
      if (targets.isEmpty() || targets.getFirst() < 1) {
        throw new IllegalArgumentException("targets must name pages from 1, found " + targets);
      }
    }
    if (max != null && max < 1) {
      throw new IllegalArgumentException("max must be at least 1, found " + max);
    }
  }

  /**
   * The chosen page numbers of a document of {@code pageCount} pages, ascending; empty when none of
   * them exists.
   */
  public List<Integer> of(int pageCount) {
    var stream =
        targets == null
            ? java.util.stream.IntStream.rangeClosed(1, pageCount).boxed()
            : targets.stream().filter(page -> page <= pageCount);
    return (max == null ? stream : stream.limit(max)).toList();
  }
}
