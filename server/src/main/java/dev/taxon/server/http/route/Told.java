package dev.taxon.server.http.route;

import java.util.Base64;
import java.util.BitSet;
import java.util.Optional;

/**
 * Which of a job's files a client was told of, as the id of the last event that it got. So a client
 * that comes back gets the others, each once, in whatever order they ended.
 */
final class Told {
  /** The id of the last event of all. */
  static final String END = "end";

  private static final int LONGEST = 1_000;

  private final BitSet positions;

  private Told(BitSet positions) {
    this.positions = positions;
  }

  /** What an id says; what is no id of ours says that nothing was told. */
  static Told of(Optional<String> lastEventId) {
    try {
      return new Told(
          lastEventId
              .filter(id -> id.length() <= LONGEST)
              .map(id -> BitSet.valueOf(Base64.getUrlDecoder().decode(id)))
              .orElseGet(BitSet::new));
    } catch (IllegalArgumentException e) {
      return new Told(new BitSet());
    }
  }

  /** Whether this tells of a file for the first time. */
  boolean isNews(int position) {
    boolean isNews = !positions.get(position);
    positions.set(position);
    return isNews;
  }

  String id() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(positions.toByteArray());
  }
}
