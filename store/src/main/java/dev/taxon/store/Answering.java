package dev.taxon.store;

import java.time.Instant;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The answer that is kept in the transaction that does what it tells of, so that after a crash
 * there is both or neither. A method that takes one may throw {@link AnsweredBefore}.
 *
 * @param <T> what is made, which the answer tells of
 */
public final class Answering<T> {
  private final @Nullable AnswerPlace place;
  private final Function<T, KeptAnswer> words;

  private Answering(@Nullable AnswerPlace place, Function<T, KeptAnswer> words) {
    this.place = place;
    this.words = words;
  }

  /**
   * One that is kept.
   *
   * @param words called within the transaction: it may not use the store
   */
  public static <T> Answering<T> at(AnswerPlace place, Function<T, KeptAnswer> words) {
    return new Answering<>(place, words);
  }

  /** For those who would not know their request again. */
  public static <T> Answering<T> unkept() {
    return new Answering<>(
        null,
        made -> {
          throw new IllegalStateException("nothing is kept of " + made);
        });
  }

  void keep(Handle db, T made, Instant now) {
    if (place != null && !Answers.keep(db, place, words.apply(made), now)) {
      throw new AnsweredBefore();
    }
  }
}
