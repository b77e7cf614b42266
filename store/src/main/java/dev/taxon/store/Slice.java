package dev.taxon.store;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list by keyset: rows that are added meanwhile never shift a later page.
 *
 * @param next the last item's place, to be handed back for the following page; null when nothing
 *     follows
 */
public record Slice<T>(List<T> items, @Nullable String next) {
  public Slice {
    items = List.copyOf(items);
  }

  /** The first {@code size} of the rows; one more tells that something follows. */
  static <T> Slice<T> of(List<T> rows, int size, Function<T, String> place) {
    if (rows.size() <= size) {
      return new Slice<>(rows, null);
    }
    var items = rows.subList(0, size);
    return new Slice<>(items, place.apply(items.getLast()));
  }
}
