package dev.taxon.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a job reads and decides, as effective.
 *
 * @param mode a word of the wire, echoed
 * @param lang a reading hint
 * @param maxPages at most so many pages of each file, or null for all
 * @param targetPages page numbers from 1 whatever the wire counts from, or null for all
 */
public record JobOptions(
    String mode, String lang, @Nullable Integer maxPages, @Nullable List<Integer> targetPages) {
  public JobOptions {
    targetPages = targetPages == null ? null : List.copyOf(targetPages);
  }
}
