package dev.taxon.server.http.route;

import dev.taxon.server.http.call.HttpRefusal;
import dev.taxon.server.http.shape.PageShape;
import dev.taxon.server.http.token.PageTokens;
import dev.taxon.store.Slice;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists a page at a time. */
final class Pages {
  private final PageTokens tokens;

  Pages(PageTokens tokens) {
    this.tokens = tokens;
  }

  /** The place that a token stands for; null for the first page. */
  @Nullable String place(Optional<String> token, String list) {
    return token
        .map(given ->
            tokens.read(given, list).orElseThrow(() -> new HttpRefusal(400, "Invalid page token")))
        .orElse(null);
  }

  <T, S> PageShape<S> page(Slice<T> slice, String list, Function<T, S> shape) {
    return new PageShape<>(
        slice.items().stream().map(shape).toList(), next(slice.next(), list), null);
  }

  @Nullable String next(@Nullable String place, String list) {
    return place == null ? null : tokens.after(place, list);
  }
}
