package dev.taxon.server.http.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextPageToken null on the last page
 * @param totalSize null where counting is not promised
 */
public record PageShape<T>(
    List<T> items, @Nullable String nextPageToken, @Nullable Integer totalSize) {}
