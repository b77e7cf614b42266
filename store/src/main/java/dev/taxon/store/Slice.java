package dev.taxon.store;

import java.util.List;
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
}
